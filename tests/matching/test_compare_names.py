"""Evidence of names: monotone, fair to unknown parts, firm about another given name."""

import pytest

from intake.matching.compare_names import compare_name, compare_relative, father_of
from intake.matching.person import NameSaid, Person
from intake.matching.why import Reason
from tests.matching.invented import AHMAD, EVERYONE, OLENA, W, bits, person, stats_of

STATS = stats_of(*EVERYONE)


def named(given="", family="", patronymic="", text=""):
    whole = text or " ".join(filter(None, (given, patronymic, family)))
    return Person(id=whole, names=(NameSaid(whole, given, patronymic, family),))


def weigh(left, right):
    found, _ = compare_name(left, right, STATS)
    return found


def whole(left, right):
    found = weigh(left, right)
    return bits(found.own + found.shared)


def own(left, right):
    return bits(weigh(left, right).own)


MARTA = named("Марта", "Шумило")


def test_the_name_as_written_weighs_most_then_sound_then_a_slip_then_another():
    others = [MARTA, named("Marta", "Shumylo"), named("Marrtha", "Shumilo"), named("Софія", "Кіт")]
    weights = [whole(MARTA, other) for other in others]
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
    assert 0 < own(sasha, full) < own(full, full)


def test_another_given_name_weighs_against_whatever_else_agrees():
    left, right = named("Марта", "Шумило", "Юхимівна"), named("Юстина", "Шумило", "Юхимівна")
    found = weigh(left, right)
    assert bits(found.own) == W["given.differs"]
    assert bits(found.shared) > 0


def test_one_word_that_agrees_across_the_parts_is_not_the_given_name_of_both():
    """Anna, daughter of Ivan, and Ivan, son of Taras, share a word and nothing else."""
    found = weigh(named("Ганна", "Іван"), named("Іван", "Тарас"))
    assert found.why is Reason.GIVEN_DIFFERS


def test_the_same_words_agree_in_full_whatever_their_letters_make_of_the_roles():
    """In capitals one of them is taken for a family name; Haji alone is no given name."""
    capitals, small = named(text="Haji IBRAHIM"), named(text="haji ibrahim")
    least = min(whole(capitals, capitals), whole(small, small))
    assert whole(capitals, small) == whole(small, capitals) >= least > 0


@pytest.mark.parametrize(
    ("father", "son"),
    [
        (named("Захар", "Радчец"), named("Левко", "Радчець", "Захарович")),
        (named("إدريس", "جمعة"), named("مصطفى", "جمعة", "ادريس")),
    ],
)
def test_who_is_called_as_the_others_father_is_not_taken_for_the_other(father, son):
    assert own(father, son) == own(son, father) <= 0
    assert own(father, father) > 3


def test_nobody_is_called_by_a_patronymic_of_east_slavic_form():
    """Idris may be known as Mustafa Idris; Zakharovych is nobody's second name."""
    arabic = own(named("إدريس", "جمعة"), named("مصطفى", "جمعة", "إدريس"))
    slavic = own(named("Захар", "Радчец"), named("Левко", "Радчец", "Захарович"))
    assert arabic == 0
    assert slavic == W["given.differs"]


def test_the_less_a_name_is_like_the_others_father_the_more_the_given_names_differ():
    near = own(named("Idris", "Juma"), named("Mustafa", "Juma", "Idriss"))
    far = own(named("Zain", "Juma"), named("Rami", "Juma", "Yasin"))
    assert W["given.differs"] <= far < near <= 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("Зорян", "Кушнірович"), named("Яків", "Кушнірович")),
        (named("Дмитро", "Семенов", "Арсенович"), named("Семенов", "Илья")),
        (named("Леон", "Макаров", "Александрович"), named("Александр", "Макаров", "Александрович")),
    ],
)
def test_a_short_given_name_is_not_lost_in_a_long_word_beside_it(one, other):
    assert own(one, other) == own(other, one) == W["given.differs"]


def test_a_relative_who_differs_speaks_against_both_the_person_and_a_brother():
    found = compare_relative("father", "Нестор", "Дмитро", STATS)
    assert not found.shared
    assert bits(found.own) < 0


def test_a_part_that_one_side_left_out_weighs_almost_nothing():
    full = named("Марта", "Шумило", "Юхимівна")
    assert 0 <= whole(MARTA, MARTA) - whole(full, MARTA) < 1


def test_a_name_written_in_one_word_or_two_is_one_name():
    two = named("Nur Mohammad", "Wardak")
    one = named("Nurmohammad", "Wardak")
    assert own(two, one) > 0
    assert own(one, two) == pytest.approx(own(two, one))


def test_of_several_names_the_best_pair_counts_once():
    both = Person(id="b", names=(*MARTA.names, NameSaid("Marta Shumylo", "Marta", "", "Shumylo")))
    assert own(both, MARTA) == own(MARTA, MARTA)


def test_a_rare_name_weighs_more_than_a_common_one():
    many = [person(f"m{number}", "Мохаммад Ахмаді") for number in range(400)]
    stats = stats_of(*many, person("r", "Зорислава Ахмаді"))
    common, _ = compare_name(named("Мохаммад"), named("محمد"), stats)
    rare, _ = compare_name(named("Зорислава"), named("Zoryslava"), stats)
    assert bits(rare.own) > bits(common.own) > 0


def test_no_name_on_one_side_weighs_nothing():
    found = weigh(MARTA, Person(id="x"))
    assert (found.known, found.left, found.right) == (False, "Марта Шумило", "")
    assert not weigh(MARTA, person("x", "—")).known


def test_a_changed_family_name_is_a_small_matter():
    found = weigh(MARTA, named("Марта", "Захарчук"))
    assert bits(found.own) > 3 * -bits(found.shared) > 0


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
    assert 0 < bits(found.shared) <= W["relative.most"]
    other = compare_relative("mother", "Зорислава", "Ганна", STATS)
    assert bits(other.own) == W["mother.differs"]


def test_the_father_is_told_by_the_patronymic_where_he_is_not_named():
    assert father_of(OLENA) == "Петро"
    assert father_of(named("Олена", "Коваль", "Петрівна")).startswith("петр")
    assert father_of(AHMAD) == "خالد"
    assert father_of(Person(id="x")) == ""


def test_the_family_name_alone_does_not_make_a_relative_the_same():
    found = compare_relative("father", "Карим Ахмадзай", "Гуль Ахмадзай", STATS)
    assert found.why is Reason.DIFFERENT


def test_an_initial_is_a_weak_agreement_and_no_contradiction():
    short = named("М", "Шумило")
    assert 0 < own(MARTA, short) < own(MARTA, MARTA) / 2


def test_a_second_given_name_that_differs_tells_sisters_apart():
    """María José and María Elena of one family share more than half of their name."""
    one, other = named("María José", "Pérez"), named("María Elena", "Pérez")
    assert own(one, other) < own(one, named("María", "Pérez")) + W["given.second-differs"] / 2


def test_the_letters_as_written_weigh_more_than_a_near_spelling_however_rare():
    exact, near = named("Йозеф", "Броннер"), named("Йозеф", "Бруннер")
    assert whole(exact, exact) > whole(exact, near)
