"""What supports the account of one person, gathered from recorded facts.

One function answers for every class: `supports_of`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from intake.domain.codes import (
    InterviewStatus,
    PairStatus,
    PairVerdict,
    Source,
    SupportClass,
)
from intake.domain.individual import Individual
from intake.domain.questions import MATERIAL
from intake.domain.support import Heard, is_continuous
from intake.interview.ceiling import Support
from intake.registry.grouping import hidden_from
from intake.registry.vouching import vouch_supports
from intake.store import Store


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody who belongs to the person and was heard alone."""

    heard: Heard
    person: Individual


def supports_of(store: Store, individual: str) -> tuple[Support, ...]:
    """Every support that counts for this person, as the ceiling reads it."""
    recorded = tuple(
        Support(
            one.of,
            separately=bool(one.interview),
            outside_household=one.outside_household,
        )
        for one in store.supports.standing(individual)
    )
    lasting = (Support(SupportClass.CONTINUITY),) if since(store, individual) else ()
    return recorded + lasting + vouch_supports(store, individual)


def is_authoritative(store: Store, individual: str) -> bool:
    """Whether a paper or record was confirmed through a channel safe for the person."""
    return any(one.confirmed for one in store.supports.standing(individual))


def since(store: Store, individual: str) -> tuple[date, date] | None:
    """First and last contact, if the account stayed the same for half a year or more."""
    person = store.cases.individual(individual)
    if person is None or any(path in MATERIAL for path in person.contradictions()):
        return None
    days = set(_contacts(store, person))
    return (min(days), max(days)) if is_continuous(days) else None


def _contacts(store: Store, person: Individual) -> Iterator[date]:
    for said in person.said:
        if said.statement.source in (Source.SELF, Source.INTERVIEW):
            yield date.fromisoformat(said.at[:10])
    for held in store.interviews.of_individual(person.id):
        if held.status is InterviewStatus.FINISHED:
            yield date.fromisoformat(held.closed_at[:10])


def relatives_heard(store: Store, individual: str, number: str = "") -> list[Relative]:
    """Members of the group, and people found to be related, who were heard alone.

    `number` adds whoever has it: a relative whom no comparison found.
    """
    case = store.cases.company(individual)
    here = {m.id for m in case.members} - {individual} if case else set()
    household = here | store.moves.once_with(individual)
    related = {
        pair.right if pair.left == individual else pair.left
        for pair in store.pairs.of_individual(individual)
        if pair.status is PairStatus.AGREED and pair.verdict == PairVerdict.RELATED
    }
    named = {one.id for one in store.cases.of_number(number)} if number else set()
    found = (
        _heard(store, one, outside=one not in household)
        for one in sorted((here | related | named) - hidden_from(store, individual) - {individual})
    )
    return [one for one in found if one is not None]


def _heard(store: Store, individual: str, *, outside: bool) -> Relative | None:
    person = store.cases.individual(individual)
    held = [
        one
        for one in store.interviews.of_individual(individual)
        if one.status is InterviewStatus.FINISHED
    ]
    if person is None or not held:
        return None
    return Relative(Heard(individual, held[0].id, outside), person)
