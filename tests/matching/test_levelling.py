"""What relatives and namesakes have as well is taken off, once, and never turns a sign."""

from dataclasses import replace
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.birth import read_birth
from intake.matching.evidence import Finding
from intake.matching.levelling import are_of_one_age, ceiling, level, namesakes_terms
from intake.matching.person import Companion, NameSaid
from intake.matching.score import compare, find
from intake.matching.stats import Stats
from intake.matching.weights import Weights, weights_of
from intake.matching.why import Band, Outcome, Reason
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


BITS = st.integers(0, 600).map(lambda half: half / 2)


def sharing(bits: float, own: float = 0.0) -> tuple[Finding, ...]:
    """Parents in common that weigh so much, and what is somebody's own."""
    mother = (("mother.agrees", bits / W["mother.agrees"]),)
    spouse = (("spouse.agrees", own / W["spouse.agrees"]),)
    return (
        Finding("mother", "", "", Reason.SAME_TEXT, shared=mother),
        Finding("spouse", "", "", Reason.SAME_TEXT, own=spouse),
    )


@given(BITS, BITS)
def test_more_in_common_never_weighs_less_and_never_more_than_relatives_leave(one, other):
    (less, low), (more, high) = (level(sharing(b), STATS) for b in sorted((one, other)))
    assert low <= high + 1e-9
    assert more.of_relatives <= less.of_relatives + 1e-9
    assert high <= STATS.prior + max(one, other) + 1e-9
    assert high <= STATS.prior + log2(1 + 2 ** ceiling(STATS)) + 1e-9


def test_whatever_a_family_shares_leaves_it_below_even_odds_by_what_the_table_says():
    _, score = level(sharing(10_000), STATS)
    assert score == pytest.approx(-W["prior.family-below"], abs=0.01)
    assert ceiling(STATS) == -STATS.prior - W["prior.family-below"]


@given(BITS, st.floats(0, 60))
def test_what_is_somebodys_own_counts_in_full_whatever_the_family_shares(bits, own):
    _, family = level(sharing(bits), STATS)
    assert level(sharing(bits, own), STATS)[1] == pytest.approx(family + own)


@pytest.mark.parametrize("told", ["father", "mother", "spouse"])
def test_no_word_of_parents_or_spouse_is_kept_back_as_a_namesakes(told):
    other = replace(SON, **{told: "Зорислав"})
    kept, score = level(find(FATHER, other, STATS), STATS)
    found = compare(FATHER, other, STATS)
    assert kept.of_namesakes < 1
    assert score == pytest.approx(sum(r.weight for r in found.evidence) + STATS.prior)


def test_a_namesake_has_name_sex_and_places_and_not_the_age_the_parents_or_the_spouse():
    own, shared = namesakes_terms(find(FATHER, FATHER, STATS))
    assert [name for name, _ in own] == ["given.agrees", "sex.same"]
    assert sorted(name for name, _ in shared) == [
        "birth_place.agrees",
        "family.agrees",
        "group.agrees",
        "home_place.agrees",
    ]
