"""Counts that may leave the room point at nobody, and add up to what came in."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.figures import (
    FEWEST,
    OTHERS,
    STEP,
    Wait,
    hidden,
    most_common,
    per_span,
    rounded,
    safe,
    spans,
    wait,
)

CELLS = st.dictionaries(st.text(max_size=3), st.integers(0, 60), max_size=8)
DAY = date(2026, 11, 20)


@given(CELLS)
def test_no_small_count_is_ever_told(cells: dict[str, int]) -> None:
    assert all(n is None or n == 0 or n >= FEWEST for n in safe(cells).values())
    assert set(safe(cells)) == set(cells)


@given(CELLS)
def test_a_hidden_count_is_never_the_only_one_beside_large_ones(cells: dict[str, int]) -> None:
    told = hidden(cells)
    out = [key for key, n in told.items() if n is None]
    if any(n is not None and n >= FEWEST for n in told.values()):
        assert len(out) != 1


@given(CELLS)
def test_only_what_is_not_zero_is_hidden(cells: dict[str, int]) -> None:
    assert all(cells[key] > 0 for key, n in hidden(cells).items() if n is None)


@given(st.integers(0, 10_000))
def test_a_rounded_count_is_the_nearest_multiple_of_five(count: int) -> None:
    assert rounded(count) % STEP == 0
    assert abs(rounded(count) - count) <= STEP // 2


def test_counts_of_keys_of_several_kinds_are_hidden_together() -> None:
    assert safe({("UA", ""): 7, OTHERS: 7, ("SY", ""): 1}) == {
        ("UA", ""): None,
        OTHERS: 5,
        ("SY", ""): None,
    }


def test_the_most_frequent_come_first_and_the_rest_is_one_line() -> None:
    assert list(most_common("bbbaaccd", 2).items()) == [("b", 3), ("a", 2), (OTHERS, 3)]


def test_without_a_rest_there_is_no_line_for_it() -> None:
    assert most_common("abb", 2) == {"b": 2, "a": 1}
    assert most_common([], 2) == {}


@given(st.lists(st.text(alphabet="abcdef", min_size=1, max_size=1)), st.integers(1, 4))
def test_nobody_is_lost_among_the_lines(values: list[str], most: int) -> None:
    assert sum(most_common(values, most).values()) == len(values)


def test_a_wait_is_told_by_the_one_in_the_middle_and_the_longest() -> None:
    assert wait({1: 2, 10: 1}) == Wait(3, 1, 10)
    assert wait({4: 1}) == Wait(1, 4, 4)


def test_nobody_waits_is_no_wait() -> None:
    assert wait({}) == Wait(0, 0, 0)


def test_a_clock_that_ran_ahead_makes_no_negative_wait() -> None:
    assert wait({-3: 1, -1: 1, 2: 1}) == Wait(3, 0, 2)


@given(st.integers(0, 800), st.integers(1, 40))
def test_spans_cover_every_day_once_and_are_few(days: int, most: int) -> None:
    cut = spans(DAY, DAY + timedelta(days=days), most)
    assert 1 <= len(cut) <= most
    assert cut[0][0] == DAY
    assert cut[-1][1] == DAY + timedelta(days=days)
    for (_, last), (first, _) in pairwise(cut):
        assert first == last + timedelta(days=1)


def test_spans_that_run_backwards_are_refused() -> None:
    with pytest.raises(ValueError, match="0"):
        spans(DAY, DAY - timedelta(days=1), 5)


def test_counts_of_days_are_added_up_within_their_span() -> None:
    cut = spans(DAY, DAY + timedelta(days=3), 2)
    counts = {"2026-11-20": 2, "2026-11-21": 3, "2026-11-23": 1, "2026-11-30": 9}
    assert list(per_span(counts, cut).values()) == [5, 1]
