"""A day and a time of day by the clock of this place, or neither."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import DateInvalid
from intake.web.fields import Answer
from intake.web.forms import BaseForm
from intake.web.moment import DayField, MomentField, at_this_place
from tests.web.test_fields import filled, problems


@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)), st.integers(0, 23), st.integers(0, 59))
def test_a_moment_is_that_of_the_clock_on_the_wall(day: date, hour: int, minute: int) -> None:
    found = at_this_place(day.isoformat(), f"{hour:02}:{minute:02}")
    assert (found.date(), found.hour, found.minute) == (day, hour, minute)
    assert found.utcoffset() is not None


@pytest.mark.parametrize(
    ("day", "time"),
    [
        ("2026-12-01", ""),
        ("", "10:30"),
        ("2026-12-01", "10:3"),
        ("2026-12-01", "24:00"),
        ("2026-12-01", "10:60"),
        ("2026-12-01", "10:30:00"),
        ("2026-13-01", "10:30"),
        ("2026-02-30", "10:30"),
        ("1926-12-01", "10:30"),
        ("26-12-01", "10:30"),
        ("2026-12-01T10:30", "10:30"),
        ("٢٠٢٦-12-01", "10:30"),
        ("2026-12-01", "١٠:30"),
    ],
)
def test_half_of_a_moment_or_none_there_is_is_refused(day: str, time: str) -> None:
    with pytest.raises(DateInvalid) as caught:
        at_this_place(day, time)
    assert caught.value.facts == {"part": "moment"}
    assert problems(filled(MomentField("When"), f=day, f__time=time)) != []


def test_nothing_typed_is_no_moment() -> None:
    form = filled(MomentField("When"))
    assert form.f.answer == Answer()
    assert form.f.moment is None
    assert filled(DayField("Day")).f.answer == Answer()


def test_a_moment_stands_in_its_boxes_again_by_the_clock_of_this_place() -> None:
    field = filled(MomentField("When"), f="2026-12-01", f__time="09:05").f
    assert field.moment == datetime.fromisoformat(field.answer.value)
    assert field.moment.hour == 9
    again = type("Again", (BaseForm,), {"f": MomentField("When")})(data={"f": field.answer}).f
    assert (again.raw["text"], again.raw["time"]) == ("2026-12-01", "09:05")
    assert again.answer == field.answer


def test_a_moment_of_another_clock_is_shown_by_ours() -> None:
    here = at_this_place("2026-12-01", "09:05")
    elsewhere = here.astimezone(tz=here.tzinfo) + timedelta(0)
    shifted = datetime.fromisoformat(elsewhere.isoformat()).astimezone()
    told = Answer(shifted.isoformat())
    again = type("Again", (BaseForm,), {"f": MomentField("When")})(data={"f": told}).f
    assert (again.raw["text"], again.raw["time"]) == ("2026-12-01", "09:05")


@pytest.mark.parametrize(
    ("typed", "day"), [("2026-12-01", "2026-12-01"), ("2026-02-30", None), ("1 Dec", None)]
)
def test_a_day_without_a_time_is_that_day(typed: str, day: str | None) -> None:
    form = filled(DayField("Day"), f=typed)
    assert form.f.answer.value == day
    assert (problems(form) == []) is (day is not None)
