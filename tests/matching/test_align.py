"""Words of two names find each other, best first, whichever side comes first."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.align import align, share_of
from intake.matching.names import parts
from intake.matching.person import NameSaid

WORD = st.sampled_from(["Олена", "Olena", "Helena", "محمد", "Ahmad", "Ko", "Hun", "ኣብርሃ", "-"])
NAME = st.lists(WORD, max_size=5).map(lambda words: NameSaid(" ".join(words)))


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_alike_never_earns_less(one, other):
    low, high = sorted((one, other))
    assert -1 <= share_of(low) <= share_of(high) <= 1


def test_the_table_of_likeness_is_monotone_and_ends_at_the_whole_weight():
    earned = [share_of(hundredth / 100) for hundredth in range(101)]
    assert all(a <= b for a, b in pairwise(earned))
    assert (earned[0], earned[-1]) == (-1.0, 1.0)


@given(NAME, NAME)
def test_both_sides_find_the_same_pairs(left, right):
    def shares(ways):
        return sorted(sorted(round(p.share, 9) for p in way.pairs) for way in ways)

    assert shares(align(left, right)) == shares(align(right, left))


@given(NAME, NAME)
def test_every_word_is_paired_once_or_left_over(left, right):
    for way in align(left, right):
        assert len(way.pairs) + len(way.left_over) <= len(parts(left))
        assert len(way.pairs) + len(way.right_over) <= len(parts(right))
        paired = Counter(p.left.word.said for p in way.pairs)
        joined = [part.word.said for part in parts(left)]
        joined += [one + other for one, other in pairwise(joined)]
        assert paired <= Counter(joined)


@pytest.mark.parametrize(
    ("left", "right", "pairs"),
    [
        ("Olena Koval", "Коваль Олена", 2),
        ("Olena Koval", "Олена", 1),
        ("Olena Koval", "Maksym Bondar", 0),
        ("", "Maksym", 0),
    ],
)
def test_words_are_paired_across_scripts_and_order(left, right, pairs):
    assert len(align(NameSaid(left), NameSaid(right))[0].pairs) == pairs


def test_words_of_one_part_are_also_tried_as_one():
    two = NameSaid("Nur Mohammad Wardak", given="Nur Mohammad", family="Wardak")
    one = NameSaid("Nurmohammad Wardak", given="Nurmohammad", family="Wardak")
    best = max(min((p.share for p in way.pairs), default=-1) for way in align(two, one))
    assert best > 0.9


def test_parts_told_alike_are_paired_before_others():
    left = NameSaid("Ali Ali", given="Ali", family="Ali")
    (way, *_) = align(left, left)
    assert {(p.left.role, p.right.role) for p in way.pairs} <= {
        ("given", "given"),
        ("family", "family"),
        ("patronymic", "patronymic"),
    }
