"""The distance of sounds: symmetric, nothing for the same, more for the farther."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.reading.sounds import distance, gap, heft, likeness, loss

SOUND = st.sampled_from(["p", "b", "t", "d", "k", "gh", "wvuo", "a", "e", "i", "h_", "ae_", "SC"])
RUN = st.lists(SOUND, max_size=7)


@given(RUN, RUN, st.booleans(), st.booleans())
def test_the_distance_is_symmetric(left, right, a, b):
    there, back = distance(left, right, a, b), distance(right, left, b, a)
    assert there == pytest.approx(back)


@given(RUN, st.booleans())
def test_the_same_sounds_are_no_distance_apart(run, abjad):
    assert distance(run, run, abjad, abjad) == 0


@given(RUN, RUN, st.booleans(), st.booleans())
def test_likeness_stays_between_nothing_and_one(left, right, a, b):
    assert 0 <= likeness(left, right, a, b) <= 1


@given(RUN, RUN)
def test_a_script_without_vowels_forgives_never_more_than_it_should(left, right):
    assert distance(left, right, True, False) <= distance(left, right, False, False) + 1e-9


@given(RUN, RUN, RUN)
def test_a_detour_by_dropping_everything_is_never_shorter(left, right, third):
    through = distance(left, [], False, False) + distance([], right, False, False)
    assert distance(left, right, False, False) <= through + 1e-9
    assert distance(third, third, False, False) == 0


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (("p", "b"), ("p", "k")),
        (("t", "d"), ("t", "m")),
        (("x", "h"), ("x", "r")),
        (("a", "e"), ("a", "t")),
        (("gh", "h"), ("gh", "l")),
        (("wvuo", "v"), ("wvuo", "z")),
        (("S", "C"), ("S", "n")),
    ],
)
def test_related_sounds_are_nearer_than_others(near, far):
    assert gap(*near) < gap(*far)


def test_a_letter_that_may_be_the_sound_costs_almost_nothing():
    assert 0 < gap("JZyx", "y") < 0.1


def test_a_vowel_nobody_writes_costs_less_to_miss_than_a_written_one():
    assert loss("a", True) < loss("a", False) < loss("k", False)
    assert loss("h_", False) < loss("h", False)


def test_a_consonant_counts_for_more_of_a_word_than_a_vowel():
    assert heft("k") > heft("y") > heft("a") > heft("h_")


def test_nothing_against_nothing_is_not_alike():
    assert likeness([], [], False, False) == 0
