"""Findings rest on named evidence, and a difference alone is none."""

from datetime import UTC, datetime

import pytest

from intake.domain.codes import FindingResult, Indicator
from intake.domain.event import FindingRecorded
from intake.errors import (
    ExplanationMissing,
    LeadingAnswer,
    NotForChildren,
    PlausibilityAlone,
    ReasonMissing,
)
from intake.interview.findings import EvidenceTwice, finding

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def made(**change):
    one = {
        "interview": "i1",
        "finding": "f1",
        "fact": "birth-place",
        "indicator": Indicator.INTERNAL,
        "result": FindingResult.CONTRADICTS,
        "central": True,
        "evidence": ("a1", "s1"),
        "against": ("a2", "s2"),
        "reason": "Two towns were named.",
    }
    return FindingRecorded(case="c1", by="u1", at=AT, **(one | change))


def check(one, *, child=False, explained=("birth-place",), leading=()):
    return finding(one, child=child, explained=explained, leading=leading)


@pytest.mark.parametrize("result", list(FindingResult))
@pytest.mark.parametrize("indicator", [Indicator.INTERNAL, Indicator.EXTERNAL])
def test_central_explained_findings_are_recorded_as_made(result, indicator):
    one = made(result=result, indicator=indicator)
    assert check(one) == one


def test_a_contradiction_counts_only_after_the_person_could_explain():
    with pytest.raises(ExplanationMissing) as caught:
        check(made(), explained=("mother",))
    assert caught.value.facts == {"fact": "birth-place"}


def test_a_peripheral_difference_is_no_contradiction():
    with pytest.raises(ExplanationMissing):
        check(made(central=False))


def test_an_accepted_explanation_makes_it_neutral():
    renamed = made(result=FindingResult.NEUTRAL, reason="The town was renamed; explained.")
    assert check(renamed) == renamed


def test_what_a_child_says_never_contradicts():
    with pytest.raises(NotForChildren):
        check(made(), child=True)
    for result in (FindingResult.NEUTRAL, FindingResult.UNCLEAR, FindingResult.SUPPORTS):
        assert check(made(result=result), child=True).result is result


@pytest.mark.parametrize("result", [FindingResult.CONTRADICTS, FindingResult.SUPPORTS])
def test_plausibility_raises_a_question_and_nothing_else(result):
    with pytest.raises(PlausibilityAlone):
        check(made(indicator=Indicator.PLAUSIBILITY, result=result))


@pytest.mark.parametrize("result", [FindingResult.UNCLEAR, FindingResult.NEUTRAL])
def test_plausibility_may_raise_a_question(result):
    one = made(indicator=Indicator.PLAUSIBILITY, result=result, evidence=(), against=())
    assert check(one, explained=()) == one


def test_little_detail_speaks_against_nobody():
    with pytest.raises(PlausibilityAlone):
        check(made(indicator=Indicator.DETAIL))
    assert check(made(indicator=Indicator.DETAIL, result=FindingResult.SUPPORTS))


@pytest.mark.parametrize("result", [FindingResult.SUPPORTS, FindingResult.CONTRADICTS])
def test_an_answer_to_a_leading_question_carries_no_weight(result):
    for leading in ("a1", "a2"):
        with pytest.raises(LeadingAnswer):
            check(made(result=result), leading=(leading,))


def test_a_leading_answer_may_be_noted_where_it_weighs_nothing():
    assert check(made(result=FindingResult.UNCLEAR), leading=("a1",))


@pytest.mark.parametrize(
    ("result", "side"),
    [(FindingResult.SUPPORTS, "evidence"), (FindingResult.CONTRADICTS, "against")],
)
def test_weight_needs_evidence_by_name_on_its_own_side(result, side):
    with pytest.raises(ReasonMissing) as caught:
        check(made(result=result, **{side: ()}))
    assert caught.value.facts == {"fact": "birth-place", "part": side}
    other = {"evidence": "against", "against": "evidence"}[side]
    assert check(made(result=result, **{other: ()}))


@pytest.mark.parametrize("result", list(FindingResult))
def test_nothing_speaks_for_and_against_at_once(result):
    with pytest.raises(EvidenceTwice) as caught:
        check(made(result=result, against=("s1", "s3")))
    assert caught.value.facts == {"fact": "birth-place"}


@pytest.mark.parametrize("result", list(FindingResult))
def test_every_finding_has_its_reason(result):
    with pytest.raises(ReasonMissing):
        check(made(result=result, reason=" \n"))


def test_refusals_carry_no_words_of_the_person():
    with pytest.raises(ExplanationMissing) as caught:
        check(made(reason="Олена"), explained=())
    assert "Олена" not in repr(caught.value)
