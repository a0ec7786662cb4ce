"""One kind of evidence at a time: sex, birth, places, companions."""

from dataclasses import replace
from itertools import pairwise

import pytest

from intake.matching.birth import read_birth
from intake.matching.compare import (
    compare_birth,
    compare_companions,
    compare_place,
    compare_sex,
)
from intake.matching.keys import given_skeletons
from intake.matching.person import Companion, NameSaid, Person
from intake.matching.why import Outcome, Reason
from tests.matching.invented import EVERYONE, W, bits, stats_of

STATS = stats_of(*EVERYONE)


def born(said: str, lang: str = "") -> Person:
    return Person(id=said, birth=read_birth(said), lang=lang)


@pytest.mark.parametrize(
    ("left", "right", "weight", "why"),
    [
        ("f", "f", W["sex.same"], Reason.SAME),
        ("f", "m", W["sex.different"], Reason.DIFFERENT),
        ("f", "", 0, Reason.NOT_KNOWN),
        ("x", "f", 0, Reason.NOT_KNOWN),
        ("x", "x", 0, Reason.NOT_KNOWN),
    ],
)
def test_sex_agrees_differs_or_tells_nothing(left, right, weight, why):
    found = compare_sex(left, right)
    assert (bits(found.own), found.why) == (weight, why)


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("1986-02-09", "1986-02-09", Reason.SAME_DAY),
        ("1986-02-09", "1986-09-02", Reason.DAY_MONTH_SWAPPED),
        ("1986-02-09", "1986-02-11", Reason.NEAR_DAY),
        ("1985-12-30", "1986-01-03", Reason.NEAR_DAY),
        ("1986-02-09", "1976-02-09", Reason.DIGIT_SLIP),
        ("1986-02-09", "1968-02-09", Reason.DIGIT_SLIP),
        ("1986-02-09", "1986-02", Reason.SAME_MONTH),
        ("1986-02-09", "1986-02-28", Reason.SAME_MONTH),
        ("1986-02-09", "1986", Reason.SAME_YEAR),
        ("1986-02-09", "1986-01-01", Reason.SAME_YEAR),
        ("1986-01-01", "1986-01-01", Reason.SAME_YEAR),
        ("1986-02-09", "1984/1988", Reason.DATES_OVERLAP),
        ("1986~", "1988", Reason.DATES_OVERLAP),
        ("1986-02-09", "1987", Reason.NEAR_YEAR),
        ("1986-02-09", "1996-11-30", Reason.YEARS_APART),
        ("1986-02-09", "2006-02-09", Reason.YEARS_APART),
    ],
)
def test_births_are_compared_as_intervals_with_their_usual_slips(left, right, why):
    assert compare_birth(born(left), born(right)).why is why
    assert compare_birth(born(right), born(left)).why is why


BETTER_TO_WORSE = [
    ["1986-02-09", "1986-02-10", "1986-02-25", "1986-07-01", "1987-07-01", "1989-07-01"],
    ["1986-02-09", "1986-09-02", "1986-05-05", "1990-05-05", "2010-05-05"],
    ["1986-02-09", "1986-02", "1986", "1984/1988", "1989", "1999"],
    ["1986-02-09", "1976-02-09", "1976-03-22"],
]


@pytest.mark.parametrize("dates", BETTER_TO_WORSE)
def test_the_nearer_birth_never_weighs_less(dates):
    weights = [bits(compare_birth(born("1986-02-09"), born(date)).own) for date in dates]
    assert all(near >= far for near, far in pairwise(weights))


def test_the_first_of_january_is_no_evidence_of_a_day():
    clerk = bits(compare_birth(born("1986-01-01"), born("1986-01-01")).own)
    told = bits(compare_birth(born("1986-02-09"), born("1986-02-09")).own)
    assert clerk < told / 2


@pytest.mark.parametrize(
    ("left", "right", "lang"),
    [("1990-05-05", "1983", "ti"), ("1990", "1982", "am"), ("1369", "1990", "fa")],
)
def test_a_year_of_another_calendar_is_not_held_against_anybody(left, right, lang):
    found = compare_birth(born(left, lang), born(right))
    assert bits(found.own) > 0
    assert found.why is Reason.OTHER_CALENDAR


def test_seven_years_are_seven_years_where_no_other_calendar_is_used():
    assert bits(compare_birth(born("1990-05-05", "uk"), born("1983", "uk")).own) < -3


def test_a_birth_one_side_did_not_tell_weighs_nothing():
    found = compare_birth(born("1990"), Person(id="x"))
    assert (found.known, found.own, found.left, found.right) == (False, (), "1990", "")


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Бахмут", "Бахмут", Reason.SAME_TEXT),
        ("Бахмут", "бахмут", Reason.SAME_TEXT),
        ("Бахмут", "Bakhmut", Reason.SAME_SOUND),
        ("Бахмут", "Artemivsk", Reason.OLD_NAME_OF_PLACE),
        ("Aleppo", "حلب", Reason.OLD_NAME_OF_PLACE),
        ("Tal Rifat, Azaz", "Azaz", Reason.PART_AGREES),
        ("Бахмут", "Полтава", Reason.DIFFERENT),
    ],
)
def test_places_are_compared_by_sound_and_by_old_names(left, right, why):
    assert compare_place("birth_place", left, right, STATS).why is why
    assert compare_place("birth_place", right, left, STATS).why is why


def test_the_place_as_written_weighs_most():
    said = ["Бахмут", "Bakhmut", "Bachmut", "Бахмач", "Полтава"]
    weights = [bits(compare_place("home_place", "Бахмут", p, STATS).shared) for p in said]
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] < 0 < weights[1]


def test_a_place_one_side_did_not_tell_weighs_nothing():
    assert not compare_place("home_place", "Бахмут", "", STATS).known


def came_with(*names: str, birth: str = "") -> Person:
    when = read_birth(birth) if birth else None
    return Person(id="p", companions=tuple(Companion((NameSaid(n, n),), when) for n in names))


def test_the_same_companions_weigh_more_the_more_there_are():
    family = ["Марта", "Юхим", "Зоряна"]
    weights = [
        bits(compare_companions(came_with(*family), came_with(*family[:n]), STATS).shared)
        for n in (1, 2, 3)
    ]
    assert weights == sorted(weights)
    assert weights[0] > 0
    assert weights[2] <= W["group.most"] * W["group.agrees"]


def test_companions_are_known_in_another_script():
    found = compare_companions(came_with("Марта", "Юхим"), came_with("Yukhym", "Marta"), STATS)
    assert found.why is Reason.SAME_COMPANIONS


def test_a_companion_of_another_age_is_another_companion():
    old, young = came_with("Марта", birth="1950"), came_with("Марта", birth="2010")
    assert compare_companions(old, young, STATS).why is Reason.OTHER_COMPANIONS


def test_one_companion_is_not_found_twice():
    once = compare_companions(came_with("Марта"), came_with("Марта"), STATS).shared
    twice = compare_companions(came_with("Марта"), came_with("Марта", "Марта"), STATS).shared
    assert once == twice


def test_nobody_along_on_one_side_weighs_nothing():
    found = compare_companions(came_with("Марта"), came_with(), STATS)
    assert (found.known, found.left) == (False, "Марта")
    assert found.evidence(W, 1.0).outcome is Outcome.UNKNOWN


def test_only_the_given_name_of_a_companion_is_looked_at():
    name = NameSaid("Марта Коваль", given="Марта", family="Коваль")
    alone = NameSaid("Марта", given="Марта")
    assert given_skeletons(name) == given_skeletons(alone)


def test_the_shared_part_is_kept_in_the_share_asked_for():
    found = compare_place("birth_place", "Бахмут", "Бахмут", STATS)
    half = bits(found.shared) / 2
    assert found.evidence(W, 0.5).weight == pytest.approx(half)
    own = (("sex.same", 2.0),)
    assert found._replace(own=own).evidence(W, 0.5).weight == pytest.approx(bits(own) + half)


def test_other_company_says_nothing_of_whoever_is_sought():
    sought = replace(came_with("Ніна"), is_sought=True)
    found = compare_companions(sought, came_with("Юрчик"), STATS)
    assert (found.known, found.why) == (False, Reason.APART)
    assert compare_companions(came_with("Юрчик"), sought, STATS).why is Reason.APART
    assert compare_companions(came_with("Ніна"), came_with("Юрчик"), STATS).known


def test_the_one_who_searches_found_beside_whoever_is_sought_still_tells():
    sought = replace(came_with("Ніна"), is_sought=True)
    assert compare_companions(sought, came_with("Nina"), STATS).why is Reason.SAME_COMPANIONS
