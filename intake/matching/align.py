"""Two names laid beside each other: which words answer each other, and how well."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from intake.matching import weights as w
from intake.matching.names import Part, joined, parts, same_name, word_likeness
from intake.matching.person import NameSaid

_LEAST = 0.55
"""Words less alike than this do not answer each other."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of the left name and the word of the right name that answers it."""

    left: Part
    right: Part
    share: float
    other_form: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs found and the roles left over on each side."""

    pairs: tuple[Pair, ...]
    left_over: tuple[str, ...]
    right_over: tuple[str, ...]


def share_of(likeness: float) -> float:
    """How much of a weight a likeness earns: the table, straight between its points."""
    (x0, y0), *rest = w.LIKENESS
    for x1, y1 in rest:
        if likeness <= x1:
            return y0 + (y1 - y0) * (likeness - x0) / (x1 - x0)
        x0, y0 = x1, y1
    return y0


@lru_cache(maxsize=200_000)
def align(left: NameSaid, right: NameSaid) -> tuple[Alignment, ...]:
    """Every way of laying two names side by side: as said, and with words joined."""
    ways = [_lay(parts(left), parts(right))]
    left_joined, right_joined = joined(left), joined(right)
    if left_joined and not right_joined:
        ways.append(_lay(left_joined, parts(right)))
    if right_joined and not left_joined:
        ways.append(_lay(parts(left), right_joined))
    return tuple(ways)


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
    alike = word_likeness(a.word.said, b.word.said)
    if alike < 1 and (a.stem is not a.word or b.stem is not b.word):
        alike = max(alike, word_likeness(a.stem.said, b.stem.said) - 0.01)
    share = share_of(alike)
    if share < w.OTHER_FORM and same_name(a.stem, b.stem):
        return Pair(a, b, w.OTHER_FORM, other_form=True)
    return Pair(a, b, share) if alike >= _LEAST else None
