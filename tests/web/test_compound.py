"""Fields of several boxes: dates, languages, papers and head-counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from intake.domain.questions import QUESTIONS, Shape
from intake.web import compound
from intake.web.compound import (
    DateField,
    DayField,
    DocumentsField,
    LanguagesField,
    TallyField,
    WhenField,
    ask,
)
from intake.web.fields import Answer, LongTextField, OtherNamesField
from intake.web.forms import BaseForm
from tests.web.test_fields import filled, problems

TODAY = date(2026, 11, 22)
LINES = {Shape.RELATIVE, Shape.STAY}
"""Shapes of a line on a page of its own, with a form of several questions."""


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(compound, "_today", lambda: TODAY)


def born(**boxes):
    """The answer of a date field with these boxes filled."""
    return filled(DateField("Born"), **{f"f__{box}": text for box, text in boxes.items()})


@pytest.mark.parametrize(
    ("boxes", "precision", "earliest", "latest"),
    [
        ({"day": "1", "month": "7", "year": "1994"}, "day", "1994-07-01", "1994-07-01"),
        ({"month": "7", "year": "1994"}, "month", "1994-07-01", "1994-07-31"),
        ({"year": "1994"}, "year", "1994-01-01", "1994-12-31"),
        ({"year": "١٩٩٤"}, "year", "1994-01-01", "1994-12-31"),
        ({"age": "0"}, "age", "2025-11-23", "2026-11-22"),
        ({"age": "30"}, "age", "1995-11-23", "1996-11-22"),
        ({"age": "30", "age_to": "35"}, "age-range", "1990-11-23", "1996-11-22"),
        ({"age": "30-35"}, "age-range", "1990-11-23", "1996-11-22"),
        ({"event": "flood", "event_from": "1988"}, "event", "1988-01-01", "1988-12-31"),
        (
            {"event": "flood", "event_from": "1988", "event_to": "1989"},
            "event",
            "1988-01-01",
            "1989-12-31",
        ),
    ],
)
def test_the_filled_boxes_say_how_much_is_known(boxes, precision, earliest, latest):
    value = born(**boxes).f.answer.value
    assert (value["precision"], value["earliest"], value["latest"]) == (
        precision,
        earliest,
        latest,
    )


def test_an_event_without_years_still_counts():
    value = born(event="the year of the locusts").f.answer.value
    assert value["precision"] == "event"
    assert value["latest"] == TODAY.isoformat()


def test_another_calendar_is_converted_and_its_words_kept():
    value = born(day="10", month="4", year="1373", calendar="solar-hijri").f.answer.value
    assert value["earliest"] == "1994-07-01"
    assert value["calendar"] == "solar-hijri"


def test_an_age_told_as_about_gets_room():
    exact = born(age="30").f.answer.value
    about = born(age="30", about="yes").f.answer.value
    assert about["earliest"] < exact["earliest"]
    assert born(age="~30").f.answer.value == about


@pytest.mark.parametrize(
    "boxes",
    [
        {"day": "31", "month": "2", "year": "1990"},
        {"day": "4", "month": "5"},
        {"year": "2999"},
        {"year": "9" * 30},
        {"age": "300"},
        {"age": "abc"},
        {"age": "30", "age_to": "20"},
        {"year": "1990", "age": "36"},
        {"event": "flood", "event_from": "1990", "event_to": "1980"},
        {"event": "flood", "event_from": "0"},
        {"year": "1990", "calendar": "invented"},
        {"event_from": "x"},
    ],
)
def test_a_date_that_cannot_be_is_refused_and_shown_again(boxes):
    form = born(**boxes)
    assert problems(form) != []
    assert {box: form.f.raw[box] for box in boxes} == boxes


@given(
    st.dictionaries(
        st.sampled_from(DateField.parts), st.text(alphabet="0123456789-~x٣ ", max_size=5)
    )
)
def test_reading_a_date_never_crashes(boxes):
    form = filled(DateField("Born"), **{f"f__{box}": text for box, text in boxes.items()})
    form.validate()


@pytest.mark.parametrize(
    "boxes",
    [
        {"day": "1", "month": "7", "year": "1994"},
        {"year": "1994"},
        {"age": "30"},
        {"age": "30", "age_to": "35", "about": "yes"},
        {"event": "flood", "event_from": "1988", "event_to": "1989"},
    ],
)
def test_a_known_date_fills_its_boxes_again(boxes):
    told = born(**boxes).f.answer
    form = type("Again", (BaseForm,), {"f": DateField("Born")})(data={"f": told})
    assert {box: form.f.raw[box] for box in boxes} == boxes
    assert form.f.answer == told


def test_languages_are_ticked_or_written():
    form = filled(
        LanguagesField("Languages", languages=("uk", "ar")),
        ("f__tags", "ar"),
        ("f__tags", "uk"),
        f__others="Zaghawa، Masalit",
    )
    assert form.f.answer.value == ["uk", "ar", "Zaghawa", "Masalit"]


def test_known_languages_are_ticked_again():
    field = LanguagesField("Languages", languages=("uk", "ar"))
    form = type("Again", (BaseForm,), {"f": field})(data={"f": Answer(["ar", "zag"])})
    assert form.f.ticked == {"ar"}
    assert form.f.raw["others"] == "zag"


def test_a_language_that_was_not_offered_is_refused():
    assert problems(filled(LanguagesField("L", languages=("uk",)), f__tags="xx")) != []


def test_languages_without_offers_lead_to_the_box():
    assert filled(LanguagesField("L")).f.first_id == "f__others"


def test_papers_are_rows():
    form = filled(
        DocumentsField("Papers"),
        f__0_kind="passport",
        f__0_status="stolen",
        f__2_kind="family-book",
    )
    assert form.f.answer.value == [
        {"kind": "passport", "status": "stolen", "number": "", "where": ""},
        {"kind": "family-book", "status": "", "number": "", "where": ""},
    ]


def test_known_papers_stand_in_their_rows_again():
    papers = [{"kind": "passport", "status": "stolen", "number": "12", "where": "Lviv"}]
    form = type("Again", (BaseForm,), {"f": DocumentsField("Papers")})(data={"f": Answer(papers)})
    assert form.f.raw["0_number"] == "12"
    assert form.f.answer.value == papers


@pytest.mark.parametrize(
    "boxes",
    [
        {"f__0_number": "12"},
        {"f__0_kind": "invented"},
        {"f__0_kind": "passport", "f__0_status": "x"},
    ],
)
def test_a_paper_needs_a_known_kind_and_place(boxes):
    assert problems(filled(DocumentsField("Papers"), **boxes)) != []


def test_an_empty_box_of_the_count_is_no_zero():
    form = filled(TallyField("People"), **{"f__f-0-4": "0", "f__m-18-59": "٢"})
    assert form.f.answer.value == {"f-0-4": 0, "m-18-59": 2}


def test_a_known_count_shows_its_zero():
    form = type("Again", (BaseForm,), {"f": TallyField("P")})(data={"f": Answer({"f-0-4": 0})})
    assert form.f.raw["f-0-4"] == "0"
    assert form.f.raw["m-0-4"] == ""


@pytest.mark.parametrize("field", [DateField, DocumentsField, TallyField])
def test_nothing_filled_is_no_answer(field):
    assert filled(field("Label")).f.answer == Answer()


@pytest.mark.parametrize("path", [p for p, q in QUESTIONS.items() if q.shape not in LINES])
def test_every_question_can_be_asked_and_left_with_a_reason(path):
    form = filled(ask(path, needed=True), f__absent="asked-declined")
    assert form.validate()
    assert list(form.answers()) == [path]


def test_how_a_date_is_known_is_plain_or_chosen():
    assert born(year="1994").f.answer.value["basis"] == "said-year"
    assert born(age="30").f.answer.value["basis"] == "said-age"
    seen = born(year="1994", basis="document-seen").f.answer.value
    assert (seen["edtf"], seen["basis"]) == ("1994", "document-seen")


def test_an_estimate_is_only_a_span_of_ages():
    assert born(age="30-40", basis="officer-estimate-band").f.answer.value["basis"]
    for exact in ({"year": "1994"}, {"age": "34"}, {"day": "1", "month": "7", "year": "1994"}):
        form = born(**exact, basis="officer-estimate-band")
        assert form.f.answer.value is None
        assert "only estimate a span of ages" in problems(form)[0]


def test_a_basis_alone_says_nothing():
    assert born(basis="document-seen").f.answer.value is None


@pytest.mark.parametrize("basis", ["guessed", "said-exactly "])
def test_a_basis_that_was_not_offered_is_refused(basis):
    assert born(year="1994", basis=basis).f.process_errors


def shown_again(told, **boxes):
    """The same field posted with these boxes where `told` stands already."""
    posted = MultiDict({f"f__{box}": text for box, text in boxes.items()})
    form = type("Again", (BaseForm,), {"f": DateField("Born")})
    return form(posted, data={"f": Answer(told)}).f.answer.value


def test_boxes_that_nobody_touched_keep_all_they_stand_for():
    told = born(age="30").f.answer.value | {"as_of": "2020-01-01", "earliest": "1989-01-02"}
    assert shown_again(told, age="30", calendar="gregorian") == told
    assert shown_again(told, age="31")["as_of"] == TODAY.isoformat()


def test_another_calendar_is_another_answer():
    told = born(year="1365", calendar="solar-hijri").f.answer.value
    assert shown_again(told, year="1365", calendar="solar-hijri") == told
    assert shown_again(told, year="1365", calendar="hijri")["calendar"] == "hijri"


def test_one_year_of_an_event_is_both_its_ends_whichever_box_holds_it():
    for box in ("event_from", "event_to"):
        value = born(event="flood", **{box: "1989"}).f.answer.value
        assert (value["earliest"], value["latest"]) == ("1989-01-01", "1989-12-31")


@pytest.mark.parametrize(
    ("basis", "box"),
    [("document-seen", "document-seen"), ("sibling-order", "sibling-order"), ("", "")],
)
def test_how_a_date_is_known_stands_in_its_box_again_unless_it_is_plain(basis, box):
    told = born(year="1994", basis=basis).f.answer
    form = type("Again", (BaseForm,), {"f": DateField("Born")})(data={"f": told})
    assert (form.f.raw["basis"], form.f.raw["year"]) == (box, "1994")
    assert form.f.answer == told


def test_a_date_of_an_older_record_without_its_basis_shows_none():
    told = born(year="1994").f.answer.value
    told.pop("basis")
    form = type("Again", (BaseForm,), {"f": DateField("Born")})(data={"f": Answer(told)})
    assert form.f.raw["basis"] == ""
    assert form.f.answer.value == told


AHEAD = {"f__day": "1", "f__month": "2", "f__year": "2030"}


@pytest.mark.parametrize("field", [DayField, WhenField])
def test_the_day_of_a_thing_is_as_exact_as_it_was_said_and_may_be_missing(field):
    assert filled(field("Day")).f.answer == Answer()
    year = filled(field("Day"), f__year="1994").f.answer
    assert (year.value["precision"], year.value["edtf"]) == ("year", "1994")
    shown = type("Again", (BaseForm,), {"f": field("Day")})(data={"f": year})
    assert {part: shown.f.raw[part] for part in field.parts} == {
        "day": "",
        "month": "",
        "year": "1994",
        "calendar": "gregorian",
    }
    assert problems(filled(field("Day"), f__day="3")) != []


def test_only_when_something_ends_may_lie_ahead():
    assert problems(filled(DayField("Day"), **AHEAD)) != []
    assert filled(WhenField("When"), **AHEAD).f.answer.value["edtf"] == "2030-02-01"


def test_the_table_of_a_head_count_has_a_box_for_each_sex_in_each_age():
    assert TallyField.parts == (
        *("f-0-4", "m-0-4", "f-5-11", "m-5-11", "f-12-17", "m-12-17"),
        *("f-18-59", "m-18-59", "f-60", "m-60"),
    )
    everybody = {f"f__{part}": "1" for part in TallyField.parts}
    assert sum(filled(TallyField("People"), **everybody).f.answer.value.values()) == 10


@pytest.mark.parametrize(("typed", "taken"), [("999", True), ("1000", False), ("-1", False)])
def test_nobody_counts_a_thousand_of_one_age_in_one_group(typed, taken):
    assert (problems(filled(TallyField("People"), **{"f__f-60": typed})) == []) is taken


@pytest.mark.parametrize("path", [p for p, q in QUESTIONS.items() if q.shape not in LINES])
def test_only_a_long_text_gets_a_box_of_many_lines(path):
    told = QUESTIONS[path]
    is_long = told.shape is Shape.TEXT and told.codes is None and told.limit > 400
    field = type("One", (BaseForm,), {"f": ask(path)})().f
    assert isinstance(field, LongTextField) is is_long
    assert (field.question, field.limit) == (path, told.limit)


def test_whoever_asks_may_say_it_in_other_words_and_offer_no_reason():
    field = type("One", (BaseForm,), {"f": ask("testimony", label="Tell it", limit=7)})().f
    assert (str(field.label.text), field.limit) == ("Tell it", 7)
    assert isinstance(
        type("M", (BaseForm,), {"f": ask("name.other", several=True)})().f, OtherNamesField
    )
