"""Counts that may leave the room: small ones hidden, others rounded (DP-20)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any, TypeVar

FEWEST = 5
"""A count below this could point at somebody, so it is not shown (DP-20)."""

STEP = 5
"""Counts are rounded to a multiple of this, so that differences tell nothing (DP-20)."""

OTHERS = "others"
Key = TypeVar("Key", bound=Any)


@dataclass(frozen=True, slots=True)
class Wait:
    """How many wait, and for how many days: the one in the middle and the longest."""

    people: int
    middle: int
    longest: int


def hidden(cells: Mapping[Key, int], fewest: int = FEWEST) -> dict[Key, int | None]:
    """Hide every small count, and a second one where the first could be worked out."""
    small = {key for key, n in cells.items() if 0 < n < fewest}
    large = [key for key, n in cells.items() if n >= fewest]
    if len(small) == 1 and large:
        small.add(min(large, key=cells.__getitem__))
    return {key: None if key in small else n for key, n in cells.items()}


def rounded(count: int) -> int:
    """The multiple of five that lies nearest."""
    return (count + STEP // 2) // STEP * STEP


def safe(cells: Mapping[Key, int], fewest: int = FEWEST) -> dict[Key, int | None]:
    """Counts as they may be shown and handed on: hidden where small, else rounded."""
    return {key: None if n is None else rounded(n) for key, n in hidden(cells, fewest).items()}


def most_common(values: Iterable[Key], most: int) -> dict[Key | str, int]:
    """Count values, the most frequent first; the rest beyond `most` is one line."""
    ordered = sorted(Counter(values).items(), key=lambda one: (-one[1], one[0]))
    kept: dict[Key | str, int] = dict(ordered[:most])
    if rest := sum(n for _, n in ordered[most:]):
        kept[OTHERS] = rest
    return kept


def wait(days: Mapping[int, int]) -> Wait:
    """Sum up waits: `days` says how many people wait that many days; empty is no wait."""
    each = sorted(max(0, day) for day, n in days.items() for _ in range(n))
    return Wait(len(each), int(median(each)), each[-1]) if each else Wait(0, 0, 0)


def spans(since: date, until: date, most: int) -> list[tuple[date, date]]:
    """Cut the days from `since` to `until`, both counted, into `most` spans or fewer.

    The last one may be shorter. Raises `ValueError` where `until` is before `since`.
    """
    days = (until - since).days + 1
    if days < 1:
        raise ValueError(days)
    width = -(-days // most)
    starts = [since + timedelta(days=at) for at in range(0, days, width)]
    return [(first, min(first + timedelta(days=width - 1), until)) for first in starts]


def per_span(
    counts: Mapping[str, int], cut: Sequence[tuple[date, date]]
) -> dict[tuple[date, date], int]:
    """Add up counts of days (ISO 8601) within each span."""
    found = dict.fromkeys(cut, 0)
    for day, n in counts.items():
        for first, last in cut:
            if first.isoformat() <= day <= last.isoformat():
                found[first, last] += n
    return found
