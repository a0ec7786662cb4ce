"""Makes names comparable: no marks, no case, no word that only says "town of"."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
        "ə": "a", "ґ": "г", "ی": "ي", "ى": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه",
    }
)  # fmt: skip
_KIND_TEXT = """
city town village of the misto selo gorod derevnya м с г д смт пгт місто село селище город деревня
al el ar ad as at an az ash ath adh مدينة مدينه قرية قريه بلدة محافظة
"""
_WORD = re.compile(r"[\s\-–.,/()]+")
_ARTICLE = "ال"
_LEAST_LETTERS = 3


def key(text: str) -> str:
    """A name in the form in which two spellings of one name are the same."""
    words = [word for word in (_plain(word) for word in _WORD.split(text)) if word]
    kept = [word for word in words if word not in _KINDS]
    return "".join(_without_article(word) for word in kept or words)


def parts(text: str) -> list[str]:
    """What of an answer may name the place: all of it, then piece by piece."""
    pieces = [piece.strip() for piece in re.split(r"[,،;(\n]", text)]
    return [text, *(piece for piece in pieces if piece and piece != text.strip())]


def _plain(word: str) -> str:
    folded = word.casefold()
    if folded.isascii():
        return "".join(c for c in folded if c.isalnum())
    spelt = unicodedata.normalize("NFD", folded.translate(_LETTERS))
    return "".join(c for c in spelt if c.isalnum() and unicodedata.category(c) != "Lm")


def _without_article(word: str) -> str:
    bare = word.removeprefix(_ARTICLE)
    return bare if len(bare) >= _LEAST_LETTERS else word


_KINDS = frozenset(_plain(word) for word in _KIND_TEXT.split())
