"""How far two words are apart by ear, whatever script they were written in.

An alignment of sounds with costs from phonetics: voicing pairs are near, vowels are
nearer to each other than consonants are, and a vowel that a script never writes costs
next to nothing when it is missing there.
"""

from collections.abc import Sequence
from functools import cache

from intake.matching.reading.spellings import VOWELS, Sound

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


@cache
def gap(left: Sound, right: Sound) -> float:
    """The cost of hearing `right` where `left` was written."""
    if left == right:
        return 0.0
    least = min(_phoneme_gap(a, b) for a in left for b in right)
    return least + _AMBIGUOUS


def _phoneme_gap(a: str, b: str) -> float:
    if a == b:
        return 0.0
    return _NEAR.get(frozenset((a, b)), 0.45 if a in VOWELS and b in VOWELS else _FAR)


@cache
def loss(sound: Sound, unwritten: bool) -> float:
    """The cost of a sound without partner; `unwritten`: a script omitting vowels."""
    if sound[0] in VOWELS:
        if unwritten:
            # Two letters (ou, ee) were written for a long vowel: any script shows that one.
            return 0.2 if len(sound) > 2 and "_" not in sound else _UNWRITTEN
        return _SILENT if "_" in sound else 0.4
    if "_" in sound:
        return _SILENT
    return 0.45 if sound[0] in "ywh" else 1.0


@cache
def heft(sound: Sound) -> float:
    """How much a sound counts towards the length of a word."""
    if sound[0] in VOWELS:
        return 0.4
    if "_" in sound:
        return 0.2
    return 0.6 if sound[0] in "ywh" else 1.0


def distance(
    left: Sequence[Sound], right: Sequence[Sound], left_abjad: bool, right_abjad: bool
) -> float:
    """The least cost of turning one run of sounds into the other."""
    left_loss = [loss(sound, right_abjad and not left_abjad) for sound in left]
    right_loss = [loss(sound, left_abjad and not right_abjad) for sound in right]
    row = [0.0]
    for cost in right_loss:
        row.append(row[-1] + cost)
    for a, cost_a in zip(left, left_loss, strict=True):
        row = _next_row(row, a, cost_a, right, right_loss)
    return row[-1]


def _next_row(
    above: list[float],
    sound: Sound,
    cost: float,
    right: Sequence[Sound],
    right_loss: list[float],
) -> list[float]:
    last = above[0] + cost
    row = [last]
    for j, other in enumerate(right):
        best = above[j] + gap(sound, other)
        dropped = above[j + 1] + cost
        if dropped < best:
            best = dropped
        added = last + right_loss[j]
        if added < best:
            best = added
        row.append(best)
        last = best
    return row


def likeness(
    left: Sequence[Sound], right: Sequence[Sound], left_abjad: bool, right_abjad: bool
) -> float:
    """1.0 for the same sounds, falling to 0.0; by the average length of the two words."""
    length = (sum(map(heft, left)) + sum(map(heft, right))) / 2
    if not length:
        return 0.0
    return max(0.0, 1 - distance(left, right, left_abjad, right_abjad) / length)
