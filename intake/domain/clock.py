"""A hybrid logical clock: orders what devices did without trusting a wall clock.

Kulkarni et al., "Logical Physical Clocks" (2014). A reading is sortable text:
13 digits of milliseconds since 1970, a dash, a counter of six digits.
"""

from datetime import UTC, datetime, timedelta

START = "0000000000000-000000"
_MOST = 999_999
MAX_DRIFT = timedelta(hours=24)
"""A reading further ahead of our wall clock than this never moves ours (DP-29)."""


def tick(last: str, now: datetime) -> str:
    """The next reading for something done here at `now`."""
    millis, counter = _split(last)
    wall = _millis(now)
    if wall > millis:
        return _join(wall, 0)
    # A counter of more digits would sort before those it follows; a laptop may send a full one.
    return _join(millis + 1, 0) if counter >= _MOST else _join(millis, counter + 1)


def observe(last: str, seen: str, now: datetime) -> str:
    """Move our reading past one received, unless that clock is absurdly ahead."""
    if ahead(seen, now) > MAX_DRIFT:
        return last
    return max(last, seen)


def ahead(seen: str, now: datetime) -> timedelta:
    """How far a reading lies before our wall clock; negative when it lies behind."""
    return timedelta(milliseconds=_split(seen)[0] - _millis(now))


def wall_time(reading: str) -> datetime:
    """The wall-clock part of a reading, in UTC."""
    return datetime.fromtimestamp(_split(reading)[0] / 1000, tz=UTC)


def _millis(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _split(reading: str) -> tuple[int, int]:
    millis, _, counter = reading.partition("-")
    return int(millis), int(counter)


def _join(millis: int, counter: int) -> str:
    return f"{millis:013d}-{counter:06d}"
