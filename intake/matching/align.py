"""Two names laid beside each other: which words answer each other, and how well."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from intake.matching.likeness import Form, form_of, word_likeness
from intake.matching.names import Part, parts, with_two_as_one
from intake.matching.person import NameSaid
from intake.matching.reading.romanise import Word, read_word

_LEAST = 0.5
"""Words less alike than this do not answer each other."""

_LIKENESS = (
    (0.0, -1.0), (0.5, -1.0), (0.63, 0.0), (0.75, 0.33), (0.85, 0.57), (0.93, 0.73), (0.97, 0.78),
    (0.99, 0.97), (1.0, 1.0),
)  # fmt: skip
"""From likeness of two words to the share of the weight: monotone, straight between.

Measured on pairs of one name in two scripts (Merhav and Ash, COLING 2018): how often a
right pair and how often two names at random sound alike to a degree, in bits, as a share
of what the same sounds tell.
"""

_OTHER_FORM = 0.6
"""Share of the weight when two words are forms of one name (Sasha, Oleksandr)."""

_FORM_SHARES = {Form.ONE_NAME: _OTHER_FORM, Form.CUT_SHORT: 0.4}

_INITIAL = 0.2
"""Share of the weight when all that is written of a word is its first letter."""

_WELL = 0.5
"""Share from which a word answers another as well as any joining could make it."""

_A_SLIP_IN = 4
"""Two words and the word written for both may differ in one of so many consonants."""


class Pair(NamedTuple):
    """A word of the left name and the word of the right name that answers it."""

    left: Part
    right: Part
    share: float
    other_form: bool = False
    initial: bool = False


class Alignment(NamedTuple):
    """The pairs found and the roles left over on each side."""

    pairs: tuple[Pair, ...]
    left_over: tuple[str, ...]
    right_over: tuple[str, ...]


def share_of(likeness: float) -> float:
    """How much of a weight a likeness earns: the table, straight between its points."""
    (x0, y0), *rest = _LIKENESS
    for x1, y1 in rest:
        if likeness <= x1:
            return y0 + (y1 - y0) * (likeness - x0) / (x1 - x0)
        x0, y0 = x1, y1
    return y0


@lru_cache(maxsize=20_000)
def align(left: NameSaid, right: NameSaid) -> tuple[Alignment, ...]:
    """Every way of laying two names side by side: as said, and with two words as one."""
    a, b = parts(left), parts(right)
    as_said = _lay(a, b)
    if _is_answered(as_said):
        return (as_said,)
    joined = [_lay(joint, b) for joint in _joints(a, b)]
    joined += [_lay(a, joint) for joint in _joints(b, a)]
    return (as_said, *joined)


def _is_answered(way: Alignment) -> bool:
    """Whether one name is answered in full and well: no words need be joined then."""
    in_full = not (way.left_over and way.right_over)
    return in_full and all(pair.share >= _WELL for pair in way.pairs)


def _joints(name: tuple[Part, ...], other: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """The name with two neighbours as one, where the other has a word much like that."""
    wholes = [part.word.skeletons[0] for part in other]
    consonants = [part.word.skeletons[0] for part in name]
    for at, (one, two) in enumerate(pairwise(consonants)):
        if any(_are_written_as(one, two, whole) for whole in wholes):
            yield with_two_as_one(name, at)


def _are_written_as(one: str, two: str, whole: str) -> bool:
    """Whether two words are much like this one, and more so than either is by itself."""
    joint = one + two
    slips = len(joint) // _A_SLIP_IN
    if whole[0] != joint[0] or abs(len(whole) - len(joint)) > slips:
        return False
    off = OSA.distance(joint, whole, score_cutoff=slips)
    return off <= slips and off < min(OSA.distance(one, whole), OSA.distance(two, whole))


def _lay(left: tuple[Part, ...], right: tuple[Part, ...]) -> Alignment:
    """Greedy, best pair first; order of the two sides makes no difference."""
    free_left, free_right = dict.fromkeys(range(len(left))), dict.fromkeys(range(len(right)))
    pairs: list[Pair] = []
    for _, i, j, pair in _best_first(_candidates(left, right)):
        if i in free_left and j in free_right:
            pairs.append(pair)
            del free_left[i], free_right[j]
    return Alignment(
        tuple(pairs),
        tuple([left[i].role for i in free_left]),
        tuple([right[j].role for j in free_right]),
    )


_Candidate = tuple[float, int, int, Pair]


def _candidates(left: tuple[Part, ...], right: tuple[Part, ...]) -> list[_Candidate]:
    found: list[_Candidate] = []
    others = [(j, b, b.word.said, b.stem.said) for j, b in enumerate(right)]
    for i, a in enumerate(left):
        said, stem = a.word.said, a.stem.said
        for j, b, other, other_stem in others:
            told = _answer(said, stem, other, other_stem)
            if told is not None:
                rank = -told.share - 0.1 * (a.role == b.role)
                found.append((rank, i, j, Pair(a, b, *told)))
    return found


def _best_first(found: list[_Candidate]) -> list[_Candidate]:
    """In order of rank; what ranks alike in the order of what is written, either way round."""
    if len({candidate[0] for candidate in found}) == len(found):
        return sorted(found)
    return sorted(found, key=lambda candidate: (candidate[0], _ties(candidate[3])))


def _ties(pair: Pair) -> tuple[str, ...]:
    return tuple(sorted(part.role + part.word.text for part in (pair.left, pair.right)))


class _Answer(NamedTuple):
    """How well one word answers another: what a `Pair` says beside its words."""

    share: float
    other_form: bool = False
    initial: bool = False


@lru_cache(maxsize=50_000)
def _answer(said: str, stem: str, other: str, other_stem: str) -> _Answer | None:
    """How two words answer each other; None when they do not."""
    a, b = read_word(said), read_word(other)
    if len(a.text) == 1 or len(b.text) == 1:
        return _initial(a, b)
    likeness = word_likeness(said, other)
    if likeness < 1 and (said != stem or other != other_stem):
        likeness = max(likeness, word_likeness(stem, other_stem) - 0.01)
    share = share_of(likeness) if likeness >= _LEAST else -1.0
    if share < _OTHER_FORM:
        form = form_of(stem, other_stem)
        if form and share < _FORM_SHARES[form]:
            return _Answer(_FORM_SHARES[form], other_form=True)
    return _Answer(share) if likeness >= _LEAST else None


def _initial(a: Word, b: Word) -> _Answer | None:
    """A word of which only the first letter is written answers any word begun so."""
    if a.text == b.text:
        return _Answer(1.0)
    begins = (word.sounds[0] if word.sounds else word.text[0] for word in (a, b))
    same = not set(next(begins)).isdisjoint(next(begins))
    return _Answer(_INITIAL, initial=True) if same else None
