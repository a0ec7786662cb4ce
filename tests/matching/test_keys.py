"""Keys: always some, the same in every script, none from what was not told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.birth import read_birth
from intake.matching.halves import KEY_BITS
from intake.matching.keys import (
    Pairing,
    given_skeletons,
    key_groups,
    keys,
    keys_of,
    year_steps,
)
from intake.matching.names import GIVEN, parts
from intake.matching.person import NameSaid, Person, with_companions
from tests.matching.invented import AHMAD, AHMAD_AGAIN, EVERYONE, OLENA, OLENA_AGAIN, person


def shared(left, right):
    """The pairings in which two people share a key."""
    common = set(keys(left)) & set(keys(right))
    return {group.pairing for group in key_groups(left) if common.intersection(group.keys)}


@pytest.mark.parametrize(("left", "right"), [(OLENA, OLENA_AGAIN), (AHMAD, AHMAD_AGAIN)])
def test_one_person_in_two_scripts_shares_compound_keys(left, right):
    assert {Pairing.NAME, Pairing.BORN, Pairing.PLACE} <= shared(left, right)


def test_every_kind_of_fact_makes_keys():
    (with_family, _) = with_companions(replace(p, group="g") for p in (OLENA, AHMAD))
    assert {group.pairing for group in key_groups(with_family)} == set(Pairing)


@pytest.mark.parametrize("name", ["Ko", "Ko Tae Hun", "Abdullah", "田中", "U", "Ñ", "김 태훈"])
def test_a_short_or_single_or_unread_name_is_found_as_written(name):
    assert Pairing.NAME in shared(person("p", name), person("q", name.upper()))


def test_a_single_name_can_be_found_with_one_slip():
    assert shared(person("a", "Szymborska"), person("b", "Szymbrska")) == {Pairing.NAME}


def test_a_single_name_has_a_key_for_its_unlikely_readings_too():
    """The x of Azerbaijani, which English reads as ks, is a kh to a Russian."""
    assert shared(person("a", "Xəyalə"), person("b", "Хаяла"))


def test_two_long_words_with_the_blank_forgotten_share_a_key():
    assert shared(person("a", "Ghodratollah Zargarian"), person("b", "GhodratollahZargarian"))


def test_a_short_form_shares_a_key_with_the_name():
    left = person("a", "Надя Шумило", "2012-02-20")
    right = person("b", "Nadezhda Zymbalenko", "2012")
    assert Pairing.BORN in shared(left, right)


def test_a_name_written_as_one_word_shares_keys_with_the_same_as_two():
    left, right = person("a", "Гуль Алі", "1990"), person("b", "Gulali", "1991")
    assert {Pairing.NAME, Pairing.BORN} <= shared(left, right)


def test_a_given_and_a_family_name_told_apart_are_not_taken_for_one_word():
    two = Person("a", names=(NameSaid("Іван Кіт", given="Іван", family="Кіт"),))
    one = person("b", "Іванкіт")
    assert shared(one, two) == {Pairing.NAME}  # as the blank may have been forgotten
    born = read_birth("1990")
    assert Pairing.BORN not in shared(replace(one, birth=born), replace(two, birth=born))
    both_given = Person("a", names=(NameSaid("Гуль Алі", given="Гуль Алі"),), birth=born)
    assert Pairing.BORN in shared(both_given, person("b", "Gulali", "1990"))


def test_an_old_name_of_a_place_shares_a_key():
    left = person("a", "Юстина", birth_place="Бахмут")
    right = person("b", "Yustyna", home_place="Artemivsk")
    assert Pairing.PLACE in shared(left, right)


@pytest.mark.parametrize("apart", [0, 1, 2])
@given(year=st.integers(1900, 2026))
def test_years_two_apart_share_a_step(year, apart):
    one, other = (read_birth(str(y)) for y in (year, year + apart))
    assert set(year_steps(one)) & set(year_steps(other))


@pytest.mark.parametrize("who", ["father", "mother", "spouse"])
def test_whose_own_name_is_written_quite_wrong_is_found_by_a_relative_place_and_year(who):
    one = Person(
        "one",
        names=(NameSaid("طاار مرادی"),),
        birth=read_birth("2019-10-30"),
        home_place="Миколаїв",
        **{who: "شیرین"},
    )
    other = replace(
        one,
        names=(NameSaid("Taher Hasan"),),
        birth=read_birth("2018"),
        birth_place="Nikolaev",
        home_place="",
        **{who: "Shirin"},
    )
    assert shared(one, other) == {Pairing.FACTS}
    assert not shared(one, replace(other, birth=read_birth("2009")))
    assert not shared(one, replace(other, birth=None))
    assert not shared(one, replace(other, birth_place=""))
    assert not shared(one, replace(other, **{who: "Maryam"}))


def test_a_mother_is_no_father_to_find_people_by():
    by_mother = Person("one", birth=read_birth("1990"), home_place="Homs", mother="Nur")
    by_father = replace(by_mother, mother="", father="Nur")
    assert keys(by_mother)
    assert not shared(by_mother, by_father)


def test_nothing_told_makes_no_keys():
    assert keys(Person(id="a")) == ()


def test_a_clerks_first_of_january_is_no_day_to_find_people_by():
    def days(birth):
        by_day = set(keys(person("a", "Ko", birth))) - set(keys(person("a", "Ko", birth[:4])))
        return len(by_day)

    assert (days("1990-01-01"), days("1990-01-02")) == (0, 1)


def test_sex_and_language_make_no_keys():
    bare = replace(OLENA, sex="", lang="")
    assert keys(bare) == keys(OLENA)


def test_keys_are_sorted_and_each_there_once():
    for someone in EVERYONE:
        found = keys(someone)
        assert list(found) == sorted(set(found))
        assert all(0 <= key < 1 << KEY_BITS for key in found)


@given(st.text(min_size=1, max_size=120), st.text(max_size=60))
def test_any_name_whatever_has_a_bounded_number_of_keys(text, place):
    someone = Person(id="a", names=(NameSaid(text),), birth_place=place, father=text, mother=text)
    assert 1 <= len(keys(someone)) < 1500


@pytest.mark.parametrize("given", ["Olena", "Abd al Rahman", "al", "-", ""])
def test_a_given_name_sounds_the_same_told_apart_or_found_in_the_whole(given):
    name = NameSaid(f"{given} Koval", given, "", "Koval")
    found = tuple(s for p in parts(name) if p.role == GIVEN for s in p.skeletons)
    assert given_skeletons(name) == found


NAMES = ("Олена Коваль", "Ko", "محمد عبد الله", "Anna Maria García López", "-", "𐴀𐴁", "Gul Ali")


@given(st.lists(st.sampled_from((*EVERYONE, *(person("n", name) for name in NAMES))), max_size=6))
def test_people_filed_together_have_the_keys_that_each_is_looked_up_by(people):
    found, owners = keys_of(people)
    for place, someone in enumerate(people):
        asked = {key for group in key_groups(someone) for key in group.keys}
        assert set(found[owners == place].tolist()) == asked == set(keys(someone))


def test_a_family_filed_together_has_keys_for_who_came_along():
    family = list(with_companions(replace(p, group="g") for p in EVERYONE))
    found, owners = keys_of(family)
    for place, someone in enumerate(family):
        asked = {key for group in key_groups(someone) for key in group.keys}
        assert set(found[owners == place].tolist()) == asked
