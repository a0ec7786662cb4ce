"""Records that lie on a laptop already when a test begins."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from intake.domain.codes import ConsentAnswer, Purpose
from intake.domain.event import CaseOpened, IndividualAdded
from intake.domain.ids import make_number
from intake.domain.statement import Json
from tests.builders import a_consent, a_group
from tests.field.desk import MORNING, Desk


@dataclass(frozen=True)
class Seeded:
    """A group on the laptop: its case, its people, their numbers."""

    case: str
    people: tuple[str, ...]
    number: str
    numbers: tuple[str, ...]


def officer_of(desk: Desk) -> str:
    """Who works on this laptop."""
    return desk.store.users.officers()[0].id


def a_record(
    desk: Desk, *names: str, complete: bool = True, said: dict[str, Json] | None = None
) -> Seeded:
    """Record an invented group as this laptop's officer, with numbers that fit."""
    group = a_group(*names, complete=complete, said=said)
    by = officer_of(desk)
    numbers = []
    for count, event in enumerate(group.events):
        found = event
        if isinstance(event, CaseOpened | IndividualAdded):
            numbers.append(make_number(bytes.fromhex(group.case)[count % 8 :]))
            found = replace(event, number=numbers[-1])
        desk.store.record(replace(found, by=by, at=MORNING + timedelta(seconds=count)))
    return Seeded(group.case, group.people, numbers[0], tuple(numbers[1:]))


def agree(
    desk: Desk,
    seeded: Seeded,
    purpose: Purpose,
    answer: ConsentAnswer = ConsentAnswer.YES,
    *,
    member: int = 0,
    until: date | None = None,
) -> None:
    """One answer of one member about one purpose, for a time if a last day is given."""
    event = a_consent(seeded.case, seeded.people[member], purpose, answer, until=until)
    desk.store.record(replace(event, by=officer_of(desk)))
