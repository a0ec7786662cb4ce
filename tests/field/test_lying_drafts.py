"""Drafts that nobody goes on with: told on the start page, then given up for good."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from intake.domain.codes import CaseStatus
from intake.field.forgetting import give_up_lying, lying
from intake.store import Store
from tests.builders import NOON, Group, a_group, a_name, a_statement, statements
from tests.field.desk import Desk
from tests.sync.parties import Line, a_store, let_in, register, synced

DAYS = 45
Pair = tuple[Store, Store, Group]


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    """A laptop that syncs with its registry, and a draft on it of noon."""
    laptop, registry = a_store(tmp_path / "laptop"), a_store(tmp_path / "registry")
    let_in(laptop, registry)
    register(laptop, "Петро Приклад")
    draft = a_group("Олена Приклад", complete=False)
    laptop.record(*draft.events)
    synced(laptop, Line(registry))
    yield laptop, registry, draft
    laptop.close()
    registry.close()


def heard(pair: Pair, after: timedelta) -> None:
    """The laptop sends one more record, so that its clock is believed then."""
    laptop, registry, _ = pair
    register(laptop, "Somebody Else")
    synced(laptop, Line(registry), at=NOON + after)


def give_up(pair: Pair, after: timedelta, days: int = DAYS) -> int:
    return give_up_lying(pair[0], days=days, by="o", now=NOON + after)


def status(pair: Pair) -> CaseStatus:
    found = pair[0].cases.get(pair[2].case)
    return found.status if found else CaseStatus.DISCARDED


def test_a_draft_that_nobody_touched_is_given_up_and_nobody_can_read_it(pair: Pair) -> None:
    laptop, _, draft = pair
    heard(pair, timedelta(days=40))
    assert give_up(pair, timedelta(days=46)) == 1
    assert status(pair) is CaseStatus.DISCARDED
    assert laptop.cases.find("Олена") == []
    assert all(laptop.open_event(e) is None for e in laptop.ledger.of_case(draft.case)[:-1])
    assert laptop.verify() == []


def test_a_complete_record_is_never_given_up(pair: Pair) -> None:
    heard(pair, timedelta(days=40))
    give_up(pair, timedelta(days=46))
    assert len(pair[0].cases.find("Петро")) == 1


def test_before_its_time_a_draft_stays(pair: Pair) -> None:
    heard(pair, timedelta(days=40))
    assert give_up(pair, timedelta(days=44)) == 0
    assert status(pair) is CaseStatus.DRAFT


def test_one_more_word_begins_the_time_anew(pair: Pair) -> None:
    laptop, _, draft = pair
    said = a_statement(draft.people[0], "mother", a_name("Ганна"))
    laptop.record(statements(draft.case, said, at=NOON + timedelta(days=30)))
    heard(pair, timedelta(days=40))
    assert give_up(pair, timedelta(days=46)) == 0


def test_one_more_letter_that_was_never_saved_begins_it_anew(pair: Pair) -> None:
    laptop, _, draft = pair
    laptop.papers.keep_draft(f"{draft.case}/urgent", {}, rev=0, at=NOON + timedelta(days=30))
    heard(pair, timedelta(days=40))
    assert give_up(pair, timedelta(days=46)) == 0


def test_a_clock_that_nobody_confirms_gives_up_nothing(pair: Pair) -> None:
    assert give_up(pair, timedelta(days=400)) == 0
    assert status(pair) is CaseStatus.DRAFT


def test_where_the_operator_says_never_nothing_is_given_up_or_told(pair: Pair) -> None:
    heard(pair, timedelta(days=40))
    assert give_up(pair, timedelta(days=46), days=0) == 0
    assert lying(pair[0], days=0, now=NOON + timedelta(days=46)) == 0


@pytest.mark.parametrize(("days", "told"), [(29, 0), (31, 1), (44, 1)])
def test_it_is_told_fifteen_days_before(pair: Pair, days: int, told: int) -> None:
    assert lying(pair[0], days=DAYS, now=NOON + timedelta(days=days)) == told


def test_the_start_page_says_what_will_become_of_it(desk: Desk) -> None:
    case = desk.new_case()
    assert "nobody goes on with it" not in desk.get("/").text
    desk.clock.forward(days=31)
    desk.unlock()
    page = desk.get("/")
    assert "1 draft lies here and nobody goes on with it." in page.text
    assert "After 45 days without a change it is given up by itself." in page.text
    desk.fill(case, "who", {"name": "Олена"})
    assert "nobody goes on with it" not in desk.get("/").text


def test_a_clock_behind_the_last_receipt_gives_up_nothing(pair: Pair) -> None:
    heard(pair, timedelta(days=60))
    assert give_up(pair, timedelta(days=59)) == 0
    assert status(pair) is CaseStatus.DRAFT


@pytest.mark.parametrize(("silent", "count"), [(29, 1), (31, 0)])
def test_a_registry_silent_for_more_than_thirty_days_gives_up_nothing(
    pair: Pair, silent: int, count: int
) -> None:
    heard(pair, timedelta(days=40))
    assert give_up(pair, timedelta(days=40 + silent)) == count
