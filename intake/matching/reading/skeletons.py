"""The consonants of a word by class: what spellings of one name have in common.

Classes are wide where spellings of one name differ most: p, b, f and v are one (Hebrew
writes them with two letters), and so are all that hiss.
"""

import re
from heapq import nlargest
from sys import intern

from intake.matching.reading.spellings import SOUNDS

MOST = 4
"""A word has at most so many skeletons."""

_LEAST = 0.08
"""A reading this much less likely than the likeliest is not worth a key."""

_CLASS = {
    **dict.fromkeys("pbfv", "B"), **dict.fromkeys("tdTD", "T"), **dict.fromkeys("szcSZCJ", "S"),
    **dict.fromkeys("kgqGxh", "K"), "l": "L", "r": "R", "m": "M", "n": "N",
}  # fmt: skip
"""Phonemes that spellings exchange are one class; vowels, y, w and silence have none."""

_BY_ORDER = (1.0, 0.4, 0.2, 0.1, 0.05, 0.05, 0.05, 0.05)
_DOUBLED = re.compile(r"(.)\1+")

_Shares = tuple[tuple[float, str], ...]


def _shares(sound: str) -> _Shares:
    """The classes a sound may belong to, each with its likelihood, likeliest first."""
    found: dict[str, float] = {}
    for phoneme, share in zip(sound, _BY_ORDER, strict=False):
        kind = _CLASS.get(phoneme, "")
        found[kind] = found.get(kind, 0.0) + share
    total = sum(found.values())
    return tuple(sorted(((s / total, kind) for kind, s in found.items()), reverse=True))


def _tables() -> tuple[bytes, bytes, dict[str, _Shares]]:
    """By number of the sound: its class, or a sign for several; and the sounds of none."""
    several: dict[str, _Shares] = {}
    kinds, none = bytearray(256), bytearray()
    for number, shares in enumerate(map(_shares, SOUNDS), 1):
        if len(shares) > 1:
            sign = next((s for s, known in several.items() if known == shares), "")
            sign = sign or chr(128 + len(several))
            several[sign] = shares
            kinds[number] = ord(sign)
        elif shares[0][1]:
            kinds[number] = ord(shares[0][1])
        else:
            none.append(number)
    return bytes(kinds), bytes(none), several


_KINDS, _NONE, _SEVERAL = _tables()


def skeletons(codes: bytes, abjad: bool) -> tuple[str, ...]:
    """The skeletons a word may have, the likeliest first."""
    kinds = codes.translate(_KINDS, _NONE).decode("latin-1")
    if kinds.isascii() and not abjad:
        return (intern(_DOUBLED.sub(r"\1", kinds) or "~"),)
    return _likeliest(_readings(kinds), abjad)


def _readings(kinds: str) -> list[tuple[float, str]]:
    """Every way to read the signs that stand for several classes, with its likelihood."""
    found = [(1.0, "")]
    for sure, sign in _STEP.findall(kinds):
        shares = _SEVERAL[sign] if sign else _ONE
        found = [(a * b, read + sure + kind) for a, read in found for b, kind in shares]
        if len(found) > 2 * MOST:
            found = nlargest(2 * MOST, found)
    return found


_STEP = re.compile(r"([A-Z]*)([\x80-\xff]|$)")
_ONE: _Shares = ((1.0, ""),)


def _likeliest(readings: list[tuple[float, str]], abjad: bool) -> tuple[str, ...]:
    shares: dict[str, float] = {}
    for share, kinds in readings:
        once = _DOUBLED.sub(r"\1", kinds)
        shares[once] = shares.get(once, 0.0) + share
        # Where vowels go unwritten, a doubled letter may be two sounds (Mamduh) or one.
        if abjad and once != kinds:
            shares[kinds] = shares.get(kinds, 0.0) + share / 2
    ranked = sorted(shares.items(), key=lambda entry: (-entry[1], entry[0]))[:MOST]
    least = _LEAST * ranked[0][1]
    return tuple([intern(kinds or "~") for kinds, share in ranked if share >= least])
