"""Said dates of four calendars, against an independent implementation."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from convertdate import coptic, gregorian, islamic, persian
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.domain.calendars import YEARS, gregorian_span
from intake.domain.codes import Calendar
from intake.errors import DateInvalid

DAY = timedelta(days=1)
COPTIC_TO_ETHIOPIAN = 276


def begins(calendar, year, month=1):
    return gregorian_span(calendar, year, month)[0]


def test_every_solar_hijri_year_begins_at_the_equinox_in_tehran():
    for year in range(1281, 1498):
        equinox = gregorian.from_jd(persian.equinox_jd(year + 621) + 1)
        assert begins(Calendar.SOLAR_HIJRI, year) == date(*equinox), year


@pytest.mark.parametrize("year", [1281, 1342, 1375, 1399, 1403, 1408, 1497])
def test_every_solar_hijri_month_begins_where_astronomy_puts_it(year):
    for month in range(1, 13):
        expected = date(*persian.to_gregorian(year, month, 1))
        assert begins(Calendar.SOLAR_HIJRI, year, month) == expected


def test_every_hijri_month_begins_where_the_civil_calendar_puts_it():
    for year in range(1221, 1599):
        for month in range(1, 13):
            expected = date(*islamic.to_gregorian(year, month, 1))
            assert begins(Calendar.HIJRI, year, month) == expected - DAY, (year, month)


def test_every_ethiopian_month_begins_where_the_coptic_calendar_puts_it():
    for year in range(1801, 2189):
        for month in range(1, 14):
            expected = date(*coptic.to_gregorian(year - COPTIC_TO_ETHIOPIAN, month, 1))
            assert begins(Calendar.ETHIOPIAN, year, month) == expected, (year, month)


@pytest.mark.parametrize(
    ("calendar", "said", "meant"),
    [
        (Calendar.SOLAR_HIJRI, (1357, 11, 22), date(1979, 2, 11)),
        (Calendar.SOLAR_HIJRI, (1399, 12, 30), date(2021, 3, 20)),
        (Calendar.SOLAR_HIJRI, (1404, 1, 1), date(2025, 3, 21)),
        (Calendar.ETHIOPIAN, (2000, 1, 1), date(2007, 9, 12)),
        (Calendar.ETHIOPIAN, (2015, 13, 6), date(2023, 9, 11)),
        (Calendar.GREGORIAN, (1984, 2, 29), date(1984, 2, 29)),
    ],
)
def test_days_everybody_there_knows(calendar, said, meant):
    assert gregorian_span(calendar, *said) == (meant, meant)


def test_a_hijri_day_allows_for_the_sighting_of_the_moon():
    first, last = gregorian_span(Calendar.HIJRI, 1445, 9, 1)
    assert (first, last) == (date(2024, 3, 10), date(2024, 3, 12))


def test_a_year_of_another_calendar_lies_in_two_gregorian_years():
    assert gregorian_span(Calendar.SOLAR_HIJRI, 1365) == (date(1986, 3, 21), date(1987, 3, 20))
    first, last = gregorian_span(Calendar.ETHIOPIAN, 1979)
    assert (first, last) == (date(1986, 9, 11), date(1987, 9, 11))


ANY_YEAR = st.sampled_from(list(Calendar)).flatmap(
    lambda calendar: st.tuples(
        st.just(calendar), st.integers(YEARS[calendar].start, YEARS[calendar].stop - 2)
    )
)


@given(ANY_YEAR)
@settings(max_examples=300)
def test_the_months_of_a_year_fill_it_without_gap(year_of):
    calendar, year = year_of
    slack = 2 * DAY if calendar is Calendar.HIJRI else 0 * DAY
    months = 13 if calendar is Calendar.ETHIOPIAN else 12
    spans = [gregorian_span(calendar, year, month) for month in range(1, months + 1)]
    whole = gregorian_span(calendar, year)
    assert (spans[0][0], spans[-1][1]) == whole
    for (_, last), (first, _) in pairwise(spans):
        assert first == last + DAY - slack
    assert gregorian_span(calendar, year + 1)[0] == whole[1] + DAY - slack


@given(ANY_YEAR, st.integers(1, 13), st.integers(1, 31))
@settings(max_examples=300)
def test_a_day_lies_in_its_month_and_the_month_in_its_year(year_of, month, day):
    calendar, year = year_of
    try:
        exact = gregorian_span(calendar, year, month, day)
    except DateInvalid:
        return
    in_month, in_year = gregorian_span(calendar, year, month), gregorian_span(calendar, year)
    assert in_year[0] <= in_month[0] <= exact[0] <= exact[1] <= in_month[1] <= in_year[1]


@pytest.mark.parametrize(
    ("calendar", "said", "part"),
    [
        (Calendar.GREGORIAN, (1985, 2, 29), "day"),
        (Calendar.GREGORIAN, (1985, 2, 0), "day"),
        (Calendar.GREGORIAN, (1985, 13, None), "month"),
        (Calendar.GREGORIAN, (1985, 0, None), "month"),
        (Calendar.GREGORIAN, (1985, None, 3), "month"),
        (Calendar.GREGORIAN, (1365, None, None), "year"),
        (Calendar.SOLAR_HIJRI, (1986, None, None), "year"),
        (Calendar.SOLAR_HIJRI, (1365, 7, 31), "day"),
        (Calendar.SOLAR_HIJRI, (1400, 12, 30), "day"),
        (Calendar.HIJRI, (1445, 2, 30), "day"),
        (Calendar.ETHIOPIAN, (2014, 13, 6), "day"),
        (Calendar.ETHIOPIAN, (2014, 14, 1), "month"),
        (Calendar.ETHIOPIAN, (2500, 1, 1), "year"),
    ],
)
def test_a_date_that_cannot_be_names_the_wrong_part(calendar, said, part):
    with pytest.raises(DateInvalid) as caught:
        gregorian_span(calendar, *said)
    assert caught.value.facts == {"part": part}
