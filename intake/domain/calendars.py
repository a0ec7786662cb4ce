"""Dates as people say them in other calendars, turned into Gregorian days.

Arithmetic only, no tables of holidays: what is kept is the said date, and the span
of Gregorian days it can mean. Day numbers are Julian day numbers (JDN) of noon.
"""

from datetime import date, timedelta

from intake.domain.codes import Calendar
from intake.errors import DateInvalid

# JDN of the day before 1 January of year 1, which date.toordinal() counts as 1.
_ORDINAL_ZERO = 1721425

# Years people of today can have been born in or have lived through, by calendar.
YEARS = {
    Calendar.GREGORIAN: range(1800, 2200),
    Calendar.SOLAR_HIJRI: range(1280, 1499),
    Calendar.HIJRI: range(1220, 1600),
    Calendar.ETHIOPIAN: range(1800, 2190),
}

_MONTHS = {
    Calendar.GREGORIAN: 12,
    Calendar.SOLAR_HIJRI: 12,
    Calendar.HIJRI: 12,
    Calendar.ETHIOPIAN: 13,
}
# Solar Hijri leap years follow a cycle of 33 years with eight leap years as long as the
# March equinox keeps step: K. M. Borkowski, "The Persian calendar for 3000 years",
# Earth, Moon, and Planets 74 (1996) 223-230. 1 Farvardin 1400 was 21 March 2021.
_SOLAR_HIJRI_CYCLE = 33
_SOLAR_HIJRI_LEAPS = 8
_SOLAR_HIJRI_PHASE = 21
_SOLAR_HIJRI_EPOCH = 1947955

# The start of a lunar month was seen, not computed: a said day may lie one day off.
_HIJRI_SIGHTING = timedelta(days=1)

# 16 July 622 (Julian), the civil epoch of the tabular Islamic calendar.
_HIJRI_EPOCH = 1948440
# 29 August of the Julian year 8; the Coptic era begins 276 years later.
_ETHIOPIAN_EPOCH = 1724221


def gregorian_span(
    calendar: Calendar, year: int, month: int | None = None, day: int | None = None
) -> tuple[date, date]:
    """Tell the first and last Gregorian day a said date can mean.

    Raises `DateInvalid` with the `part` (year, month or day) that cannot be.
    """
    if year not in YEARS[calendar]:
        raise DateInvalid(part="year")
    if month is None:
        if day is not None:
            raise DateInvalid(part="month")
        first, last = _first(calendar, year, 1), _first(calendar, year + 1, 1)
    elif not 1 <= month <= _MONTHS[calendar]:
        raise DateInvalid(part="month")
    else:
        following = (year, month + 1) if month < _MONTHS[calendar] else (year + 1, 1)
        first, last = _first(calendar, year, month), _first(calendar, *following)
    last -= timedelta(days=1)
    if day is not None:
        first = last = _day_within(first, last, day)
    slack = _HIJRI_SIGHTING if calendar is Calendar.HIJRI else timedelta(0)
    return first - slack, last + slack


def _day_within(first: date, last: date, day: int) -> date:
    if not 1 <= day <= (last - first).days + 1:
        raise DateInvalid(part="day")
    return first + timedelta(days=day - 1)


def _first(calendar: Calendar, year: int, month: int) -> date:
    """Give the Gregorian day on which a month of that calendar begins."""
    if calendar is Calendar.GREGORIAN:
        return date(year, month, 1)
    if calendar is Calendar.SOLAR_HIJRI:
        jdn = _solar_hijri_new_year(year) + 31 * min(month - 1, 6) + 30 * max(month - 7, 0)
    elif calendar is Calendar.HIJRI:
        jdn = _hijri_new_year(year) + (59 * (month - 1) + 1) // 2
    else:
        jdn = _ETHIOPIAN_EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1)
    return date.fromordinal(jdn - _ORDINAL_ZERO)


def _solar_hijri_new_year(year: int) -> int:
    leaps = (_SOLAR_HIJRI_LEAPS * year + _SOLAR_HIJRI_PHASE) // _SOLAR_HIJRI_CYCLE
    return _SOLAR_HIJRI_EPOCH + 365 * year + leaps


def _hijri_new_year(year: int) -> int:
    # Eleven of thirty years are leap years of 355 days (2, 5, 7, 10, 13, 16, 18, 21 ...).
    return _HIJRI_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30
