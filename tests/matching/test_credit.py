"""Whoever shares the rarest keys stands first; a group of keys is credited once."""

from collections import defaultdict
from math import log2

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.credit import best, credit
from intake.matching.keys import Group, Pairing

PEOPLE = 40
KEYS = range(1, 9)
GROUPS = st.lists(
    st.builds(
        Group,
        st.sampled_from(Pairing),
        st.lists(st.sampled_from(KEYS), min_size=1, max_size=3).map(tuple),
    ),
    max_size=6,
    unique=True,
)
SHARING = st.dictionaries(
    st.sampled_from(KEYS), st.sets(st.integers(0, PEOPLE - 1), min_size=1).map(sorted)
).map(lambda lists: {key: np.array(rows, np.int64) for key, rows in lists.items()})


def one_by_one(groups, sharing) -> dict[int, dict[Pairing, float]]:
    """The same, said plainly: for each person what each group of keys tells of them."""
    bits: dict[int, dict[Pairing, float]] = defaultdict(lambda: defaultdict(float))
    for pairing, keys in groups:
        rows = {row for key in keys if key in sharing for row in sharing[key].tolist()}
        for row in rows:
            bits[row][pairing] += log2(1 + PEOPLE / len(rows))
    return bits


@given(GROUPS, SHARING)
def test_everybody_is_credited_for_each_group_once_and_by_what_it_pairs(groups, sharing):
    plain = one_by_one(groups, sharing)
    rows, shared = credit(groups, sharing, PEOPLE, most=PEOPLE)
    assert set(rows.tolist()) == set(plain)
    assert len(rows) == len(plain)
    for row, bits in zip(rows.tolist(), shared, strict=True):
        assert np.allclose(bits, [plain[row][pairing] for pairing in Pairing])


@given(GROUPS, SHARING, st.integers(1, 10))
def test_the_few_asked_for_are_those_with_most_in_common_best_first(groups, sharing, most):
    plain = one_by_one(groups, sharing)
    rows, _ = credit(groups, sharing, PEOPLE, most)
    total = {row: round(sum(bits.values()), 4) for row, bits in plain.items()}
    assert len(rows) == min(most, len(total))
    found = [total[row] for row in rows.tolist()]
    assert np.allclose(found, sorted(total.values(), reverse=True)[:most], atol=1e-3)


def test_nobody_shares_anything_where_there_is_no_key():
    rows, shared = credit([], {}, PEOPLE, most=5)
    assert (len(rows), shared.shape) == (0, (0, len(Pairing)))


@given(st.lists(st.integers(0, 5), max_size=30), st.integers(1, 12))
def test_ties_fall_to_the_lower_row_whatever_stands_before(ranks, size):
    rows = np.arange(len(ranks), dtype=np.int64)[::-1]
    rank = np.array(ranks, np.float64)
    first = [(float(rank[at]), int(rows[at])) for at in best(rank, rows, size)]
    everybody = sorted(zip(rank.tolist(), rows.tolist(), strict=True), key=lambda p: (-p[0], p[1]))
    assert first == everybody[:size]
