"""Who needs something, the most urgent first; for those who look after it alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from intake.domain.case import could_be_child
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


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person who waits for help: number, how soon, a talk alone, a child's date."""

    id: str
    number: str
    child: bool
    urgency: Urgency | None
    wants_specialist: bool
    since: str
    alone: ChildStanding | None = None
    due: date | None = None


def waiting(store: Store, on: date) -> list[Waiting]:
    """Open needs and wishes and children alone: by urgency, wishes, children, age."""
    ids = store.cases.answered("needs", "specialist", *_OF_A_CHILD) | _of_groups(store)
    people = (store.cases.individual(one) for one in ids)
    lines = (_line(store, person, on) for person in people if person is not None)
    return _sorted(line for line in lines if line.urgency or line.wants_specialist or line.alone)


def is_alone(store: Store, person: Individual, on: date) -> ChildStanding | None:
    """How a possible child without parent or carer stands; None for everybody else."""
    case = store.cases.get(person.case) if could_be_child(person, on) else None
    standing = standing_of(case, person, on) if case else None
    return standing if standing is not ChildStanding.WITH_CARER else None


def _of_groups(store: Store) -> set[str]:
    """The members of groups that said a child among them is alone."""
    cases = (store.cases.get(one) for one in store.cases.saying("urgent.child-alone", "yes"))
    return {member.id for case in cases if case is not None for member in case.members}


def _line(store: Store, person: Individual, on: date) -> Waiting:
    told = [s for path in ("needs", "specialist", *_OF_A_CHILD) for s in person.current(path)]
    needs = [need for s in person.current("needs") for need in needs_of(s.statement.value)]
    wishes = person.current("specialist")
    due = person.value(BEST_INTERESTS)
    return Waiting(
        id=person.id,
        number=person.number,
        child=could_be_child(person, on),
        urgency=most_urgent(needs),
        wants_specialist=bool(wishes) and wishes[-1].statement.value == YesNo.YES,
        since=min((s.at for s in told or person.said), default=""),
        alone=is_alone(store, person, on),
        due=from_json(due).latest if isinstance(due, dict) else None,
    )


def _sorted(lines: Iterable[Waiting]) -> list[Waiting]:
    return sorted(lines, key=_rank)


def _rank(line: Waiting) -> tuple[int, bool, bool, str]:
    """A wish for a talk alone, a child alone without a date: within a day."""
    soon = _ORDER.index(line.urgency) if line.urgency else len(_ORDER)
    if line.wants_specialist or (line.alone and line.due is None):
        soon = min(soon, _ORDER.index(Urgency.DAY))
    return soon, not line.wants_specialist, not line.child, line.since
