"""Scenario 3 of the domain: Hodan, 16 or 19, brought by a man she met on the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.codes import ConsentAnswer, Purpose, Role
from intake.domain.questions import QUESTIONS
from tests.flows.office import Office, an_office, complete, tell, urgent
from tests.registry.casework import words_of

NAME = "Xodan Cabdi Warsame"
BRINGER = "Faarax with the blue van"
HODAN = {
    "who": {
        "name": NAME,
        "name_other": "Indhoyar",
        "sex": "f",
        "birth__age": "16",
        "birth__age_to": "19",
        "languages__others": "so",
    },
    "origin": {"missing_relatives": "yes"},
    "consent": {
        **dict.fromkeys(("registration", "verification", "tracing"), "yes"),
        **dict.fromkeys(("child_registration", "child_verification"), "yes"),
        "child_tracing": "no",
        "given_by": "guardian",
    },
}
FOUND = {
    "brought_by": "A driver",
    "brought_tie": "met-on-route",
    "brought_contact": BRINGER,
    "care_kind": "residential",
    "guardian": "Appointed by the children's office",
    "wish_not_with": "The driver",
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as opened:
        yield opened


def she_comes(office: Office) -> str:
    """Alone as far as the record goes; the page of a child is filled beside the others."""
    desk = office.laptop
    case = desk.new_case(language="so")
    urgent(desk, case)
    tell(desk, case, **HODAN)
    desk.send(desk.get(desk.address(case, "child")), FOUND, having="found_by")
    return case


def seen_by(office: Office, role: Role, person: str) -> str:
    visitor = office.staff.registry.signed_in(f"h-{role.value}", role)
    return words_of(visitor.get(f"/people/{person}?purpose=protect-person"))


def test_v09_an_age_on_both_sides_of_eighteen_takes_the_way_of_a_child(office: Office) -> None:
    case = she_comes(office)
    page = office.laptop.get(f"/cases/{case}").text
    assert "No parent or carer here" in page
    assert "private_moment" not in office.laptop.get(office.laptop.address(case, "consent")).html


def test_her_three_names_and_her_nickname_stay_as_she_said_them(office: Office) -> None:
    case = she_comes(office)
    complete(office.laptop, case)
    office.sync()
    hodan = office.registry.cases.individual(office.people(case)[0])
    assert hodan is not None
    assert (hodan.text("name"), hodan.text("name.other")) == (NAME, "Indhoyar")


def test_dp06_her_own_no_holds_and_the_guardians_yes_is_kept(office: Office) -> None:
    case = she_comes(office)
    complete(office.laptop, case)
    office.sync()
    arrived = office.registry.cases.get(case)
    assert arrived is not None
    tracing = next(c for c in arrived.consents if c.purpose is Purpose.TRACING)
    assert (tracing.answer, tracing.carer, tracing.assent) == (
        ConsentAnswer.NO,
        ConsentAnswer.YES,
        ConsentAnswer.NO,
    )
    hodan = office.people(case)[0]
    assert "Hidden" not in seen_by(office, Role.PROTECTION, hodan)
    tracer = office.staff.registry.signed_in("h-tracer", Role.TRACING)
    assert tracer.get(f"/people/{hodan}?purpose=trace-relative").status_code == 404


@pytest.mark.parametrize("role", [Role.CLERK, Role.INTERVIEWER, Role.REVIEWER])
def test_who_brought_her_is_shown_to_nobody_as_a_contact(office: Office, role: Role) -> None:
    case = she_comes(office)
    complete(office.laptop, case)
    office.sync()
    hodan = office.people(case)[0]
    words = seen_by(office, role, hodan)
    for secret in (BRINGER, "The driver"):
        assert secret not in words
    for paper in ("slip", "check"):
        assert BRINGER not in office.laptop.get(f"/cases/{case}/{paper}").text


def test_protection_reads_it_all_and_who_guards_her(office: Office) -> None:
    case = she_comes(office)
    complete(office.laptop, case)
    office.sync()
    words = seen_by(office, Role.PROTECTION, office.people(case)[0])
    for told in (
        BRINGER,
        "Appointed by the children's office",
        "May be a child",
        "Children's home",
    ):
        assert told in words


def test_there_is_no_place_for_a_photo(office: Office) -> None:
    case = she_comes(office)
    for page in ("child", "who", "consent"):
        html = office.laptop.get(office.laptop.address(case, page)).html
        assert 'type="file"' not in html
    assert not [path for path in QUESTIONS if "photo" in path or "picture" in path]
