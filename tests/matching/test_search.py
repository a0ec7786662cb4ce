"""A search leaves out what cannot matter, and never anything that could."""

from dataclasses import replace

import pytest

from intake.matching.birth import read_birth
from intake.matching.person import NameSaid, Person
from intake.matching.score import begin, compare
from intake.matching.search import cap, search, shortlist
from tests.matching.invented import EVERYONE, OLENA, OLENA_AGAIN, index_of, stats_of

GIVEN = ("Олена", "Olena", "Марта", "Юстина", "Helena", "Софія")
FAMILY = ("Коваленко", "Kowalenko", "Шумило", "Кіт")
PLACES = ("Бахмут", "Artemivsk", "Полтава", "")


def a_crowd() -> list[Person]:
    """People much like one another, so that all of them are candidates."""
    return [
        replace(
            OLENA,
            id=f"{given}{family}{place}{year}",
            names=(NameSaid(f"{given} {family}", given, "", family),),
            birth=read_birth(str(year)),
            home_place=place,
        )
        for given in GIVEN
        for family in FAMILY
        for place in PLACES
        for year in (1986, 1999)
    ]


@pytest.mark.parametrize("top", [1, 3, 10])
def test_the_best_are_the_best_of_all_who_were_compared(top):
    index, stats = index_of(*a_crowd()), stats_of(*a_crowd())
    everybody = [index.person(int(row)) for row in shortlist(index, OLENA_AGAIN)]
    scores = sorted((compare(OLENA_AGAIN, p, stats).score for p in everybody), reverse=True)
    found = [c.comparison.score for c in search(index, OLENA_AGAIN, top)]
    assert found == scores[:top]


def test_no_score_exceeds_what_its_beginning_allows():
    stats = stats_of(*a_crowd(), *EVERYONE)
    for other in (*a_crowd(), *EVERYONE):
        start = begin(OLENA, other, stats)
        assert compare(OLENA, other, stats, start).score <= start.most(stats)


def test_whoever_is_left_out_is_not_found_and_others_move_up():
    index = index_of(*a_crowd())
    first, second = search(index, OLENA_AGAIN, 2)
    (now,) = search(index, OLENA_AGAIN, 1, leave_out={first.person_id})
    assert now == second


def test_keys_of_more_people_are_read_the_larger_the_index_is():
    assert cap(10) == cap(1000) < cap(100_000) < cap(1_000_000)


def test_whom_a_glance_puts_far_below_the_best_is_not_compared_but_the_first_few_always():
    far = replace(OLENA, names=(NameSaid("Олена Шумило"),), sex="m", birth=read_birth("1931"))
    others = [replace(far, id=f"far{n}") for n in range(30)]
    index = index_of(OLENA, *others)
    rows = shortlist(index, OLENA_AGAIN).tolist()
    assert index.person(rows[0]).id == OLENA.id
    assert len(rows) == 12


def test_where_nobody_stands_out_more_are_compared_but_only_those_near_the_best():
    alike = [replace(OLENA, id=f"alike{n}") for n in range(20)]
    off = replace(OLENA, names=(NameSaid("Марта Коваленко"),), birth=read_birth("1991"))
    others = [replace(off, id=f"off{n}") for n in range(20)]
    index = index_of(*alike, *others)
    met = [index.person(row).id for row in shortlist(index, OLENA_AGAIN).tolist()]
    assert set(met[:20]) == {one.id for one in alike}
    assert len(met) == 24
    even = index_of(*alike, *(replace(OLENA, id=f"more{n}") for n in range(30)))
    assert len(shortlist(even, OLENA_AGAIN)) == 40


def test_of_a_very_long_name_fewer_are_heard_and_the_one_meant_is_still_found():
    long = replace(OLENA, id="long", names=(NameSaid("Олена " + " ".join("абвгдежзик") * 9),))
    index = index_of(OLENA, long, *(replace(OLENA, id=f"n{n}") for n in range(60)))
    assert search(index, replace(long, id="asked"))[0].person_id == "long"


def test_an_empty_index_finds_nobody():
    assert search(index_of(), OLENA) == []
