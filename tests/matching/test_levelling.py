"""What relatives and namesakes have as well is taken off, once, and never turns a sign."""

from dataclasses import replace

import pytest

from intake.matching.birth import read_birth
from intake.matching.levelling import are_of_one_age, ceiling, level
from intake.matching.person import Companion, NameSaid
from intake.matching.score import compare, find
from intake.matching.stats import Stats
from intake.matching.weights import Weights, weights_of
from intake.matching.why import Band, Outcome
from tests.matching.invented import AHMAD, EVERYONE, OLENA, SISTER, W, index_of, stats_of

STATS = stats_of(*EVERYONE)
MOST = W["namesake.most"]

FATHER = replace(AHMAD, companions=(Companion((NameSaid("هدى", "هدى"),)),))
NAME = NameSaid("أحمد الحلبي", "أحمد", "", "الحلبي")
SON = replace(FATHER, id="son", names=(NAME,), birth=None, father="", mother="", spouse="")
"""Of his father's name, with his mother, from the same places; nothing else was asked."""


def with_most(most: float) -> Stats:
    return Stats(index_of(*EVERYONE), Weights("test", dict(W) | {"namesake.most": most}))


def test_whatever_a_namesake_of_the_family_has_too_is_not_enough_to_be_suggested():
    assert W["band.many"] > MOST
    assert compare(FATHER, SON, STATS).band is Band.SOME
    assert compare(FATHER, SON, STATS).score < MOST


def test_without_that_rule_the_son_would_be_taken_for_his_father():
    assert compare(FATHER, SON, with_most(float("inf"))).band is Band.MANY


@pytest.mark.parametrize("told", ["father", "mother", "spouse", "birth"])
def test_birth_parents_and_spouse_lift_a_pair_above_that(told):
    again = replace(SON, **{told: getattr(AHMAD, told)})
    assert compare(FATHER, again, STATS).band is Band.MANY


def test_a_patronymic_is_of_the_father_and_lifts_a_pair_too():
    again = replace(SON, names=AHMAD.names)
    assert compare(FATHER, again, STATS).band is Band.MANY


@pytest.mark.parametrize("birth", ["1979", "1980", "1977/1981"])
def test_whoever_is_of_one_age_is_no_son(birth):
    again = replace(SON, birth=read_birth(birth))
    assert are_of_one_age(find(FATHER, again, STATS))
    assert compare(FATHER, again, STATS).score == compare(FATHER, again, with_most(99)).score


@pytest.mark.parametrize("birth", ["", "2003", "2003-08-30", "1990~"])
def test_whoever_may_be_a_generation_apart_may_be_a_son(birth):
    again = replace(SON, birth=read_birth(birth))
    assert not are_of_one_age(find(FATHER, again, STATS))


def test_a_difference_never_says_more_than_silence():
    for told in ("father", "mother", "spouse"):
        other = replace(SON, **{told: "Зорислав"})
        assert compare(FATHER, other, STATS).score < compare(FATHER, SON, STATS).score


def test_the_rows_still_add_up_and_keep_their_signs():
    found = compare(FATHER, SON, STATS)
    assert found.score == pytest.approx(sum(r.weight for r in found.evidence) + STATS.prior)
    whole = compare(FATHER, SON, with_most(99))
    for less, more in zip(found.evidence, whole.evidence, strict=True):
        assert less.outcome is more.outcome
        assert abs(less.weight) <= abs(more.weight) + 1e-9
    assert any(r.weight > 0 and r.outcome is Outcome.AGREES for r in found.evidence)


def test_nothing_is_kept_back_where_nothing_agrees():
    kept, score = level(find(OLENA, AHMAD, STATS), STATS)
    assert kept == (1.0, 1.0)
    assert score < 0


def test_a_sister_is_levelled_as_a_relative_and_not_once_more_as_a_namesake():
    kept, score = level(find(OLENA, SISTER, STATS), STATS)
    assert kept.of_relatives < 1 == kept.of_namesakes
    assert score < ceiling(STATS)


def test_a_table_from_before_the_rule_weighs_as_it_did():
    before = Stats(index_of(*EVERYONE), weights_of("2"))
    assert weights_of("2")["namesake.most"] == float("inf")
    assert level(find(FATHER, SON, before), before)[0].of_namesakes == 1.0
