"""The hybrid clock orders events whatever the wall clocks say."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from intake.domain.clock import MAX_DRIFT, START, ahead, observe, tick, wall_time
from tests.builders import NOON

TIMES = st.datetimes(
    min_value=datetime(1970, 1, 2),  # noqa: DTZ001  hypothesis adds the zone
    max_value=datetime(2037, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(st.lists(TIMES, min_size=2, max_size=20))
def test_readings_of_one_device_always_grow(times: list[datetime]) -> None:
    reading = START
    for now in times:
        later = tick(reading, now)
        assert later > reading
        reading = later


@given(TIMES, TIMES)
def test_what_was_seen_lies_before_what_is_done_next(seen_at: datetime, now: datetime) -> None:
    seen = tick(START, seen_at)
    here = observe(START, seen, now)
    if seen_at - now <= MAX_DRIFT:
        assert tick(here, now) > seen
    else:
        assert here == START


def test_a_clock_years_ahead_does_not_drag_ours_along() -> None:
    seen = tick(START, NOON + timedelta(days=3650))
    assert observe(START, seen, NOON) == START


def test_a_clock_set_back_still_counts_on() -> None:
    first = tick(START, NOON)
    second = tick(first, NOON - timedelta(days=20_000))
    assert second > first
    assert wall_time(second) == NOON


def test_how_far_a_reading_is_ahead_is_known() -> None:
    assert ahead(tick(START, NOON + timedelta(hours=2)), NOON) == timedelta(hours=2)


COUNTERS = st.sampled_from([0, 1, 9, 999_998, 999_999, 1_000_000]) | st.integers(0, 999_999_999)


@given(TIMES, COUNTERS, TIMES, st.integers(1, 4))
def test_whatever_counter_a_laptop_sends_what_is_done_here_next_lies_after_it(
    seen_at: datetime, counter: int, now: datetime, steps: int
) -> None:
    """Also a full one: a counter of one digit more would sort before it."""
    seen = f"{tick(START, seen_at)[:13]}-{counter:06d}"
    reading = observe(START, seen, now)
    for _ in range(steps):
        later = tick(reading, now)
        assert later > reading
        assert len(later) == len(START)
        reading = later
    if ahead(seen, now) <= MAX_DRIFT:
        assert reading > seen


def test_a_reading_a_day_ahead_is_taken_and_one_a_moment_further_is_not() -> None:
    for beyond, moves in ((timedelta(0), True), (timedelta(milliseconds=1), False)):
        seen = tick(START, NOON + MAX_DRIFT + beyond)
        assert observe(START, seen, NOON) == (seen if moves else START)
    assert timedelta(hours=24) == MAX_DRIFT


def test_an_older_reading_moves_nothing_back() -> None:
    here = tick(START, NOON)
    assert observe(here, tick(START, NOON - timedelta(hours=1)), NOON) == here
