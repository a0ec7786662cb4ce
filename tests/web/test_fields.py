"""Each field: what was typed becomes a value, a reason why there is none, or a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from intake.domain.codes import Absent, GroupKind, Relationship, Sex
from intake.errors import DateInvalid
from intake.web.compound import WhenField, ask
from intake.web.fields import (
    Answer,
    CheckField,
    ChoiceField,
    CodeField,
    CountField,
    LongTextField,
    NameField,
    NumberField,
    PassphraseField,
    PeopleField,
    PlaceField,
    TextField,
    YesNoField,
    whole,
)
from intake.web.forms import BaseForm


def filled(field, *pairs, **posted):
    """A form with one field named f, with this posted."""
    form_class = type("OneField", (BaseForm,), {"f": field})
    data = MultiDict([("sent", "1"), *pairs, *posted.items()])
    return form_class(data)


def problems(form):
    """What stands in the error summary after validation."""
    form.validate()
    return [words for _, words in form.problems()]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("  Олена ", "Олена"),
        ("e\u0301", "é"),
        ("\u200b\u200b", None),
        (" \u202e ", None),
        ("", None),
        ("0", "0"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_text_is_brought_into_one_form(typed, value):
    assert filled(TextField("Text"), f=typed).f.answer == Answer(value)


@pytest.mark.parametrize("typed", ["a\0b", "\ud800"])
def test_what_cannot_be_kept_is_refused_in_words(typed):
    form = filled(TextField("Text"), f=typed)
    assert problems(form) == ["This text holds a character that cannot be kept. Type it again."]


def test_a_text_too_long_is_refused_and_shown_again():
    form = filled(TextField("Text", limit=3), f="abcd")
    assert problems(form) == ["This text is too long. Shorten it."]
    assert form.f.raw["text"] == "abcd"


def test_a_needed_field_asks_for_an_answer_or_a_reason():
    form = filled(TextField("Town", needed=True, absent=True))
    assert problems(form) == ["Answer, or say why there is no answer: Town"]


def test_a_needed_field_without_reasons_asks_to_be_filled():
    assert problems(filled(TextField("Town", needed=True))) == ["Fill this in: Town"]


@pytest.mark.parametrize("reason", list(Absent))
def test_a_reason_is_an_answer(reason):
    form = filled(TextField("Town", needed=True, absent=True), f__absent=reason.value)
    assert problems(form) == []
    assert form.f.answer == Answer(absent=reason)


def test_an_answer_and_a_reason_together_are_asked_about():
    form = filled(TextField("Town", absent=True), f="Lviv", f__absent="not-asked")
    assert problems(form) == ["Keep the answer, or keep the reason why there is none."]


def test_an_invented_reason_is_refused():
    form = filled(TextField("Town", absent=True), f__absent="too-tired")
    assert problems(form) == ["Choose one of the answers in the list."]


def test_a_reason_is_not_taken_where_none_is_offered():
    assert filled(TextField("Town"), f__absent="not-asked").f.answer == Answer()


@pytest.mark.parametrize(
    ("typed", "value"), [("0", 0), ("7", 7), ("٣٥", 35), ("۳۵", 35), (" 1 2 ", 12), ("", None)]
)
def test_a_count_takes_zero_and_any_digits(typed, value):
    form = filled(CountField("Slips", most=50), f=typed)
    assert problems(form) == []
    assert form.f.answer.value == value


@pytest.mark.parametrize("typed", ["51", "-1", "1_0", "x", "9" * 30, "1.5", "½", "²"])
def test_a_count_refuses_what_is_no_count(typed):
    (words,) = problems(filled(CountField("Slips", most=50), f=typed))
    assert words == "This number cannot be. Write a whole number, in digits."


def test_zero_satisfies_a_needed_count():
    assert problems(filled(CountField("Slips", needed=True), f="0")) == []


@given(st.integers(min_value=0, max_value=9999))
def test_a_number_reads_the_same_in_three_kinds_of_digits(number):
    plain = str(number)
    for zero in "0٠۰":
        typed = "".join(chr(ord(zero) + int(digit)) for digit in plain)
        assert whole(typed, 9999) == number


@given(st.text(max_size=40))
def test_reading_a_number_never_crashes(text):
    try:
        number = whole(text, 999)
    except DateInvalid:
        return
    assert number is None or 0 <= number <= 999


@given(st.text(max_size=60))
def test_reading_a_text_never_crashes(text):
    form = filled(TextField("Text"), f=text)
    form.validate()
    assert form.f.answer.value is None or form.f.answer.value


def test_a_name_gets_its_script():
    value = filled(NameField("Name"), f="Олена Коваленко").f.answer.value
    assert value["text"] == "Олена Коваленко"
    assert value["script"] == "Cyrl"
    assert value["written_by"] == "officer"


def test_a_name_takes_its_pieces_and_its_language():
    field = NameField("Name", pieces=("given", "family"), languages=("uk", "ru"))
    form = filled(field, f__given="Олена", f__family="Коваленко", f__lang="uk")
    assert form.f.answer.value["text"] == "Олена Коваленко"
    assert form.f.answer.value["lang"] == "uk"
    assert form.f.answer.value["parts"][0] == {"type": "given", "text": "Олена"}


def test_a_known_name_stands_in_its_boxes_again():
    field = NameField("Name", pieces=("given", "family"))
    first = filled(field, f__given="Олена", f__family="Коваленко").f.answer
    form = type("Again", (BaseForm,), {"f": field})(data={"f": first})
    assert form.f.raw["given"] == "Олена"
    assert form.f.raw["family"] == "Коваленко"
    assert form.f.answer.value == first.value


def test_a_place_keeps_words_and_country():
    value = filled(PlaceField("Place"), f="Ель-Фашер", f__country="SD").f.answer.value
    assert value == {"text": "Ель-Фашер", "country": "SD"}


def test_a_country_alone_is_a_place():
    assert filled(PlaceField("Place"), f__country="UA").f.answer.value["country"] == "UA"


@pytest.mark.parametrize("code", ["XX", "ZZ", "United", "EU"])
def test_an_invented_country_is_refused(code):
    assert problems(filled(PlaceField("Place"), f__country=code)) != []


def test_countries_are_told_in_order():
    names = [name for _, name in filled(PlaceField("Place")).f.countries]
    assert names == sorted(names, key=str.casefold)
    assert len(names) > 200


def test_a_code_becomes_its_member():
    assert filled(CodeField("Sex", codes=Sex), f="f").f.code is Sex.FEMALE


def test_a_code_that_was_not_offered_is_refused():
    form = filled(CodeField("Sex", codes=Sex, only=(Sex.FEMALE, Sex.MALE)), f="x")
    assert problems(form) == ["Choose one of the answers in the list."]
    assert form.f.code is None


def test_few_answers_are_radios_and_many_a_list():
    assert filled(CodeField("Kind", codes=GroupKind)).f.as_radios
    assert not filled(CodeField("Kin", codes=Relationship)).f.as_radios


def test_the_error_leads_to_the_first_radio():
    assert filled(CodeField("Kind", codes=GroupKind)).f.first_id == "f-0"


def test_choices_may_be_given_by_hand():
    form = filled(ChoiceField("Officer", choices=[("a", "Invented One")]), f="a")
    assert form.f.answer.value == "a"


@pytest.mark.parametrize(
    ("posted", "value", "is_yes"),
    [({"f": "yes"}, "yes", True), ({"f": "no"}, "no", False), ({}, None, False)],
)
def test_no_is_an_answer_and_not_yes(posted, value, is_yes):
    field = filled(YesNoField("Question"), **posted).f
    assert field.answer.value == value
    assert field.is_yes is is_yes


@pytest.mark.parametrize("typed", ["no", "0", "false", "on"])
def test_a_tick_is_only_what_the_box_sends(typed):
    assert filled(CheckField("Done"), f=typed).f.answer.value is None


def test_a_tick_counts():
    assert filled(CheckField("Done", needed=True), f="yes").validate()


def test_a_passphrase_is_taken_as_typed():
    assert filled(PassphraseField("Passphrase"), f="  two words ").f.answer.value == "  two words "


def test_a_number_is_checked_and_made_plain():
    from intake.domain.ids import make_number, show_number

    number = make_number(bytes(range(16)))
    assert filled(NumberField("Number"), f=show_number(number).lower()).f.answer.value == number
    assert problems(filled(NumberField("Number"), f="AAAAA-AAAAB")) == [
        "This number has a typing mistake. Check it against the slip."
    ]


def test_a_long_text_says_how_many_lines_it_shows():
    assert filled(LongTextField("Story", rows=9)).f.rows == 9


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("name", NameField),
        ("sex", CodeField),
        ("birth-place", PlaceField),
        ("nationality", TextField),
        ("testimony", LongTextField),
        ("urgent.doctor", YesNoField),
    ],
)
def test_asking_a_question_gives_the_field_of_its_shape(path, kind):
    field = filled(ask(path)).f
    assert isinstance(field, kind)
    assert field.question == path
    assert field.offers_absent


def test_when_something_was_takes_a_year_a_calendar_and_days_ahead():
    form = filled(WhenField("When?"), f__year="2031")
    assert form.f.answer.value["edtf"] == "2031"
    form = filled(WhenField("When?"), f__year="1373", f__calendar="solar-hijri")
    assert form.f.answer.value["calendar"] == "solar-hijri"
    assert form.f.show(form.f.answer)["year"] == "1373"


@pytest.mark.parametrize("posted", [{"f__month": "3"}, {"f__year": "1990", "f__day": "40"}])
def test_when_something_was_must_be_a_day_that_can_be(posted):
    assert problems(filled(WhenField("When?"), **posted))


@pytest.mark.parametrize("typed", ["я" * 301, "a\x00b"])
def test_a_place_that_cannot_be_kept_is_offered_nothing_and_shown_again(typed):
    form = filled(PlaceField("Place"), f=typed)
    form.f.lookup_at = "/places/fitting"
    assert form.f.fitting == []
    assert form.f.raw["text"] == typed
    assert len(problems(form)) == 1


@pytest.mark.parametrize("typed", ["abc", " abc ", "e\u0301e\u0301e\u0301", "\u202eabc\u202c"])
def test_a_text_may_be_as_long_as_its_limit_counted_as_it_is_kept(typed):
    assert problems(filled(TextField("Text", limit=3), f=typed)) == []


def test_a_line_holds_three_hundred_letters_where_nothing_else_is_said():
    assert problems(filled(TextField("Text"), f="я" * 300)) == []
    assert problems(filled(TextField("Text"), f="я" * 301)) != []


def test_a_needed_answer_that_was_refused_is_not_called_missing_too():
    form = filled(TextField("Town", needed=True, limit=3), f="abcd")
    assert problems(form) == ["This text is too long. Shorten it."]


def test_what_is_missing_is_named_and_of_several_things_which_one():
    assert problems(filled(CodeField("Sex", codes=Sex, needed=True))) == ["Choose an answer: Sex"]
    form = filled(TextField("Town", needed=True))
    form.f.about = "Олена"
    assert problems(form) == ["Fill this in: Олена · Town"]


def members(*ticked):
    """Some of the members of a group, as their boxes are posted."""
    field = PeopleField("Who?", choices=[("b1", "Олена"), ("a2", "Іван"), ("c3", "Марія")])
    return filled(field, *(("f", person) for person in ticked))


def test_people_are_ticked_in_any_order_and_kept_in_that_of_the_page():
    form = members("c3", "b1")
    assert form.f.answer.value == ["b1", "c3"]
    assert form.f.ticked == {"b1", "c3"}
    assert form.f.first_id == "f-0"
    assert members().f.answer == Answer()


@pytest.mark.parametrize("stranger", ["d4", "B1", "b1,a2"])
def test_nobody_is_ticked_who_was_not_offered(stranger):
    form = members("b1", stranger)
    assert problems(form) == ["Choose one of the answers in the list."]
    assert form.f.answer == Answer()


def test_a_name_has_the_language_that_was_chosen_else_that_of_its_box():
    for posted, lang in (({}, "und-Latn"), ({"f__lang": "uk"}, "uk")):
        field = NameField("Name", lang="und-Latn", languages=("uk",))
        assert filled(field, f="Olena", **posted).f.answer.value["lang"] == lang
