"""Looks one person up among many: candidates by keys, then compared in full."""

from collections.abc import Callable, Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import isqrt
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from intake.matching.card import glance_at, sounds
from intake.matching.compare_names import father_of
from intake.matching.credit import best, credit
from intake.matching.glance import glance_bits, name_bits, shared_bits
from intake.matching.keys import Group, Pairing, key_groups
from intake.matching.likeness import learn_pairs
from intake.matching.names import parts
from intake.matching.person import Companion, NameSaid, Person
from intake.matching.reading.place_names import place_words, whole
from intake.matching.score import Comparison, Weighed, begin, weigh_up
from intake.matching.stats import Counts, Stats
from intake.matching.weights import NEWEST, NEWEST_TRACING, Weights, weights_of

Rows = NDArray[np.int64]

SHORTLIST = 40
"""How many of the people found are compared in full at the most; a full comparison costs
as much as glancing at all of them."""

_WORDS = 12
"""So many words are compared with all of these; the cost grows with their square."""

_NEARER = ((12, 45.0), (24, 15.0))
"""Beyond so many nobody is compared whom a glance puts so many bits below the best.

Of 1,841 who stand on the shortlist of those who ask for them, a million filed, this leaves out 8.
"""

_SHARING = 500
_SHARING_NAMES = 1500
"""Where only a name is told, more people share its rarest key."""

_SHARING_WORD = 4000
"""Where that is a single word, its keys tell hardly more of one than of another."""

_HEARD = 300
_HEARD_NAMES = 1500
"""Of these, whose names are heard: those that sex, birth and shared keys put first."""

_LETTERS = 80
"""So many letters are heard with all of these; a name of seven words has some fifty."""

_LEAST_CAP = 400


class Index(Counts, Protocol):
    """People filed by their cards: in memory for files, in a table for a store.

    A row is the number an index gives a person; it means nothing outside it.
    """

    def sharing(self, keys: Sequence[int], most: int) -> dict[int, Rows]:
        """The rows filed under each key; keys of nobody or of more than `most` left out."""

    def glances(self, rows: Rows) -> NDArray[np.int16]:
        """One line a row: sex, earliest year, latest year, day (see `Glance`)."""

    def sounds(self, rows: Rows) -> list[str]:
        """The words of the names of each row, as read (see `Card.sounds`)."""

    def person(self, row: int) -> Person:
        """The person of a row, with companions."""

    def alone(self, row: int) -> Person:
        """The person of a row, without whoever came along."""

    def companions(self, row: int) -> tuple[Companion, ...]:
        """Who came along with the person of a row."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be the person looked for, with the explanation."""

    person_id: str
    comparison: Comparison
    group: str = ""


def search(
    index: Index,
    person: Person,
    top: int = 10,
    leave_out: Container[str] = (),
    weights: Weights | None = None,
) -> list[Candidate]:
    """The people most like this one, best first; empty when nobody shares a key.

    `leave_out` names who cannot be meant: the person and the others of the same case.
    """
    newest = NEWEST_TRACING if person.is_sought else NEWEST
    stats = Stats(index, weights or weights_of(newest))
    rows = shortlist(index, person, max(_affordable(person), 2 * top)).tolist()
    # Where nobody came along, it says nothing who came along with others: it is only told.
    read = index.person if person.companions else index.alone
    people = {row: known for row in rows if (known := read(row)).id not in leave_out}
    found = _best_of(person, people, top, stats)
    if not person.companions:
        found = [(row, of.told(person, index.companions(row))) for row, of in found]
    return [Candidate(people[row].id, of.explained(stats), people[row].group) for row, of in found]


def _affordable(person: Person) -> int:
    """How many are compared in full: fewer where so much is said that each takes long."""
    told = (*person.names, *map(NameSaid, (person.father, person.mother, person.spouse)))
    words = sum(len(parts(name)) for name in told)
    return max(_NEARER[0][0], SHORTLIST * _WORDS**2 // max(words, _WORDS) ** 2)


_Found = tuple[int, Weighed]


def _best_of(person: Person, people: Mapping[int, Person], top: int, stats: Stats) -> list[_Found]:
    """The rows of the best; whoever cannot be among them any more is not compared in full."""
    prepare(person, people.values())
    begun = [(begin(person, known, stats), row) for row, known in people.items()]
    begun.sort(key=lambda pair: (-pair[0].own, people[pair[1]].id))
    found: list[_Found] = []
    for start, row in begun:
        if len(found) >= top and start.most(stats) < found[-1][1].score:
            continue
        found.append((row, weigh_up(person, people[row], stats, start)))
        found.sort(key=lambda pair: (-pair[1].score, people[pair[0]].id))
        del found[top:]
    return found


def prepare(person: Person, others: Collection[Person]) -> None:
    """Work out together how alike the words are that comparisons will ask for."""
    kinds: tuple[Callable[[Person], Sequence[str]], ...]
    kinds = (_own_words, _father_words, _mother_words, _spouse_words, _place_words)
    learn_pairs(
        pair
        for kind in kinds
        for pair in product(kind(person), {word for other in others for word in kind(other)})
    )


def _own_words(person: Person) -> list[str]:
    return [said for name in person.names for said in _said(name)]


def _father_words(person: Person) -> tuple[str, ...]:
    return _said_of(father_of(person))


def _mother_words(person: Person) -> tuple[str, ...]:
    return _said_of(person.mother)


def _spouse_words(person: Person) -> tuple[str, ...]:
    return _said_of(person.spouse)


def _said(name: NameSaid) -> list[str]:
    return [said for p in parts(name) for said in {p.word.said: 0, p.stem.said: 0}]


@lru_cache(maxsize=10_000)
def _said_of(relative: str) -> tuple[str, ...]:
    return tuple(_said(NameSaid(relative))) if relative else ()


def _place_words(person: Person) -> list[str]:
    return [*_said_in(person.birth_place), *_said_in(person.home_place)]


@lru_cache(maxsize=10_000)
def _said_in(place: str) -> tuple[str, ...]:
    return tuple([word.said for word in (whole(place), *place_words(place))]) if place else ()


def shortlist(index: Index, person: Person, size: int = SHORTLIST) -> Rows:
    """The rows most worth a full comparison, best first.

    First whoever shares the rarest keys, then of these whoever a glance at names, sex and
    birth says most for.
    """
    groups = key_groups(person)
    keys = sorted({key for group in groups for key in group.keys})
    sharing = index.sharing(keys, cap(index.people()))
    most, heard = _how_many(person, groups)
    rows, shared = credit(groups, sharing, index.people(), most)
    rank = shared_bits(shared) + glance_bits(glance_at(person), index.glances(rows))
    words = sounds(person)
    seen = best(rank, rows, _hearing(words, heard))
    rows, rank = rows[seen], rank[seen]
    rank += name_bits(words, index.sounds(rows))
    first = best(rank, rows, size)
    return rows[first[_are_near(rank[first])]]


def _hearing(words: Sequence[str], most: int) -> int:
    """How many are heard: fewer where so many letters are said that each takes long."""
    letters = sum(map(len, words))
    return max(SHORTLIST, most * _LETTERS // max(letters, _LETTERS))


def _are_near(rank: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Who is near enough to the best to be compared; `rank` falls from the first to the last."""
    near = np.ones(len(rank), np.bool_)
    for first, bits in _NEARER:
        near[first:] &= rank[first:] >= rank[:1] - bits
    return near


def _how_many(person: Person, groups: Sequence[Group]) -> tuple[int, int]:
    """How many who share keys are looked at, and how many of these are heard."""
    if any(group.pairing is not Pairing.NAME for group in groups):
        return _SHARING, _HEARD
    if all(len(parts(name)) == 1 for name in person.names):
        return _SHARING_WORD, _SHARING_WORD
    return _SHARING_NAMES, _HEARD_NAMES


def cap(people: int) -> int:
    """Keys of more people than this tell too little to read; it grows with the index."""
    return max(_LEAST_CAP, 6 * isqrt(people))
