"""Scripts of syllables or of letters with a vowel, read by their Unicode names.

Ge'ez, Hangul and the scripts of India and Burma: a letter is an onset and a vowel that
a following sign may change or silence.
"""

import re
import unicodedata
from functools import lru_cache

_GEEZ = re.compile(r"ETHIOPIC SYLLABLE ([A-Z ]*?)(W?AA|W?A|WI|WEE|WE|OA|EE|U|I|E|O)$")
_GEEZ_ONSET = {
    "HH": "h", "X": "hx", "SZ": "s", "SH": "S", "QH": "q", "C": "C", "NY": "n",
    "GLOTTAL ": "", "PHARYNGEAL ": "", "KX": "xhk", "ZH": "Z", "DD": "d", "GG": "g",
    "TH": "t", "CH": "C", "J": "J", "PH": "p", "TS": "sct", "TZ": "sct", "B": "bv",
}  # fmt: skip
_GEEZ_VOWEL = {"A": "ea", "U": "u", "I": "i", "AA": "a", "EE": "e", "E": "ie_", "O": "o"}

_INDIC = re.compile(
    r"(?:DEVANAGARI|BENGALI|GURMUKHI|GUJARATI|ORIYA|TAMIL|TELUGU|KANNADA|MALAYALAM|SINHALA"
    r"|MYANMAR) (LETTER|VOWEL SIGN|SIGN) ([A-Z ]+)$"
)
_INDIC_ONSET = {
    "K": "k", "KH": "k", "G": "g", "GH": "g", "NG": "n", "C": "C", "CH": "C", "J": "J", "JH": "J",
    "NY": "n", "TT": "t", "TTH": "t", "DD": "d", "DDH": "d", "NN": "n", "T": "t", "TH": "t",
    "D": "d", "DH": "d", "N": "n", "P": "p", "PH": "pf", "B": "b", "BH": "b", "M": "m", "Y": "y",
    "R": "r", "RR": "r", "L": "l", "LL": "l", "LLL": "l", "V": "vw", "W": "wv", "SH": "S",
    "SS": "S", "S": "s", "H": "h", "NNN": "n", "RRA": "r", "SSH": "S",
}  # fmt: skip
_INDIC_VOWEL = {
    "A": "a", "AA": "a", "I": "i", "II": "i", "U": "u", "UU": "u", "E": "e", "EE": "e",
    "AI": "ae", "O": "o", "OO": "o", "AU": "ao", "VOCALIC R": "ie_",
}  # fmt: skip
_INHERENT = "ao_"

_HANGUL_ONSET = (
    "gk", "k", "n", "dt", "t", "rl", "m", "bpv", "p", "sS", "s", "_", "Jz", "J", "C", "k", "tT",
    "pf", "h",
)  # fmt: skip
_HANGUL_VOWEL = (
    "a", "ae", "y.a", "y.e", "eo", "e", "y.eo", "y.e", "o", "w.a", "w.e", "ow.e", "y.o", "u",
    "w.eo", "w.e", "w.i", "y.u", "ue_", "w.i", "i",
)  # fmt: skip
_HANGUL_CODA = (
    "_", "kg", "k", "kg", "n", "n", "n", "dt", "l", "l", "l", "l", "l", "l", "l", "l", "m", "pb",
    "pb", "s", "s", "n", "t", "t", "k", "t", "p", "h_",
)  # fmt: skip
_RIEUL, _RIEUL_CODA = 5, 8
"""R or l: one l where a syllable ends with it and the next begins with it."""
_HANGUL_FIRST, _HANGUL_LAST = 0xAC00, 0xD7A3


@lru_cache(maxsize=10_000)
def read_syllable(letter: str, after: str) -> tuple[str, ...]:
    """The sounds of a letter before another; empty for letters of other scripts."""
    if _HANGUL_FIRST <= ord(letter) <= _HANGUL_LAST:
        return _read_hangul(letter, after)
    name = unicodedata.name(letter, "")
    geez = _GEEZ.match(name)
    if geez is not None:
        return _read_geez(*geez.groups())
    indic = _INDIC.match(name)
    return _read_indic(indic[1], indic[2], after) if indic is not None else ()


def _read_geez(onset: str, vowel: str) -> tuple[str, ...]:
    if onset in ("GLOTTAL ", "PHARYNGEAL "):
        return ("aei",) if vowel in ("A", "E") else (_GEEZ_VOWEL.get(vowel, "a"),)
    first = _GEEZ_ONSET.get(onset, onset.lower()[:1])
    said = (_GEEZ_VOWEL[vowel],) if vowel in _GEEZ_VOWEL else ("wu", _GEEZ_VOWEL[vowel[1:]])
    return (first, *said) if first else said


def _read_hangul(letter: str, after: str) -> tuple[str, ...]:
    number = ord(letter) - _HANGUL_FIRST
    onset, vowel, coda = number // 588, number % 588 // 28, number % 28
    if coda == _RIEUL_CODA and after and (ord(after) - _HANGUL_FIRST) // 588 == _RIEUL:
        coda = 0
    parts = (_HANGUL_ONSET[onset], *_HANGUL_VOWEL[vowel].split("."), _HANGUL_CODA[coda])
    return tuple(part for part in parts if part != "_")


def _read_indic(kind: str, name: str, after: str) -> tuple[str, ...]:
    if kind == "SIGN":
        return ("n",) if name in ("ANUSVARA", "CANDRABINDU", "BINDI") else ()
    if name in _INDIC_VOWEL:
        return (_INDIC_VOWEL[name],)
    onset = _INDIC_ONSET.get(name.removesuffix("A"), "")
    if kind == "VOWEL SIGN" or not onset:
        return ()
    follows = unicodedata.name(after, "") if after else ""
    bare = after == "$" or "VOWEL SIGN" in follows or "VIRAMA" in follows or "ASAT" in follows
    return (onset,) if bare else (onset, _INHERENT)


SYLLABLE_SOUNDS = frozenset(
    sound
    for table in (
        _GEEZ_ONSET.values(), _GEEZ_VOWEL.values(), _INDIC_ONSET.values(), _INDIC_VOWEL.values(),
        _HANGUL_ONSET, _HANGUL_CODA, (part for v in _HANGUL_VOWEL for part in v.split(".")),
        "bdfghklmnpqrstvwyz", ("aei", "wu", _INHERENT),
    )
    for sound in table
    if sound and sound != "_"
)  # fmt: skip
"""Every sound that such letters may have."""
