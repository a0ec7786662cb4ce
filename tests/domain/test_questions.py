"""The list of questions is closed, complete and modest."""

import re

import pytest

from intake.domain.codes import Level
from intake.domain.questions import MATERIAL, QUESTIONS, Shape, needed_for

ALL = tuple(QUESTIONS.values())


@pytest.mark.parametrize("question", ALL, ids=lambda q: q.path)
def test_every_question_is_well_made(question):
    assert QUESTIONS[question.path] is question
    assert re.fullmatch(r"[a-z]+([.-][a-z]+)*", question.path)
    assert question.of in ("case", "individual")
    assert (question.codes is not None) == (question.shape is Shape.CODE)
    assert question.limit > 0


@pytest.mark.parametrize("shape", list(Shape))
def test_every_shape_is_asked_for_somewhere(shape):
    assert [q.path for q in ALL if q.shape is shape]


def test_decisions_speak_about_few_facts_of_individuals():
    assert MATERIAL == ("name", "birth", "birth-place", "last-residence", "father", "mother")
    assert all(QUESTIONS[path].of == "individual" for path in MATERIAL)
    assert all(QUESTIONS[path].single for path in MATERIAL)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("of", ["case", "individual"])
def test_needed_questions_are_those_of_the_level_and_the_subject(level, of):
    for path in needed_for(level, of):
        assert level in QUESTIONS[path].needed
        assert QUESTIONS[path].of == of


def test_a_quick_registration_asks_for_a_head_count_only():
    assert needed_for(Level.QUICK, "case") == ("tally",)
    assert needed_for(Level.QUICK, "individual") == ()


def test_a_full_registration_asks_the_urgent_questions_of_every_case():
    urgent = {path for path in QUESTIONS if path.startswith("urgent.")}
    assert urgent
    assert urgent <= set(needed_for(Level.FULL, "case"))


def test_a_full_registration_asks_every_individual_the_minimum():
    needed = set(needed_for(Level.FULL, "individual"))
    assert {"name", "sex", "birth", "languages", "missing-relatives"} <= needed
    assert not needed & {"father", "mother", "spouse", "documents"}


@pytest.mark.parametrize(
    "word",
    [
        "religion",
        "ethnic",
        "tribe",
        "military",
        "party",
        "crime",
        "biometric",
        "photo",
        "finger",
        "accent",
        "demeanour",
    ],
)
def test_there_is_no_place_for_what_is_never_asked(word):
    assert not [path for path in QUESTIONS if word in path]
