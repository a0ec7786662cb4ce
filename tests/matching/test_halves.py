"""Halves of keys: mixed for many people at once as they would be one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.halves import KEY_BITS, Pairs, left_half, number, right_half, stirred

HALVES = st.lists(st.integers(0, 2**64 - 1), max_size=3).map(tuple)
PEOPLE = st.lists(st.lists(st.tuples(HALVES, HALVES), max_size=3), max_size=4)


@given(PEOPLE)
def test_each_left_half_is_mixed_with_each_right_half_of_its_pair(people):
    pairs = Pairs()
    for told in people:
        pairs.close(told)
    mixed, owners = pairs.mixed()
    expected = [
        (left ^ right, place)
        for place, told in enumerate(people)
        for lefts, rights in told
        for left in lefts
        for right in rights
    ]
    assert list(zip(mixed.tolist(), owners.tolist(), strict=True)) == expected


@given(st.text(), st.text())
def test_a_number_is_the_same_each_time_and_another_for_another_text(one, other):
    assert (number(one) == number(other)) is (
        one.encode("utf-8", "replace") == other.encode("utf-8", "replace")
    )
    assert 0 <= number(one) < 2**63


def test_which_half_a_number_makes_matters():
    one, other = number("Olena"), number("Koval")
    there = left_half(one) ^ right_half(5, other)
    assert there != left_half(other) ^ right_half(5, one)
    assert there != left_half(one) ^ right_half(6, other)


def test_a_key_has_no_more_bits_than_an_index_keeps():
    mixed = np.array([left_half(number(str(n))) ^ right_half(1, n) for n in range(500)], np.uint64)
    keys = stirred(mixed)
    assert int(keys.max()) < 2**KEY_BITS
    assert len(set(keys.tolist())) == len(keys)
