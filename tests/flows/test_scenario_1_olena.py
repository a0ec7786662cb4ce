"""Scenario 1 of the domain: Olena, her son, her missing husband, and later her sister."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.codes import CaseStatus, IdentityLevel, Kin, ReviewVerdict, SupportClass
from intake.domain.event import DecisionReviewed
from intake.domain.place import place_link
from intake.store.engine import IntegrityError
from tests.builders import NOON
from tests.flows.office import (
    AGREED,
    Office,
    a_proposal,
    an_office,
    complete,
    judge,
    ledger_of,
    make_final,
    propose,
    proposed,
    review,
    support,
    tell,
    tell_decision,
    urgent,
)
from tests.registry.casework import problems, words_of
from tests.registry.talk import a_finished_talk

SAID = "Артемівськ"
BAKHMUT = "gn713174"
OLENA = {
    "who": {
        "name": "Олена",
        "name_latin": "Elena",
        "sex": "f",
        "birth__age": "34",
        "birth__about": "yes",
        "relationship": "focal-point",
        "languages__tags": ["uk", "ru"],
    },
    "origin": {
        "birth_place": SAID,
        "birth_place__country": "UA",
        "birth_place__link": BAKHMUT,
        "last_residence": SAID,
        "mother": "Ганна",
        "father": "Петро",
        "missing_relatives": "yes",
        "documents__0_kind": "passport",
        "documents__0_status": "destroyed",
    },
    "consent": {**AGREED, "private_moment": "offered-taken"},
}
SON = {
    "who": {"name": "Данило", "sex": "m", "birth__age": "9", "relationship": "child"},
    "origin": {"mother": "Олена", "missing_relatives": "yes"},
    "consent": {**AGREED, "given_by": "caregiver-and-child"},
}
SISTER = {
    "who": {"name": "Марина", "sex": "f", "birth__age": "29", "birth__about": "yes"},
    "origin": {"birth_place": "Бахмут", "birth_place__country": "UA", "mother": "Ганна"},
    "consent": AGREED,
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as opened:
        yield opened


def olena_comes(office: Office) -> str:
    """Two people, one group, a search for the husband; read back and sent."""
    desk = office.laptop
    case = desk.new_case("family", people="2")
    urgent(desk, case)
    tell(desk, case, **OLENA)
    tell(desk, case, 1, **SON)
    husband = {"kin": "spouse", "name": "Андрій", "last_news": "A call in spring."}
    husband["asker"] = office.people(case)[0]
    desk.send(desk.get(f"/cases/{case}/tracing/new"), husband, having="kin")
    complete(desk, case)
    return case


def the_sister_comes(office: Office) -> str:
    """Two months later, alone, as a case of her own."""
    case = office.laptop.new_case()
    urgent(office.laptop, case)
    tell(office.laptop, case, **SISTER)
    complete(office.laptop, case)
    return case


def test_one_group_two_people_and_a_search_reach_the_registry(office: Office) -> None:
    case = olena_comes(office)
    assert office.laptop.case(case).status is CaseStatus.READY
    office.sync()
    assert office.laptop.case(case).status is CaseStatus.RECEIVED
    arrived = office.registry.cases.get(case)
    assert arrived is not None
    assert [m.text("name") for m in arrived.members] == ["Олена", "Данило"]
    (search,) = office.registry.cases.tracing(case)
    assert (search.kin, search.individual) == (Kin.SPOUSE, arrived.members[0].id)
    assert search.sought["name"]["text"] == "Андрій"


def test_the_old_name_of_the_town_stays_as_she_said_it(office: Office) -> None:
    case = olena_comes(office)
    office.sync()
    olena = office.registry.cases.individual(office.people(case)[0])
    assert olena is not None
    assert olena.text("birth-place") == SAID
    assert olena.value("last-residence") == {"text": SAID, "country": ""}
    assert olena.text("name.latin") == "Elena"
    page = office.staff.reviewer.get(f"/people/{olena.id}?purpose=compare-records")
    both = f"{SAID}, as said; today Bakhmut, Donetsk region, Ukraine"
    assert both in words_of(page)
    assert both in office.laptop.get(f"/cases/{case}/record").text


def test_the_town_of_today_is_linked_and_says_where_it_was_looked_up(office: Office) -> None:
    case = olena_comes(office)
    office.sync()
    link = place_link(office.registry.cases.individual(office.people(case)[0]).value("birth-place"))
    assert link is not None
    assert (link.id, link.name, link.local) == (BAKHMUT, "Bakhmut", "Бахмут")
    assert link.pack.startswith("UA-")


def recorded_first(office: Office, olena: str) -> None:
    """The first talk carries her to A1; told, not commented, final."""
    first = a_finished_talk(office.staff, olena)
    too_high = propose(office.staff, first, a_proposal(IdentityLevel.A2))
    assert "This level is higher than what supports it." in problems(too_high)
    recorded = proposed(office.staff, first, a_proposal(IdentityLevel.A1))
    assert review(office.staff.reviewer, recorded).status_code == 303
    tell_decision(office, recorded)
    office.sync()
    make_final(office, recorded)


def the_sister_is_heard(office: Office, olena: str) -> str:
    """Two months later; she supports nothing before she was heard alone."""
    office.come_back(days=60)
    case = the_sister_comes(office)
    office.sync()
    judge(office.staff, "related")
    sister = office.people(case)[0]
    found = office.registry.cases.individual(sister)
    assert found is not None
    early = support(office.staff, olena, "kin", number=found.number)
    assert "Choose a relative who was heard alone." in problems(early)
    a_finished_talk(office.staff, sister)
    return sister


def test_a_sister_and_a_school_record_carry_her_to_a3_with_two_people(office: Office) -> None:
    case = olena_comes(office)
    office.sync()
    olena = office.people(case)[0]
    recorded_first(office, olena)
    page = f"/cases/{case}/record"
    unique = "Your identity is recorded, and the record is unique."
    assert unique in office.laptop.get(page).text
    sister = the_sister_is_heard(office, olena)
    second = a_finished_talk(office.staff, olena)
    data = a_proposal(IdentityLevel.A3, "record", message="Ми віримо.") | {"kin": sister}
    strong = proposed(office.staff, second, data)
    assert set(strong.supports) == {SupportClass.KIN, SupportClass.RECORD}
    assert review(office.staff.reviewer, strong).status_code == 303
    tell_decision(office, strong)
    office.sync()
    answer = office.laptop.get(page).text
    assert "Your identity is well supported." in answer
    assert "Ми віримо." in answer
    assert "Until this day the person can say what they think of it" in answer
    assert office.registry.identities.of(olena).level is IdentityLevel.A1
    make_final(office, strong)
    office.sync()
    assert office.registry.identities.of(olena).level is IdentityLevel.A3
    assert "Until this day the person can say" not in office.laptop.get(page).text
    assert office.registry.verify() == []


def test_neither_page_nor_table_takes_the_same_person_twice(office: Office) -> None:
    case = olena_comes(office)
    office.sync()
    talk = a_finished_talk(office.staff, office.people(case)[0])
    waiting = proposed(office.staff, talk, a_proposal(IdentityLevel.A3, "document", "record"))
    before = ledger_of(office.registry)
    by_page = review(office.staff.interviewer, waiting)
    assert by_page.status_code == 403
    themselves = DecisionReviewed(
        case=case,
        decision=waiting.id,
        individual=waiting.individual,
        verdict=ReviewVerdict.CONFIRM,
        reason="I confirm what I proposed.",
        by=office.staff.user("interviewer"),
        at=NOON,
    )
    with pytest.raises(IntegrityError):
        office.registry.record(themselves)
    assert ledger_of(office.registry) == before
    assert office.registry.decisions.proposed() == [waiting]
