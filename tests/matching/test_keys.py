"""Keys: always some, the same in every script, none from what was not told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.keys import keys
from intake.matching.person import NameSaid, Person, with_companions
from tests.matching.invented import AHMAD, AHMAD_AGAIN, EVERYONE, OLENA, OLENA_AGAIN, person


def kinds(found):
    return {key.split(":")[0] for key in found}


@pytest.mark.parametrize(("left", "right"), [(OLENA, OLENA_AGAIN), (AHMAD, AHMAD_AGAIN)])
def test_one_person_in_two_scripts_shares_compound_keys(left, right):
    common = set(keys(left)) & set(keys(right))
    assert {"nn", "ny", "np"} <= kinds(common)


def test_every_kind_of_fact_makes_keys():
    (with_family, _) = with_companions(replace(p, group="g") for p in (OLENA, AHMAD))
    assert kinds(keys(with_family)) == {"x", "w", "n", "nn", "ny", "np", "nr", "rr", "hn", "b"}


@pytest.mark.parametrize("name", ["Ko", "Ko Tae Hun", "Abdullah", "田中", "U", "Ñ", "김 태훈"])
def test_a_short_or_single_or_unread_name_has_keys_of_its_own(name):
    assert {"x", "w", "n"} <= kinds(keys(person("p", name)))


def test_a_single_name_can_be_found_with_one_slip():
    exact, slip = keys(person("a", "Szymborska")), keys(person("b", "Szymbrska"))
    assert "d" in kinds(set(exact) & set(slip))


def test_a_short_form_shares_a_key_with_the_name():
    left = person("a", "Надя Шумило", "2012-02-20")
    right = person("b", "Nadezhda Zymbalenko", "2012")
    assert "ny" in kinds(set(keys(left)) & set(keys(right)))


def test_an_old_name_of_a_place_shares_a_key():
    left = person("a", "Юстина", birth_place="Бахмут")
    right = person("b", "Yustyna", home_place="Artemivsk")
    assert "np" in kinds(set(keys(left)) & set(keys(right)))


def test_nothing_told_makes_no_keys():
    assert keys(Person(id="a")) == []


def test_a_clerks_first_of_january_is_no_day_to_find_people_by():
    assert "b" not in kinds(keys(person("a", "Ko", "1990-01-01")))
    assert "b" in kinds(keys(person("a", "Ko", "1990-01-02")))


def test_sex_and_language_make_no_keys():
    bare = replace(OLENA, sex="", lang="")
    assert keys(bare) == keys(OLENA)


def test_keys_are_sorted_and_each_there_once():
    for someone in EVERYONE:
        found = keys(someone)
        assert found == sorted(set(found))


@given(st.text(min_size=1, max_size=120), st.text(max_size=60))
def test_any_name_whatever_has_a_bounded_number_of_keys(text, place):
    someone = Person(id="a", names=(NameSaid(text),), birth_place=place, father=text, mother=text)
    assert 1 <= len(keys(someone)) < 1500
