"""Folded words of names for the search box: what is typed finds what was said.

SQLite folds only ASCII, so words are folded here, in Python, on both sides. A word is found
in other scripts and spellings too, by how it sounds.
"""

import unicodedata
from typing import Final

from intake.matching.likeness import word_likeness
from intake.matching.reading.romanise import read_word

EDITION: Final = "2"
"""Raise it when words come to be read in another way: all are heard anew."""

SOUNDS: Final = "~"
BEGINS: Final = "="
"""What the keys of a word begin with: of its consonants, and of its reading with vowels."""

_ALIKE = 0.88
"""Two words at least so alike by sound are one name to a searcher: Oleh and Олег are .89,
Olena and Elena, two names, .85."""

_LEAST = 3
"""The beginning of a name is looked for in other scripts from so many letters on."""


def terms_of(text: str) -> list[str]:
    """The words of a name, case-folded, without marks and joiners; each once."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if _is_word(c) else " " for c in folded if not _is_mark(c))
    return list(dict.fromkeys(kept.split()))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Cf") or char in "'’ʼ`´"


def _is_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM"


def ways_of(words: str) -> list[list[str]]:
    """The words typed, and with two neighbours as one (Abdul Rahman, Abdulrahman)."""
    terms = terms_of(words)
    joined = [
        [*terms[:at], one + terms[at + 1], *terms[at + 2 :]] for at, one in enumerate(terms[:-1])
    ]
    return [terms, *joined] if terms else []


def heard_under(term: str) -> list[str]:
    """The keys under which a word of a name is found by its sound, in whatever script."""
    word = read_word(_composed(term))
    if not word.codes:
        return []
    return [*(SOUNDS + skeleton for skeleton in word.skeletons[:2]), BEGINS + word.plain]


def begins_as(typed: str) -> str:
    """How the key of a name begins that begins so in any script; "" for too little."""
    plain = read_word(_composed(typed)).plain
    return BEGINS + plain if len(plain) >= _LEAST else ""


def is_heard_as(typed: str, term: str) -> bool:
    """Whether a word of a name sounds as typed, or begins so in another script."""
    one, other = _composed(typed), _composed(term)
    if word_likeness(one, other) >= _ALIKE:
        return True
    begins = begins_as(typed)
    return bool(begins) and any(key.startswith(begins) for key in heard_under(term))


def _composed(term: str) -> str:
    return unicodedata.normalize("NFC", term)
