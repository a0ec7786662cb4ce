"""A quick look at many candidates at once, before a few are compared in full.

Coarse on purpose: it only decides who is compared, never what a comparison says.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from intake.matching.card import Glance
from intake.matching.reading.heard import heard
from intake.matching.reading.sounds import likeness_table

Bits = NDArray[np.float64]

_WORD_BITS = 14.0
"""What a word that agrees is taken to weigh: about a name of one in ten thousand."""

_UNLIKE = 0.45
"""Words less alike than this answer each other no better than two at random."""


_SHARED = np.array([0.1, 0.5, 1.0, 0.7, 0.8, 0.8, 0.7])
"""What a bit of rarity counts, by `Pairing`: fitted so that whoever is meant ranks high."""


_SEX_AND_BIRTH = 2.5


def shared_bits(shared: Bits) -> Bits:
    """What the keys shared say, each kind of pairing at its own worth."""
    counted: Bits = shared @ _SHARED
    return counted


def glance_bits(mine: Glance, theirs: NDArray[np.int16]) -> Bits:
    """What sex and birth say at a glance; a coarse form of what `compare` weighs."""
    sex, earliest, latest, day = theirs.T
    bits = np.where((sex > 0) & (mine.sex > 0) & (sex != mine.sex), -5.0, 0.0)
    if mine.earliest:
        apart = np.maximum(np.maximum(earliest - mine.latest, mine.earliest - latest), 0)
        told = np.select([apart == 0, apart <= 2, apart <= 5], [4.0, 0.0, -4.0], -9.0)
        bits += np.where(earliest > 0, told, 0.0)
        bits += np.where((day > 0) & (day == mine.day), 3.0, 0.0)
    weighed: Bits = bits * _SEX_AND_BIRTH
    return weighed


def name_bits(mine: Sequence[str], theirs: Sequence[str]) -> Bits:
    """How well each word of a name is answered by some word of each other name."""
    split = [line.split() for line in theirs]
    words = {word: at for at, word in enumerate(dict.fromkeys(w for ws in split for w in ws))}
    if not mine or not words:
        return np.zeros(len(theirs))
    alike = np.clip((_likeness(mine, list(words)) - _UNLIKE) / (1 - _UNLIKE), 0, 1)
    starts = np.cumsum([0, *(len(ws) or 1 for ws in split)])[:-1]
    flat = [words[w] for ws in split for w in ws or [next(iter(words))]]
    best = np.maximum.reduceat(alike[:, flat], starts, axis=1)
    best[:, [not ws for ws in split]] = 0
    summed: Bits = best.sum(axis=0).astype(np.float64) * _WORD_BITS
    return summed


def _likeness(mine: Sequence[str], words: Sequence[str]) -> Bits:
    """By sound; a word that is not read is like itself alone."""
    asked = [heard(word) for word in mine]
    alike = likeness_table(asked, [heard(word) for word in words])
    for row, word in enumerate(mine):
        if not asked[row].codes:
            alike[row] = [word == other for other in words]
    return alike
