"""What the machine fills in is marked, and is gone unless somebody keeps it."""

import pytest
from werkzeug.datastructures import MultiDict

from intake.domain.individual import Individual
from intake.domain.statement import Json, Said, Statement
from intake.field.copying import SHARED, boxes, copied, is_suggested, with_latin, with_same
from intake.field.forms.people import OriginForm, WhoForm
from intake.web.fields import Answer
from tests.builders import a_name, an_id


def somebody(**values: Json) -> Individual:
    person = an_id()
    said = tuple(
        Said(
            Statement(id=an_id(), subject=person, path=path.replace("_", "-"), value=value),
            by="o",
            device="d",
            at="",
            hlc="1",
        )
        for path, value in values.items()
    )
    return Individual(person, "c", "N", 1, said)


@pytest.mark.parametrize(
    ("name", "language", "latin"),
    [
        ("Юлія", "uk", "Yuliia"),
        ("Suharto", "id", "Suharto"),
        ("", "uk", ""),
    ],
)
def test_a_latin_spelling_is_filled_in_and_marked(name: str, language: str, latin: str) -> None:
    filled = with_latin(MultiDict({"name": name}), language)
    assert filled["name_latin"] == latin
    assert is_suggested(filled) is bool(latin)


def test_a_changed_spelling_is_the_workers_own() -> None:
    filled = with_latin(MultiDict({"name": "Юлія"}), "uk")
    filled["name_latin"] = "Julia"
    assert not is_suggested(filled)


def test_nothing_is_suggested_on_a_fresh_page() -> None:
    assert not is_suggested(None)
    assert not is_suggested(MultiDict())


def test_the_page_that_was_posted_is_left_as_it_was() -> None:
    posted = MultiDict({"name": "Юлія"})
    with_latin(posted, "uk")
    assert list(posted) == ["name"]


def test_only_shared_answers_are_copied() -> None:
    other = somebody(name=a_name("Олена"), sex="f", languages=["uk", "Zaghawa"])
    filled = with_same(MultiDict(), WhoForm(None, said=()), other)
    assert filled.getlist("languages__tags") == ["uk"]
    assert filled["languages__others"] == "Zaghawa"
    assert "name" not in filled
    assert "sex" not in filled
    assert copied(filled) == ["languages"]


def test_an_answer_on_the_page_stays() -> None:
    other = somebody(nationality="Україна")
    posted = MultiDict({"nationality": "Молдова"})
    filled = with_same(posted, OriginForm(posted, said=()), other)
    assert filled["nationality"] == "Молдова"
    assert copied(filled) == []


def test_a_place_is_copied_with_its_country() -> None:
    place: Json = {"text": "Вигадане", "country": "UA"}
    filled = with_same(MultiDict(), OriginForm(None, said=()), somebody(birth_place=place))
    assert (filled["birth_place"], filled["birth_place__country"]) == ("Вигадане", "UA")


def test_reasons_of_silence_are_never_copied() -> None:
    filled = with_same(MultiDict(), OriginForm(None, said=()), somebody())
    assert list(filled) == []
    assert copied(None) == []


def test_parents_are_never_shared_by_default() -> None:
    assert not {"father", "mother", "spouse", "birth", "sex", "name"} & set(SHARED)


def test_an_answer_stands_in_its_boxes() -> None:
    form = WhoForm(None, said=())
    shown = boxes(form.languages, Answer(["uk", "ru"]))
    assert shown["languages__tags"] == ["uk", "ru"]
