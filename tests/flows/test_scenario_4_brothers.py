"""Scenario 4 of the domain: two brothers found at a station, and an aunt who looks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.codes import ConsentAnswer, Purpose
from intake.domain.relative import lines
from intake.registry.tracing import candidates
from tests.flows.cast import AUNT, FOUND, SOUGHT
from tests.flows.office import Office, an_office, complete, tell, urgent

GUARDED = {
    **dict.fromkeys(("registration", "verification", "referral"), "yes"),
    "given_by": "guardian",
    "care_arrangement": "The children's home at the station",
}
PARENTS = {"mother": "Оксана Бондар", "father": "Тарас Бондар", "birth_place": "Стара Гута"}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as opened:
        yield opened


def the_boys_come(office: Office, tracing: str = "yes", own: str = "yes") -> str:
    """The elder speaks for both; a guardian answers, and each boy for himself."""
    desk = office.laptop
    case = desk.new_case("family", people="2")
    urgent(desk, case)
    consent = {**GUARDED, "tracing": tracing, "child_tracing": own}
    elder = {"name": "Петрик Бондар", "sex": "m", "birth__age": "11"}
    younger = {"name": "Юрчик", "sex": "m", "birth__age": "6", "relationship": "sibling"}
    tell(desk, case, who={**elder, "relationship": "focal-point"}, origin=PARENTS, consent=consent)
    tell(desk, case, 1, who={**younger, "told_by": "relative"}, origin=PARENTS, consent=consent)
    for member in (0, 1):
        page = desk.get(desk.address(case, "child", member))
        desk.send(page, FOUND, having="found_by")
    return case


def the_aunt_asks(office: Office) -> str:
    desk = office.laptop
    case = desk.new_case()
    urgent(desk, case)
    tell(desk, case, **AUNT)
    page = desk.get(f"/cases/{case}/tracing/new")
    asked = desk.send(page, {**SOUGHT, "asker": office.people(case)[0]}, having="kin")
    assert "The search is asked for." in asked.text
    complete(desk, case)
    return case


def sent(office: Office, *cases: str) -> None:
    for case in cases:
        complete(office.laptop, case)
    office.sync()


def found(office: Office, asker: str) -> list[str]:
    (request,) = office.registry.cases.tracing(asker)
    return [one.person_id for one in candidates(office.registry, request)]


def test_v11_the_younger_is_a_brother_by_his_own_page_only(office: Office) -> None:
    case = the_boys_come(office)
    assert lines(office.laptop.case(case).members[1]) == []
    family = office.laptop.get(office.laptop.address(case, "family", 1))
    assert "Петрик Бондар" in family.text
    office.laptop.send(family, {"says": "yes"}, having="of")
    (line,) = lines(office.laptop.case(case).members[1])
    assert line.relative.to == office.people(case)[0]


@pytest.mark.parametrize(("guardian", "own"), [("no", "yes"), ("yes", "no")])
def test_without_the_guardian_or_against_his_own_word_he_is_not_found(
    office: Office, guardian: str, own: str
) -> None:
    boys, aunt = the_boys_come(office, guardian, own), the_aunt_asks(office)
    sent(office, boys)
    assert not set(found(office, aunt)) & set(office.people(boys))
    arrived = office.registry.cases.get(boys)
    assert arrived is not None
    kept = [c for c in arrived.consents if c.purpose is Purpose.TRACING]
    assert {c.answer for c in kept} == {ConsentAnswer.NO}
    assert {(c.carer.value, c.assent.value) for c in kept} == {(guardian, own)}
