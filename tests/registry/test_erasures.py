"""A group's record is erased at the registry by two people; that it was erased is seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.domain.codes import Purpose, Role
from intake.domain.event import DeviceRevoked
from intake.errors import DeviceRevoked as Refused
from intake.registry import erasing
from intake.registry.screening import Screening
from intake.store import Store
from intake.sync.receive import Arrival, take_entries
from intake.sync.send import make_push
from tests.builders import NOON, a_name, a_statement, statements
from tests.registry.casework import ABDULLAH, ABDULLAH_AGAIN, a_laptop, people, send, words_of
from tests.registry.people import BOY, WOMAN, Family, a_family
from tests.registry.visitor import Registry, Visitor, a_registry
from tests.sync.parties import Line, a_store, let_in, register, synced

WHY = "They asked us to, in person."


@dataclass
class Two:
    """A protection officer and the data-protection officer, both signed in."""

    registry: Registry
    petra: Visitor
    dora: Visitor
    family: Family

    @property
    def page(self) -> str:
        return f"/cases/{self.family.case}/erase"

    def ask(self) -> None:
        assert self.petra.post(self.page, {"reason": WHY}).status_code == 303

    def confirm(self, visitor: Visitor):
        return visitor.post(self.page + "/confirm", page=self.page)

    def user(self, login: str) -> str:
        found = self.registry.store.users.by_login(login)
        assert found is not None
        return found.id


@pytest.fixture
def two(registry: Registry) -> Two:
    petra = registry.signed_in("petra", Role.PROTECTION)
    dora = registry.signed_in("dora", Role.DPO)
    return Two(registry, petra, dora, a_family(registry.store))


def record_of(two: Two, visitor: Visitor):
    return visitor.get(f"/people/{two.family.woman}?purpose=protect-person")


def test_the_record_leads_those_who_may_to_the_page(two: Two) -> None:
    assert f'href="{two.page}"' in record_of(two, two.petra).text
    clerk = two.registry.signed_in("clara", Role.CLERK)
    assert "Erase this record" not in record_of(two, clerk).text
    assert clerk.get(two.page).status_code == 403


def test_the_page_tells_number_and_size_and_no_name(two: Two) -> None:
    for visitor in (two.petra, two.dora):
        page = visitor.get(two.page)
        assert "2 people" in words_of(page)
        assert WOMAN not in page.text
        assert BOY not in page.text
    two.ask()
    page = two.dora.get(two.page)
    assert "Petra Staff" in words_of(page)
    assert WHY in words_of(page)
    assert WOMAN not in page.text


@pytest.mark.parametrize("reason", ["", "   "])
def test_nobody_asks_without_a_reason(two: Two, reason: str) -> None:
    answer = two.petra.post(two.page, {"reason": reason})
    assert answer.status_code == 422
    assert two.registry.store.oversight.erasures() == []


def test_asking_erases_nothing_and_is_asked_once(two: Two) -> None:
    two.ask()
    assert WOMAN in record_of(two, two.petra).text
    again = two.petra.client.post(
        two.page,
        base_url="http://127.0.0.1:8001",
        data={"csrf_token": two.petra.token("/sign-in"), "reason": "Again."},
    )
    assert again.status_code == 422
    (asked,) = two.registry.store.oversight.erasures()
    assert asked.reason == WHY


def test_the_one_who_asked_cannot_confirm(two: Two) -> None:
    two.ask()
    assert "Erase for good" not in two.petra.get(two.page).text
    answer = two.petra.client.post(
        two.page + "/confirm",
        base_url="http://127.0.0.1:8001",
        data={"csrf_token": two.petra.token("/sign-in")},
    )
    assert answer.status_code == 422
    assert "error-summary" in answer.text
    assert two.registry.store.cases.find(WOMAN)


def test_the_second_person_erases_the_record_for_everybody(two: Two) -> None:
    two.ask()
    assert two.confirm(two.dora).status_code == 303
    store = two.registry.store
    assert record_of(two, two.petra).status_code == 404
    assert two.petra.get(two.page).status_code == 404
    assert store.cases.find(WOMAN) == []
    assert all(store.open_event(e) is None for e in store.ledger.of_case(two.family.case))
    assert store.verify() == []


def test_nothing_is_confirmed_that_nobody_asked_for(two: Two) -> None:
    assert two.confirm(two.dora).status_code == 404
    assert two.registry.store.cases.find(WOMAN)


def test_a_record_that_is_not_here_has_no_page(two: Two) -> None:
    assert two.petra.get(f"/cases/{'0' * 32}/erase").status_code == 404


def test_a_request_waits_on_the_page_of_work_of_others_only(two: Two) -> None:
    line = "Erasures that wait for a second person"
    assert f"{line} (1)" not in words_of(two.dora.get("/"))
    two.ask()
    assert f"{line} (1)" in words_of(two.dora.get("/"))
    assert f'href="{two.page}"' in two.dora.get("/").text
    assert f"{line} (1)" not in words_of(two.petra.get("/"))
    clerk = two.registry.signed_in("clara", Role.CLERK)
    assert line not in words_of(clerk.get("/"))
    two.confirm(two.dora)
    assert f"{line} (1)" not in words_of(two.dora.get("/"))


def test_oversight_lists_who_asked_and_who_erased_and_no_name(two: Two) -> None:
    assert "Erasures" not in words_of(two.dora.get("/audit"))
    two.ask()
    assert "waits for a second person" in words_of(two.dora.get("/audit"))
    two.confirm(two.dora)
    page = two.dora.get("/audit")
    words = words_of(page)
    assert "waits for a second person" not in words
    assert "Petra Staff" in words
    assert "Dora Staff" in words
    assert WHY in words
    assert WOMAN not in page.text


def test_a_protection_officer_may_be_the_second_person_too(two: Two) -> None:
    two.ask()
    pavlo = two.registry.signed_in("pavlo", Role.PROTECTION)
    assert two.confirm(pavlo).status_code == 303
    (done,) = two.registry.store.oversight.erasures()
    assert (done.asked_by, done.erased_by) == (two.user("petra"), two.user("pavlo"))


def test_pairs_that_name_it_vanish_and_no_search_finds_it_again(
    store: Store, tmp_path: Path
) -> None:
    one = people("Abdullah Shindandi", **{k.replace("-", "_"): v for k, v in ABDULLAH.items()})
    two = people("عبدالله", **{k.replace("-", "_"): v for k, v in ABDULLAH_AGAIN.items()})
    with a_laptop(tmp_path) as laptop:
        send(laptop, store, one, two)
        screening = Screening(store)
        assert screening.screen([one.case, two.case], NOON) == 1
        erasing.ask(store, one.case, reason=WHY, by="petra", at=NOON)
        erasing.confirm(store, one.case, by="dora", at=NOON)
        assert store.pairs.waiting() == []
        assert store.filing.agreed_to(Purpose.VERIFICATION).people() == 1
        third = people("Abdullah", **{k.replace("-", "_"): v for k, v in ABDULLAH.items()})
        send(laptop, store, third)
        assert screening.screen([third.case], NOON) == 1
        (pair,) = store.pairs.waiting()
        assert one.case not in (pair.left_case, pair.right_case)


def test_the_pages_make_the_running_search_forget(store: Store, tmp_path: Path) -> None:
    said = {k.replace("-", "_"): v for k, v in ABDULLAH.items()}
    one, two = people("Abdullah", **said), people("Abdullah", **said)
    with a_laptop(tmp_path) as laptop:
        send(laptop, store, one)
        registry = a_registry(store)
        petra = registry.signed_in("petra", Role.PROTECTION)
        dora = registry.signed_in("dora", Role.DPO)
        page = f"/cases/{one.case}/erase"
        petra.post(page, {"reason": WHY})
        dora.post(page + "/confirm", page=page)
        send(laptop, store, two)
        desk = registry.app.extensions["intake"]
        desk.on_received([two.case])
        assert store.pairs.waiting() == []


@pytest.fixture
def line(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """A laptop and a registry that let it in; closed after the test."""
    laptop, registry = a_store(tmp_path / "far-laptop"), a_store(tmp_path / "far-registry")
    let_in(laptop, registry)
    yield laptop, registry
    laptop.close()
    registry.close()


def test_a_laptop_that_syncs_on_brings_nothing_back(line: tuple[Store, Store]) -> None:
    laptop, registry = line
    group = register(laptop, "Олена Тест")
    synced(laptop, Line(registry))
    erasing.ask(registry, group.case, reason=WHY, by="petra", at=NOON)
    erasing.confirm(registry, group.case, by="dora", at=NOON)
    laptop.record(statements(group.case, a_statement(group.people[0], "mother", a_name("Ганна"))))
    late = laptop.head(laptop.own_chain).seq
    synced(laptop, Line(registry))
    assert registry.head(laptop.own_chain).seq >= late
    assert registry.cases.find("Ганна") == []
    assert registry.keyring.is_forgotten(group.case)
    registry.rebuild()
    assert registry.cases.get(group.case) is None
    assert registry.verify() == []


def test_what_is_kept_aside_after_an_erasure_holds_no_key_of_it(line: tuple[Store, Store]) -> None:
    laptop, registry = line
    group = register(laptop, "Олена Тест")
    synced(laptop, Line(registry))
    erasing.ask(registry, group.case, reason=WHY, by="petra", at=NOON)
    erasing.confirm(registry, group.case, by="dora", at=NOON)
    lost = DeviceRevoked(device=laptop.own_chain, reason="lost", by="dora", at=NOON)
    registry.record(lost)
    key = laptop.keyring.get(group.case)
    laptop.record(statements(group.case, a_statement(group.people[0], "mother", a_name("Ганна"))))
    fresh = register(laptop, "Petro Test")
    push = make_push(laptop, registry.head(laptop.own_chain).seq, at=NOON)
    assert push is not None
    with pytest.raises(Refused):
        take_entries(registry, push.bundle, Arrival(NOON, "stick"))
    (row,) = registry._db.table("quarantine").rows
    assert fresh.case in row["body"].decode()
    assert f'"case":"{fresh.case}","key"' in row["body"].decode()
    assert f'"case":"{group.case}","key"' not in row["body"].decode()
    assert key is not None
