"""Births as intervals, read from the forms of the contract."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.birth import read_birth, years, years_between


@pytest.mark.parametrize(
    ("said", "earliest", "latest", "exact"),
    [
        ("1986-02-09", 1986, 1986, True),
        ("1986-02", 1986, 1986, False),
        ("1986", 1986, 1986, False),
        ("1984/1988", 1984, 1988, False),
        ("1988/1984", 1984, 1988, False),
        ("1986~", 1984, 1988, False),
        ("1986-01-01", 1986, 1986, False),
        ("2000-02-29", 2000, 2000, True),
        (" 1986 ", 1986, 1986, False),
    ],
)
def test_the_forms_of_the_contract_are_read(said, earliest, latest, exact):
    birth = read_birth(said)
    assert (birth.earliest, birth.latest, birth.exact) == (earliest, latest, exact)
    assert birth.said == said


@pytest.mark.parametrize(
    "said",
    ["", "unknown", "1986-13", "2001-02-29", "1986-00-10", "0000", "86", "1986-2-9", "/1988"],
)
def test_anything_else_tells_no_year(said):
    assert read_birth(said) is None


def test_the_first_of_january_is_only_a_year():
    assert read_birth("1990-01-01").vague
    assert not read_birth("1990-01-02").vague


def test_years_are_listed_only_when_they_help_to_find():
    assert list(years(read_birth("1984/1986"))) == [1984, 1985, 1986]
    assert list(years(read_birth("1950/1990"))) == []
    assert list(years(None)) == []


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("1986", "1986-05-05", 0),
        ("1984/1988", "1987", 0),
        ("1986", "1989", 3),
        ("1986~", "1990", 2),
    ],
)
def test_intervals_that_overlap_are_no_years_apart(left, right, apart):
    assert years_between(read_birth(left), read_birth(right)) == apart
    assert years_between(read_birth(right), read_birth(left)) == apart


@given(st.text(max_size=20))
def test_any_text_whatever_is_a_birth_or_none(said):
    birth = read_birth(said)
    assert birth is None or birth.earliest <= birth.latest
