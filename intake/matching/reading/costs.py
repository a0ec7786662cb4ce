"""What it costs to hear one sound for another, or none at all.

All costs are whole thousandths, so that sums are exact and the same on every machine.
Pairs of sounds nobody fitted are judged by phonetics alone: voicing pairs are near,
vowels are nearer to each other than consonants, and a vowel that a script never writes
costs next to nothing when it is missing there.
"""

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from intake.matching.reading.fitted import (
    FITTED_GAPS,
    FITTED_LOSSES,
    FITTED_LOSSES_UNWRITTEN,
)
from intake.matching.reading.spellings import NUMBERS, SOUNDS, VOWELS, Sound

# Pairs of phonemes nearer than "another sound" (1.0): by place and voicing, and where
# languages exchange them (Ukrainian h for g, Arabic b for p, German z for ts).
_NEAR_TEXT = """
pb.35 pf.5 bv.45 fv.25 vw.12 fw.4 bw.6 td.35 tT.15 dD.15 TD.3 sT.35 zD.25 fT.4 dT.4 tD.5
sz.2 sc.4 zc.35 cC.45 tc.6 sS.4 zZ.4 SC.4 SZ.35 ZJ.15 CJ.35 CZ.45 SJ.45 zJ.5 cS.5 sC.55 cJ.6
kq.1 kg.4 qg.35 kx.4 qx.45 kG.5 qG.35 gG.12 xG.4 xh.12 hG.45 gh.4 kh.55 gx.5 gJ.45 gZ.6
kC.7 xS.6 lr.6 mn.6 ly.6 ny.7 Jy.35 Zy.5 yi.08 ye.25 ya.6 yo.6 yu.5 wu.08 wo.2 wa.6 we.6
wi.6 ae.2 ai.5 ao.35 au.55 ei.15 eo.35 eu.4 io.45 iu.35 ou.12 ha.6 he.6 hi.7 ho.7 hu.7
"""
_NEAR = {frozenset(e[:2]): float(e[2:]) for e in _NEAR_TEXT.split()}
_FAR = 1.3
_AMBIGUOUS = 0.04
"""What it costs that two letters only share a sound, beside being different letters."""
_SILENT = 0.12
_UNWRITTEN = 0.07

FIRST, LAST, AFTER_VOWEL, AFTER_CONSONANT = range(4)
PLACES = 4
"""Where in a word a sound stands: a lost sound costs by its place."""


def _first(sound: Sound) -> str:
    """The likeliest phoneme, if it is heard at all."""
    return sound.strip("_")[0]


def _gap(left: Sound, right: Sound) -> float:
    if left == right:
        return 0.0
    return min(_phoneme_gap(a, b) for a in left for b in right) + _AMBIGUOUS


@cache
def _phoneme_gap(a: str, b: str) -> float:
    if a == b:
        return 0.0
    return _NEAR.get(frozenset((a, b)), 0.45 if a in VOWELS and b in VOWELS else _FAR)


def _loss(sound: Sound, unwritten: bool) -> float:
    if _first(sound) in VOWELS:
        if unwritten:
            # Two letters (ou, ee) were written for a long vowel: any script shows that one.
            return 0.2 if len(sound) > 2 and "_" not in sound else _UNWRITTEN
        return _SILENT if "_" in sound else 0.4
    if "_" in sound:
        return _SILENT
    return 0.45 if _first(sound) in "ywh" else 1.0


def _heft(sound: Sound) -> float:
    if _first(sound) in VOWELS:
        return 0.4
    if "_" in sound:
        return 0.2
    return 0.6 if _first(sound) in "ywh" else 1.0


_NEVER = 10**6
"""No sound answers the padding of a short word."""

Costs = NDArray[np.int32]

_PADDED = len(SOUNDS) + 1
"""Sounds are numbered from 1; 0 pads short words and costs nothing."""


def gaps_by_phonetics() -> Costs:
    """What phonetics alone says of every two sounds, by their numbers."""
    table = np.full((_PADDED, _PADDED), _NEVER, dtype=np.int32)
    np.fill_diagonal(table, 0)
    for i, left in enumerate(SOUNDS, 1):
        for j, right in enumerate(SOUNDS[: i - 1], 1):
            table[i, j] = table[j, i] = round(1000 * _gap(left, right))
    return table


def losses_by_phonetics() -> Costs:
    """What phonetics alone says of every lost sound, wherever it stands."""
    table = np.zeros((2, _PADDED, PLACES), dtype=np.int32)
    for unwritten in (0, 1):
        for i, sound in enumerate(SOUNDS, 1):
            table[unwritten, i] = round(1000 * _loss(sound, bool(unwritten)))
    return table.reshape(2, -1)


def _gaps() -> Costs:
    table = gaps_by_phonetics()
    for left, right, cost in _FITTED_GAP.findall(FITTED_GAPS):
        i, j = NUMBERS.get(left), NUMBERS.get(right)
        if i and j:
            table[i, j] = table[j, i] = 10 * int(cost)
    return table


def _losses() -> Costs:
    table = losses_by_phonetics()
    for unwritten, fitted in enumerate((FITTED_LOSSES, FITTED_LOSSES_UNWRITTEN)):
        for sound, place, cost in _FITTED_LOSS.findall(fitted):
            if sound in NUMBERS:
                table[unwritten, NUMBERS[sound] * PLACES + int(place)] = 10 * int(cost)
    return table


_FITTED_GAP = re.compile(r"(\w+?)~([A-Za-z_]+)(\d+)")
_FITTED_LOSS = re.compile(r"([A-Za-z_]+)/(\d)=(\d+)")

GAPS = _gaps()
"""The cost of hearing one sound where another was written, by their numbers."""

LOSSES = _losses()
"""The cost of a sound without partner: whether the other script omits vowels, then by
number of the sound times `PLACES` plus its place."""

HEFTS: Costs = np.array([0, *(round(1000 * _heft(s)) for s in SOUNDS)], dtype=np.int32)
"""How much a sound counts towards the length of a word."""

IS_VOWEL = np.array([False, *(_first(s) in VOWELS for s in SOUNDS)])
