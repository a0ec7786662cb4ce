"""Interviewers may add a question, within the limits that protect the person."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from intake.domain.codes import InterviewStatus, Stage
from intake.domain.event import PlannedQuestion
from intake.errors import (
    InterviewUnfinished,
    QuestionLeads,
    QuestionRefused,
    QuestionsEnough,
    StageNotReached,
    ValueTooLong,
)
from intake.interview.adding import LONGEST, add, cued, from_bank, own_question
from intake.interview.bank import QUESTION_BANK
from intake.interview.conduct import ConductState
from intake.interview.plan import CLOSING, MOST, NARRATIVE
from intake.interview.script import Theme

AT = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
TALKING = ConductState("i1", "c1", Stage.PROBE)
OTHERS = [q for q in QUESTION_BANK if q not in (NARRATIVE, *CLOSING)]


def planned(*names):
    return [PlannedQuestion(name, "standard") for name in names]


def added(question=None, state=TALKING, before=(), themes=()):
    one = question or from_bank(QUESTION_BANK["PL2"])
    return add(one, state, before, themes, by="u1", at=AT)


def test_an_own_question_keeps_its_words_in_one_line():
    own = own_question("  Who taught\n you to bake? ", ())
    assert own == PlannedQuestion("OWN1", "own", text="Who taught you to bake?")


def test_own_questions_are_numbered_one_after_the_other():
    first = own_question("Who taught you to bake?", planned("FA2"))
    assert own_question("What grew behind the house?", [first]).question == "OWN2"


def test_what_is_asked_of_nobody_is_refused_with_its_item():
    with pytest.raises(QuestionRefused) as caught:
        own_question("What is the capital?", ())
    assert caught.value.facts == {"item": "schooling"}


def test_a_question_that_says_its_answer_is_refused():
    with pytest.raises(QuestionLeads):
        own_question("You lived there, didn't you?", ())


def test_a_speech_is_no_question():
    with pytest.raises(ValueTooLong):
        own_question("a" * (LONGEST + 1), ())


def test_a_question_of_the_bank_tells_what_it_speaks_to():
    one = from_bank(QUESTION_BANK["PL2"])
    assert (one.question, one.why, one.path, one.text) == ("PL2", "added", "last-residence", "")


@pytest.mark.parametrize("stage", [s for s in Stage if s not in (Stage.PROBE, Stage.CLARIFY)])
def test_nothing_is_added_before_the_story_or_at_the_end(stage):
    with pytest.raises(StageNotReached):
        added(state=replace(TALKING, stage=stage))


@pytest.mark.parametrize("stage", [Stage.PROBE, Stage.CLARIFY])
def test_a_question_is_added_while_asking(stage):
    event = added(state=replace(TALKING, stage=stage))
    assert (event.interview, event.question.question, event.by) == ("i1", "PL2", "u1")


@pytest.mark.parametrize("status", [s for s in InterviewStatus if s is not InterviewStatus.RUNNING])
def test_nothing_is_added_to_a_talk_that_is_not_running(status):
    with pytest.raises(InterviewUnfinished):
        added(state=replace(TALKING, status=status))


def test_twelve_questions_are_the_most_besides_story_and_closing():
    full = planned(NARRATIVE, *CLOSING, *OTHERS[:MOST])
    assert cued(full) == MOST
    with pytest.raises(QuestionsEnough):
        added(before=full)
    assert added(before=full[:-1])


def test_customs_are_asked_about_twice_at_the_most():
    assert added(themes=[Theme.CULTURE, Theme.CULTURE])
    with pytest.raises(QuestionsEnough):
        added(themes=[Theme.CULTURE] * 3)


def test_a_question_as_long_as_it_may_be_is_taken():
    assert own_question("a" * LONGEST, ()).text == "a" * LONGEST


def test_an_added_question_is_filed_with_its_case():
    assert added().case == "c1"
