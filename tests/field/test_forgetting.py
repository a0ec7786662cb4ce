"""A laptop forgets what the registry has; numbers, status and answers stay."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from intake.domain.codes import CaseStatus, Purpose
from intake.domain.event import OutcomeTold
from intake.errors import CaseClosed
from intake.field.forgetting import forget_received
from intake.store import Store, open_store
from intake.sync.parcel import reply_chain
from tests.builders import NOON, Group, a_name, a_statement, statements
from tests.field.desk import Desk, a_laptop
from tests.field.seeding import a_record, agree
from tests.sync.parties import KEY, Line, a_store, let_in, register, synced, tell

KEEP = timedelta(hours=72)
LATER = NOON + timedelta(hours=80)


@pytest.fixture
def pair(tmp_path: Path):
    """A laptop and its registry, with one group received."""
    laptop, registry = a_store(tmp_path / "laptop"), a_store(tmp_path / "registry")
    let_in(laptop, registry)
    group = register(laptop, "Олена Тест", "Petro Test")
    synced(laptop, Line(registry))
    yield laptop, registry, group
    laptop.close()
    registry.close()


def forget(laptop: Store, now=LATER) -> int:
    return forget_received(laptop, keep=KEEP, by="o", now=now)


def test_after_its_time_a_received_record_has_numbers_and_no_words(pair) -> None:
    laptop, _registry, group = pair
    before = laptop.cases.get(group.case)
    assert forget(laptop) == 1
    after = laptop.cases.get(group.case)
    assert after is not None
    assert after.is_forgotten
    assert after.status is CaseStatus.RECEIVED
    assert (after.number, after.focal) == (before.number, before.focal)
    assert [m.number for m in after.members] == [m.number for m in before.members]
    assert all(m.said == () for m in after.members)
    assert laptop.cases.find("Олена") == []


def test_no_key_on_the_laptop_opens_what_was_forgotten(pair) -> None:
    laptop, _registry, group = pair
    forget(laptop)
    assert all(laptop.open_event(e) is None for e in laptop.ledger.of_case(group.case))
    assert laptop.verify() == []


def test_what_was_forgotten_stays_forgotten_after_a_rebuild(pair) -> None:
    laptop, _registry, group = pair
    forget(laptop)
    before = laptop.cases.get(group.case)
    laptop.rebuild()
    assert laptop.cases.get(group.case) == before


def test_the_registry_keeps_what_the_laptop_forgets(pair) -> None:
    laptop, registry, group = pair
    forget(laptop)
    synced(laptop, Line(registry), at=LATER)
    found = registry.cases.get(group.case)
    assert found is not None
    assert [m.text("name") for m in found.members] == ["Олена Тест", "Petro Test"]


def test_the_answer_can_be_read_after_the_record_was_forgotten(pair) -> None:
    laptop, registry, group = pair
    forget(laptop)
    tell(registry, laptop.own_chain, group.case, group.people[0])
    synced(laptop, Line(registry), at=LATER)
    (outcome,) = laptop.decisions.outcomes(group.case)
    assert outcome.message == "Come again on Monday."
    found = laptop.cases.get(group.case)
    assert found is not None
    assert found.status is CaseStatus.ANSWERED


def test_an_answer_that_came_before_outlives_the_record(pair) -> None:
    laptop, registry, group = pair
    tell(registry, laptop.own_chain, group.case, group.people[0])
    synced(laptop, Line(registry))
    forget(laptop)
    assert len(laptop.decisions.outcomes(group.case)) == 1
    laptop.rebuild()
    assert len(laptop.decisions.outcomes(group.case)) == 1


def test_nothing_is_forgotten_before_its_time(pair) -> None:
    laptop, _registry, group = pair
    assert forget(laptop, NOON + timedelta(hours=71)) == 0
    assert laptop.cases.find("Олена")[0].id == group.case


def test_what_the_registry_has_not_acknowledged_is_never_forgotten(pair) -> None:
    laptop, _registry, group = pair
    late = statements(group.case, a_statement(group.people[0], "mother", a_name("Ганна")))
    laptop.record(late)
    waiting = register(laptop, "Nobody Sent")
    assert forget(laptop) == 0
    assert laptop.cases.find("Nobody")[0].id == waiting.case


@pytest.mark.parametrize("jump", [timedelta(days=-3), timedelta(days=400)])
def test_a_clock_that_jumped_forgets_nothing(pair, jump: timedelta) -> None:
    laptop, _registry, _group = pair
    assert forget(laptop, NOON + jump) == 0


def test_a_forgotten_record_takes_no_more_words(pair) -> None:
    laptop, _registry, group = pair
    forget(laptop)
    with pytest.raises(CaseClosed):
        laptop.record(statements(group.case, a_statement(group.people[0], "sex", "f")))


def test_a_reply_may_bring_the_key_of_no_other_case(pair) -> None:
    laptop, registry, group = pair
    event = tell(registry, laptop.own_chain, group.case, group.people[0])
    assert isinstance(event, OutcomeTold)
    entries = registry.entries_after(reply_chain(registry.own_chain, laptop.own_chain), 0)
    assert set(registry.keys_for(entries)) == {"reply:" + group.case}


def shown(desk: Desk, group: Group) -> str:
    return desk.get(f"/cases/{group.case}/record").text


@pytest.fixture
def forgotten(tmp_path: Path) -> Iterator[tuple[Desk, Group]]:
    """A laptop that has forgotten what its only record says."""
    desk = a_laptop(tmp_path / "laptop")
    desk.set_up()
    registry = open_store(tmp_path / "registry", KEY)
    let_in(desk.store, registry, at=desk.clock())
    group = register(desk.store, "Олена Тест")
    synced(desk.store, Line(registry, at=desk.clock()), at=desk.clock())
    desk.clock.forward(hours=73)
    desk.unlock()
    yield desk, group
    desk.app.extensions["intake"].holder.close()
    registry.close()


@pytest.mark.parametrize(
    "page",
    [
        "agreements",
        "amend/consent",
        "amend/origin",
        "amend/who",
        "child",
        "family/new",
        "journey/new",
        "more/needs",
        "papers/0",
        "sharing",
        "when",
    ],
)
def test_no_page_takes_words_about_a_record_that_was_forgotten(forgotten, page: str) -> None:
    desk, group = forgotten
    before = len(desk.store.ledger.of_case(group.case))
    address = f"/cases/{group.case}/people/{group.people[0]}/{page}"
    assert desk.get(address).status in (404, 422)
    answer = desk.post(address, {"csrf_token": desk.token(), "name": "Петро", "why": "x"})
    assert answer.status in (404, 422)
    assert len(desk.store.ledger.of_case(group.case)) == before


def test_nobody_asks_for_a_search_of_a_record_that_was_forgotten(forgotten) -> None:
    desk, group = forgotten
    address = f"/cases/{group.case}/tracing/new"
    assert desk.get(address).status == 422
    typed = {"csrf_token": desk.token(), "must_not_know": "A neighbour"}
    assert desk.post(address, typed).status == 422
    assert desk.store.papers.latest_drafts(1) == []


@pytest.mark.parametrize("paper", ["agreements", "amend-who", "tracing", "urgent", "who"])
def test_a_tab_left_open_puts_no_words_back_after_the_record_was_forgotten(
    forgotten, paper: str
) -> None:
    """Nothing would ever forget them again: whoever takes the laptop could read them."""
    desk, group = forgotten
    key = f"{group.case}/{paper}/{group.people[0]}"
    for where in ("drafts", "pause", "turn/uk"):
        typed = {"csrf_token": desk.token(), "name": "Олена Тест"}
        assert desk.post(f"/{where}/{key}", typed).status == 422
    assert desk.store.papers.latest_drafts(1) == []


def test_unlocking_days_later_forgets_and_the_page_says_so(tmp_path: Path) -> None:
    desk = a_laptop(tmp_path / "laptop")
    desk.set_up()
    registry = open_store(tmp_path / "registry", KEY)
    let_in(desk.store, registry, at=desk.clock())
    group = register(desk.store, "Олена Тест")
    assert "forgets what it says" not in shown(desk, group)
    synced(desk.store, Line(registry, at=desk.clock()), at=desk.clock())
    assert "Олена Тест" in shown(desk, group)
    assert "This laptop forgets what it says after 23 Nov 2026 08:00." in shown(desk, group)
    desk.clock.forward(hours=73)
    desk.unlock()
    page = shown(desk, group)
    assert "Олена" not in page
    assert "ask the registry by its number" in page
    assert registry.cases.find("Олена")
    desk.app.extensions["intake"].holder.close()
    registry.close()


def test_a_clock_behind_the_last_receipt_forgets_nothing(pair) -> None:
    laptop, registry, _group = pair
    register(laptop, "Somebody Else")
    synced(laptop, Line(registry), at=NOON + timedelta(days=10))
    assert forget(laptop, NOON + timedelta(days=9)) == 0
    assert forget(laptop, NOON + timedelta(days=11)) == 1


@pytest.mark.parametrize(("days", "count"), [(29, 1), (31, 0)])
def test_a_registry_silent_for_more_than_thirty_days_ends_the_forgetting(
    pair, days: int, count: int
) -> None:
    assert forget(pair[0], NOON + timedelta(days=days)) == count


def test_a_withdrawal_by_number_reaches_a_record_that_was_forgotten(
    tmp_path: Path, desk: Desk
) -> None:
    """Here is nobody to take it back from any more; the registry is asked to."""
    registry = open_store(tmp_path / "registry", KEY)
    let_in(desk.store, registry, at=desk.clock())
    seeded = a_record(desk, "Олена Тест")
    agree(desk, seeded, Purpose.TRACING)
    synced(desk.store, Line(registry, at=desk.clock()), at=desk.clock())
    desk.clock.forward(hours=73)
    desk.unlock()
    assert desk.case(seeded.case).is_forgotten
    before = len(desk.store.ledger.of_case(seeded.case))
    typed = {"number": seeded.numbers[0], "tracing": "yes"}
    page = desk.send(desk.get("/withdraw"), typed, having="number")
    assert page.path.startswith("/withdrawals/")
    assert "Олена" not in page.html
    (asked,) = desk.store.withdrawals.everything()
    assert asked.asked.number == seeded.numbers[0]
    assert len(desk.store.ledger.of_case(seeded.case)) == before
    registry.close()
