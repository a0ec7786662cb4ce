"""How alike two words are, worked out for many at once and remembered.

A comparison asks for two words at a time; a search knows beforehand which ones will be
asked for, and `learn` works them out together, some fifty times faster. What is
remembered changes no answer.
"""

from collections.abc import Collection, Iterable
from enum import IntFlag
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from intake.matching.reading.given_names import forms_of
from intake.matching.reading.romanise import Word, read_word
from intake.matching.reading.sounds import likenesses

_WRITTEN_LESS = 0.03
_MOST = 0.97
_REMEMBERED = 200_000


class Form(IntFlag):
    """How one word may be made of another, whatever its sound."""

    NONE = 0
    ONE_NAME = 1
    """Both are forms of one given name, such as Sasha and Oleksandr."""
    CUT_SHORT = 2
    """One is the beginning of the other, such as Greg and Gregory."""


Pair = tuple[str, str]

# Floats and flags rather than objects: the garbage collector does not look at these.
_known: dict[Pair, float] = {}
_forms: dict[Pair, Form] = {}


def word_likeness(left: str, right: str) -> float:
    """How alike two casefolded words are: 1.0 as written, by sound or letters to .97."""
    pair = (left, right) if left <= right else (right, left)
    found = _known.get(pair)
    if found is None:
        learn((pair[0],), (pair[1],))
        found = _known[pair]
    return found


def form_of(left: str, right: str) -> Form:
    """How one word may be a form of the other."""
    word_likeness(left, right)
    return _forms.get((left, right) if left <= right else (right, left), Form.NONE)


def learn(words: Iterable[str], others: Collection[str]) -> None:
    """Work out and remember how alike each of the words is to each of the others."""
    if len(_known) > _REMEMBERED:
        _known.clear()
        _forms.clear()
    for word in dict.fromkeys(words):
        new = [o for o in others if ((word, o) if word <= o else (o, word)) not in _known]
        if new:
            _learn(read_word(word), [read_word(other) for other in new])


def _learn(word: Word, others: list[Word]) -> None:
    texts = [other.text for other in others]
    written = cdist([word.text], texts, scorer=OSA.normalized_similarity, dtype=np.float64)[0]
    plain = _plain(word.said)
    forms = forms_of(plain)
    for other, heard, seen in zip(others, likenesses(word, others), written.tolist(), strict=True):
        same = word.text == other.text
        likeness = 1.0 if same else min(_MOST, max(heard, seen - _WRITTEN_LESS))
        one, two = word.said, other.said
        pair = (one, two) if one <= two else (two, one)
        _known[pair] = likeness
        begun = _plain(other.said)
        if forms and not forms.isdisjoint(forms_of(begun)):
            _forms[pair] = Form.ONE_NAME
        elif _is_cut_short(plain, begun):
            _forms[pair] = Form.CUT_SHORT


@lru_cache(maxsize=50_000)
def _plain(said: str) -> str:
    return read_word(said).plain


def _is_cut_short(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return len(short) > 2 and len(long) - len(short) > 1 and long.startswith(short)
