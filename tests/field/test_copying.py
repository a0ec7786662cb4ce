"""What the machine fills in is marked, and is gone unless somebody keeps it."""

from dataclasses import replace

import pytest
from werkzeug.datastructures import MultiDict

from intake.domain.case import Case
from intake.domain.individual import Individual
from intake.domain.statement import Json, Said, Statement
from intake.field.copying import (
    SHARED,
    boxes,
    copied,
    credited,
    is_shared,
    is_suggested,
    source,
    with_latin,
    with_same,
)
from intake.field.forms.people import OriginForm, WhoForm
from intake.web.fields import Answer
from tests import builders
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


def a_family(*people: Individual) -> Case:
    return builders.a_case(members=people)


def test_the_first_member_who_told_something_of_the_page_is_the_source() -> None:
    silent, first, second = (replace(somebody(), position=n) for n in (1, 2, 3))
    first = replace(first, said=somebody(nationality="Україна").said)
    second = replace(second, said=somebody(nationality="Молдова").said)
    new = replace(somebody(), position=4)
    family = a_family(silent, first, second, new)
    assert source(family, new, ["nationality", "father"]) is first
    assert source(family, first, ["nationality"]) is second
    assert source(family, new, ["languages"]) is None
    assert source(family, new, ["father"]) is None


def test_what_is_kept_as_copied_names_whose_words_it_repeats() -> None:
    other = somebody(nationality="Україна", languages=["uk"])
    own = Statement(id="1", subject="p", path="nationality", value="Україна")
    changed = Statement(id="2", subject="p", path="languages", value=["ru"])
    kept, corrected = credited((own, changed), ["nationality", "languages"], other)
    assert kept.source_ref == other.said[0].statement.id
    assert corrected.source_ref == ""


def test_what_was_typed_anew_repeats_nobody_even_if_it_is_the_same() -> None:
    other = somebody(nationality="Україна")
    own = Statement(id="1", subject="p", path="nationality", value="Україна")
    assert credited((own,), [], other) == (own,)
    assert credited((own,), ["nationality"], None) == (own,)


@pytest.mark.parametrize(
    ("path", "expected"),
    [("languages", True), ("journey.route", True), ("father", False), ("sex", False)],
)
def test_what_a_household_shares(path: str, expected: bool) -> None:
    assert is_shared(path) is expected
