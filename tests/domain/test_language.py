"""Languages as told: in which to talk, in which not, and through whom words came."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.individual import Individual
from intake.domain.language import (
    INTERPRETER,
    SKILLS,
    TICKED,
    interpreted_by,
    not_to_talk_in,
    skills_of,
    to_talk_in,
    with_told,
)
from intake.domain.questions import QUESTIONS
from intake.domain.statement import Json, Said, Statement

TAGS = st.sampled_from(["uk", "ru", "ar", "fa-AF", "sgn", "Zaghawa"])
ROWS = st.lists(
    st.fixed_dictionaries(
        {"tag": TAGS},
        optional={
            "wish": st.sampled_from(["interview-preferred", "reading-preferred", "refuses", ""]),
            "role": st.sampled_from(["first", "home", ""]),
            "speak": st.sampled_from(["not-at-all", "well", ""]),
        },
    ),
    max_size=5,
)


def somebody(ticked: Json = None, told: Json = None) -> Individual:
    said = [
        Said(Statement(id=path, subject="p", path=path, value=value), "o", "d", "", path)
        for path, value in ((TICKED, ticked), (SKILLS, told))
        if value is not None
    ]
    return Individual("p", "c", "N", 1, tuple(said))


def row(tag: str, **more: str) -> dict[str, Any]:
    return {"tag": tag, **more}


def test_an_old_record_with_a_plain_list_is_still_read() -> None:
    assert to_talk_in(somebody(["so", "ar"])) == ("so", "ar")
    assert not_to_talk_in(somebody(["so", "ar"])) == ()


def test_what_the_person_prefers_comes_before_the_first_language_and_what_was_ticked() -> None:
    told = [row("so", role="first"), row("ar", wish="interview-preferred")]
    assert to_talk_in(somebody(["en"], told)) == ("ar", "so", "en")


def test_a_language_best_for_reading_is_not_the_one_to_talk_in() -> None:
    assert to_talk_in(somebody(["ps", "fa-AF"], [row("fa-AF", wish="reading-preferred")])) == (
        "ps",
        "fa-AF",
    )


def test_a_language_that_is_not_wanted_is_not_spoken_though_it_is_known() -> None:
    person = somebody(["ru", "uk"], [row("ru", wish="refuses", speak="very-well", role="first")])
    assert to_talk_in(person) == ("uk",)
    assert not_to_talk_in(person) == ("ru",)


@given(st.lists(TAGS, unique=True), ROWS)
def test_nobody_is_spoken_to_in_a_language_they_do_not_want(ticked: Any, told: Any) -> None:
    person = somebody(ticked or None, told or None)
    assert not set(to_talk_in(person)) & set(not_to_talk_in(person))
    assert len(set(to_talk_in(person))) == len(to_talk_in(person))


@given(st.lists(TAGS, unique=True), ROWS)
def test_the_plain_list_only_ever_grows_and_keeps_its_order(ticked: Any, told: Any) -> None:
    longer = with_told(ticked, told)
    assert longer[: len(ticked)] == ticked
    assert with_told(longer, told) == longer
    assert len(set(map(str, longer))) == len(longer)


def test_a_language_not_spoken_at_all_is_no_evidence() -> None:
    assert with_told(["uk"], [row("en", speak="not-at-all", read="well"), row("sgn")]) == [
        "uk",
        "sgn",
    ]


@pytest.mark.parametrize("value", [None, "uk", ["uk"], [{}], [{"tag": ""}], {"tag": "uk"}])
def test_what_names_no_language_is_no_row(value: Json) -> None:
    assert skills_of(value) == ()


@pytest.mark.parametrize(
    ("value", "through"),
    [
        (None, ""),
        ({"kind": "none-needed", "code": "A"}, ""),
        ({"kind": "trained", "code": "A-12"}, "A-12"),
        ({"kind": "lay", "remote": "yes"}, "lay"),
    ],
)
def test_words_come_through_a_code_or_a_kind_or_directly(value: Json, through: str) -> None:
    assert interpreted_by(value) == through


def test_no_question_about_languages_is_ever_needed_beyond_the_plain_list() -> None:
    for path in (SKILLS, INTERPRETER, "interpreter-wanted", "interpreter-sex"):
        assert not QUESTIONS[path].needed
        assert not QUESTIONS[path].single
