"""The queue of pairs: children first, then by rank; one person works on a pair.

A lease keeps two reviewers off the same pair; it runs out by itself, so that a pair
somebody walked away from comes back.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from intake.domain.case import youngest
from intake.domain.codes import Role
from intake.domain.individual import Individual
from intake.domain.pair import Pair, Reviewer
from intake.registry.grouping import hidden_pairs
from intake.registry.verifying import leases
from intake.registry.verifying.grounds import recorders
from intake.store import Store

_LOOKED_THROUGH = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pair in the queue: numbers and a child's ages, no names (DP-12)."""

    pair: Pair
    numbers: tuple[str, ...]
    ages: tuple[int, int] | None


def waiting(store: Store, user: str, now: datetime) -> list[Waiting]:
    """What this reviewer can still judge, children first."""
    pairs = [p for p in store.pairs.waiting(limit=_LOOKED_THROUGH) if p.is_open_for(user)]
    untold = hidden_pairs(store, pairs)
    pairs = [pair for pair in pairs if pair.id not in untold]
    people = store.cases.outlines({i for p in pairs for i in (p.left, p.right)}, "birth")
    found = [_line(pair, people, now) for pair in pairs]
    return sorted(found, key=lambda line: line.ages is None)


def following(store: Store, user: str, now: datetime, after: str = "") -> str:
    """The pair after this one that no colleague has open; "" if none is left."""
    lines = [line.pair.id for line in waiting(store, user, now)]
    place = lines.index(after) + 1 if after in lines else 0
    for pair in (*lines[place:], *lines[:place]):
        if pair != after and leases.keep(store, leases.pair_of(pair), user, now):
            return pair
    return ""


def reviewer(store: Store, pair: Pair, user: str, roles: Collection[Role]) -> Reviewer:
    """Whoever acts on a pair, and whether they wrote one of its records themselves."""
    both = (store.cases.individual(one) for one in (pair.left, pair.right))
    recorded = any(user in recorders(person) for person in both if person is not None)
    return Reviewer(user, roles, recorded)


def _line(pair: Pair, people: Mapping[str, Individual], now: datetime) -> Waiting:
    both = [people[side] for side in (pair.left, pair.right) if side in people]
    numbers = tuple(person.number for person in both)
    return Waiting(pair, numbers, youngest(both, now.date()))
