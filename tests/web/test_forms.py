"""Forms: refusals land beside their field, drafts keep what was typed."""

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import IntegerField, RadioField
from wtforms.validators import InputRequired

from intake.domain.codes import Absent
from intake.errors import CharacterRefused, ConsentMissing, FieldMissing, ReasonMissing
from intake.i18n import use_locale
from intake.web.compound import ask
from intake.web.fields import Answer, TextField
from intake.web.forms import BaseForm, retyped, typed


class TownForm(BaseForm):
    """Two questions."""

    nationality = ask("nationality", needed=True)
    birth_place = ask("birth-place")


def posted(**boxes):
    return TownForm(MultiDict({"sent": "1", **boxes}))


def test_answers_hold_only_what_was_said():
    form = posted(nationality="Ukrainian")
    assert form.answers() == {"nationality": Answer("Ukrainian")}


def test_answers_hold_reasons_too():
    form = posted(nationality__absent="asked-declined")
    assert form.answers() == {"nationality": Answer(absent=Absent.DECLINED)}


def test_a_refusal_of_a_path_lands_beside_its_field():
    form = posted(nationality="x")
    form.refuse(FieldMissing(path="birth-place"))
    assert form.problems() == [("birth_place", "Ask this question, or say why there is no answer.")]


def test_a_refusal_of_a_fact_lands_beside_its_field():
    form = posted(nationality="x")
    form.refuse(ReasonMissing(fact="birth_place"))
    assert form.problems()[0][0] == "birth_place"


@pytest.mark.parametrize("error", [ConsentMissing(case="k"), FieldMissing(path="mother")])
def test_any_other_refusal_stands_above_the_form(error):
    form = posted(nationality="x")
    form.refuse(error)
    assert form.problems()[0][0] == ""
    assert form.status == 422


def test_a_clean_form_is_answered_with_200():
    assert posted(nationality="x").status == 200


def test_a_refusal_is_told_in_the_language_in_force():
    form = posted(nationality="x")
    with use_locale("ar_XB"):
        form.refuse(ConsentMissing())
    assert form.problems()[0][1][0] > "\u0600"


def test_a_draft_gives_back_what_was_typed():
    sent = MultiDict([("csrf_token", "t"), ("rev", "3"), ("a", "1"), ("a", "2"), ("b", " x ")])
    draft = typed(sent)
    assert draft == {"a": ["1", "2"], "b": [" x "]}
    assert retyped(draft).getlist("a") == ["1", "2"]


def test_a_draft_with_errors_shows_them_again():
    form = TownForm(retyped(typed(MultiDict({"nationality": "", "birth_place": "Lviv"}))))
    assert form.birth_place.raw["text"] == "Lviv"
    assert not form.validate()


def test_a_draft_refuses_what_cannot_be_kept():
    with pytest.raises(CharacterRefused):
        typed(MultiDict({"a": "x\0"}))


def test_two_people_on_one_page_keep_apart():
    sent = MultiDict({"p1-nationality": "A", "p2-nationality": "B"})
    first, second = TownForm(sent, prefix="p1-"), TownForm(sent, prefix="p2-")
    assert first.nationality.answer.value == "A"
    assert second.nationality.answer.value == "B"
    assert first.nationality.id != second.nationality.id


def test_what_is_known_stands_in_the_form():
    form = TownForm(data={"nationality": Answer("Sudanese")})
    assert form.nationality.raw["text"] == "Sudanese"
    assert form.answers() == {"nationality": Answer("Sudanese")}


class PlainForm(BaseForm):
    """A question, and a plain box of WTForms beside it."""

    place = ask("birth-place")
    many = IntegerField("Many", [InputRequired()])
    which = RadioField("Which", choices=["a"])


def plain(**boxes):
    form = PlainForm(MultiDict(boxes))
    form.validate()
    return dict(form.problems())


@pytest.mark.parametrize(
    ("boxes", "words"),
    [
        ({"which": "a"}, {"many": "Fill this in."}),
        ({"many": "x", "which": "a"}, {"many": "Write a whole number."}),
        ({"many": "1", "which": "b"}, {"which": "Choose one of the answers in the list."}),
        ({"many": "1", "which": "a"}, {}),
    ],
)
def test_what_the_library_of_forms_says_is_said_in_our_words(boxes, words):
    assert plain(**boxes) == words


def test_the_words_of_the_library_follow_the_language_in_force():
    with use_locale("ar_XB"):
        assert plain(which="a")["many"] != "Fill this in."


def test_an_unknown_message_of_the_library_stays_and_one_is_not_many():
    words = PlainForm.Meta().get_translations(None)
    assert words.gettext("A message of a newer version") == "A message of a newer version"
    assert [words.ngettext("one", "many", n) for n in (0, 1, 2)] == ["many", "one", "many"]


def test_only_what_asks_is_a_question_and_answers_go_by_path_or_name():
    class NamedForm(BaseForm):
        asked = ask("birth-place")
        own = TextField("Own")

    form = NamedForm(MultiDict({"asked": "Lviv", "own": "mine"}))
    assert {path: answer.value for path, answer in form.answers().items()} == {
        "birth-place": {"text": "Lviv", "country": ""},
        "own": "mine",
    }
    assert [field.short_name for field in PlainForm().questions()] == ["place"]


def test_two_refusals_beside_one_field_are_both_told():
    form = posted(nationality="x")
    for error in (FieldMissing(path="birth-place"), FieldMissing(path="birth-place")):
        form.refuse(error)
    assert [target for target, _ in form.problems()] == ["birth_place", "birth_place"]
    form.refuse(ConsentMissing())
    form.refuse(ConsentMissing())
    assert [target for target, _ in form.problems()][:2] == ["", ""]
