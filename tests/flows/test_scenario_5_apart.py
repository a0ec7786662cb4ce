"""Scenario 5 of the domain: a woman whom her husband's family must not find."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.codes import Role
from intake.registry.tracing import candidates
from tests.flows.office import AGREED, Office, an_office, complete, tell, urgent
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


def he_asks(office: Office, case: str, name: str = "Дарина") -> None:
    typed = {"kin": "spouse", "name": name, "birth_place": "Стара Гута"}
    typed["asker"] = office.people(case)[0]
    asked = office.laptop.send(office.laptop.get(f"/cases/{case}/tracing/new"), typed, having="kin")
    assert "The search is asked for." in asked.text


def seen_by(office: Office, role: Role, person: str) -> str:
    visitor = office.staff.registry.signed_in(f"a-{role.value}-{person[:6]}", role)
    return words_of(visitor.get(f"/people/{person}?purpose=check-recording"))


def test_she_is_a_group_of_her_own_with_her_own_number_and_all_she_said(office: Office) -> None:
    hers, his, person = she_goes_apart(office)
    case = office.laptop.case(hers)
    (daryna,) = case.members
    assert (daryna.id, daryna.text("name"), case.focal) == (person, "Дарина", person)
    assert daryna.text("withheld-from") == FEARED
    assert [m.text("name") for m in office.laptop.case(his).members] == ["Ростислав"]


def test_his_record_and_his_slip_tell_nothing_of_where_she_is(office: Office) -> None:
    hers, his, _ = she_goes_apart(office)
    desk = office.laptop
    number = desk.case(hers).number
    complete(desk, his)
    for page in ("record", "slip", "check"):
        text = desk.get(f"/cases/{his}/{page}").text
        assert number[:5] not in text
        assert FEARED not in text


def test_whom_she_fears_is_never_read_aloud(office: Office) -> None:
    hers, _, _ = she_goes_apart(office)
    assert "My husband" not in office.laptop.get(f"/cases/{hers}/check").text


def test_his_search_and_a_search_that_finds_nobody_look_the_same(office: Office) -> None:
    hers, his, person = she_goes_apart(office)
    he_asks(office, his)
    he_asks(office, his, "Somebody who never came")
    for case in (hers, his):
        complete(office.laptop, case)
    office.sync()
    requests = office.registry.cases.tracing(his)
    assert len(requests) == 2
    for request in requests:
        assert person not in [one.person_id for one in candidates(office.registry, request)]
    record = office.laptop.get(f"/cases/{his}/record").text
    assert record.count("Somebody who never came") == 1
    assert office.registry.cases.get(hers).number[:5] not in record  # type: ignore[union-attr]


def test_even_with_her_consent_to_tracing_his_laptop_is_told_nothing(office: Office) -> None:
    hers, his, _ = she_goes_apart(office)
    desk = office.laptop
    desk.fill(hers, "consent", {"tracing": "yes"})
    before = desk.get(f"/cases/{his}/record").text
    he_asks(office, his)
    asked = desk.get(f"/cases/{his}/record").text
    for case in (hers, his):
        complete(desk, case)
    office.sync()
    office.sync()
    after = desk.get(f"/cases/{his}/record").text
    number = desk.case(hers).number
    for page in (before, asked, after):
        assert number[:5] not in page


@pytest.mark.parametrize("role", STAFF)
def test_staff_who_open_his_record_do_not_learn_that_she_is_near(
    office: Office, role: Role
) -> None:
    hers, his, person = she_goes_apart(office)
    for case in (hers, his):
        complete(office.laptop, case)
    office.sync()
    words = seen_by(office, role, office.people(his)[0])
    her_number = office.laptop.case(hers).number
    for secret in (her_number[:5], "went on apart", "To protect somebody"):
        assert secret not in words
    assert FEARED not in seen_by(office, role, person)


def test_protection_sees_both_groups_and_whom_she_fears(office: Office) -> None:
    hers, his, person = she_goes_apart(office)
    for case in (hers, his):
        complete(office.laptop, case)
    office.sync()
    assert "To protect somebody" in seen_by(office, Role.PROTECTION, office.people(his)[0])
    words = seen_by(office, Role.PROTECTION, person)
    assert FEARED in words
    assert "Through the nurse" in words


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
