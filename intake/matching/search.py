"""Looks one person up among many: candidates by keys, then compared in full."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from math import isqrt, log2
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from intake.matching.card import glance_at, sounds
from intake.matching.compare_names import father_of
from intake.matching.glance import glance_bits, name_bits, shared_bits
from intake.matching.keys import Group, Pairing, key_groups
from intake.matching.likeness import learn
from intake.matching.names import parts
from intake.matching.person import NameSaid, Person
from intake.matching.reading.place_names import place_words, whole
from intake.matching.score import Comparison, begin, compare
from intake.matching.stats import Counts, Stats
from intake.matching.weights import Weights, weights_of

Rows = NDArray[np.int64]

SHORTLIST = 40
"""How many of the people found are compared in full."""

_GLANCED_AT = 500
_GLANCED_AT_NAMES = 1500
"""Where only a name is told, more people share its rarest key."""

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
    stats = Stats(index, weights or weights_of())
    rows = shortlist(index, person, max(SHORTLIST, 2 * top)).tolist()
    people = [known for known in map(index.person, rows) if known.id not in leave_out]
    _prepare(person, people)
    return _best_of(person, people, top, stats)


def _best_of(person: Person, people: list[Person], top: int, stats: Stats) -> list[Candidate]:
    """The best of these; whoever cannot be among them any more is not compared in full."""
    begun = [(begin(person, known, stats), known) for known in people]
    begun.sort(key=lambda pair: (-pair[0].own, pair[1].id))
    found: list[Candidate] = []
    for start, known in begun:
        if len(found) >= top and start.most(stats) < found[-1].comparison.score:
            continue
        found.append(Candidate(known.id, compare(person, known, stats, start), known.group))
        found.sort(key=lambda c: (-c.comparison.score, c.person_id))
        del found[top:]
    return found


def _prepare(person: Person, others: Sequence[Person]) -> None:
    """Work out together how alike the words are that comparisons will ask for."""
    for kind in (_own_words, _father_words, _mother_words, _spouse_words, _place_words):
        mine = kind(person)
        if mine:
            learn(mine, list(dict.fromkeys(word for other in others for word in kind(other))))


def _own_words(person: Person) -> list[str]:
    return [said for name in person.names for said in _said(name)]


def _father_words(person: Person) -> list[str]:
    return _said(NameSaid(father_of(person)))


def _mother_words(person: Person) -> list[str]:
    return _said(NameSaid(person.mother))


def _spouse_words(person: Person) -> list[str]:
    return _said(NameSaid(person.spouse))


def _said(name: NameSaid) -> list[str]:
    return [said for p in parts(name) for said in {p.word.said: 0, p.stem.said: 0}]


def _place_words(person: Person) -> list[str]:
    places = [place for place in (person.birth_place, person.home_place) if place]
    return [word.said for place in places for word in (whole(place), *place_words(place))]


def shortlist(index: Index, person: Person, size: int = SHORTLIST) -> Rows:
    """The rows most worth a full comparison, best first.

    First whoever shares the rarest keys, then of these whoever a glance at names, sex and
    birth says most for.
    """
    groups = key_groups(person)
    keys = sorted({key for group in groups for key in group.keys})
    sharing = index.sharing(keys, cap(index.people()))
    rows, shared = _credit(groups, sharing, index.people())
    named = all(group.pairing is Pairing.NAME for group in groups)
    first = _best(shared.sum(axis=1), rows, _GLANCED_AT_NAMES if named else _GLANCED_AT)
    rows, shared = rows[first], shared[first]
    if len(rows) <= size:
        return rows
    rank = shared_bits(shared) + glance_bits(glance_at(person), index.glances(rows))
    rank += name_bits(sounds(person), index.sounds(rows))
    return rows[_best(rank, rows, size)]


def cap(people: int) -> int:
    """Keys of more people than this tell too little to read; it grows with the index."""
    return max(_LEAST_CAP, 6 * isqrt(people))


def _credit(
    groups: list[Group], sharing: dict[int, Rows], people: int
) -> tuple[Rows, NDArray[np.float64]]:
    """Who shares keys, and the rarity of what is shared by pairing, once for each group."""
    rows: list[Rows] = [np.zeros(0, np.int64)]
    bits: list[NDArray[np.float64]] = [np.zeros(0)]
    whats: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
    for what, keys in groups:
        found = [sharing[key] for key in dict.fromkeys(keys) if key in sharing]
        if not found:
            continue
        together = np.unique(np.concatenate(found)) if len(found) > 1 else found[0]
        rows.append(together)
        bits.append(np.full(len(together), log2(1 + people / len(together))))
        whats.append(np.full(len(together), what))
    known, where = np.unique(np.concatenate(rows), return_inverse=True)
    cells = where * len(Pairing) + np.concatenate(whats)
    size = len(known) * len(Pairing)
    shared: NDArray[np.float64] = np.bincount(
        cells, weights=np.concatenate(bits), minlength=size
    ).astype(np.float64)
    return known, shared.reshape(len(known), len(Pairing))


def _best(rank: NDArray[np.float64], rows: Rows, size: int) -> NDArray[np.intp]:
    """Where the highest ranks stand, best first; rounded, so that ties fall to the row."""
    return np.lexsort((rows, -np.round(rank, 6)))[:size]
