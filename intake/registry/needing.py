"""Who needs something, the most urgent first; for those who look after it alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from intake.domain.case import could_be_child
from intake.domain.codes import Urgency, YesNo
from intake.domain.individual import Individual
from intake.domain.need import most_urgent, needs_of
from intake.store import Store

_ORDER = tuple(Urgency)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person who waits for help: number, how soon, and the wish for a talk alone."""

    id: str
    number: str
    child: bool
    urgency: Urgency | None
    wants_specialist: bool
    since: str


def waiting(store: Store, on: date) -> list[Waiting]:
    """Everybody with an open need or wish: by urgency, then wishes, children, age."""
    ids = store.cases.answered("needs", "specialist")
    people = (store.cases.individual(one) for one in ids)
    lines = (_line(person, on) for person in people if person is not None)
    return _sorted(line for line in lines if line.urgency or line.wants_specialist)


def _line(person: Individual, on: date) -> Waiting:
    told = [s for path in ("needs", "specialist") for s in person.current(path)]
    needs = [need for s in person.current("needs") for need in needs_of(s.statement.value)]
    wishes = person.current("specialist")
    return Waiting(
        id=person.id,
        number=person.number,
        child=could_be_child(person, on),
        urgency=most_urgent(needs),
        wants_specialist=bool(wishes) and wishes[-1].statement.value == YesNo.YES,
        since=min((s.at for s in told), default=""),
    )


def _sorted(lines: Iterable[Waiting]) -> list[Waiting]:
    return sorted(lines, key=_rank)


def _rank(line: Waiting) -> tuple[int, bool, bool, str]:
    """A wish for a talk alone waits no longer than what is urgent within a day."""
    soon = _ORDER.index(line.urgency) if line.urgency else len(_ORDER)
    if line.wants_specialist:
        soon = min(soon, _ORDER.index(Urgency.DAY))
    return soon, not line.wants_specialist, not line.child, line.since
