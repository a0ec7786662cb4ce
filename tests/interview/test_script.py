"""The question bank is kind, open, complete and ready for translators."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

import intake.interview
from intake.domain.questions import QUESTIONS
from intake.interview.bank import BANK_VERSION, BANKS, QUESTION_BANK, question_of
from intake.interview.never_ask import NEVER_ASK
from intake.interview.script import N_, Theme, Verifiability

ALL = tuple(QUESTION_BANK.values())
FOLDER = Path(intake.interview.__file__).parent
# The interviewer ticks this one; it is nothing the person could contradict.
NOT_FOR_THE_PERSON = {"private-moment"}
# Asked of a child alone or of its carer when it is received, on a page of their own; what
# an interview asks of a child stands in the questions for children.
OF_A_CHILD_ALONE = {
    "care-kind", "found-where", "found-when", "brought-tie", "siblings-together", "wish-tracing",
}  # fmt: skip


def extracted():
    found = {}
    for name in ("never_ask.py", "bank_life.py", "bank_way.py"):
        for _, message, _, context in extract_from_file(
            "python", FOLDER / name, keywords={"N_": ((1, "c"), 2)}
        ):
            found[message] = context
    return found


def test_translators_find_every_text_under_its_context():
    messages = extracted()
    assert set(messages) == {q.text for q in ALL} | set(NEVER_ASK)
    assert set(messages.values()) == {"interview"}


def test_marking_a_text_changes_nothing():
    assert N_("interview", "Who are you?") == "Who are you?"


def test_ids_are_stable_and_said_once():
    assert all(re.fullmatch(r"[A-Z]{2}[1-9]", q.id) for q in ALL)
    assert {q.id: q for q in ALL} == QUESTION_BANK
    assert len({q.text for q in ALL}) == len(ALL)
    assert BANK_VERSION == "0"


@pytest.mark.parametrize("question", ALL, ids=lambda q: q.id)
def test_a_question_is_a_whole_sentence_that_speaks_to_known_paths(question):
    assert question.text[0].isupper()
    assert question.text[-1] in "?."
    assert set(question.paths) <= set(QUESTIONS)
    assert 0 <= question.risk <= 3
    assert question.verifiability


@pytest.mark.parametrize(
    "word",
    [
        "capital",
        "anthem",
        "flag",
        "president",
        "currency",
        "tribe",
        "clan",
        "prayer",
        "religion",
        "army",
        "military",
        "party",
        "torture",
        "smuggler",
        "why didn",
        "prove",
    ],
)
def test_no_question_tests_schooling_belief_or_allegiance(word):
    assert not [q.id for q in ALL if re.search(rf"\b{word}", q.text, re.IGNORECASE)]


def test_an_old_interview_finds_its_question_and_no_other():
    assert QUESTION_BANK is BANKS[BANK_VERSION]
    assert question_of("0", "FA2") is BANKS["0"]["FA2"]
    assert question_of("0", "ZZ9") is None


def test_a_newer_bank_is_read_with_the_newest_that_is_known():
    assert question_of("99", "FA2") is QUESTION_BANK["FA2"]


def test_no_question_leads_with_a_yes_in_it():
    leading = re.compile(r"(isn't|aren't|didn't|wasn't|is it true|right)\b.*\?", re.IGNORECASE)
    assert not [q.id for q in ALL if leading.search(q.text)]


@pytest.mark.parametrize(
    "path",
    [
        q.path
        for q in QUESTIONS.values()
        if q.single and q.of == "individual" and q.path not in NOT_FOR_THE_PERSON | OF_A_CHILD_ALONE
    ],
)
def test_whatever_can_contradict_has_an_open_question_without_risk(path):
    about = [q for q in ALL if path in q.paths and q.risk < 2 and not q.child]
    assert about


@pytest.mark.parametrize("theme", list(Theme))
def test_every_theme_has_questions(theme):
    assert [q for q in ALL if q.theme is theme]


def test_questions_for_children_are_their_own_theme_and_short():
    for question in ALL:
        assert question.child == (question.theme is Theme.CHILD)
        if question.child:
            assert len(question.text) < 80
            assert question.min_age <= 7
            assert not re.search(r"\b(when|how many|how long|or)\b", question.text.lower())


def test_what_may_hurt_is_never_asked_before_others():
    risky = [q for q in ALL if q.risk >= 2]
    assert {q.id for q in risky} == {"FA7", "RO1", "RO4"}
    assert all("others-present" in q.never_if for q in risky)
    assert all("lay-interpreter" in q.never_if for q in risky)


def test_questions_for_comfort_are_evidence_of_nothing():
    for name in ("OP2", "LA2", "CL2", "CH5"):
        assert QUESTION_BANK[name].verifiability == (Verifiability.NOTHING,)


def test_no_question_asks_a_child_about_guilt_or_a_route():
    assert not [q.id for q in ALL if q.child and q.theme is Theme.ROUTE]
    assert len(NEVER_ASK) == 10
