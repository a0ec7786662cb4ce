"""Two names laid beside each other: which words answer each other, and how well."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from rapidfuzz.distance import OSA

from intake.matching.likeness import Form, form_of, word_likeness
from intake.matching.names import Part, parts, with_two_as_one
from intake.matching.person import NameSaid

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


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of the left name and the word of the right name that answers it."""

    left: Part
    right: Part
    share: float
    other_form: bool = False
    initial: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
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
        joint = one + two
        slips = len(joint) // _A_SLIP_IN
        begun = (whole for whole in wholes if whole[0] == joint[0])
        if any(OSA.distance(joint, whole, score_cutoff=slips) <= slips for whole in begun):
            yield with_two_as_one(name, at)


def _lay(left: tuple[Part, ...], right: tuple[Part, ...]) -> Alignment:
    """Greedy, best pair first; order of the two sides makes no difference."""
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    pairs: list[Pair] = []
    for _, _, i, j, pair in sorted(_candidates(left, right), key=lambda c: c[:2]):
        if i in free_left and j in free_right:
            pairs.append(pair)
            free_left.remove(i)
            free_right.remove(j)
    return Alignment(
        tuple(pairs),
        tuple(left[i].role for i in sorted(free_left)),
        tuple(right[j].role for j in sorted(free_right)),
    )


_Candidate = tuple[float, tuple[str, ...], int, int, Pair]


def _candidates(left: tuple[Part, ...], right: tuple[Part, ...]) -> list[_Candidate]:
    found: list[_Candidate] = []
    for (i, a), (j, b) in product(enumerate(left), enumerate(right)):
        pair = answer(a, b)
        if pair is not None:
            ties = tuple(sorted((a.role + a.word.text, b.role + b.word.text)))
            found.append((-pair.share - 0.1 * (a.role == b.role), ties, i, j, pair))
    return found


def answer(a: Part, b: Part) -> Pair | None:
    """How two words answer each other; None when they do not."""
    if len(a.word.text) == 1 or len(b.word.text) == 1:
        return _initial(a, b)
    likeness = word_likeness(a.word.said, b.word.said)
    if likeness < 1 and (a.stem is not a.word or b.stem is not b.word):
        likeness = max(likeness, word_likeness(a.stem.said, b.stem.said) - 0.01)
    share = share_of(likeness) if likeness >= _LEAST else -1.0
    if share < _OTHER_FORM:
        form = form_of(a.stem.said, b.stem.said)
        if form and share < _FORM_SHARES[form]:
            return Pair(a, b, _FORM_SHARES[form], other_form=True)
    return Pair(a, b, share) if likeness >= _LEAST else None


def _initial(a: Part, b: Part) -> Pair | None:
    """A word of which only the first letter is written answers any word begun so."""
    if a.word.text == b.word.text:
        return Pair(a, b, 1.0)
    begins = (part.word.sounds[0] if part.word.sounds else part.word.text[0] for part in (a, b))
    same = not set(next(begins)).isdisjoint(next(begins))
    return Pair(a, b, _INITIAL, initial=True) if same else None
