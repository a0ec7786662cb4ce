"""Scenario 1 of the domain: Olena, her son, her missing husband, and later her sister."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.codes import IdentityLevel, ReviewVerdict
from intake.domain.event import DecisionReviewed
from intake.domain.place import place_link
from intake.store.engine import IntegrityError
from tests.builders import NOON
from tests.flows.cast import AGREED
from tests.flows.office import (
    Office,
    a_proposal,
    an_office,
    complete,
    ledger_of,
    proposed,
    review,
    tell,
    urgent,
)
from tests.registry.casework import words_of
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
