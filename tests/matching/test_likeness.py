"""Likeness of two words: the same alone and in a crowd, and never one for other letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching import likeness
from intake.matching.likeness import Form, form_of, learn, word_likeness
from intake.matching.reading.romanise import fold

WORDS = st.text(min_size=1, max_size=15)


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_one_only_for_the_same_letters(left, right):
    assert word_likeness(left, right) == word_likeness(right, left)
    assert word_likeness(left, left) == 1
    assert fold(left) == fold(right) or word_likeness(left, right) < 1


@given(WORDS, st.lists(WORDS, min_size=1, max_size=8))
def test_what_was_learnt_in_a_crowd_is_what_is_found_alone(word, others):
    alone = [word_likeness(word, other) for other in others]
    learn([word], others)
    assert [word_likeness(word, other) for other in others] == alone


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=6))
def test_what_was_forgotten_is_worked_out_anew_and_little_is_remembered(words, others):
    alike = [[word_likeness(word, other) for other in others] for word in words]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(likeness, "_REMEMBERED", 4)
        likeness._known.clear()
        for _ in range(2):
            learn(words, others)
            again = [[word_likeness(word, other) for other in others] for word in words]
            assert again == alike
        word_likeness("a word", "never met before")
        assert len(likeness._known) <= 4


@pytest.mark.parametrize(
    ("left", "right", "form"),
    [
        ("саша", "oleksandr", Form.ONE_NAME),
        ("greg", "gregory", Form.CUT_SHORT),
        ("田中", "花子", Form.NONE),
        ("олена", "тетяна", Form.NONE),
    ],
)
def test_a_word_may_be_a_form_of_another(left, right, form):
    assert form_of(left, right) is form_of(right, left) is form
