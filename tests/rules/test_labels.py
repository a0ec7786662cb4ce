"""No code and no question without words."""

import inspect
from enum import StrEnum

import pytest

from intake.domain import codes
from intake.domain.name import NameKind, NamePart, WrittenBy
from intake.domain.questions import QUESTIONS
from intake.i18n import use_locale
from intake.interview.ceiling import Missing
from intake.interview.conduct import Check
from intake.interview.script import Theme, Verifiability
from intake.matching.why import Band, Outcome, Reason
from intake.web.labels import ASKED, LABELS, QUESTION_LABELS, asked, label, options, question

SHOWN = [
    *(kind for _, kind in inspect.getmembers(codes, inspect.isclass) if issubclass(kind, StrEnum)),
    NameKind, NamePart, WrittenBy, Missing, Check, Theme, Verifiability, Band, Outcome, Reason,
]  # fmt: skip
CLOSED = [kind for kind in SHOWN if kind is not StrEnum]


@pytest.mark.parametrize("kind", CLOSED, ids=lambda kind: kind.__name__)
def test_v21_every_code_has_a_word(kind):
    assert set(LABELS[kind]) == {code.value for code in kind}


@pytest.mark.parametrize("kind", CLOSED, ids=lambda kind: kind.__name__)
def test_v21_two_codes_of_a_list_never_share_a_word(kind):
    words = [str(label(code)) for code in kind]
    assert len(set(words)) == len(words)


def test_no_words_are_left_of_codes_that_are_gone():
    assert set(LABELS) == set(CLOSED)


def test_every_question_has_a_name_and_plain_words():
    assert set(QUESTION_LABELS) == set(QUESTIONS)
    assert set(ASKED) == set(QUESTIONS)


def test_the_words_put_to_a_person_are_questions_or_requests():
    for path in QUESTIONS:
        assert str(asked(path)).endswith(("?", ".")), path


def test_names_of_questions_are_short():
    assert all(len(str(question(path))) <= 40 for path in QUESTIONS)


def test_words_follow_the_language_in_force():
    with use_locale("en_XA"):
        assert "·" in str(label(codes.Sex.FEMALE))


def test_options_keep_the_order_of_the_list():
    assert [code for code, _ in options(codes.Stage)] == [stage.value for stage in codes.Stage]
