"""Counting names and places: what came and went leaves no trace."""

from hypothesis import given
from hypothesis import strategies as st

from intake.matching import weights as w
from intake.matching.stats import Stats
from tests.matching.invented import AHMAD, EVERYONE, OLENA, person

SKELETONS = ("LN", "KFLNK", "KMT", "LN", "MKMT")


def figures(stats):
    names = [stats.name_bits([skeleton]) for skeleton in SKELETONS]
    return names, stats.place_bits("Бахмут", "Bakhmut"), stats.people, stats.prior


def counted(people):
    stats = Stats()
    for someone in people:
        stats.add(someone)
    return stats


@given(st.permutations(EVERYONE))
def test_the_order_of_counting_does_not_show(order):
    assert figures(counted(order)) == figures(counted(EVERYONE))


def test_what_was_removed_was_never_there():
    stats = counted(EVERYONE)
    stats.add(person("x", "Олена Нова", birth_place="Бахмут"))
    stats.remove(person("x", "Олена Нова", birth_place="Бахмут"))
    assert figures(stats) == figures(counted(EVERYONE))


def test_a_name_grows_common_as_it_is_met():
    stats = counted(EVERYONE)
    before = stats.name_bits(["MKMT"])
    for number in range(50):
        stats.add(person(f"m{number}", "محمد"))
    assert stats.name_bits(["MKMT"]) < before


def test_of_two_spellings_the_more_common_one_decides():
    stats = counted([OLENA] * 30 + [AHMAD])
    both = stats.name_bits(["LN"], ["ZZZ"])
    assert both == stats.name_bits(["ZZZ"], ["LN"]) == stats.name_bits(["LN"])


def test_weights_stay_within_their_limits():
    stats = counted([OLENA] * 5000)
    assert stats.name_bits(["LN"]) == w.COMMONEST
    assert stats.name_bits(["never met"]) <= w.RAREST
    assert 1 <= stats.place_bits("Бахмут", "Бахмут") <= w.PLACE_LIMIT


def test_the_prior_falls_as_the_people_grow_but_not_for_a_handful():
    assert counted(EVERYONE).prior == Stats().prior
    assert counted([OLENA] * 2000).prior < Stats().prior
