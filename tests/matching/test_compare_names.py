"""Evidence of names: monotone, fair to unknown parts, firm about another given name."""

import pytest

from intake.matching import weights as w
from intake.matching.compare_names import compare_name, compare_relative, father_of
from intake.matching.person import NameSaid, Person
from intake.matching.stats import Stats
from intake.matching.why import Reason
from tests.matching.invented import AHMAD, EVERYONE, OLENA, person

STATS = Stats()
for _someone in EVERYONE:
    STATS.add(_someone)


def named(given="", family="", patronymic="", text=""):
    whole = text or " ".join(filter(None, (given, patronymic, family)))
    return Person(id=whole, names=(NameSaid(whole, given, patronymic, family),))


def weigh(left, right):
    found, _ = compare_name(left, right, STATS)
    return found


MARTA = named("Марта", "Шумило")


def test_the_name_as_written_weighs_most_then_sound_then_a_slip_then_another():
    others = [MARTA, named("Marta", "Shumylo"), named("Marrtha", "Shumilo"), named("Софія", "Кіт")]
    weights = [weigh(MARTA, other).own + weigh(MARTA, other).shared for other in others]
    assert weights == sorted(weights, reverse=True)
    assert weights[2] > 0 > weights[3]


@pytest.mark.parametrize(
    ("right", "why"),
    [
        (MARTA, Reason.SAME_TEXT),
        (named("Шумило", "Марта"), Reason.OTHER_ORDER),
        (named("Marta", "Schumylo"), Reason.SAME_SOUND),
        (named("Shumylo", "Marta"), Reason.OTHER_ORDER),
        (named("Marta"), Reason.PART_AGREES),
        (named("Марта", "Захарчук"), Reason.FAMILY_DIFFERS),
        (named("Юстина", "Шумило"), Reason.GIVEN_DIFFERS),
    ],
)
def test_the_row_says_why(right, why):
    assert weigh(MARTA, right).why is why


def test_a_short_form_agrees_but_weighs_less_than_the_name():
    sasha, full = named("Саша", "Шумило"), named("Олександр", "Шумило")
    assert weigh(sasha, full).why is Reason.OTHER_FORM
    assert 0 < weigh(sasha, full).own < weigh(full, full).own


def test_another_given_name_weighs_against_whatever_else_agrees():
    left, right = named("Марта", "Шумило", "Юхимівна"), named("Юстина", "Шумило", "Юхимівна")
    found = weigh(left, right)
    assert found.own == w.GIVEN_DIFFERS
    assert found.shared > 0


def test_one_word_that_agrees_across_the_parts_is_not_the_given_name_of_both():
    """Anna, daughter of Ivan, and Ivan, son of Taras, share a word and nothing else."""
    found = weigh(named("Ганна", "Іван"), named("Іван", "Тарас"))
    assert found.why is Reason.GIVEN_DIFFERS


def test_a_part_that_one_side_left_out_weighs_almost_nothing():
    full = named("Марта", "Шумило", "Юхимівна")
    missing = weigh(full, MARTA).own + weigh(full, MARTA).shared
    without = weigh(MARTA, MARTA).own + weigh(MARTA, MARTA).shared
    assert 0 <= without - missing < 1


def test_a_name_written_in_one_word_or_two_is_one_name():
    two = named("Nur Mohammad", "Wardak")
    one = named("Nurmohammad", "Wardak")
    assert weigh(two, one).own > 0
    assert weigh(one, two).own == pytest.approx(weigh(two, one).own)


def test_of_several_names_the_best_pair_counts_once():
    both = Person(id="b", names=(*MARTA.names, NameSaid("Marta Shumylo", "Marta", "", "Shumylo")))
    assert weigh(both, MARTA).own == weigh(MARTA, MARTA).own


def test_a_rare_name_weighs_more_than_a_common_one():
    stats = Stats()
    for number in range(400):
        stats.add(person(f"m{number}", "Мохаммад Ахмаді"))
    stats.add(person("r", "Зорислава Ахмаді"))
    common, _ = compare_name(named("Мохаммад"), named("محمد"), stats)
    rare, _ = compare_name(named("Зорислава"), named("Zoryslava"), stats)
    assert rare.own > common.own > 0


def test_no_name_on_one_side_weighs_nothing():
    found = weigh(MARTA, Person(id="x"))
    assert (found.known, found.left, found.right) == (False, "Марта Шумило", "")
    assert not weigh(MARTA, person("x", "—")).known


def test_a_changed_family_name_is_a_small_matter():
    found = weigh(MARTA, named("Марта", "Захарчук"))
    assert found.own > 3 * -found.shared > 0


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Петро", "Петро", Reason.SAME_TEXT),
        ("Петро", "Petro", Reason.SAME_SOUND),
        ("Петро", "Петя", Reason.OTHER_FORM),
        ("خان محمد", "Khanmohammad", Reason.SAME_SOUND),
        ("Петро", "Юхим", Reason.DIFFERENT),
        ("Петро", "", Reason.NOT_KNOWN),
        ("Петро", "?!", Reason.NOT_KNOWN),
    ],
)
def test_relatives_are_compared_by_sound_and_form(left, right, why):
    assert compare_relative("father", left, right, STATS).why is why
    assert compare_relative("father", right, left, STATS).why is why


def test_a_relative_weighs_no_more_than_the_table_allows():
    found = compare_relative("mother", "Зорислава", "Зорислава", STATS)
    assert 0 < found.shared <= w.RELATIVE_LIMIT
    other = compare_relative("mother", "Зорислава", "Ганна", STATS)
    assert other.shared == w.RELATIVE_DIFFERS["mother"]


def test_the_father_is_told_by_the_patronymic_where_he_is_not_named():
    assert father_of(OLENA) == "Петро"
    assert father_of(named("Олена", "Коваль", "Петрівна")).startswith("петр")
    assert father_of(AHMAD) == "خالد"
    assert father_of(Person(id="x")) == ""
