"""Two people decide, on reasons; nobody is turned down on a feeling."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from intake.domain.codes import (
    FactOutcome,
    FindingResult,
    IdentityLevel,
    Indicator,
    InterpreterKind,
    NextStep,
    ReviewVerdict,
    SupportClass,
)
from intake.domain.decision import (
    PROPOSED,
    FindingMissing,
    Grounds,
    HelpComesFirst,
    LevelFalls,
    propose,
    review,
    unfound,
)
from intake.domain.event import DecisionProposed, FactDecision, FindingRecorded
from intake.errors import (
    AlreadyDecided,
    ExplanationMissing,
    InterviewUnfinished,
    LayInterpreter,
    LevelTooHigh,
    NotForChildren,
    PlausibilityAlone,
    ReasonMissing,
    RuleBroken,
    SecondPersonNeeded,
)

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
MATERIAL = ("name", "birth-place")
REASON = "The account and the aunt's separate account agree."


def facts(outcome=FactOutcome.ESTABLISHED, reason=REASON):
    return (
        FactDecision("name", FactOutcome.ESTABLISHED, REASON),
        FactDecision("birth-place", outcome, reason, "Asked, one of the towns was a guess."),
    )


def proposal(**change):
    one = {
        "decision": "d1",
        "interview": "i1",
        "individual": "p1",
        "facts": facts(),
        "level": IdentityLevel.A2,
        "supports": (SupportClass.KIN,),
        "next_step": NextStep.NOTHING_NEEDED,
        "message": "Your name and your place of birth are established.",
        "helps": "",
        "review_by": "",
    }
    return DecisionProposed(case="c1", by="u1", at=AT, **(one | change))


NOT_NOW = {
    "facts": facts(FactOutcome.NOT_NOW),
    "level": IdentityLevel.A1,
    "next_step": NextStep.ANOTHER_TALK,
    "helps": "A letter of the school, or somebody who knew you there.",
    "review_by": "2027-05-22",
}


def found(**change):
    one = {
        "interview": "i1",
        "finding": "f1",
        "fact": "birth-place",
        "indicator": Indicator.INTERNAL,
        "result": FindingResult.CONTRADICTS,
        "central": True,
        "evidence": ("a9",),
        "against": ("a1", "s1"),
        "reason": "Two towns were named.",
    }
    return FindingRecorded(case="c1", by="u1", at=AT, **(one | change))


def neutral(fact):
    return found(fact=fact, result=FindingResult.NEUTRAL, central=False, evidence=())


GROUNDS = Grounds(
    closed=True,
    child=False,
    interpreter=InterpreterKind.TRAINED,
    material=MATERIAL,
    ceiling=IdentityLevel.A2,
    findings=(found(), *(neutral(fact) for fact in MATERIAL if fact != "birth-place")),
    explained=frozenset({"birth-place"}),
)


@dataclass(frozen=True)
class Stored:
    """A proposal as a reader gives it."""

    id: str = "d1"
    case: str = "c1"
    individual: str = "p1"
    status: str = PROPOSED
    proposed_by: str = "u1"
    interviewed_by: str = "u2"


def look(
    by="u9", verdict=ReviewVerdict.CONFIRM, reason="It fits.", stored=None, recorders=("o1", "o2")
):
    return review(
        stored or Stored(), recorders=recorders, verdict=verdict, reason=reason, by=by, at=AT
    )


def test_a_reasoned_proposal_stands():
    assert propose(proposal(), GROUNDS) == proposal()


def test_not_now_stands_on_a_central_contradiction_that_was_explained():
    assert propose(proposal(**NOT_NOW), GROUNDS) == proposal(**NOT_NOW)


# Acceptance scenario 7: plausibility alone, the same reviewer, no explanation asked.
@pytest.mark.parametrize("result", [FindingResult.UNCLEAR, FindingResult.CONTRADICTS])
@pytest.mark.parametrize("indicator", [Indicator.PLAUSIBILITY, Indicator.DETAIL])
def test_nobody_is_turned_down_because_it_sounds_unlikely(indicator, result):
    grounds = replace(GROUNDS, findings=(found(indicator=indicator, result=result),))
    with pytest.raises(PlausibilityAlone) as caught:
        propose(proposal(**NOT_NOW), grounds)
    assert caught.value.facts == {"fact": "birth-place"}


@pytest.mark.parametrize("who", ["u1", "u2", "o1", "o2"])
def test_v16_who_proposed_interviewed_or_recorded_does_not_review(who):
    with pytest.raises(SecondPersonNeeded) as caught:
        look(by=who)
    assert caught.value.facts == {"decision": "d1"}


def test_nobody_is_turned_down_without_having_been_asked():
    for explained in (frozenset(), frozenset({"name"})):
        with pytest.raises(ExplanationMissing) as caught:
            propose(proposal(**NOT_NOW), replace(GROUNDS, explained=explained))
        assert caught.value.facts == {"fact": "birth-place"}


def test_every_refusal_of_the_scenario_is_a_plain_rule():
    for error in (PlausibilityAlone, SecondPersonNeeded, ExplanationMissing):
        assert issubclass(error, RuleBroken)


def test_nobody_is_turned_down_on_knowledge_of_a_place():
    grounds = replace(GROUNDS, place_evidence=frozenset({"a1", "s1", "a7"}))
    with pytest.raises(PlausibilityAlone):
        propose(proposal(**NOT_NOW), grounds)
    partly = replace(GROUNDS, place_evidence=frozenset({"a1"}))
    assert propose(proposal(**NOT_NOW), partly)


@pytest.mark.parametrize(
    "findings",
    [
        (),
        (found(fact="name"),),
        (found(central=False),),
        (found(result=FindingResult.UNCLEAR),),
        (found(result=FindingResult.NEUTRAL),),
        (found(result=FindingResult.SUPPORTS),),
    ],
    ids=["none", "other-fact", "peripheral", "unclear", "neutral", "supports"],
)
def test_nobody_is_turned_down_without_a_central_contradiction(findings):
    with pytest.raises(ExplanationMissing):
        propose(proposal(**NOT_NOW), replace(GROUNDS, findings=findings))


@pytest.mark.parametrize(
    ("evidence", "against", "of_places", "weighs"),
    [
        (("a9",), ("a1",), {"a1"}, False),
        (("a9",), ("a1",), {"a9"}, True),
        (("a1", "a2"), (), {"a1", "a2"}, False),
        (("a1", "a2"), (), {"a1"}, True),
        ((), (), {"a1"}, True),
    ],
    ids=["against-alone", "for-alone", "older-all", "older-partly", "rests-on-nothing"],
)
def test_a_contradiction_weighs_only_where_more_than_places_stands_against(
    evidence, against, of_places, weighs
):
    """Older findings keep both sides in one list; it is read where no side against is kept."""
    findings = (found(evidence=evidence, against=against), neutral("name"))
    grounds = replace(GROUNDS, findings=findings, place_evidence=frozenset(of_places))
    if weighs:
        assert propose(proposal(**NOT_NOW), grounds)
    else:
        with pytest.raises(PlausibilityAlone):
            propose(proposal(**NOT_NOW), grounds)


def test_every_fact_examined_needs_a_finding_whatever_it_shows():
    for left, without in (
        ((), "name birth-place"),
        ((found(),), "name"),
        ((neutral("name"), neutral("birth")), "birth-place"),
    ):
        with pytest.raises(FindingMissing) as caught:
            propose(proposal(), replace(GROUNDS, findings=left))
        assert caught.value.facts == {"facts": without}
    assert propose(proposal(), replace(GROUNDS, findings=(neutral("name"), found())))


def test_who_takes_no_part_still_has_a_finding_for_each_fact():
    with pytest.raises(FindingMissing):
        propose(proposal(**NOT_NOW), replace(GROUNDS, refused=True, findings=()))


def test_a_fact_that_nobody_examined_asks_for_no_finding():
    assert unfound(("birth-place", "name"), (neutral("name"),)) == ("birth-place",)
    assert unfound((), (neutral("name"),)) == ()


def test_plausibility_beside_a_real_contradiction_does_no_harm():
    unlikely = found(indicator=Indicator.PLAUSIBILITY, result=FindingResult.UNCLEAR)
    beside = (unlikely, *GROUNDS.findings)
    assert propose(proposal(**NOT_NOW), replace(GROUNDS, findings=beside))


def test_a_refusal_to_take_part_needs_no_contradiction():
    findings = tuple(neutral(fact) for fact in MATERIAL)
    refused = replace(GROUNDS, findings=findings, explained=frozenset(), refused=True)
    assert propose(proposal(**NOT_NOW), refused)


@pytest.mark.parametrize("refused", [False, True])
def test_not_now_does_not_exist_for_children(refused):
    with pytest.raises(NotForChildren):
        propose(proposal(**NOT_NOW), replace(GROUNDS, child=True, refused=refused))
    assert propose(proposal(), replace(GROUNDS, child=True))


@pytest.mark.parametrize("refused", [False, True])
def test_words_of_a_lay_interpreter_turn_nobody_down(refused):
    lay = replace(GROUNDS, interpreter=InterpreterKind.LAY, refused=refused)
    with pytest.raises(LayInterpreter):
        propose(proposal(**NOT_NOW), lay)
    assert propose(proposal(), lay)


@pytest.mark.parametrize("part", ["helps", "review_by"])
def test_not_now_says_what_would_help_and_when_it_is_looked_at_again(part):
    with pytest.raises(ReasonMissing) as caught:
        propose(proposal(**(NOT_NOW | {part: " "})), GROUNDS)
    assert caught.value.facts == {"fact": part.replace("_", "-")}


@pytest.mark.parametrize("outcome", list(FactOutcome))
def test_v17_every_outcome_of_every_fact_has_its_reason(outcome):
    change = NOT_NOW | {"facts": facts(outcome, reason="  ")}
    with pytest.raises(ReasonMissing) as caught:
        propose(proposal(**change), GROUNDS)
    assert caught.value.facts == {"fact": "birth-place"}


def test_v17_a_negative_outcome_tells_what_was_made_of_the_explanation():
    silent = (facts()[0], FactDecision("birth-place", FactOutcome.NOT_NOW, REASON))
    with pytest.raises(ReasonMissing) as caught:
        propose(proposal(**(NOT_NOW | {"facts": silent})), GROUNDS)
    assert caught.value.facts == {"fact": "birth-place", "part": "weighed"}


@pytest.mark.parametrize("refused", [False, True])
def test_nobody_is_turned_down_while_help_for_their_memory_is_due(refused):
    waiting = replace(GROUNDS, memory=True, refused=refused)
    with pytest.raises(HelpComesFirst):
        propose(proposal(**NOT_NOW), waiting)
    assert propose(proposal(), waiting)


@pytest.mark.parametrize("held", list(IdentityLevel))
@pytest.mark.parametrize("level", list(IdentityLevel))
def test_a_level_rises_freely_and_falls_only_with_its_reason(held, level):
    grounds = replace(GROUNDS, held=held, ceiling=IdentityLevel.A4)
    if level >= held:
        assert propose(proposal(level=level), grounds)
    else:
        with pytest.raises(LevelFalls) as caught:
            propose(proposal(level=level, falls=" "), grounds)
        assert caught.value.facts == {"level": level.value, "held": held.value}
        assert propose(proposal(level=level, falls="The paper was another person's."), grounds)


def test_v17_no_material_fact_is_passed_over():
    with pytest.raises(ReasonMissing) as caught:
        propose(proposal(facts=facts()[:1]), GROUNDS)
    assert caught.value.facts == {"fact": "birth-place"}


def test_the_person_is_told_something():
    with pytest.raises(ReasonMissing) as caught:
        propose(proposal(message=""), GROUNDS)
    assert caught.value.facts == {"fact": "message"}


@pytest.mark.parametrize("level", list(IdentityLevel))
@pytest.mark.parametrize("ceiling", list(IdentityLevel))
def test_people_assign_up_to_the_ceiling_and_not_beyond(level, ceiling):
    made, grounds = proposal(level=level), replace(GROUNDS, ceiling=ceiling)
    if level <= ceiling:
        assert propose(made, grounds) == made
    else:
        with pytest.raises(LevelTooHigh) as caught:
            propose(made, grounds)
        assert caught.value.facts == {"level": level.value, "ceiling": ceiling.value}


def test_nothing_is_decided_before_the_record_was_read_back():
    with pytest.raises(InterviewUnfinished) as caught:
        propose(proposal(), replace(GROUNDS, closed=False))
    assert caught.value.facts == {"interview": "i1"}


def test_a_second_person_confirms():
    event = look(reason=" I read the record. ")
    assert (event.case, event.decision, event.individual) == ("c1", "d1", "p1")
    assert (event.verdict, event.reason, event.by) == (
        ReviewVerdict.CONFIRM,
        "I read the record.",
        "u9",
    )


@pytest.mark.parametrize("verdict", list(ReviewVerdict))
def test_a_second_person_says_why(verdict):
    with pytest.raises(ReasonMissing):
        look(verdict=verdict, reason=" ")
    assert look(verdict=ReviewVerdict.RETURN, reason="Ask about the renaming.").reason


@pytest.mark.parametrize("status", ["decided", "returned"])
def test_what_is_decided_is_not_decided_again(status):
    with pytest.raises(AlreadyDecided):
        look(stored=Stored(status=status))


def test_refusals_repeat_no_words_of_the_record():
    change = NOT_NOW | {"message": "Олено, ще ні."}
    with pytest.raises(ExplanationMissing) as caught:
        propose(proposal(**change), replace(GROUNDS, explained=frozenset()))
    assert "Олено" not in repr(caught.value)
