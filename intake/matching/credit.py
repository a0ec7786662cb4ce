"""Who shares keys with a person, and how rare what they share is.

Common keys lead to hundreds of thousands of people among a million, so nothing here
sorts them: each is looked up by row, and only the best few are put in order.
"""

from collections.abc import Mapping, Sequence
from math import log2
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from intake.matching.keys import Group, Pairing

Rows = NDArray[np.int64]
Bits = NDArray[np.float64]

_NONE = np.zeros(0, np.int64)


class _Shared(NamedTuple):
    """Who shares one pairing of facts, each once, and what sharing it tells."""

    pairing: Pairing
    rows: Rows
    bits: float


def credit(
    groups: Sequence[Group], sharing: Mapping[int, Rows], people: int, most: int
) -> tuple[Rows, Bits]:
    """The people with the rarest keys in common, best first, at most `most`.

    With them the bits of rarity they share, a row each, a column for each `Pairing`;
    sharing several keys of a group is sharing one. Ties fall to the lower row.
    """
    size = max((int(rows.max()) + 1 for rows in sharing.values()), default=0)
    told = _told(groups, sharing, people, size)
    total, known = np.zeros(size, np.float32), [_NONE]
    for shared in told:
        known.append(shared.rows[total[shared.rows] == 0])
        total[shared.rows] += shared.bits
    found = np.concatenate(known)
    rows = found[best(total[found].astype(np.float64), found, most)]
    return rows, _by_pairing(told, rows, size)


def best(rank: Bits, rows: Rows, size: int) -> NDArray[np.intp]:
    """Where the highest ranks stand, best first; ties fall to the row."""
    rounded = -np.round(rank, 6)
    if len(rows) <= size:
        return np.lexsort((rows, rounded))
    kept = np.flatnonzero(rounded <= np.partition(rounded, size - 1)[size - 1])
    return kept[np.lexsort((rows[kept], rounded[kept]))[:size]]


def _told(
    groups: Sequence[Group], sharing: Mapping[int, Rows], people: int, size: int
) -> list[_Shared]:
    found: list[_Shared] = []
    seen = np.zeros(size, np.int16)
    for number, (pairing, keys) in enumerate(groups, 1):
        lists = [sharing[key] for key in dict.fromkeys(keys) if key in sharing]
        if lists:
            rows = lists[0] if len(lists) == 1 else _together(lists, seen, number)
            found.append(_Shared(pairing, rows, log2(1 + people / len(rows))))
    return found


def _together(lists: Sequence[Rows], seen: NDArray[np.int16], number: int) -> Rows:
    """The rows of several lists, each once; `seen` tells who was met when."""
    found = []
    for rows in lists:
        found.append(rows[seen[rows] != number])
        seen[rows] = number
    return np.concatenate(found)


def _by_pairing(told: Sequence[_Shared], rows: Rows, size: int) -> Bits:
    place = np.zeros(size, np.int16)
    place[rows] = np.arange(1, len(rows) + 1)
    bits = np.zeros((len(rows) + 1, len(Pairing)))
    for shared in told:
        bits[place[shared.rows], shared.pairing] += shared.bits
    return bits[1:]
