"""Times of one life that no reading brings together: worth asking again.

A doubt here warns and never blocks (V-03), and a line that is changed is a new line.
"""

from collections.abc import Iterator
from datetime import date

from intake.domain.codes import Doubt, StayRole
from intake.domain.edtf import years_after
from intake.domain.individual import Individual
from intake.domain.partial_date import PartialDate, from_json
from intake.domain.relative import lines
from intake.domain.statement import Json
from intake.domain.stay import Stay, stays

SCHOOL_FROM = 4
"""Years; nobody leaves school before."""

_REACHED = (StayRole.SITE, StayRole.CURRENT)
"""Places that are reached after home was left."""

Untimely = tuple[Doubt, str]
"""A doubt, and the id of the line that it is about."""


def untimely(person: Individual) -> Iterator[Untimely]:
    """The lines of a life whose times cannot be, as they stand."""
    told = stays(person)
    yield from ((Doubt.LEFT_BEFORE_ARRIVAL, at) for at, stay in told if _ends_before_it_began(stay))
    for home, left in told:
        if any(_reached(stay, left) for _, stay in told):
            yield Doubt.REACHED_BEFORE_LEAVING, home
    born = span(person.value("birth"))
    if born is not None:
        for line, stay in told:
            yield from _against_birth(line, stay, born)
        for tie in lines(person):
            if _is_over(span(tie.relative.since), born):
                yield Doubt.BEFORE_BIRTH, tie.id


def span(value: Json) -> PartialDate | None:
    """A told date as first and last day; None where there is none."""
    return from_json(value) if isinstance(value, dict) else None


def _is_over(when: PartialDate | None, born: PartialDate) -> bool:
    """Whether something was over before the birth, on any reading of both."""
    return when is not None and when.latest < born.earliest


def _ends_before_it_began(stay: Stay) -> bool:
    began, ended = span(stay.began), span(stay.ended)
    return began is not None and ended is not None and ended.latest < began.earliest


def _against_birth(line: str, stay: Stay, born: PartialDate) -> Iterator[Untimely]:
    """A stay that was over before the person was born, or a school before the age of four."""
    last = _last_day(stay)
    if last is None:
        return
    if last < born.earliest:
        yield Doubt.BEFORE_BIRTH, line
    elif stay.role is StayRole.SCHOOL and last < years_after(born.earliest, SCHOOL_FROM):
        yield Doubt.SCHOOL_TOO_EARLY, line


def _last_day(stay: Stay) -> date | None:
    """The last day on which a stay can have ended, or a birth have been."""
    if stay.role is StayRole.BIRTH:
        known = span(stay.began) or span(stay.ended)
    else:
        known = span(stay.ended)
    return known.latest if known else None


def _reached(stay: Stay, home: Stay) -> bool:
    """Whether a place was reached before home was left, on any reading."""
    if home.role is not StayRole.LAST_RESIDENCE:
        return False
    came, left = span(stay.began), span(home.ended)
    if stay.role not in _REACHED or came is None or left is None:
        return False
    return came.latest < left.earliest
