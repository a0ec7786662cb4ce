"""The places of a life: any place will do, however it is described."""

import pytest

from intake.domain.codes import StayRole, WhyLeft
from intake.domain.individual import Individual
from intake.domain.partial_date import from_parts
from intake.domain.statement import Said
from intake.domain.stay import PATH, RELATIVE, Stay, StayUnplaced, stay_from_json, stays
from tests.builders import a_statement

TOWN = {"text": "Artemivsk", "country": ""}


def a_year(year):
    return from_parts(None, None, year).to_json()


def person(*values):
    said = tuple(
        Said(a_statement("p", PATH, value), by="o", device="d", at="", hlc=str(n))
        for n, value in enumerate(values)
    )
    return Individual("p", "c", "N", 1, said)


def test_a_line_comes_back_as_it_was_told():
    stay = Stay(
        role=StayRole.TRANSIT,
        place=TOWN,
        began=a_year(2022),
        ended=a_year(2023),
        with_whom="my mother",
        why_left=WhyLeft.HOME_LOST,
        near="the mill",
        walk="two hours from Lyman",
        river="the Donets",
        building="a water tower",
    )
    assert stay_from_json(stay.to_json()) == stay


@pytest.mark.parametrize("why", list(WhyLeft))
def test_each_reason_for_leaving_comes_back_as_its_code(why):
    stay = Stay(role=StayRole.WORK, place=TOWN, why_left=why)
    assert stay.to_json()["why_left"] == why.value
    assert stay_from_json(stay.to_json()) == stay


@pytest.mark.parametrize("written", [None, "", "a-code-of-a-newer-release", 7, ["danger"]])
def test_a_line_without_a_known_reason_is_read_as_one_without_reason(written):
    line = Stay(role=StayRole.WORK, place=TOWN).to_json()
    assert stay_from_json(line | {"why_left": written}) == Stay(role=StayRole.WORK, place=TOWN)


def test_a_line_of_a_release_that_did_not_ask_why_is_read_as_before():
    line = Stay(role=StayRole.SCHOOL, place=TOWN, with_whom="my aunt").to_json()
    del line["why_left"]
    told = stay_from_json(line)
    assert told is not None
    assert (told.with_whom, told.why_left) == ("my aunt", None)


@pytest.mark.parametrize("role", [StayRole.BIRTH, StayRole.CURRENT, StayRole.INTENDED])
def test_a_reason_is_kept_even_where_nobody_would_ask_for_one(role):
    stay = Stay(role=role, place=TOWN, why_left=WhyLeft.OTHER)
    assert stay_from_json(stay.to_json()) == stay


def test_why_somebody_left_says_nothing_of_persecution():
    """Domain 5.5: what was done to somebody, and by whom, is no intake material."""
    words = ("persecut", "torture", "arrest", "detention", "military", "violence", "religion")
    assert not [why for why in WhyLeft if any(word in why.value for word in words)]


@pytest.mark.parametrize("part", RELATIVE)
def test_a_description_is_enough_where_no_name_is_known(part):
    assert Stay(role=StayRole.TRANSIT, **{part: "over the hill"}).place is None


def test_a_line_without_any_where_is_refused_by_its_role_only():
    with pytest.raises(StayUnplaced) as caught:
        Stay(role=StayRole.SCHOOL, with_whom="my aunt", began=a_year(2001))
    assert caught.value.facts == {"role": "school"}


@pytest.mark.parametrize("value", [None, {}, "x", [], {"place": TOWN}])
def test_an_empty_line_is_none(value):
    assert stay_from_json(value) is None


def test_birth_comes_first_then_what_has_a_date_then_the_rest():
    lines = [
        Stay(role=StayRole.TRANSIT, place=TOWN),
        Stay(role=StayRole.LAST_RESIDENCE, place=TOWN, ended=a_year(2022)),
        Stay(role=StayRole.SCHOOL, place=TOWN, began=a_year(1992)),
        Stay(role=StayRole.BIRTH, place=TOWN),
    ]
    told = stays(person(*(line.to_json() for line in lines)))
    assert [stay.role.value for _, stay in told] == ["birth", "school", "last-residence", "transit"]


def test_a_line_that_was_taken_out_is_not_told_any_more():
    assert stays(person(Stay(role=StayRole.WORK, place=TOWN).to_json(), {})) != []
    assert stays(person({})) == []


def test_v12_hiding_and_detention_have_no_line():
    """V-12: what could cost a life is nothing a laptop asks for."""
    assert not {role.value for role in StayRole} & {"hiding", "detention"}
