"""The subset of EDTF that birth dates come in, and nothing outside it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import Precision
from intake.domain.edtf import edtf_between, read_edtf, years_after, years_before
from intake.errors import DateInvalid

DATES = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("1984", "1984-01-01", "1984-12-31", Precision.YEAR),
        ("1984-02", "1984-02-01", "1984-02-29", Precision.MONTH),
        ("1985-02", "1985-02-01", "1985-02-28", Precision.MONTH),
        ("1900-02", "1900-02-01", "1900-02-28", Precision.MONTH),
        ("1984-02-29", "1984-02-29", "1984-02-29", Precision.DAY),
        ("1984~", "1983-01-01", "1985-12-31", Precision.YEAR),
        ("1984?", "1983-01-01", "1985-12-31", Precision.YEAR),
        ("1984%", "1982-01-01", "1986-12-31", Precision.YEAR),
        ("1984-12~", "1984-11-01", "1985-01-31", Precision.MONTH),
        ("1984-01%", "1983-11-01", "1984-03-31", Precision.MONTH),
        ("1984-03-01?", "1984-02-29", "1984-03-02", Precision.DAY),
        ("198X", "1980-01-01", "1989-12-31", Precision.RANGE),
        ("1984-XX", "1984-01-01", "1984-12-31", Precision.YEAR),
        ("1984-XX-XX", "1984-01-01", "1984-12-31", Precision.YEAR),
        ("1984-02-XX", "1984-02-01", "1984-02-29", Precision.MONTH),
        ("1984-21", "1984-03-01", "1984-05-31", Precision.SEASON),
        ("1984-22", "1984-06-01", "1984-08-31", Precision.SEASON),
        ("1984-23", "1984-09-01", "1984-11-30", Precision.SEASON),
        ("1984-24", "1984-01-01", "1985-02-28", Precision.SEASON),
        ("1983-24", "1983-01-01", "1984-02-29", Precision.SEASON),
        ("1984-22~", "1984-03-01", "1984-11-30", Precision.SEASON),
        ("1984/1988", "1984-01-01", "1988-12-31", Precision.RANGE),
        ("1984~/1988~", "1983-01-01", "1989-12-31", Precision.RANGE),
        ("1984-02-03/1984-02-03", "1984-02-03", "1984-02-03", Precision.RANGE),
        ("[1984..1986]", "1984-01-01", "1986-12-31", Precision.RANGE),
        ("../1990", "1865-12-31", "1990-12-31", Precision.RANGE),
        ("/1990", "1865-12-31", "1990-12-31", Precision.RANGE),
        ("1985/..", "1985-01-01", "2110-01-01", Precision.RANGE),
        ("1985/", "1985-01-01", "2110-01-01", Precision.RANGE),
    ],
)
def test_each_form_gives_its_first_and_last_day(text, first, last, precision):
    assert read_edtf(text) == (date.fromisoformat(first), date.fromisoformat(last), precision)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "edtf"),
        ("N/A", "edtf"),
        ("84", "edtf"),
        ("about 1984", "edtf"),
        ("19XX", "edtf"),
        ("198X-02", "edtf"),
        ("198X~", "edtf"),
        ("100X", "edtf"),
        ("/", "edtf"),
        ("../..", "edtf"),
        ("1984/1985/1986", "edtf"),
        ("[1984,1986]", "edtf"),
        ("[..1986]", "edtf"),
        ("1984-2", "edtf"),
        ("-1984", "edtf"),
        ("١٩٨٤", "edtf"),
        ("1984-00", "month"),
        ("1984-13", "month"),
        ("1984-20", "month"),
        ("1984-25", "month"),
        ("1984-21-03", "month"),
        ("1984-XX-03", "month"),
        ("1984-00-03", "month"),
        ("1985-02-30", "day"),
        ("1985-02-29", "day"),
        ("1985-02-00", "day"),
        ("1799", "year"),
        ("2200", "year"),
        ("1988/1984", "order"),
    ],
)
def test_what_cannot_be_is_refused_by_its_part(text, part):
    with pytest.raises(DateInvalid) as caught:
        read_edtf(text)
    assert caught.value.facts == {"part": part}


@given(st.text("0123456789X~?%-/.[]", max_size=24))
def test_any_text_is_read_in_order_or_refused(text):
    try:
        first, last, _ = read_edtf(text)
    except DateInvalid:
        return
    assert first <= last


@given(DATES)
def test_less_said_spans_more(day):
    exact = read_edtf(day.isoformat())
    month = read_edtf(f"{day:%Y-%m}")
    year = read_edtf(f"{day:%Y}")
    about = read_edtf(f"{day:%Y}~")
    for narrow, wide in ((exact, month), (month, year), (year, about)):
        assert wide[0] <= narrow[0] <= narrow[1] <= wide[1]
    assert exact[:2] == (day, day)


@given(DATES, DATES)
def test_an_interval_is_the_span_of_its_ends(one, other):
    first, last = sorted((one, other))
    assert read_edtf(f"{first}/{last}")[:2] == (first, last)


@given(DATES, st.integers(0, 130))
def test_a_birthday_comes_when_counting_back_says_so(born, years):
    birthday = years_after(born, years)
    assert years_before(birthday, years) >= born
    assert years_before(birthday - timedelta(days=1), years) < born


def test_v06_a_leap_day_birthday_falls_on_the_later_day():
    assert years_after(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert years_before(date(2024, 2, 29), 1) == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("1984-01-01", "1984-12-31", "1984"),
        ("1984-01-01", "1986-12-31", "1984/1986"),
        ("1984-02-01", "1984-02-29", "1984-02"),
        ("2016-12-01", "2016-12-31", "2016-12"),
        ("2016-01-01", "2016-01-31", "2016-01"),
        ("1900-02-01", "1900-02-28", "1900-02"),
        ("1984-02-01", "1984-02-28", "1984-02/1984-02-28"),
        ("1984-04-26", "1991-08-31", "1984-04-26/1991-08"),
        ("1956-01-01", "1956-01-01", "1956-01-01"),
    ],
)
def test_an_interval_is_written_in_the_widest_units(first, last, text):
    assert edtf_between(date.fromisoformat(first), date.fromisoformat(last)) == text


@given(DATES, DATES)
def test_the_widest_units_mean_the_same_days(one, other):
    first, last = sorted((one, other))
    assert read_edtf(edtf_between(first, last))[:2] == (first, last)
