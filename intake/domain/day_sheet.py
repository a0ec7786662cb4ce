"""The counts of one day for the logbook of a station: numbers, never a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, Depth, Level
from intake.domain.depth import depth_of
from intake.domain.figures import hidden
from intake.domain.individual import Individual
from intake.domain.partial_date import from_json

BANDS = ((0, 4), (5, 11), (12, 17), (18, 59), (60, 200))
UNKNOWN = "unknown"
SEXES = ("f", "m", UNKNOWN)


@dataclass(frozen=True, slots=True)
class DaySheet:
    """What one day brought; `cells` by sex and age, None where a count is hidden."""

    groups: int
    complete: int
    emergency: int
    basic: int
    quick: int
    people: int
    counted: int
    cells: Mapping[tuple[str, str], int | None]


def day_sheet(cases: Iterable[Case], on: date) -> DaySheet:
    """Count the cases of one day; discarded ones are left out."""
    kept = [case for case in cases if case.status is not CaseStatus.DISCARDED]
    full = [case for case in kept if case.level is Level.FULL]
    people = [member for case in full for member in case.members]
    reached = [depth_of(case, on) for case in full]
    return DaySheet(
        groups=len(kept),
        complete=sum(case.status is not CaseStatus.DRAFT for case in kept),
        emergency=reached.count(Depth.EMERGENCY),
        basic=reached.count(Depth.BASIC),
        quick=sum(case.level is Level.QUICK for case in kept),
        people=len(people),
        counted=sum(_counted(case) for case in kept if case.level is Level.QUICK),
        cells=hidden(by_age_and_sex(people, on)),
    )


def bands() -> list[str]:
    """The names of the age bands, in order; the last one is of unknown ages."""
    return [*(f"{low}-{high}" for low, high in BANDS), UNKNOWN]


def by_age_and_sex(people: Iterable[Individual], on: date) -> dict[tuple[str, str], int]:
    """Count people by sex and age band, every cell of the table."""
    cells = {(sex, band): 0 for band in bands() for sex in SEXES}
    for person in people:
        sex = person.text("sex")
        cells[(sex if sex in SEXES else UNKNOWN, _band(person, on))] += 1
    return cells


def _band(person: Individual, on: date) -> str:
    """The age band, where all that was said of the birth lies within one."""
    value = person.value("birth")
    if not isinstance(value, dict):
        return UNKNOWN
    birth = from_json(value)
    ages = (_age(birth.latest, on), _age(birth.earliest, on))
    found = [f"{low}-{high}" for low, high in BANDS if all(low <= age <= high for age in ages)]
    return found[0] if found else UNKNOWN


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _counted(case: Case) -> int:
    tally = case.value("tally")
    return sum(n for n in tally.values() if isinstance(n, int)) if isinstance(tally, dict) else 0
