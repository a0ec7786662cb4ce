"""The sounds of a word as a short text, for an index to keep.

A letter of the text is one sound, from U+0100 on; an apostrophe before them says that the
script leaves vowels out. A word that is not read stands as it is written, after `=`.
"""

from functools import lru_cache
from typing import NamedTuple

from intake.matching.reading.romanise import Word

_FIRST = 0x100
_UNREAD, _ABJAD = "=", "'"
_RAISED = {code: _FIRST + code for code in range(256)}
_LOWERED = {raised: code for code, raised in _RAISED.items()}


class Heard(NamedTuple):
    """What comparing by sound needs of a word; no sounds for one that is not read."""

    codes: bytes
    abjad: bool


def written(word: Word) -> str:
    """A word as the text of its sounds; without blanks."""
    if not word.codes:
        return _UNREAD + "".join(word.text.split())
    return (_ABJAD if word.abjad else "") + word.codes.decode("latin-1").translate(_RAISED)


@lru_cache(maxsize=20_000)
def heard(text: str) -> Heard:
    """The sounds of a text that `written` made."""
    if text.startswith(_UNREAD):
        return Heard(b"", abjad=False)
    said = text.removeprefix(_ABJAD)
    return Heard(said.translate(_LOWERED).encode("latin-1"), text != said)
