"""Scenario 6 of the domain: a man who declines whatever he may is not worse off for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.codes import Absent, IdentityLevel, Stage
from intake.domain.questions import MATERIAL, QUESTIONS
from intake.store.interviews import Interview
from tests.flows.office import (
    AGREED,
    URGENT_NO,
    Office,
    a_proposal,
    an_office,
    complete,
    proposed,
    review,
    support,
    tell,
    tell_decision,
    urgent,
)
from tests.registry.casework import words_of
from tests.registry.talk import a_finished_talk, go, held, plan, send, sign

DECLINED = "asked-declined"
INPUTS: tuple[dict[str, str], ...] = (
    {"language": "uk", "channel": "spoken", "group_kind": "single"},
    {"urgent_doctor": "yes", "rest": DECLINED},
    {"name": "Тарас", "rest": DECLINED},
    {"rest": DECLINED},
    {"referral": "yes", "rest": DECLINED},
    {"read_back": "yes"},
)
EVERYTHING = {
    "who": {"name": "Назар", "sex": "m", "birth__year": "1980", "languages__tags": ["uk"]},
    "origin": {
        "birth_place": "Стара Гута",
        "last_residence": "Стара Гута",
        "nationality": "Ukraine",
        "father": "Іван",
        "mother": "Марія",
        "missing_relatives": "no",
    },
    "consent": AGREED,
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as opened:
        yield opened


def he_comes(office: Office) -> str:
    """From the first page to the complete record, one page after the other."""
    page = office.laptop.get("/cases/new?kind=single")
    for filled in INPUTS:
        page = office.laptop.send(page, filled, having=list(filled)[-1])
    case = page.path.split("/")[2]
    office.sync()
    return case


def he_declines_the_talk(office: Office, person: str) -> Interview:
    """He comes to the interview, and answers nothing there."""
    planned = plan(office.staff, person)
    silent = {"OP1-text__absent": DECLINED}
    for stage, data in ((Stage.OPEN, {}), (Stage.NARRATIVE, {}), (Stage.PROBE, silent)):
        assert go(office.staff, planned.id, stage, data).status_code == 303
    asked = {
        f"{q.question}-text__absent": DECLINED for q in held(office.staff, planned.id).questions
    }
    assert send(office.staff, planned.id, "save", asked).status_code == 303
    for stage in (Stage.CLARIFY, Stage.CLOSE):
        assert go(office.staff, planned.id, stage, asked).status_code == 303
    assert sign(office.staff, planned.id).status_code == 303
    return held(office.staff, planned.id)


def test_twelve_inputs_are_enough_and_every_refusal_is_an_answer(office: Office) -> None:
    assert sum(len(filled) for filled in INPUTS) <= 12
    he = office.registry.cases.get(he_comes(office))
    assert he is not None
    assert he.value("urgent.doctor") == "yes"
    (member,) = he.members
    assert member.text("name") == "Тарас"
    for path, question in QUESTIONS.items():
        if question.needed and question.of == "individual" and path not in ("name", "relationship"):
            assert member.absent(path) is Absent.DECLINED, path


def test_he_reaches_a1_and_is_referred(office: Office) -> None:
    case = he_comes(office)
    talk = he_declines_the_talk(office, office.people(case)[0])
    reasons = {f"fact-{fact}-outcome": "partly-established" for fact in MATERIAL if fact != "name"}
    data = a_proposal(IdentityLevel.A1, next_step="referral-made", **reasons)
    made = proposed(office.staff, talk, data)
    assert review(office.staff.reviewer, made).status_code == 303
    tell_decision(office, made)
    office.sync()
    told = office.laptop.get(f"/cases/{case}/record").text
    assert "Your identity is recorded, and the record is unique." in told
    assert "We have passed your need on to somebody who helps." in told


REACHES = {
    (): "A1",
    ("place",): "A1",
    ("document",): "A2",
    ("document", "record"): "A3",
}


def test_what_he_declines_never_lowers_what_he_can_reach(office: Office) -> None:
    silent = he_declines_the_talk(office, office.people(he_comes(office))[0])
    case = office.laptop.new_case()
    urgent(office.laptop, case, URGENT_NO)
    tell(office.laptop, case, **EVERYTHING)
    complete(office.laptop, case)
    office.sync()
    talkative = a_finished_talk(office.staff, office.people(case)[0])
    for supports, level in REACHES.items():
        for about in (silent, talkative):
            for of in supports:
                support(office.staff, about.individual, of)
            page = office.staff.interviewer.get(f"/interviews/{about.id}/decision")
            assert f"How far this reaches {level}" in words_of(page)
