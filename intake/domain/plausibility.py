"""What of a group is worth asking again: only where no reading of the dates fits.

A doubt warns, asks and never blocks (V-03). Families are as they are: the answer
"it is so" is written down with the record, and nobody is asked again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from intake.domain.case import Case
from intake.domain.codes import Doubt, Nature, Relationship, Tie
from intake.domain.edtf import years_after
from intake.domain.individual import Individual
from intake.domain.narrowing import chain_of
from intake.domain.partial_date import PartialDate, from_json
from intake.domain.relative import lines
from intake.domain.statement import current
from intake.domain.timeline import untimely

PARENT_FROM, PARENT_TO, MARRIED_FROM = 12, 60, 15
"""Years; outside them one asks again."""

_NINE_MONTHS = timedelta(days=270)
_TWINS = timedelta(days=1)
PATH = "kept-as-said"


@dataclass(frozen=True, slots=True)
class Doubtful:
    """One thing to ask again: of whom, and with whom or which line in mind."""

    doubt: Doubt
    individual: str
    other: str = ""


def doubts(case: Case, on: date) -> tuple[Doubtful, ...]:
    """What is worth asking again and was not kept as said since the dates were told."""
    return tuple(found for found in _all(case, on) if not _is_kept(case, found))


def _all(case: Case, on: date) -> Iterator[Doubtful]:
    for member in case.members:
        yield from _of_one(member)
    yield from _of_parents(case)
    for one, other in _siblings(case):
        yield from _of_siblings(one, other)
    for partner in _partners(case):
        if surely_too_young(partner, on):
            yield Doubtful(Doubt.MARRIED_YOUNG, partner.id)


def surely_too_young(member: Individual, on: date) -> bool:
    """Whether somebody is too young, on every reading, to be asked about marriage."""
    born = _born(member)
    return born is not None and born.age_span(on)[1] < MARRIED_FROM


def _of_one(member: Individual) -> Iterator[Doubtful]:
    """What of one person's own answers does not fit together."""
    if any(not link.fits for link in chain_of(member.value("birth"))):
        yield Doubtful(Doubt.ANSWERS_DO_NOT_FIT, member.id)
    yield from (Doubtful(doubt, member.id, line) for doubt, line in untimely(member))


def _of_parents(case: Case) -> Iterator[Doubtful]:
    """Each parent and child once, whether told by relationship or by a tie."""
    seen = set()
    for parent, child in (*_parents(case), *_by_tie(case)):
        if (parent.id, child.id) not in seen:
            seen.add((parent.id, child.id))
            yield from _of_parent(parent, child)


def _of_parent(parent: Individual, child: Individual) -> Iterator[Doubtful]:
    elder, younger = _born(parent), _born(child)
    if elder is None or younger is None:
        return
    if years_after(elder.earliest, PARENT_FROM) > younger.latest:
        yield Doubtful(Doubt.PARENT_TOO_YOUNG, child.id, parent.id)
    elif years_after(elder.latest, PARENT_TO) < younger.earliest:
        yield Doubtful(Doubt.PARENT_TOO_OLD, child.id, parent.id)


def _of_siblings(one: Individual, other: Individual) -> Iterator[Doubtful]:
    """Twins are asked nothing: a day or less apart, or perhaps so."""
    first, second = _born(one), _born(other)
    if first is None or second is None:
        return
    if second.earliest < first.earliest:
        first, second = second, first
    if second.earliest - first.latest > _TWINS and second.latest - first.earliest < _NINE_MONTHS:
        yield Doubtful(Doubt.SIBLINGS_TOO_CLOSE, other.id, one.id)


def _is_kept(case: Case, found: Doubtful) -> bool:
    """Whether somebody said "it is so" after the dates in question were told."""
    people = [m for m in case.members if m.id in (found.individual, found.other)]
    told = [s.hlc for m in people for s in m.said if s.statement.path == "birth"]
    answers = [s for m in people if m.id == found.individual for s in current(list(m.said))]
    return any(
        s.statement.path == PATH
        and s.statement.value == found.doubt.value
        and s.statement.source_ref == found.other
        and s.hlc > max(told, default="")
        for s in answers
    )


def _born(member: Individual) -> PartialDate | None:
    value = member.value("birth")
    return from_json(value) if isinstance(value, dict) else None


def _as(case: Case, relationship: Relationship) -> list[Individual]:
    """The members who are this to the focal point."""
    return [m for m in case.members if m.value("relationship") == relationship]


def _parents(case: Case) -> Iterator[tuple[Individual, Individual]]:
    focal = case.member(case.focal)
    if focal is not None:
        yield from ((focal, child) for child in _as(case, Relationship.CHILD))
        yield from ((parent, focal) for parent in _as(case, Relationship.PARENT))


def _by_tie(case: Case) -> Iterator[tuple[Individual, Individual]]:
    """Parents by birth and their children, as each member tells of another."""
    for teller in case.members:
        for told in (line.relative for line in lines(teller)):
            other = case.member(told.to) if told.nature in (None, Nature.BIOLOGICAL) else None
            if other is not None and told.tie is Tie.PARENT:
                yield other, teller
            elif other is not None and told.tie is Tie.CHILD:
                yield teller, other


def _siblings(case: Case) -> Iterator[tuple[Individual, Individual]]:
    focal = case.member(case.focal)
    yield from combinations(_as(case, Relationship.CHILD), 2)
    same = _as(case, Relationship.SIBLING) + ([focal] if focal is not None else [])
    yield from combinations(same, 2)


def _partners(case: Case) -> list[Individual]:
    partners = _as(case, Relationship.SPOUSE_PARTNER)
    focal = case.member(case.focal)
    return [*partners, focal] if partners and focal is not None else partners
