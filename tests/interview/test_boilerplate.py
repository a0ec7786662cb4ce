"""The same reason for everybody is pointed out; a reason of one's own is not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.interview.boilerplate import repeated

BEFORE = [
    "Two accounts given on different days agree.",
    "Двоє сусідів розповіли те саме.",
    "روايتان في يومين مختلفين متطابقتان.",
]


@pytest.mark.parametrize(
    "again",
    [
        "Two accounts given on different days agree.",
        "two accounts, given on different days, agree!",
        "Two accounts given on different days agreed.",
        "Двоє сусідів розповіли  те саме",
        "روايتان في يومين مختلفين متطابقتان",
    ],
)
def test_the_same_words_are_found_again(again):
    assert repeated([again], BEFORE) == (again,)


@pytest.mark.parametrize(
    "own",
    [
        "Her sister named the same street and the same school.",
        "Two accounts agree on the street, not on the year.",
        "Сестра назвала ту саму школу.",
        "",
        "…",
    ],
)
def test_a_reason_of_its_own_is_let_through(own):
    assert repeated([own], BEFORE) == ()


def test_each_is_named_once_and_nothing_is_compared_with_nothing():
    assert repeated([BEFORE[0], BEFORE[0]], BEFORE) == (BEFORE[0],)
    assert repeated(BEFORE, []) == ()


@given(st.text(min_size=1, max_size=80))
def test_any_text_of_letters_is_like_itself(text):
    plain = unicodedata.normalize("NFKC", text).casefold()
    assert repeated([text], [text]) == ((text,) if any(c.isalnum() for c in plain) else ())
