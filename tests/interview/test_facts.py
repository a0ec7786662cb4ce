"""The plan lists the facts of this person and how each stands, without any value."""

import pytest

from intake.domain.codes import Absent
from intake.domain.individual import Individual
from intake.domain.questions import MATERIAL, QUESTIONS
from intake.domain.statement import Said
from intake.interview.facts import EXAMINABLE, FURTHER, FactState, gaps, material_facts
from tests.builders import a_name, a_statement


def someone(*said):
    return Individual("p1", "c1", "K7", 1, said)


def told(path, value="Ukraine", absent=None):
    statement = a_statement("p1", path, None if absent else value, absent=absent)
    return Said(statement, "u1", "d1", "2026-11-20T09:00:00+00:00", "1")


def state(person, path, differing=()):
    return next(f.state for f in material_facts(person, differing) if f.path == path)


def test_every_fact_is_a_question_and_the_main_ones_come_first():
    assert set(EXAMINABLE) <= set(QUESTIONS)
    assert EXAMINABLE[: len(MATERIAL)] == MATERIAL
    facts = material_facts(someone(), ())
    assert [f.path for f in facts] == list(EXAMINABLE)
    assert [f.path for f in facts if not f.always] == list(FURTHER)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((), FactState.NOT_KNOWN),
        ((told("nationality"),), FactState.TOLD),
        ((told("nationality", absent=Absent.DECLINED),), FactState.DECLINED),
        ((told("nationality", absent=Absent.UNKNOWN),), FactState.NOT_KNOWN),
        ((told("nationality", absent=Absent.LATER),), FactState.NOT_KNOWN),
    ],
)
def test_how_a_fact_stands(said, expected):
    assert state(someone(*said), "nationality") is expected


def test_what_is_said_in_two_ways_says_so_before_anything_else():
    assert state(someone(told("nationality")), "nationality", {"nationality"}) is FactState.DIFFERS


def test_what_somebody_would_not_say_is_no_gap():
    person = someone(told("mother", a_name("Ніна")), told("father", absent=Absent.DECLINED))
    assert set(gaps(person)) == set(MATERIAL) - {"mother", "father"}
