"""A contradiction is two standing values that cannot both be right."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import Absent
from intake.domain.contradiction import contradictions, differ, differs
from intake.domain.partial_date import from_age, from_parts
from intake.domain.statement import Json, Said
from tests.builders import a_name, a_statement

TODAY = date(2026, 11, 20)


def said(path: str, *values: Json) -> list[Said]:
    return [
        Said(a_statement("p", path, value), by="o", device="d", at="", hlc=str(n))
        for n, value in enumerate(values)
    ]


def test_an_age_and_a_year_that_fit_are_no_contradiction() -> None:
    age = from_age(33, 36, as_of=TODAY).to_json()
    year = from_parts(None, None, 1992).to_json()
    assert contradictions(said("birth", age, year)) == {}


def test_two_years_that_exclude_each_other_are_one() -> None:
    years = [from_parts(None, None, year).to_json() for year in (1986, 1992)]
    assert list(contradictions(said("birth", *years))) == ["birth"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bakhmut", "  bakhmut "), ("СЕЛО Веселе", "село  веселе")],
)
def test_case_and_spaces_are_no_contradiction(one: str, other: str) -> None:
    assert contradictions(said("birth-place", {"text": one}, {"text": other})) == {}


def test_two_names_for_one_question_are_one() -> None:
    found = contradictions(said("mother", a_name("Ганна"), a_name("Марія")))
    assert [s.statement.value for s in found["mother"]] == [a_name("Ганна"), a_name("Марія")]


def test_questions_with_many_answers_never_contradict() -> None:
    assert contradictions(said("testimony", "one day", "another day")) == {}
    assert contradictions(said("unheard-of", "a", "b")) == {}


def test_silence_never_contradicts() -> None:
    silent = Said(
        a_statement("p", "sex", absent=Absent.DECLINED), by="o", device="d", at="", hlc="9"
    )
    assert contradictions([*said("sex", "f"), silent]) == {}


VALUES = st.sampled_from(["f", "m", "x"])


@given(VALUES, VALUES)
def test_differing_is_mutual_and_nothing_differs_from_itself(one: str, other: str) -> None:
    assert differ("sex", one, other) == differ("sex", other, one)
    assert not differ("sex", one, one)


def linked(text: str, place: str) -> Json:
    return {"text": text, "country": "", "link": {"id": place, "name": "Bakhmut"}}


def test_two_names_of_one_listed_place_are_no_contradiction() -> None:
    one, other = linked("Artemivsk", "gn1"), linked("Бахмут", "gn1")
    assert contradictions(said("birth-place", one, other)) == {}


def test_two_listed_places_of_one_name_are_looked_at_by_what_was_said() -> None:
    assert not differ("birth-place", linked("Artemivsk", "gn1"), linked("artemivsk", "gn2"))
    assert differ("birth-place", linked("Artemivsk", "gn1"), linked("Бахмут", "gn2"))


def test_a_link_on_one_side_only_settles_nothing() -> None:
    assert differ("birth-place", linked("Artemivsk", "gn1"), {"text": "Бахмут", "country": ""})


def test_whoever_knows_more_of_names_says_what_is_unlike() -> None:
    told = said("mother", a_name("Галина"), a_name("Halyna"))
    assert list(contradictions(told)) == ["mother"]
    assert contradictions(told, lambda _one, _other: False) == {}
    alike = said("mother", a_name("Halyna"), a_name("Halyna"))
    assert list(contradictions(alike, lambda _one, _other: True)) == ["mother"]
    assert [differs(*told), differs(*alike)] == [True, False]
