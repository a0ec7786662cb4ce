"""How old somebody may be, as the record tells it."""

from datetime import date

from intake.domain.individual import Individual
from intake.domain.partial_date import from_json


def age_of(person: Individual, on: date) -> tuple[int, int] | None:
    """The youngest and oldest the person may be; None if nothing is known."""
    value = person.value("birth")
    return from_json(value).age_span(on) if isinstance(value, dict) else None
