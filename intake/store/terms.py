"""Folded words of names for the search box: what is typed finds what was said.

SQLite folds only ASCII, so words are folded here, in Python, on both sides.
"""

import unicodedata


def terms_of(text: str) -> list[str]:
    """The words of a name, case-folded, without marks and joiners; each once."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if _is_word(c) else " " for c in folded if not _is_mark(c))
    return list(dict.fromkeys(kept.split()))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Cf") or char in "'’ʼ`´"


def _is_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM"
