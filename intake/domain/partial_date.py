"""A birth date as far as it is known: the precision is data, nothing is made up.

Stored as EDTF (ISO 8601-2:2019, a small subset) with the first and last day it can
mean. A said year stays a year and never turns into 1 January (V-07); a said age
is worth nothing without the day it was said on (V-08). Reading the EDTF text is in
domain/edtf.py.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta

from intake.domain.calendars import gregorian_span
from intake.domain.codes import Basis, Calendar, Precision
from intake.domain.edtf import OLDEST, read_edtf, years_after, years_before
from intake.domain.name import clean_text
from intake.domain.statement import Json
from intake.errors import DateInvalid, EstimateTooExact

ADULT = 18
# "About" is worth a year either way, and two above forty, where said ages heap on
# round numbers (domain chapter 3).
_SLACK, _SLACK_OVER_FORTY = 1, 2

# An estimate by an officer spans at least five ages: the narrowest of UNHCR's bands.
_BAND_YEARS = 5

# No living or sought person was born outside these, whatever a file says.
_YEARS = range(1600, 2400)

_PARTS = re.compile(r"(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGE = re.compile(r"(~?)(\d{1,3})(?:[-–/](\d{1,3}))?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with its first and last possible day, and the words it came in.

    `verbatim` keeps what was said: "1365-04-12" in `calendar`, "34", "30-35", "~40",
    or free words. `as_of` is the day an age was said on. `basis` tells how the date is
    known, None where it was only said. `chain` holds the answers that narrowed it, as
    domain/narrowing.py writes them.
    """

    edtf: str
    earliest: date
    latest: date
    precision: Precision
    calendar: Calendar = Calendar.GREGORIAN
    as_of: date | None = None
    verbatim: str = ""
    basis: Basis | None = None
    chain: tuple[Json, ...] = ()

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise DateInvalid(part="order")
        if self.earliest.year < _YEARS.start or self.latest.year not in _YEARS:
            raise DateInvalid(part="year")
        if self.as_of is None and self.precision in (Precision.AGE, Precision.AGE_RANGE):
            raise DateInvalid(part="as-of")
        if self.basis is Basis.OFFICER_ESTIMATE and not self._is_band():
            raise EstimateTooExact(part="estimate")

    def _is_band(self) -> bool:
        if self.as_of is None or self.precision is not Precision.AGE_RANGE:
            return False
        lowest, highest = self.age_span(self.as_of)
        return highest - lowest + 1 >= _BAND_YEARS

    def could_be_minor(self, on: date) -> bool:
        """Tell whether the person may be under 18: then the child route is taken (V-09)."""
        return years_after(self.latest, ADULT) > on

    def age_span(self, on: date) -> tuple[int, int]:
        """Give the lowest and highest age in whole years this person can have."""
        return _whole_years(self.latest, on), _whole_years(self.earliest, on)

    def overlaps(self, other: "PartialDate") -> bool:
        """Tell whether both can speak of one day: only else do they contradict."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def bounded(self, on: date) -> "PartialDate":
        """Cut to the last 125 years up to `on`; raises `DateInvalid` if nothing is left."""
        if self.earliest > on:
            raise DateInvalid(part="future")
        floor = years_before(on, OLDEST)
        if self.latest < floor:
            raise DateInvalid(part="past")
        return replace(self, earliest=max(self.earliest, floor), latest=min(self.latest, on))

    def said_parts(self) -> tuple[int | None, int | None, int | None]:
        """Give back (year, month, day) in the said calendar, to fill a form again."""
        found = _PARTS.fullmatch(self.verbatim)
        if found is None or self.as_of is not None:
            return None, None, None
        year, month, day = (int(part) if part else None for part in found.groups())
        return year, month, day

    def to_json(self) -> dict[str, Json]:
        """Give the value that a statement stores; what is not known is left out."""
        known: dict[str, Json] = {"basis": self.basis.value} if self.basis else {}
        if self.chain:
            known["chain"] = list(self.chain)
        return {
            "edtf": self.edtf,
            "earliest": self.earliest.isoformat(),
            "latest": self.latest.isoformat(),
            "precision": self.precision.value,
            "calendar": self.calendar.value,
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "verbatim": self.verbatim,
            **known,
        }


def from_json(value: Json) -> PartialDate:
    """Read a stored value; raises `DateInvalid` for any other shape."""
    if not isinstance(value, dict):
        raise DateInvalid(part="shape")
    texts = {key: value.get(key) for key in _KEYS}
    if not all(isinstance(text, str) for text in texts.values()):
        raise DateInvalid(part="shape")
    as_of, basis, chain = (value.get(key) for key in ("as_of", "basis", "chain"))
    try:
        return PartialDate(
            edtf=str(texts["edtf"]),
            earliest=date.fromisoformat(str(texts["earliest"])),
            latest=date.fromisoformat(str(texts["latest"])),
            precision=Precision(str(texts["precision"])),
            calendar=Calendar(str(texts["calendar"])),
            as_of=None if as_of is None else date.fromisoformat(str(as_of)),
            verbatim=str(texts["verbatim"]),
            basis=Basis(str(basis)) if basis else None,
            chain=tuple(chain) if isinstance(chain, list) else (),
        )
    except ValueError as error:
        raise DateInvalid(part="shape") from error


_KEYS = ("edtf", "earliest", "latest", "precision", "calendar", "verbatim")


def from_parts(
    day: int | None,
    month: int | None,
    year: int | None,
    calendar: Calendar = Calendar.GREGORIAN,
    *,
    on: date | None = None,
    verbatim: str = "",
) -> PartialDate:
    """Keep as much of a date as was said; a year alone is enough, a day alone is not.

    With `on`, the date must lie in the 125 years before it.
    """
    if year is None:
        raise DateInvalid(part="year")
    earliest, latest = gregorian_span(calendar, year, month, day)
    said = "-".join(f"{part:02d}" for part in (year, month, day) if part is not None)
    if calendar is Calendar.GREGORIAN or earliest == latest:
        edtf = said if calendar is Calendar.GREGORIAN else earliest.isoformat()
    else:
        edtf = f"{earliest}/{latest}"
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    made = PartialDate(
        edtf, earliest, latest, precision, calendar, verbatim=clean_text(verbatim) or said
    )
    return made if on is None else made.bounded(on)


def from_age(
    lowest: int,
    highest: int | None,
    as_of: date | None,
    *,
    about: bool = False,
    verbatim: str = "",
) -> PartialDate:
    """Turn an age, or a range of ages, said on a day into the days of birth it allows."""
    if as_of is None:
        raise DateInvalid(part="as-of")
    highest = lowest if highest is None else highest
    if not 0 <= lowest <= highest <= OLDEST:
        raise DateInvalid(part="age")
    precision = Precision.AGE if lowest == highest else Precision.AGE_RANGE
    if about:
        edtf, earliest, latest = _about(lowest, highest, as_of)
    else:
        earliest = years_before(as_of, highest + 1) + timedelta(days=1)
        latest = years_before(as_of, lowest)
        edtf = f"{earliest}/{latest}"
    said = f"{lowest}" if lowest == highest else f"{lowest}-{highest}"
    return PartialDate(
        edtf,
        earliest,
        latest,
        precision,
        as_of=as_of,
        verbatim=clean_text(verbatim) or ("~" if about else "") + said,
    )


def _about(lowest: int, highest: int, as_of: date) -> tuple[str, date, date]:
    """Give whole years of birth: nobody who says "about" means a day."""
    first = as_of.year - highest - _slack(highest)
    last = min(as_of.year - lowest + _slack(lowest), as_of.year)
    return f"{first}/{last}", date(first, 1, 1), min(date(last, 12, 31), as_of)


def _slack(age: int) -> int:
    return _SLACK_OVER_FORTY if age > 40 else _SLACK


def parse_age(text: str) -> tuple[int, int, bool]:
    """Read "34", "30-35" or "~40" in any digits as (lowest, highest, about).

    A newborn is 0 years old, which is an age and not an empty answer.
    """
    digits = "".join(_digit(char) for char in clean_text(text) if not char.isspace())
    found = _AGE.fullmatch(digits)
    if found is None:
        raise DateInvalid(part="age")
    lowest = int(found[2])
    return lowest, int(found[3] or lowest), bool(found[1])


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


def from_event(
    text: str, earliest_year: int, latest_year: int, *, on: date | None = None
) -> PartialDate:
    """Keep "the year of the big flood" in its words, with the years it can mean."""
    earliest, _ = gregorian_span(Calendar.GREGORIAN, earliest_year)
    _, latest = gregorian_span(Calendar.GREGORIAN, latest_year)
    years = (earliest_year,) if earliest_year == latest_year else (earliest_year, latest_year)
    made = PartialDate(
        "/".join(str(year) for year in years),
        earliest,
        latest,
        Precision.EVENT,
        verbatim=clean_text(text),
    )
    return made if on is None else made.bounded(on)


def from_edtf(text: str, *, on: date | None = None) -> PartialDate:
    """Read EDTF as other files bring it; see domain/edtf.py for what is understood.

    An open end reaches 125 years, or to `on` when that is given.
    """
    earliest, latest, precision = read_edtf(text.strip())
    made = PartialDate(text.strip(), earliest, latest, precision, verbatim=text.strip())
    return made if on is None else made.bounded(on)


PLAIN_BASES = (Basis.SAID_EXACTLY, Basis.SAID_YEAR, Basis.SAID_AGE, Basis.EVENT_CALENDAR)
"""Plain from how a date was said, so nobody has to choose or to read it."""


def plain_basis(told: PartialDate) -> Basis:
    """How a date is known when nobody says more than the date."""
    if told.as_of is not None:
        return Basis.SAID_AGE
    if told.precision is Precision.EVENT:
        return Basis.EVENT_CALENDAR
    return Basis.SAID_EXACTLY if told.precision is Precision.DAY else Basis.SAID_YEAR


def _whole_years(born: date, on: date) -> int:
    years = max(0, on.year - born.year)
    return years if years_after(born, years) <= on else max(0, years - 1)
