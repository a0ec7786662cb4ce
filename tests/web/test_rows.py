"""Rows of a table: one for each thing told, room for more, and nothing invented."""

from typing import Any

import pytest

from intake.domain.codes import Difficulty, Functioning, NeedStatus, SpecificNeed
from intake.web.contact import ContactField
from intake.web.fields import Answer
from intake.web.forms import BaseForm
from intake.web.rows import DocumentsField, FunctioningField, NeedsField, RowsField, TakenField
from tests.web.test_fields import filled, problems

NEED = next(iter(SpecificNeed)).value
PAPER = {"kind": "passport", "status": "stolen", "number": "12", "where": "Lviv"}


def again(field: type[Any], told: Any, **boxes: str) -> Any:
    """The same field where `told` is recorded, with these boxes posted."""
    from werkzeug.datastructures import MultiDict

    form = type("Again", (BaseForm,), {"f": field("Label")})
    posted = MultiDict({"sent": "1", **boxes}) if boxes else None
    return form(posted, data={"f": Answer(told)})


@pytest.mark.parametrize(
    ("field", "many", "rows"),
    [
        (DocumentsField, 0, 3),
        (DocumentsField, 2, 3),
        (DocumentsField, 3, 4),
        (DocumentsField, 7, 8),
        (NeedsField, 0, 4),
        (NeedsField, 4, 5),
    ],
)
def test_there_is_room_for_one_more_row_than_is_recorded(
    field: type[RowsField], many: int, rows: int
) -> None:
    told = [{field.columns[0]: "x"} for _ in range(many)]
    assert len(again(field, told).f.rows) == rows


def test_what_is_no_row_is_left_out_and_what_is_no_list_is_nothing() -> None:
    assert again(DocumentsField, [PAPER, "a word", None]).f.known == (PAPER,)
    for told in ("a word", {"kind": "passport"}, None):
        assert again(DocumentsField, told).f.known == ()


def test_what_was_recorded_with_a_row_stays_while_it_is_about_the_same_thing() -> None:
    """A check of a paper that this page does not show is not lost by saving the page."""
    told = [PAPER | {"check": "damaged"}]
    boxes = {f"f__0_{column}": text for column, text in PAPER.items()}
    same = again(DocumentsField, told, **(boxes | {"f__0_number": "13"}))
    assert same.f.answer.value == [PAPER | {"number": "13", "check": "damaged"}]
    other = again(DocumentsField, told, **(boxes | {"f__0_kind": "national-id"}))
    assert other.f.answer.value == [PAPER | {"kind": "national-id"}]
    moved = {key.replace("_0_", "_1_"): text for key, text in boxes.items()}
    assert again(DocumentsField, told, **moved).f.answer.value == [PAPER]


@pytest.mark.parametrize(
    ("field", "boxes", "is_taken"),
    [
        (TakenField, {"0_kind": "passport", "0_by": "smuggler"}, True),
        (TakenField, {"0_kind": "passport"}, True),
        (TakenField, {"0_by": "smuggler"}, False),
        (TakenField, {"0_kind": "passport", "0_by": "a-neighbour"}, False),
        (NeedsField, {"0_code": NEED, "0_urgency": "never"}, False),
        (NeedsField, {"2_code": NEED}, True),
        (NeedsField, {"0_refer": "yes"}, False),
        (DocumentsField, {"3_kind": "passport"}, True),
    ],
)
def test_each_row_names_its_thing_and_takes_only_what_is_offered(
    field: type[RowsField], boxes: dict[str, str], is_taken: bool
) -> None:
    form = filled(field("Label"), **{f"f__{box}": text for box, text in boxes.items()})
    assert (problems(form) == []) is is_taken


def test_a_row_beyond_the_last_is_not_read() -> None:
    assert filled(DocumentsField("Papers"), f__9_kind="passport").f.answer == Answer()


def test_the_first_box_of_the_first_row_is_where_an_error_leads() -> None:
    assert filled(TakenField("Taken")).f.first_id == "f__0_kind"
    assert filled(FunctioningField("Hard")).f.first_id == f"f__{next(iter(Functioning))}-0"
    assert filled(ContactField("Contact")).f.first_id == "f__way"


def offered(told: list[dict[str, str]], *statuses: NeedStatus) -> list[str]:
    form = type("Needs", (BaseForm,), {"f": NeedsField("Needs", statuses=statuses)})
    return [code for code, _ in form(data={"f": Answer(told)}).f.choices["status"]]


def test_of_a_need_only_this_pages_statuses_are_offered_and_the_one_it_has() -> None:
    first, second, *_ = NeedStatus
    assert offered([], first) == [first.value]
    assert offered([{"code": NEED, "status": second.value}], first) == [
        one.value for one in NeedStatus if one in (first, second)
    ]
    assert offered([{"code": NEED, "status": "unheard-of"}], first) == [first.value]


def test_only_what_was_answered_of_daily_life_is_kept() -> None:
    seeing, hearing = Functioning.SEEING, Functioning.HEARING
    form = filled(FunctioningField("Hard"), **{f"f__{seeing}": "some", f"f__{hearing}": ""})
    assert form.f.answer.value == {"seeing": Difficulty.SOME.value}
    assert again(FunctioningField, {"seeing": "some"}).f.raw[seeing] == "some"
    assert problems(filled(FunctioningField("Hard"), **{f"f__{seeing}": "rather"})) != []
    assert filled(FunctioningField("Hard")).f.answer == Answer()


def test_a_safe_contact_is_never_shown_again_only_that_there_is_one() -> None:
    told = {"way": "phone-call", "text": "050", "code_word": "river"}
    form = again(ContactField, told)
    assert form.f.is_recorded
    assert set(form.f.raw.values()) <= {""}
    assert not again(ContactField, None).f.is_recorded


@pytest.mark.parametrize(
    ("boxes", "value"),
    [
        ({"way": "phone-call"}, {"text": "", "way": "phone-call"}),
        ({"text": " 050 "}, {"text": "050"}),
        ({"other": "no", "time": "evenings"}, {"text": "", "other": "no", "time": "evenings"}),
        ({}, None),
    ],
)
def test_a_safe_contact_keeps_what_was_told_and_no_empty_part(
    boxes: dict[str, str], value: dict[str, str] | None
) -> None:
    posted = {"f" if box == "text" else f"f__{box}": text for box, text in boxes.items()}
    assert filled(ContactField("Contact"), **posted).f.answer.value == value


@pytest.mark.parametrize("box", ["way", "other"])
def test_a_way_that_was_not_offered_is_refused(box: str) -> None:
    assert problems(filled(ContactField("Contact"), **{f"f__{box}": "pigeon"})) != []
