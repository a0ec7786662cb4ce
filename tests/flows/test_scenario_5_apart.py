"""Scenario 5 of the domain: a woman whom her husband's family must not find."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.codes import Role
from tests.flows.cast import AGREED
from tests.flows.office import Office, an_office, complete, tell, urgent
from tests.registry.casework import words_of

HUSBAND = {
    "who": {"name": "Ростислав", "sex": "m", "birth__age": "40", "relationship": "focal-point"},
    "origin": {"birth_place": "Стара Гута", "spouse": "Дарина", "missing_relatives": "yes"},
    "consent": AGREED,
}
FEARED = "My husband and his brothers"
DARYNA = {
    "who": {"name": "Дарина", "sex": "f", "birth__age": "36", "relationship": "spouse-partner"},
    "origin": {"birth_place": "Стара Гута", "spouse": "Ростислав"},
    "consent": {
        **AGREED,
        "tracing": "no",
        "safe_contact": "Through the nurse",
    },
}
STAFF = (Role.CLERK, Role.INTERVIEWER, Role.REVIEWER)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as opened:
        yield opened


def they_come(office: Office) -> str:
    """Two people who came as one family; nothing is complete yet."""
    desk = office.laptop
    case = desk.new_case("family", people="2")
    urgent(desk, case)
    tell(desk, case, **HUSBAND)
    tell(desk, case, 1, **DARYNA)
    page = desk.get(desk.address(case, "sharing", 1))
    told = {"withheld_from": FEARED, "given_by": "self", "explained": "spoken"}
    assert desk.send(page, told, having="explained").status == 200
    return case


def she_goes_apart(office: Office, reason: str = "protection") -> tuple[str, str, str]:
    """Her case, his case, and her own id; both complete."""
    desk, case = office.laptop, they_come(office)
    his, hers = office.people(case)
    page = desk.get(f"/cases/{case}/split")
    after = desk.send(page, {"people": [hers], "reason": reason}, having="reason")
    apart = after.path.split("/")[2]
    urgent(desk, apart)
    stayed = desk.store.cases.of_individual(his)
    assert stayed is not None
    return apart, stayed.id, hers


def seen_by(office: Office, role: Role, person: str) -> str:
    visitor = office.staff.registry.signed_in(f"a-{role.value}-{person[:6]}", role)
    return words_of(visitor.get(f"/people/{person}?purpose=check-recording"))


def test_what_she_said_before_they_parted_opens_with_none_of_his_keys(office: Office) -> None:
    together = they_come(office)
    office.sync()
    person = office.people(together)[1]
    page = office.laptop.get(f"/cases/{together}/split")
    sent = {"people": [person], "reason": "protection"}
    office.laptop.send(page, sent, having="reason")
    office.sync()
    entries = office.registry.ledger.of_case(together)
    assert entries
    assert [office.registry.open_event(e) for e in entries] == [None] * len(entries)


def test_a_family_that_asks_for_it_is_parted_openly(office: Office) -> None:
    hers, his, person = she_goes_apart(office, "family-request")
    for case in (hers, his):
        complete(office.laptop, case)
    office.sync()
    words = seen_by(office, Role.CLERK, person)
    assert "This group parted from another" in words
    assert office.laptop.case(his).number[:5] in words
