"""Languages in detail and the interpreter: what boxes mean, and how they read again."""

from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from intake import i18n
from intake.web.fields import Answer
from intake.web.forms import BaseForm
from intake.web.tongue_words import interpreter_in_words, skills_in_words
from intake.web.tongues import InterpreterField, SkillsField

OFFERED = ("uk", "ru", "ar", "fa-AF")
BLANK = dict.fromkeys(("role", "wish", "speak", "understand", "read", "write", "dialect"), "")


def skills(boxes: dict[str, str] | None = None, known: Any = None) -> Any:
    class Page(BaseForm):
        f = SkillsField("Languages", languages=OFFERED)

    sent = MultiDict({f"f__{name}": words for name, words in boxes.items()}) if boxes else None
    return Page(sent, data={"f": Answer(known)}).f


def interpreter(boxes: dict[str, str] | None = None, known: Any = None) -> Any:
    class Page(BaseForm):
        f = InterpreterField("Interpreter")

    sent = MultiDict({f"f__{name}": words for name, words in boxes.items()}) if boxes else None
    return Page(sent, data={"f": Answer(known)}).f


@pytest.mark.parametrize("typed", ["Ukrainian", "ukrainian", "українська", "الأوكرانية", "uk"])
def test_a_language_is_known_by_its_name_in_any_language_of_the_screen(typed: str) -> None:
    with i18n.use_locale("ar"):
        assert skills({"0_tag": typed, "0_role": "first"}).answer.value == [
            {**BLANK, "tag": "uk", "role": "first"}
        ]


def test_a_language_of_no_list_stays_as_it_was_written() -> None:
    (row,) = skills({"0_tag": "Zaghawa", "0_dialect": "from Tine"}).answer.value
    assert (row["tag"], row["dialect"]) == ("Zaghawa", "from Tine")


def test_signing_is_a_language_like_any_other() -> None:
    (row,) = skills({"0_tag": "Sign language", "0_speak": "well"}).answer.value
    assert row["tag"] == "sgn"
    assert skills_in_words([row]) == "Sign language – speaks or signs: Well"


def test_rows_stand_in_their_boxes_again_by_name() -> None:
    told = [{**BLANK, "tag": "fa-AF", "wish": "interview-preferred"}]
    with i18n.use_locale("uk"):
        shown = skills(known=told)
        assert shown.raw["0_tag"] == "дарі"
        assert shown.raw["0_wish"] == "interview-preferred"
        assert shown.answer.value == told


@pytest.mark.parametrize("bad", [{"0_role": "mother"}, {"0_speak": "9"}, {"0_wish": "accent"}])
def test_a_forged_code_is_refused(bad: dict[str, str]) -> None:
    assert skills({"0_tag": "uk", **bad}).process_errors != []


def test_a_row_without_a_language_is_asked_for_it() -> None:
    class Page(BaseForm):
        f = SkillsField("Languages", languages=OFFERED)

    page = Page(MultiDict({"f__0_role": "first"}))
    assert not page.validate()
    assert page.f.errors == ["Write which language it is."]


def test_the_names_offered_while_typing_are_in_the_language_of_the_screen() -> None:
    with i18n.use_locale("uk"):
        assert "арабська" in skills().lists["tag"]


def test_all_that_is_said_of_a_language_is_read_back() -> None:
    told = [
        {
            "tag": "uk", "role": "first", "wish": "interview-preferred", "speak": "very-well",
            "understand": "", "read": "well", "write": "a-little", "dialect": "суржик",
        },
        {"tag": "ru", "wish": "refuses"},
    ]  # fmt: skip
    assert skills_in_words(told) == (
        "Ukrainian – First language, Best for talking, speaks or signs: Very well, reads: Well, "
        "writes: A little, суржик; Russian – Not wanted"
    )


def test_an_interpreter_is_told_by_kind_code_and_from_where() -> None:
    told = interpreter({"kind": "lay", "code": "B-7", "remote": "yes"}).answer.value
    assert told == {"kind": "lay", "code": "B-7", "remote": "yes"}
    assert interpreter_in_words(told) == "Somebody who helps out, B-7, by phone or video"
    assert interpreter(known=told).raw["code"] == "B-7"


def test_a_code_alone_is_that_of_somebody_trained() -> None:
    assert interpreter({"code": "A-12"}).answer.value == {"kind": "trained", "code": "A-12"}


def test_nothing_told_of_an_interpreter_is_no_answer() -> None:
    assert not interpreter({"kind": "", "code": " "}).answer.is_given
    assert interpreter({"kind": "none-needed", "code": "x"}).answer.value == {"kind": "none-needed"}
    assert interpreter({"kind": "none-needed"}).has_somebody is False
    assert interpreter({"code": "A"}).has_somebody is True


def test_a_forged_kind_of_interpreter_is_refused() -> None:
    assert interpreter({"kind": "accent-expert"}).process_errors != []


def ticked_before(boxes: dict[str, str], *tags: str) -> Any:
    """The rows of a page where these languages were ticked on an earlier one."""
    told = skills()
    told.ticked = tags
    told.process(MultiDict({f"f__{name}": words for name, words in boxes.items()}))
    return told.answer.value


def test_a_row_that_only_names_a_language_ticked_before_says_nothing_new() -> None:
    assert ticked_before({"0_tag": "Ukrainian"}, "uk") is None
    assert ticked_before({"0_tag": "Ukrainian"}) == [{**BLANK, "tag": "uk"}]
    told = ticked_before({"0_tag": "Ukrainian", "1_tag": "Arabic", "1_read": "well"}, "uk", "ar")
    assert told == [{**BLANK, "tag": "ar", "read": "well"}]


def test_a_language_ticked_before_is_known_by_name_though_this_page_does_not_offer_it() -> None:
    assert ticked_before({"0_tag": "Polish"}, "pl") is None
    assert ticked_before({"0_tag": "Polish", "0_speak": "well"}, "pl") == [
        {**BLANK, "tag": "pl", "speak": "well"}
    ]


@pytest.mark.parametrize("sent", ["no", "0", "on"])
def test_from_afar_is_only_what_the_box_sends(sent: str) -> None:
    told = interpreter({"kind": "lay", "remote": sent}).answer.value
    assert told == {"kind": "lay"}
