"""Writes down what became of a need: a new statement beside the one it replaces."""

from collections.abc import Callable, Mapping
from datetime import datetime

from intake.domain.codes import Source, Why
from intake.domain.event import StatementsAdded
from intake.domain.individual import Individual
from intake.domain.statement import Json, Statement


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


def _statement(person: Individual, path: str, value: Json, name: str) -> Statement:
    shown = person.answer(path)
    saw = (shown.statement.id,) if shown else ()
    why = Why.NEW_INFORMATION if saw else None
    return Statement(name, person.id, path, value, source=Source.OFFICER, saw=saw, why=why)
