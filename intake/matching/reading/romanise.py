"""Words of any script as sounds and consonant skeletons, for the index only.

Nothing made here is ever shown or stored as somebody's name. A word of a script this
module cannot read keeps its folded letters, so that it can still be found as written.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from intake.matching.reading.spellings import ABJAD, LONGEST, SPELLINGS, VOWELS, Sound, read_geez

_MOST_READINGS = 6
_CLASS = {
    **dict.fromkeys("pb", "B"), **dict.fromkeys("fv", "F"), **dict.fromkeys("tdTD", "T"),
    **dict.fromkeys("szc", "S"), **dict.fromkeys("SZCJ", "X"), **dict.fromkeys("kgqGxh", "K"),
    "l": "L", "r": "R", "m": "M", "n": "N",
}  # fmt: skip
"""Phonemes that spellings exchange are one class; vowels, y, w and silence have none."""

_SAME_LETTER = str.maketrans({"ك": "ک", "ى": "ی", "ي": "ی", "ة": "ه"})
_SPLIT = re.compile(r"[\s\-‐‑‒–—_,.;:/\\()\[\]·•،؛]+")
_DROPPED = re.compile("['’‘ʼʻ`´\"“”ـ\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DOUBLED = re.compile(r"([A-Z])\1+")
_GERESH = re.compile("(?<=[גצץזתד])['’׳]")
_LATIN_SOFT = re.compile("[eiyéèêëíîïý]")
_LATIN_VOWEL = re.compile("[aeiouyäöüáéíóúàèìòùâêîôûãõåæøəı]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as said, folded, its sounds, its skeletons with the likeliest first.

    `plain` is the likeliest reading with its vowels, as a string of phonemes.
    """

    said: str
    text: str
    sounds: tuple[Sound, ...]
    skeletons: tuple[str, ...]
    abjad: bool
    plain: str = ""


def fold(text: str) -> str:
    """Letters without case, marks, joiners and look-alike variants."""
    spread = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in spread if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", _DROPPED.sub("", bare)).translate(_SAME_LETTER)


def split(text: str) -> list[str]:
    """The words of a text, casefolded, marks kept because sounds depend on them."""
    said = unicodedata.normalize("NFKC", text).casefold()
    said = _DROPPED.sub("", _GERESH.sub("׳", unicodedata.normalize("NFC", said)))
    return [word for word in _SPLIT.split(said) if any(map(str.isalnum, word))]


@lru_cache(maxsize=400_000)
def read_word(word: str) -> Word:
    """Read one casefolded word."""
    abjad = ABJAD.search(word) is not None
    sounds = _merge(_sounds(word), abjad)
    folded = fold(word) or word
    if not sounds:
        return Word(word, folded, (), ("=" + folded,), False)
    plain = "".join(sound[0] for sound in sounds if sound[0] != "_")
    return Word(word, folded, sounds, _skeletons(sounds, abjad), abjad, plain)


def _sounds(word: str) -> list[Sound]:
    found: list[Sound] = []
    at = 0
    while at < len(word):
        for size in range(min(LONGEST, len(word) - at), 0, -1):
            sounds = SPELLINGS.get(word[at : at + size])
            if sounds is not None:
                break
        else:
            size, sounds = 1, _strange(word[at])
        found.extend(_in_context(word, at, size) or sounds)
        at += size
    return found


def _strange(letter: str) -> tuple[Sound, ...]:
    base = unicodedata.normalize("NFKD", letter)[0]
    if base != letter and base in SPELLINGS:
        return SPELLINGS[base]
    return read_geez(letter)


def _in_context(word: str, at: int, size: int) -> tuple[Sound, ...]:
    """Letters whose sound depends on neighbours; empty when nothing special holds."""
    if size > 1:
        return ()
    letter, after, before = word[at], word[at + 1 : at + 2], word[at - 1 : at] if at else ""
    match letter:
        case "c" if _LATIN_SOFT.match(after):
            return ("sCc",)
        case "g" if _LATIN_SOFT.match(after):
            return ("gJxZ",)
        case "j" if _LATIN_VOWEL.match(before):
            return ("yJZ",) if _LATIN_VOWEL.match(after) else ("yi",)
        case "h" if before and _LATIN_VOWEL.match(after):
            return ("h",)
        case "ا" if not before:
            return ("aeiou_",)
        case "ه" if before and not after:
            return ("aeh_",)
    return ()


def _merge(sounds: list[Sound], abjad: bool) -> tuple[Sound, ...]:
    """Leave out pure silence and, where scripts write them, doubled letters."""
    kept: list[Sound] = []
    for sound in sounds:
        if sound == "_" or (not abjad and kept and kept[-1] == sound):
            continue
        kept.append(sound)
    return tuple(kept)


def _skeletons(sounds: tuple[Sound, ...], abjad: bool) -> tuple[str, ...]:
    readings = [""]
    for sound in sounds:
        classes = list(dict.fromkeys("-" if p in VOWELS else _CLASS.get(p, "") for p in sound))
        if "-" in classes and "" in classes:
            classes.remove("")
        if len(readings) * len(classes) > _MOST_READINGS:
            classes = classes[:1]
        readings = [reading + one for one in classes for reading in readings]
    squeezed = [_DOUBLED.sub(r"\1", reading) for reading in readings]
    # Where vowels go unwritten, a doubled letter may be two sounds (Mamduh) or one.
    kept = readings + squeezed if abjad else squeezed
    return tuple(dict.fromkeys(reading.replace("-", "") or "~" for reading in kept))
