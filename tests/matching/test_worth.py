"""What an answer would weigh is read off the table, before anybody is asked."""

from dataclasses import replace

import pytest

from intake.matching.birth import read_birth
from intake.matching.index import MemoryIndex
from intake.matching.person import NameSaid
from intake.matching.stats import Stats
from intake.matching.weights import weights_of
from intake.matching.worth import DIFFERENCE, SHARED, prospects
from tests.matching.invented import AHMAD, OLENA, OLENA_AGAIN, SISTER

WEIGHTS = weights_of()
STATS = Stats(MemoryIndex.of([OLENA, SISTER, AHMAD]), WEIGHTS)


def test_every_difference_is_a_weight_that_speaks_against():
    assert all(WEIGHTS[name] < 0 for name in DIFFERENCE.values())
    assert set(DIFFERENCE) >= SHARED


def test_what_a_record_does_not_tell_weighs_nothing():
    (told,) = prospects(OLENA, [replace(AHMAD, mother="", spouse="")], STATS)
    assert {"mother", "spouse"}.isdisjoint(told.fields)
    assert {"name", "birth"} <= set(told.fields)


def test_records_that_say_the_same_as_the_person_are_of_group_nought():
    again, sister = prospects(OLENA, [OLENA_AGAIN, SISTER], STATS)
    assert again.fields["birth_place"].group == 0
    assert again.fields["birth"].group == 0
    assert sister.fields["mother"].group == 0
    assert sister.fields["birth"].group != 0


def test_records_that_say_another_thing_share_a_group_where_they_agree():
    asked = replace(OLENA, birth_place="Lviv", mother="")
    first, second, third = prospects(asked, [OLENA, OLENA_AGAIN, AHMAD], STATS)
    place = "birth_place"
    assert first.fields[place].group == second.fields[place].group != 0
    assert third.fields[place].group not in (0, first.fields[place].group)
    assert first.fields["mother"].group == second.fields["mother"].group != 0


def test_an_answer_tells_a_year_and_never_a_day():
    (told,) = prospects(OLENA, [OLENA_AGAIN], STATS)
    assert told.fields["birth"].agrees == WEIGHTS["birth.same-year"]
    assert WEIGHTS["birth.same-day"] > WEIGHTS["birth.same-year"]


def test_a_rare_name_is_worth_more_than_a_common_one():
    crowd = [replace(AHMAD, id=f"a{n}", names=(NameSaid("Omar Haddad", "Omar"),)) for n in range(9)]
    stats = Stats(MemoryIndex.of([*crowd, AHMAD, OLENA]), WEIGHTS)
    common = replace(OLENA, mother="Omar")
    rare, often = prospects(replace(OLENA, mother=""), [OLENA, common], stats)
    assert rare.fields["mother"].agrees > often.fields["mother"].agrees


@pytest.mark.parametrize(("known", "likelier"), [("", False), ("Галина", True)])
def test_parents_in_common_make_a_relative_likelier(known, likelier):
    asked = replace(SISTER, mother=known, father="", birth_place="", home_place="", companions=())
    (told,) = prospects(asked, [replace(OLENA, birth=read_birth("1987"))], STATS)
    (alone,) = prospects(replace(asked, mother=""), [OLENA], STATS)
    assert (told.kin > alone.kin) is likelier
    assert 0 <= told.kin <= 1
