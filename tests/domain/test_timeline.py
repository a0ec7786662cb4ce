"""Times of a life that no reading brings together: asked about again, never in the way (V-03)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import Doubt, StayRole, Tie
from intake.domain.individual import Individual
from intake.domain.partial_date import from_edtf
from intake.domain.relative import Relative
from intake.domain.statement import Json, Said, Statement
from intake.domain.stay import PATH, Stay
from intake.domain.timeline import untimely

YEARS = st.integers(1950, 2025).map(str)


def date(edtf: str | None) -> Json:
    return from_edtf(edtf).to_json() if edtf else None


def stay(role: str, began: str | None = None, ended: str | None = None) -> Stay:
    return Stay(role=StayRole(role), near="a mill", began=date(began), ended=date(ended))


def person(born: str | None, *lines: Any) -> Individual:
    values: list[tuple[str, Json]] = [("birth", date(born))] if born else []
    values += [(PATH if isinstance(x, Stay) else "relative", x.to_json()) for x in lines]
    said = tuple(
        Said(Statement(id=str(at), subject="p", path=path, value=value), "o", "d", "", str(at))
        for at, (path, value) in enumerate(values)
    )
    return Individual("p", "c", "N", 1, said)


def doubts(born: str | None, *lines: Any) -> list[Doubt]:
    return [doubt for doubt, _ in untimely(person(born, *lines))]


@pytest.mark.parametrize(
    ("began", "ended", "asked"),
    [
        ("2024", "2023", True),
        ("2024-05", "2024-04", True),
        ("2024", "2024", False),
        ("2024", "2024-01-01", False),
        ("2024", None, False),
        (None, "2023", False),
    ],
)
def test_v03_nobody_leaves_before_they_came(began: str, ended: str | None, asked: bool) -> None:
    assert doubts(None, stay("transit", began, ended)) == [Doubt.LEFT_BEFORE_ARRIVAL] * asked


@pytest.mark.parametrize(
    ("role", "came", "asked"),
    [
        ("current", "2022", True),
        ("displacement-site", "2023-06", True),
        ("current", "2024", False),
        ("transit", "2022", False),
        ("intended", "2022", False),
    ],
)
def test_v03_arrival_before_departure_is_asked_about(role: str, came: str, asked: bool) -> None:
    home = stay("last-residence", "2010", "2024-03")
    assert doubts(None, home, stay(role, came)) == [Doubt.REACHED_BEFORE_LEAVING] * asked


@pytest.mark.parametrize(
    ("born", "role", "ended", "found"),
    [
        ("1990", "childhood", "1989", [Doubt.BEFORE_BIRTH]),
        ("1990", "childhood", "1990", []),
        ("1985/1990", "childhood", "1986", []),
        ("1990", "school", "1993", [Doubt.SCHOOL_TOO_EARLY]),
        ("1990", "school", "1994", []),
        ("1990", "school", "1980", [Doubt.BEFORE_BIRTH]),
        (None, "school", "1900", []),
    ],
)
def test_v03_a_stay_before_birth_or_school_too_early_is_asked_about(
    born: str | None, role: str, ended: str, found: list[Doubt]
) -> None:
    assert doubts(born, stay(role, None, ended)) == found


def test_a_day_of_birth_told_as_a_place_is_compared_with_the_birth() -> None:
    assert doubts("1990", stay("birth", "1980")) == [Doubt.BEFORE_BIRTH]
    assert doubts("1990", stay("birth", "1990-05-01")) == []


def test_v03_a_separation_before_birth_is_asked_about() -> None:
    parted = Relative(Tie.PARENT, name={"text": "Ольга"}, since=date("1980"))
    assert doubts("1990", parted) == [Doubt.BEFORE_BIRTH]
    assert doubts("1975", parted) == []


def test_a_doubt_names_the_line_that_it_is_about() -> None:
    lines = (stay("childhood", "1991", "1999"), stay("childhood", None, "1980"))
    assert list(untimely(person("1990", *lines))) == [(Doubt.BEFORE_BIRTH, "2")]


@given(st.lists(YEARS, min_size=4, max_size=4))
def test_a_life_told_in_order_raises_no_doubt(years: list[str]) -> None:
    born, first, second, third = sorted(years)
    lines = (
        stay("childhood", born, first),
        stay("last-residence", first, second),
        stay("transit", second, third),
        stay("current", third),
    )
    assert doubts(born, *lines) == []


@given(st.lists(st.sampled_from(StayRole), max_size=5))
def test_lines_without_times_raise_no_doubt(roles: list[StayRole]) -> None:
    assert doubts("1990", *(stay(role.value) for role in roles)) == []
