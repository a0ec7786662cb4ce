"""Who needs something, the most urgent first; for those who look after it alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from intake.domain.case import Case, children_alone, could_be_child, youngest
from intake.domain.child import standing_of
from intake.domain.codes import ChildStanding, Urgency, YesNo
from intake.domain.individual import Individual
from intake.domain.need import most_urgent, needs_of
from intake.domain.partial_date import from_json
from intake.store import Store

_ORDER = tuple(Urgency)
BEST_INTERESTS = "best-interests"
_OF_A_CHILD = (
    BEST_INTERESTS,
    "care-kind",
    "care-arrangement",
    "guardian",
    "found-where",
    "found-by",
    "brought-by",
    "last-saw-parents",
    "words-and-songs",
    "wish-tracing",
    "wish-with",
)
"""What is asked on the page of a child without parent or carer."""

URGENT = ("urgent.doctor", "urgent.shelter", "urgent.afraid", "urgent.alone")
"""What a group says cannot wait; a child alone has a line of its own."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person who waits for help: number, how soon, a talk alone, a child's date.

    `urgent` names what their group said cannot wait; its focal point stands for it.
    """

    id: str
    number: str
    ages: tuple[int, int] | None
    urgency: Urgency | None
    wants_specialist: bool
    since: str
    alone: ChildStanding | None = None
    due: date | None = None
    urgent: tuple[str, ...] = ()


def waiting(store: Store, on: date) -> list[Waiting]:
    """Open needs and wishes and children alone: by urgency, wishes, children, age."""
    cannot_wait = _cannot_wait(store)
    ids = store.cases.answered("needs", "specialist", *_OF_A_CHILD) | _of_groups(store)
    ids |= _parted(store, on)
    people = (store.cases.individual(one) for one in ids | set(cannot_wait))
    lines = (
        replace(_line(store, person, on), urgent=cannot_wait.get(person.id, ()))
        for person in people
        if person is not None
    )
    return _sorted(
        line for line in lines if line.urgency or line.wants_specialist or line.alone or line.urgent
    )


def urgent_of(case: Case) -> tuple[str, ...]:
    """What a group said cannot wait and nobody looked after yet."""
    return tuple(path for path in URGENT if case.value(path) == YesNo.YES)


def _cannot_wait(store: Store) -> dict[str, tuple[str, ...]]:
    """For focal points of groups that said something cannot wait: what it is."""
    ids = {one for path in URGENT for one in store.cases.saying(path, "yes")}
    cases = (store.cases.get(one) for one in ids)
    return {c.focal: told for c in cases if c is not None and (told := urgent_of(c))}


def is_alone(store: Store, person: Individual, on: date) -> ChildStanding | None:
    """How a possible child without parent or carer stands; None for everybody else."""
    case = store.cases.of_individual(person.id) if could_be_child(person, on) else None
    standing = standing_of(case, person, on) if case else None
    return standing if standing is not ChildStanding.WITH_CARER else None


def best_interests_day(person: Individual) -> date | None:
    """By which day somebody trained looks at what is best for a child."""
    due = person.value(BEST_INTERESTS)
    return from_json(due).latest if isinstance(due, dict) else None


def _of_groups(store: Store) -> set[str]:
    """The members of groups that said a child among them is alone."""
    cases = (store.cases.get(one) for one in store.cases.saying("urgent.child-alone", "yes"))
    return {member.id for case in cases if case is not None for member in case.members}


def _parted(store: Store, on: date) -> set[str]:
    """Possible children of groups that changed here and have nobody who is surely an adult."""
    groups = store.moves.changed_groups()
    people = store.cases.outlines({one for ids in groups.values() for one in ids}, "birth")
    now = ([people[one] for one in ids if one in people] for ids in groups.values())
    return {child.id for here in now for child in children_alone(here, on)}


def _line(store: Store, person: Individual, on: date) -> Waiting:
    told = [s for path in ("needs", "specialist", *_OF_A_CHILD) for s in person.current(path)]
    needs = [need for s in person.current("needs") for need in needs_of(s.statement.value)]
    wishes = person.current("specialist")
    return Waiting(
        id=person.id,
        number=person.number,
        ages=youngest([person], on),
        urgency=most_urgent(needs),
        wants_specialist=bool(wishes) and wishes[-1].statement.value == YesNo.YES,
        since=min((s.at for s in told or person.said), default=""),
        alone=is_alone(store, person, on),
        due=best_interests_day(person),
    )


def _sorted(lines: Iterable[Waiting]) -> list[Waiting]:
    return sorted(lines, key=_rank)


def _rank(line: Waiting) -> tuple[int, bool, bool, str]:
    """What cannot wait first; a wish for a talk alone, a child without a date: in a day."""
    soon = _ORDER.index(line.urgency) if line.urgency else len(_ORDER)
    if line.urgent:
        soon = min(soon, _ORDER.index(Urgency.IMMEDIATE))
    if line.wants_specialist or (line.alone and line.due is None):
        soon = min(soon, _ORDER.index(Urgency.DAY))
    return soon, not line.wants_specialist, line.ages is None, line.since
