"""When somebody was born, as an interval with the precision that was said."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<about>[~?%])?"
    r"(?:/(?P<until>\d{4})(?:-\d\d(?:-\d\d)?)?[~?%]?)?"
)
_ABOUT_YEARS = 2
"""Around a date said as "about": the slack Intake gives ages over forty."""


class Birth(NamedTuple):
    """Earliest and latest year, and month and day where they were said.

    `vague` holds for "about" and for spans, and for 1 January, which clerks write
    when only the year is known: none of them is evidence of a day.
    """

    said: str
    earliest: int
    latest: int
    month: int = 0
    day: int = 0
    vague: bool = False

    @property
    def exact(self) -> bool:
        """Whether a day was said that is not a clerk's 1 January."""
        return self.day > 0 and not self.vague


@lru_cache(maxsize=20_000)
def read_birth(edtf: str) -> Birth | None:
    """Read the EDTF forms of the contract; None for anything that tells no year."""
    found = _FORM.fullmatch(edtf.strip())
    if found is None or not _is_a_date(found):
        return None
    year, until = int(found["year"]), int(found["until"] or 0)
    month, day = int(found["month"] or 0), int(found["day"] or 0)
    if until:
        return Birth(edtf, min(year, until), max(year, until), vague=True)
    if found["about"]:
        return Birth(edtf, year - _ABOUT_YEARS, year + _ABOUT_YEARS, vague=True)
    return Birth(edtf, year, year, month, day, vague=(month, day) == (1, 1))


def _is_a_date(found: re.Match[str]) -> bool:
    try:
        date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError:
        return False
    return True


def years(birth: Birth | None, most: int = 7) -> range:
    """The years somebody may be born in, empty when unknown or too many to help."""
    if birth is None or birth.latest - birth.earliest >= most:
        return range(0)
    return range(birth.earliest, birth.latest + 1)


def years_between(left: Birth, right: Birth) -> int:
    """How many years lie between two intervals; 0 when they overlap."""
    return max(left.earliest - right.latest, right.earliest - left.latest, 0)
