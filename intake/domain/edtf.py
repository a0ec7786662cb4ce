"""Reads the few forms of EDTF (ISO 8601-2:2019, level 1) that birth dates need.

Understood: 1984, 1984-02, 1984-02-29, each with ~ ? or %; 198X; 1984-XX, 1984-XX-XX,
1984-02-XX; seasons 1984-21 to 1984-24; 1984/1988, ../1990, 1985/.., [1984..1986].
"""

import calendar
import re
from datetime import date, timedelta

from intake.domain.codes import Precision
from intake.errors import DateInvalid

# Nobody known lived longer than 122 years; an open end of an interval stops here.
OLDEST = 125
_FIRST_YEAR, _LAST_YEAR = 1800, 2199

_DATE = re.compile(r"([0-9]{3}[0-9X])(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%]?)")
_SET = re.compile(r"\[([^\[\]]+?)\.\.([^\[\]]+?)\]")
# `~` and `?` widen by one unit of what was said, `%` (both) by two: domain chapter 3.
_WIDER = {"": 0, "~": 1, "?": 1, "%": 2}
# Months of the seasons 21 to 23 north of the equator. Winter has two ends in a year,
# and "born in winter" can mean either, so it spans from January to the next February.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_WINTER = 24

Span = tuple[date, date, Precision]


def read_edtf(text: str) -> Span:
    """Give first day, last day and precision; raises `DateInvalid` for other texts."""
    listed = _SET.fullmatch(text)
    if listed:
        return _interval(listed[1], listed[2])
    start, slash, end = text.partition("/")
    return _interval(start, end) if slash else _date(text)


def edtf_between(first: date, last: date) -> str:
    """Write an interval of days in the widest units that mean the same days.

    So a bound that came from a year stays a year and never reads as 1 January (V-07).
    """
    if first == last:
        return first.isoformat()
    if (first, last) == _month(first.year, first.month, 0):
        return f"{first:%Y-%m}"
    begins, ends = _wide(first, is_end=False), _wide(last, is_end=True)
    return begins if begins == ends else f"{begins}/{ends}"


def _wide(day: date, *, is_end: bool) -> str:
    edge = calendar.monthrange(day.year, day.month)[1] if is_end else 1
    if day.day != edge:
        return day.isoformat()
    return str(day.year) if day.month == (12 if is_end else 1) else f"{day:%Y-%m}"


def years_before(day: date, years: int) -> date:
    """Give the same day years earlier; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def years_after(day: date, years: int) -> date:
    """Give the birthday years later; a 29 February falls on 1 March (the later day)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _interval(start: str, end: str) -> Span:
    opened, ended = start in _OPEN, end in _OPEN
    if opened and ended:
        raise DateInvalid(part="edtf")
    first = years_before(_date(end)[1], OLDEST) if opened else _date(start)[0]
    last = years_after(_date(start)[0], OLDEST) if ended else _date(end)[1]
    if first > last:
        raise DateInvalid(part="order")
    return first, last, Precision.RANGE


_OPEN = ("", "..")


def _date(text: str) -> Span:
    found = _DATE.fullmatch(text)
    if found is None:
        raise DateInvalid(part="edtf")
    year, month, day, mark = found.groups()
    if "X" in year:
        return _decade(year, month, mark)
    number = int(year)
    if not _FIRST_YEAR <= number <= _LAST_YEAR:
        raise DateInvalid(part="year")
    wider = _WIDER[mark]
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise DateInvalid(part="month")
        return date(number - wider, 1, 1), date(number + wider, 12, 31), Precision.YEAR
    if int(month) > 12:
        return _season(number, int(month), day, wider)
    return _in_month(number, int(month), day, wider)


def _in_month(year: int, month: int, day: str | None, wider: int) -> Span:
    first, last = _month(year, month, -wider)[0], _month(year, month, wider)[1]
    if day is None or day == "XX":
        return first, last, Precision.MONTH
    first, last = _month(year, month, 0)
    if not 1 <= int(day) <= last.day:
        raise DateInvalid(part="day")
    exact, slack = first.replace(day=int(day)), timedelta(days=wider)
    return exact - slack, exact + slack, Precision.DAY


def _decade(year: str, month: str | None, mark: str) -> Span:
    first = int(year[:3]) * 10
    if month is not None or mark or not _FIRST_YEAR <= first <= _LAST_YEAR:
        raise DateInvalid(part="edtf")
    return date(first, 1, 1), date(first + 9, 12, 31), Precision.RANGE


def _month(year: int, month: int, shift: int) -> tuple[date, date]:
    if not 1 <= month <= 12:
        raise DateInvalid(part="month")
    years, month0 = divmod(month - 1 + shift, 12)
    year, month = year + years, month0 + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, 1), date(year, month, last)


def _season(year: int, code: int, day: str | None, wider: int) -> Span:
    if day is not None or not min(_SEASONS) <= code <= _WINTER:
        raise DateInvalid(part="month")
    if code == _WINTER:
        first, last = _month(year, 1, -3 * wider)[0], _month(year + 1, 2, 3 * wider)[1]
    else:
        begin, end = _SEASONS[code]
        first, last = _month(year, begin, -3 * wider)[0], _month(year, end, 3 * wider)[1]
    return first, last, Precision.SEASON
