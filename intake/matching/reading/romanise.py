"""Words of any script as sounds and consonant skeletons, for the index only.

Nothing made here is ever shown or stored as somebody's name. A word of a script this
module cannot read keeps its folded letters, so that it can still be found as written.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from intake.matching.reading.skeletons import skeletons
from intake.matching.reading.spellings import ABJAD, NUMBERS, SOUNDS, SPELLINGS, Sound
from intake.matching.reading.syllables import read_syllable

_LONGEST = 48
"""Letters of a word that are read; no name known to us has a longer word, and typing one
must keep nobody waiting."""

_SAME_LETTER = str.maketrans({"ك": "ک", "ى": "ی", "ي": "ی", "ة": "ه"})
_SPLIT = re.compile(r"[\s\-‐‑‒–—_,.;:/\\()\[\]·•،؛۔፡።。、・]+")
_DROPPED = re.compile(
    "['’‘ʼʻ`´\"“”ـ\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    # The ties of library catalogues over two letters that are one (t͡s).
    "\u035c\u0360-\u0362\ufe20-\ufe2f]"
)
_GERESH = re.compile("(?<=[גצץזתד])['’׳]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as said, folded, its sounds by number, its skeletons, likeliest first."""

    said: str
    text: str = field(compare=False)
    codes: bytes = field(compare=False)
    skeletons: tuple[str, ...] = field(compare=False)
    abjad: bool = field(compare=False)

    @property
    def sounds(self) -> tuple[Sound, ...]:
        """What it sounds like; empty for a script that is not read."""
        return tuple(SOUNDS[code - 1] for code in self.codes)

    @property
    def plain(self) -> str:
        """The likeliest reading with its vowels, as a string of phonemes."""
        return "".join([_PLAIN[code] for code in self.codes])


_PLAIN = ("", *(sound[0].strip("_") for sound in SOUNDS))


def fold(text: str) -> str:
    """Letters without case, marks, joiners and look-alike variants."""
    if text.isascii():
        return _DROPPED.sub("", text.casefold())
    spread = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join([c for c in spread if not unicodedata.combining(c)])
    return unicodedata.normalize("NFC", _DROPPED.sub("", bare)).translate(_SAME_LETTER)


def split(text: str) -> list[str]:
    """The words of a text, casefolded, marks kept because sounds depend on them."""
    said = unicodedata.normalize("NFKC", text).casefold()
    said = _DROPPED.sub("", _GERESH.sub("׳", unicodedata.normalize("NFC", said)))
    return [word for word in _SPLIT.split(said) if any(map(str.isalnum, word))]


@lru_cache(maxsize=50_000)
def read_word(word: str) -> Word:
    """Read one casefolded word."""
    return read_anew(word)


def read_anew(word: str) -> Word:
    """The same, not remembered: for a word that hardly comes again."""
    folded = fold(word) or word
    if folded == word:
        folded = word
    abjad = not word.isascii() and ABJAD.search(word) is not None
    codes = _codes(word[:_LONGEST], abjad)
    found = skeletons(codes, abjad) if codes else ("=" + folded,)
    return Word(word, folded, codes, found, abjad and bool(codes))


_READ = {
    spelling: (bytes(NUMBERS[sound] for sound in sounds), size)
    for spelling, (sounds, size) in SPELLINGS.items()
}
"""Spellings with their sounds by number, and how many of their letters they use up."""


def _sizes() -> dict[str, tuple[int, ...]]:
    """The longer spellings that begin with each two letters, longest first."""
    found: dict[str, set[int]] = {}
    for spelling in _READ:
        if len(spelling) > 1:
            found.setdefault(spelling[:2], set()).add(len(spelling))
    return {start: tuple(sorted(sizes, reverse=True)) for start, sizes in found.items()}


_SIZES = _sizes()


def _codes(word: str, abjad: bool) -> bytes:
    """The sounds of a word by number, doubled ones once unless vowels go unwritten."""
    text = f"^{word}$"
    end = len(word) + 1
    at = 0
    found = bytearray()
    while at < end:
        sizes = _SIZES.get(text[at : at + 2])
        read = _READ.get(text[at]) if sizes is None else _longest(text, at, sizes)
        if read is None:
            found += _strange(text[at], text[at + 1])
            at += 1
        else:
            found += read[0]
            at += read[1]
    return bytes(found) if abjad else _undoubled(found)


def _longest(text: str, at: int, sizes: tuple[int, ...]) -> tuple[bytes, int] | None:
    for size in sizes:
        read = _READ.get(text[at : at + size])
        if read is not None:
            return read
    return _READ.get(text[at])


@lru_cache(maxsize=10_000)
def _strange(letter: str, after: str) -> bytes:
    """A letter with a mark, or a syllable; nothing for a letter of an unknown script."""
    base = unicodedata.normalize("NFKD", letter)[0]
    if base != letter and base in _READ:
        return _READ[base][0]
    return bytes(NUMBERS[sound] for sound in read_syllable(letter, after))


def _undoubled(codes: bytearray) -> bytes:
    return bytes([c for i, c in enumerate(codes) if not i or codes[i - 1] != c])
