"""Rarity: a common name weighs little, and the order of counting does not show."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from intake.matching.stats import counted, name_number, place_number
from tests.matching.invented import AHMAD, EVERYONE, OLENA, W, person, stats_of

SKELETONS = ("LN", "KFLNK", "KMT", "LN", "MKMT")


def figures(stats):
    names = [stats.name_bits([skeleton]) for skeleton in SKELETONS]
    return names, stats.place_bits("Бахмут", "Bakhmut"), stats.people, stats.prior


@given(st.permutations(EVERYONE))
def test_the_order_of_counting_does_not_show(order):
    assert figures(stats_of(*order)) == figures(stats_of(*EVERYONE))


def test_a_name_grows_common_as_it_is_met():
    many = [person(f"m{number}", "محمد") for number in range(50)]
    before, after = stats_of(*EVERYONE), stats_of(*EVERYONE, *many)
    assert after.name_bits(["MKMT"]) < before.name_bits(["MKMT"])


def test_of_two_spellings_the_more_common_one_decides():
    stats = stats_of(*[OLENA] * 30, AHMAD)
    both = stats.name_bits(["LN"], ["ZZZ"])
    assert both == stats.name_bits(["ZZZ"], ["LN"]) == stats.name_bits(["LN"])


def test_weights_stay_within_their_limits():
    stats = stats_of(*[OLENA] * 3000)
    assert stats.name_bits(["LN"]) == W["rarity.least"]
    assert stats.name_bits(["never met"]) <= W["rarity.most"]
    assert 1 <= stats.place_bits("Бахмут", "Бахмут") <= W["place.most"]


def test_the_prior_falls_as_the_people_grow_but_not_for_a_handful():
    assert stats_of(*EVERYONE).prior == stats_of().prior
    assert stats_of(*[OLENA] * 2000).prior < stats_of().prior


def test_a_word_is_counted_once_for_each_person_however_often_it_was_said():
    again = replace(OLENA, names=OLENA.names * 3, home_place=OLENA.birth_place)
    assert counted(again) == counted(OLENA)


def test_names_and_places_are_counted_apart():
    assert name_number("BKMT") != place_number("BKMT")
