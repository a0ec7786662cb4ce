"""How alike two words are, worked out for many at once and remembered.

A comparison asks for two words at a time; a search knows beforehand which ones will be
asked for, and `learn` works them out together, some fifty times faster. What is
remembered changes no answer.
"""

from collections import OrderedDict
from collections.abc import Collection, Iterable
from enum import IntFlag
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import OSA

from intake.matching.reading.given_names import forms_of
from intake.matching.reading.romanise import read_word
from intake.matching.reading.sounds import likenesses_of

_WRITTEN_LESS = 0.03
_MOST = 0.99
_REMEMBERED = 100_000
_by_letters = OSA.normalized_similarity


class Form(IntFlag):
    """How one word may be made of another, whatever its sound."""

    NONE = 0
    ONE_NAME = 1
    """Both are forms of one given name, such as Sasha and Oleksandr."""
    CUT_SHORT = 2
    """One is the beginning of the other, such as Greg and Gregory."""


Pair = tuple[str, str]

# Floats rather than objects: the garbage collector does not look at these.
_known: OrderedDict[Pair, float] = OrderedDict()


def word_likeness(left: str, right: str) -> float:
    """How alike two casefolded words are: 1.0 as written, by sound or letters to .97."""
    pair = (left, right) if left <= right else (right, left)
    found = _known.get(pair)
    if found is None:
        learn_pairs((pair,))
        found = _known[pair]
    return found


def form_of(left: str, right: str) -> Form:
    """How one word may be a form of the other."""
    (one, forms), (other, other_forms) = _read(left), _read(right)
    if forms and not forms.isdisjoint(other_forms):
        return Form.ONE_NAME
    return Form.CUT_SHORT if _is_cut_short(one, other) else Form.NONE


@lru_cache(maxsize=50_000)
def _read(said: str) -> tuple[str, frozenset[int]]:
    plain = read_word(said).plain
    return plain, forms_of(plain)


def learn(words: Iterable[str], others: Collection[str]) -> None:
    """Work out and remember how alike each of the words is to each of the others."""
    learn_pairs((word, other) for word in words for other in others)


def learn_pairs(pairs: Iterable[Pair]) -> None:
    """Work out and remember how alike the words of each pair are, all pairs at once."""
    asked = dict.fromkeys((a, b) if a <= b else (b, a) for a, b in pairs)
    new = [pair for pair in asked if pair not in _known]
    if not new:
        return
    at: dict[str, int] = {}
    left, right = ([at.setdefault(w, len(at)) for w in side] for side in zip(*new, strict=True))
    words = [read_word(word) for word in at]
    heard = likenesses_of(words, words, np.array(left), np.array(right)).tolist()
    for pair, a, b, alike in zip(new, left, right, heard, strict=True):
        _known[pair] = _likeness(words[a].text, words[b].text, alike)
    # The oldest first and few at a time: to forget all at once would hold one search up.
    for _ in range(len(_known) - max(_REMEMBERED, len(new))):
        _known.popitem(last=False)


def _likeness(left: str, right: str, heard: float) -> float:
    if left == right:
        return 1.0
    # What cannot be more alike by its letters than by its sound need not be counted out.
    seen = _by_letters(left, right, score_cutoff=min(heard + _WRITTEN_LESS, 1.0))
    return min(_MOST, max(heard, seen - _WRITTEN_LESS))


def _is_cut_short(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return len(short) > 2 and len(long) - len(short) > 1 and long.startswith(short)
