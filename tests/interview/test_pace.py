"""The minutes of a talk: counted by the server, said calmly, never a stop."""

from datetime import UTC, datetime, timedelta

import pytest

from intake.interview.conduct import limits
from intake.interview.pace import pace

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def after(minutes, *, before=0, child=False, age=None):
    since = (NOW - timedelta(minutes=minutes)).isoformat()
    return pace(before * 60, since, NOW, limits(child=child, lowest_age=age))


@pytest.mark.parametrize(
    ("minutes", "due", "over"), [(0, False, False), (29, False, False), (30, True, False)]
)
def test_a_break_is_due_each_half_hour(minutes, due, over):
    counted = after(minutes)
    assert (counted.is_break_due, counted.is_over) == (due, over)


def test_after_a_break_the_half_hour_begins_anew_and_the_whole_goes_on():
    counted = after(10, before=40)
    assert (counted.minutes, counted.is_break_due, counted.is_over) == (50, False, False)


@pytest.mark.parametrize(("age", "most"), [(None, 90), (14, 45), (9, 20)])
def test_the_time_depends_on_age(age, most):
    child = age is not None
    assert not after(most - 1, child=child, age=age).is_over
    over = after(most, child=child, age=age)
    assert over.is_over
    assert not over.is_break_due


def test_a_paused_talk_stands_still():
    counted = pace(600, "", NOW, limits(child=False))
    assert (counted.minutes, counted.since_break_s) == (10, 0)


def test_a_clock_set_back_counts_nothing():
    assert after(-5).minutes == 0


def test_a_clock_set_back_takes_nothing_from_what_was_talked_before():
    assert after(-5, before=10).talked_s == 600
