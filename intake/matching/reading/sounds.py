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
_Numbers = NDArray[np.intp]
_GAPS, _LOSSES = GAPS.ravel(), LOSSES.ravel()


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
    found: list[float] = likeness_table([word], others)[0].tolist()
    return found


def likeness_table(words: Sequence[Audible], others: Sequence[Audible]) -> NDArray[np.float64]:
    """The likeness of each word to each of the others: a line a word."""
    each = np.repeat(np.arange(len(words)), len(others))
    again = np.tile(np.arange(len(others)), len(words))
    return likenesses_of(words, others, each, again).reshape(len(words), len(others))


def likenesses_of(
    words: Sequence[Audible], others: Sequence[Audible], left: _Numbers, right: _Numbers
) -> NDArray[np.float64]:
    """The likeness of pairs: of words, and of others, by their places."""
    if not len(left):
        return np.zeros(0)
    one, other = (_run([w.codes for w in ws], [w.abjad for w in ws]) for ws in (words, others))
    return _likenesses(one.taken(left), other.taken(right))


class _Run(NamedTuple):
    """Words as columns of sounds, 0 after the end, with their places and how much they count.

    `abjad` is 1 where vowels go unwritten.
    """

    sounds: _Numbers
    places: _Numbers
    heft: NDArray[np.int64]
    abjad: _Numbers

    def taken(self, at: _Numbers) -> "_Run":
        """Some of the words, some of them several times."""
        sounds, places = self.sounds.take(at, axis=1), self.places.take(at, axis=1)
        return _Run(sounds, places, self.heft.take(at), self.abjad.take(at))


def _run(words: Sequence[bytes], abjads: Sequence[bool]) -> _Run:
    width = max(map(len, words))
    packed = b"".join([word.ljust(width, b"\0") for word in words])
    sounds = np.frombuffer(packed, dtype=np.uint8).reshape(len(words), width)
    heft = HEFTS[sounds].sum(axis=1)
    return _Run(sounds.T.astype(np.intp), places(sounds).T, heft, np.array(abjads, dtype=np.intp))


def _likenesses(left: _Run, right: _Run) -> NDArray[np.float64]:
    length = left.heft + right.heft
    alike: NDArray[np.float64] = 1 - 2 * _distances(left, right) / np.maximum(length, 1)
    alike[length == 0] = 0.0
    return np.maximum(alike, 0.0)


def _distances(left: _Run, right: _Run) -> NDArray[np.int32]:
    """The least cost of turning each run of sounds into the other."""
    lost_left, lost_right = _losses(left, right), _losses(right, left)
    return _align(left.sounds, lost_left, right.sounds, lost_right)


def _losses(here: _Run, there: _Run) -> Costs:
    """What losing each sound costs, where the other script may not have written it."""
    unwritten = there.abjad & ~here.abjad
    lost: Costs = _LOSSES.take(here.places + unwritten * LOSSES.shape[1])
    return lost


def _align(mine: _Numbers, lost: Costs, others: _Numbers, lost_theirs: Costs) -> Costs:
    """The table of all beginnings, filled along its diagonals, all pairs of words at once.

    Of the diagonal where beginnings of `i` and `step - i` sounds meet, row `i` is the cost
    of each pair of words. Theirs run backwards, so that both sides are read as slices.
    """
    (size, pairs), width = mine.shape, len(others)
    asked, heard = mine * len(GAPS), np.ascontiguousarray(others[::-1])
    off, off_theirs = lost, np.ascontiguousarray(lost_theirs[::-1])
    before, last, now = (np.zeros((size + 1, pairs), dtype=np.int32) for _ in range(3))
    for step in range(1, size + width + 1):
        first, end, at = max(0, step - width), min(size, step), width - step
        one = max(1, first)
        np.add(last[one - 1 : end], off[one - 1 : end], out=now[one : end + 1])
        within = min(end, step - 1)
        if one <= within:
            gaps = _GAPS.take(asked[one - 1 : within] + heard[at + one : at + within + 1])
            gaps += before[one - 1 : within]
            np.minimum(now[one : within + 1], gaps, out=now[one : within + 1])
        if first <= within:
            theirs = last[first : within + 1] + off_theirs[at + first : at + within + 1]
            if not first:
                now[0] = theirs[0]
            kept = now[one : within + 1]
            np.minimum(kept, theirs[one - first :], out=kept)
        before, last, now = last, now, before
    return last[size]


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
