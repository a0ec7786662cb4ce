"""How far two words are apart by ear, whatever script they were written in.

An alignment of sounds at the least cost, worked out for many words at once. Costs are
whole numbers, so a word compared alone and in a crowd comes out the same.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

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
from intake.matching.reading.spellings import NUMBERS, Sound

_Codes = NDArray[np.uint8]


def likeness(
    left: Sequence[Sound], right: Sequence[Sound], left_abjad: bool, right_abjad: bool
) -> float:
    """1.0 for the same sounds, falling to 0.0; by the mean length of the words."""
    one, other = bytes(map(NUMBERS.__getitem__, left)), bytes(map(NUMBERS.__getitem__, right))
    return float(_likenesses(_run([one], [left_abjad]), _run([other], [right_abjad]))[0])


class Audible(Protocol):
    """What is needed of a word: its sounds, and if its script omits vowels."""

    @property
    def codes(self) -> bytes:
        """The sounds by number."""

    @property
    def abjad(self) -> bool:
        """Whether vowels were not written."""


def likenesses(word: Audible, others: Sequence[Audible]) -> list[float]:
    """The likeness of one word to each of the others, in their order."""
    return likenesses_of([word], others)


def likenesses_of(words: Sequence[Audible], others: Sequence[Audible]) -> list[float]:
    """The likeness of words in the same place; a single one goes with all."""
    if not others:
        return []
    left, right = (_run([w.codes for w in ws], [w.abjad for w in ws]) for ws in (words, others))
    found: list[float] = _likenesses(left, right).tolist()
    return found


class _Run(NamedTuple):
    """Words as rows of sounds, 0 after the end, and if vowels go unwritten."""

    sounds: _Codes
    abjad: NDArray[np.intp]


def _run(words: Sequence[bytes], abjads: Sequence[bool]) -> _Run:
    width = max(map(len, words))
    packed = b"".join([word.ljust(width, b"\0") for word in words])
    sounds = np.frombuffer(packed, dtype=np.uint8).reshape(len(words), width)
    return _Run(sounds, np.array(abjads, dtype=np.intp))


def _likenesses(left: _Run, right: _Run) -> NDArray[np.float64]:
    length = HEFTS[left.sounds].sum(axis=1) + HEFTS[right.sounds].sum(axis=1)
    alike: NDArray[np.float64] = 1 - 2 * _distances(left, right) / np.maximum(length, 1)
    alike[length == 0] = 0.0
    return np.maximum(alike, 0.0)


def _distances(left: _Run, right: _Run) -> NDArray[np.int32]:
    """The least cost of turning each run of sounds into the other."""
    lost_left, lost_right = _losses(left, right), _losses(right, left)
    way = np.zeros((len(right.sounds), right.sounds.shape[1] + 1), dtype=np.int32)
    np.cumsum(lost_right, axis=1, out=way[:, 1:])
    return _align(left.sounds, lost_left, right.sounds, way)


def _losses(here: _Run, there: _Run) -> Costs:
    """What losing each sound costs, where the other script may not have written it."""
    unwritten = there.abjad & ~here.abjad
    lost: Costs = LOSSES[unwritten[:, np.newaxis], places(here.sounds)]
    return lost


def _align(mine: _Codes, lost: Costs, others: _Codes, skipped: Costs) -> NDArray[np.int32]:
    """`skipped`: what it costs to lose the others' sounds up to each one."""
    above = skipped.copy()
    row = np.empty_like(above)
    for i in range(mine.shape[1]):
        np.add(above, lost[:, i : i + 1], out=row)
        paired = GAPS[mine[:, i : i + 1], others]
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
