"""Scenario 6 of the domain: a man who declines whatever he may is not worse off for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.codes import Absent
from intake.domain.questions import QUESTIONS
from tests.flows.cast import INPUTS
from tests.flows.office import Office, an_office


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


REACHES = {
    (): "A1",
    ("place",): "A1",
    ("document",): "A2",
    ("document", "record"): "A3",
}
