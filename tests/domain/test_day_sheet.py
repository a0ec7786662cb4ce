"""The counts of a day: right, and too coarse to point at anybody."""

from dataclasses import replace
from datetime import date

import pytest

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, Level
from intake.domain.day_sheet import UNKNOWN, bands, day_sheet
from intake.domain.figures import hidden
from intake.domain.individual import Individual
from intake.domain.partial_date import from_age, from_parts
from intake.domain.statement import Json, Said, Statement
from tests import builders
from tests.domain import test_depth

DAY = date(2026, 11, 20)


def somebody(at: int, sex: str = "f", birth: Json = None) -> Individual:
    values: dict[str, Json] = {"sex": sex, "birth": birth}
    said = tuple(
        Said(Statement(id=f"{at}{p}", subject=str(at), path=p, value=v), "o", "d", "", "1")
        for p, v in values.items()
        if v is not None
    )
    return Individual(str(at), "c", "N", at, said)


def a_case(*people: Individual, level: Level = Level.FULL, tally: Json = None) -> Case:
    counted = Statement(id="t", subject="c", path="tally", value=tally) if tally else None
    return builders.a_case(
        level=level,
        status=CaseStatus.READY,
        members=people,
        said=(Said(counted, "o", "d", "", "1"),) if counted else (),
    )


def test_groups_people_and_counts_are_told() -> None:
    quick = a_case(level=Level.QUICK, tally={"f-0-4": 2, "m-18-59": 3})
    draft = replace(a_case(somebody(1)), status=CaseStatus.DRAFT)
    given_up = replace(a_case(somebody(2)), status=CaseStatus.DISCARDED)
    sheet = day_sheet([quick, draft, given_up, a_case(somebody(3), somebody(4))], DAY)
    assert (sheet.groups, sheet.complete, sheet.quick) == (3, 2, 1)
    assert (sheet.people, sheet.counted) == (3, 5)


def test_a_day_without_anybody_is_all_zero() -> None:
    sheet = day_sheet([], DAY)
    assert sheet.groups == 0
    assert set(sheet.cells.values()) == {0}


@pytest.mark.parametrize(
    ("birth", "band"),
    [
        (from_parts(20, 11, 2022).to_json(), "0-4"),
        (from_parts(21, 11, 2021).to_json(), "0-4"),
        (from_parts(None, None, 1986).to_json(), "18-59"),
        (from_age(60, 70, DAY, about=False).to_json(), "60-200"),
        (from_age(15, 25, DAY, about=False).to_json(), UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_an_age_counts_where_all_that_was_said_fits(birth: Json, band: str) -> None:
    people = [somebody(n, birth=birth) for n in range(6)]
    cells = day_sheet([a_case(*people)], DAY).cells
    assert cells[("f", band)] == 6


def test_small_counts_are_hidden() -> None:
    assert hidden({("f", "a"): 4, ("m", "a"): 1, ("m", "b"): 5}) == {
        ("f", "a"): None,
        ("m", "a"): None,
        ("m", "b"): 5,
    }


def test_a_single_small_count_cannot_be_worked_out_from_the_sum() -> None:
    cells = {("f", "a"): 2, ("m", "a"): 9, ("m", "b"): 6, ("f", "b"): 0}
    assert [key for key, n in hidden(cells).items() if n is None] == [("f", "a"), ("m", "b")]


def test_zero_and_five_are_shown() -> None:
    assert hidden({("f", "a"): 0, ("m", "a"): 5}) == {("f", "a"): 0, ("m", "a"): 5}


def test_another_answer_to_sex_points_at_nobody() -> None:
    cells = day_sheet([a_case(*(somebody(n, sex="x") for n in range(5)))], DAY).cells
    assert cells[(UNKNOWN, UNKNOWN)] == 5


def test_bands_do_not_overlap_and_end_with_the_unknown() -> None:
    assert bands()[-1] == UNKNOWN
    assert len(set(bands())) == len(bands()) == 6


def test_groups_count_by_the_level_they_have_reached() -> None:
    reached = [
        test_depth.a_group(test_depth.EMERGENCY),
        test_depth.a_group(test_depth.EVERYTHING),
        test_depth.a_group(test_depth.EVERYTHING),
        a_case(somebody(1)),
        a_case(level=Level.QUICK, tally={"f-0-4": 1}),
    ]
    sheet = day_sheet(reached, DAY)
    assert (sheet.emergency, sheet.basic) == (1, 2)
