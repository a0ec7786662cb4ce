"""Writes down what became of a need: a new statement beside the one it replaces.

What a group said cannot wait is met the same way: its "yes" stays, a "no" stands after it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from intake.domain.case import Case
from intake.domain.codes import Source, Why, YesNo
from intake.domain.event import StatementsAdded
from intake.domain.individual import Individual
from intake.domain.statement import Json, Statement, current


def follow_up(
    person: Individual,
    values: Mapping[str, Json],
    *,
    new_id: Callable[[], str],
    by: str,
    at: datetime,
) -> StatementsAdded | None:
    """What is new about a person's needs; None when nothing is."""
    changed = {path: value for path, value in values.items() if value != person.value(path)}
    made = tuple(_statement(person, path, value, new_id()) for path, value in changed.items())
    if not made:
        return None
    return StatementsAdded(case=person.case, statements=made, by=by, at=at)


def look_after(
    case: Case, paths: Iterable[str], *, new_id: Callable[[], str], by: str, at: datetime
) -> StatementsAdded | None:
    """Somebody looked after what a group said cannot wait; None when nothing is left."""
    standing = current(list(case.said))
    made = tuple(
        Statement(
            new_id(),
            case.id,
            path,
            YesNo.NO.value,
            source=Source.OFFICER,
            saw=tuple(s.statement.id for s in standing if s.statement.path == path),
            why=Why.NEW_INFORMATION,
        )
        for path in paths
    )
    return StatementsAdded(case=case.id, statements=made, by=by, at=at) if made else None


def _statement(person: Individual, path: str, value: Json, name: str) -> Statement:
    shown = person.answer(path)
    saw = (shown.statement.id,) if shown else ()
    why = Why.NEW_INFORMATION if saw else None
    return Statement(name, person.id, path, value, source=Source.OFFICER, saw=saw, why=why)
