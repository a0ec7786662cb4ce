"""How far two words are apart by ear, whatever script they were written in.

An alignment of sounds at the least cost, worked out for many words at once. Costs are
whole numbers, so a word compared alone and in a crowd comes out the same.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from intake.matching.reading.costs import (
    AFTER_CONSONANT,
    AFTER_VOWEL,
    FIRST,
    GAPS,
    HEFTS,
    IS_VOWEL,
    LAST,
    LOSSES,
    PLACES,
    Costs,
)
from intake.matching.reading.heard import Heard
from intake.matching.reading.romanise import Word
from intake.matching.reading.spellings import NUMBERS, Sound

_Codes = NDArray[np.uint8]


def likeness(
    left: Sequence[Sound], right: Sequence[Sound], left_abjad: bool, right_abjad: bool
) -> float:
    """1.0 for the same sounds, falling to 0.0; by the average length of the two words."""
    one, other = bytes(map(NUMBERS.__getitem__, left)), bytes(map(NUMBERS.__getitem__, right))
    return _likenesses(one, left_abjad, [other], [right_abjad])[0]


def likenesses(word: Word | Heard, others: Sequence[Word] | Sequence[Heard]) -> list[float]:
    """The likeness of one word to each of the others, in their order."""
    if not others:
        return []
    return _likenesses(word.codes, word.abjad, [o.codes for o in others], [o.abjad for o in others])


def _likenesses(
    one: bytes, abjad: bool, others: Sequence[bytes], abjads: Sequence[bool]
) -> list[float]:
    width = max(map(len, others))
    packed = b"".join([other.ljust(width, b"\0") for other in others])
    sounds = np.frombuffer(packed, dtype=np.uint8).reshape(len(others), width)
    mine = np.frombuffer(one, dtype=np.uint8)[np.newaxis]
    far = _distances(mine, abjad, sounds, np.array(abjads))
    length = HEFTS[sounds].sum(axis=1) + HEFTS[mine].sum()
    alike: NDArray[np.float64] = 1 - 2 * far / np.maximum(length, 1)
    alike[length == 0] = 0.0
    found: list[float] = np.maximum(alike, 0.0).tolist()
    return found


def _distances(
    mine: _Codes, abjad: bool, others: _Codes, abjads: NDArray[np.bool_]
) -> NDArray[np.int32]:
    """The least cost of turning one run of sounds into each of the others."""
    there = places(others)
    lost_there = LOSSES[1 if abjad else 0][there]
    if abjad and abjads.any():
        lost_there = np.where(abjads[:, np.newaxis], LOSSES[0][there], lost_there)
    lost_here = LOSSES[:, places(mine)[0]]
    way = np.zeros((len(others), others.shape[1] + 1), dtype=np.int32)
    np.cumsum(lost_there, axis=1, out=way[:, 1:])
    unwritten = (abjads & (not abjad)).astype(np.intp)
    return _align(mine[0], lost_here[unwritten], others, way)


def _align(mine: _Codes, lost: Costs, others: _Codes, skipped: Costs) -> NDArray[np.int32]:
    """`skipped`: what it costs to lose the others' sounds up to each one."""
    above = skipped.copy()
    row = np.empty_like(above)
    for i, sound in enumerate(mine):
        gone = lost[:, i : i + 1]
        np.add(above, gone, out=row)
        paired = GAPS[sound][others]
        paired += above[:, :-1]
        np.minimum(row[:, 1:], paired, out=row[:, 1:])
        row -= skipped
        np.minimum.accumulate(row, axis=1, out=row)
        row += skipped
        above, row = row, above
    return above[:, -1]


def places(sounds: _Codes) -> NDArray[np.intp]:
    """Each sound's number and place in the word as an index into the losses."""
    place = np.full(sounds.shape, AFTER_CONSONANT, dtype=np.intp)
    if sounds.shape[1]:
        place[:, 1:][IS_VOWEL[sounds[:, :-1]]] = AFTER_VOWEL
        final = np.ones(sounds.shape, dtype=np.bool_)
        final[:, :-1] = sounds[:, 1:] == 0
        place[final] = LAST
        place[:, 0] = FIRST
    place += sounds.astype(np.intp) * PLACES
    return place
