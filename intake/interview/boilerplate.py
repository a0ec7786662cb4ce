"""Finds reasons that were written before, so that each is about this person.

A soft warning only: sometimes the same words are right. Nothing is refused.
"""

import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz

LAST = 20
"""So many of the officer's reasons are looked back at."""

_NEARLY = 92.0
"""Above this likeness two texts differ by a word or a slip of the pen."""


def repeated(reasons: Iterable[str], before: Iterable[str]) -> tuple[str, ...]:
    """List reasons that are the same as one of before, or nearly, once each."""
    earlier = [_plain(text) for text in before]
    found = [text for text in reasons if _is_among(_plain(text), earlier)]
    return tuple(dict.fromkeys(found))


def _is_among(text: str, earlier: Iterable[str]) -> bool:
    return bool(text) and any(fuzz.ratio(text, other) >= _NEARLY for other in earlier)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())
