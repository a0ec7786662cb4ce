"""Whole interviews from the plan to the decision, as acceptance scenarios tell them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from intake.domain.codes import (
    CopyGiven,
    FactOutcome,
    FindingResult,
    IdentityLevel,
    Indicator,
    InterpreterKind,
    NextStep,
    Prompted,
    ReadBack,
    Stage,
    SupportClass,
)
from intake.domain.decision import Grounds, propose
from intake.domain.event import (
    AnswerRecorded,
    ContradictionPut,
    DecisionProposed,
    FactDecision,
    FindingRecorded,
)
from intake.errors import LeadingAnswer, LevelTooHigh, NotForChildren, PlausibilityAlone
from intake.interview.ceiling import Standing, Support, ceiling
from intake.interview.checks import CLOSING_CHECKS
from intake.interview.conduct import (
    Check,
    Closing,
    ConductState,
    close,
    enter,
    put_contradiction,
    record_answer,
    shows_contradictions,
    was_put,
)
from intake.interview.findings import finding
from intake.interview.plan import plan
from intake.interview.telling_apart import OWN, Candidate, Holding

SIGNED = Closing(
    ReadBack.YES, confirmed=tuple(c.value for c in CLOSING_CHECKS), copy=CopyGiven.NOT_SAFE
)
AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CHECKS = tuple(check.value for check in Check)
BOTH = ("s1", "s2")


def answer(name, text, question="OP1", prompted=Prompted.FREE):
    return AnswerRecorded(
        case="c1",
        by="u1",
        at=AT,
        interview="i1",
        answer=name,
        question=question,
        text=text,
        said_in="uk",
        prompted=prompted,
    )


def found(**change):
    one = {
        "interview": "i1",
        "finding": "f1",
        "fact": "birth-place",
        "indicator": Indicator.INTERNAL,
        "result": FindingResult.NEUTRAL,
        "central": True,
        "evidence": BOTH,
        "reason": "One town under its older and its newer name.",
    }
    return FindingRecorded(case="c1", by="u1", at=AT, **(one | change))


def against(**change):
    both = {"evidence": (), "against": BOTH, "result": FindingResult.CONTRADICTS}
    return found(**(both | change))


def held(child=False):
    """Hold an interview up to its clarifying stage, in order."""
    state = ConductState("i1", "c1", Stage.PREPARE, child=child, contradictions=("birth-place",))
    for stage in (Stage.OPEN, Stage.NARRATIVE):
        state = replace(state, stage=enter(stage, state, CHECKS, by="u1", at=AT).stage)
        assert not shows_contradictions(state.stage)
    record_answer(answer("a1", "Я народилася в Артемівську, тепер кажуть Бахмут."), state)
    state = replace(state, narrative_answered=True)
    for stage in (Stage.PROBE, Stage.CLARIFY):
        state = replace(state, stage=enter(stage, state, (), by="u1", at=AT).stage)
    return state


def put(explanation="It is the same town; they renamed it."):
    return ContradictionPut(
        case="c1",
        by="u1",
        at=AT,
        interview="i1",
        path="birth-place",
        statements=BOTH,
        explanation=explanation,
    )


# Scenario 8: contradictory birth places in two interviews (renaming and distress).
def test_a_renamed_town_is_asked_about_openly_and_ends_as_neutral():
    planned = plan(
        gaps=(),
        contradictions={"birth-place": BOTH},
        candidates=(),
        child=False,
        age_years=(34, 34),
        seed="i1",
    )
    assert [p.path for p in planned if p.why == "contradiction"] == ["birth-place"]
    state = held()
    assert shows_contradictions(state.stage)
    explained = put_contradiction(put(), state)
    assert was_put(explained)
    one = finding(found(), child=False, explained={explained.path}, leading=())
    assert one.result is FindingResult.NEUTRAL
    state = replace(state, settled=frozenset({explained.path}))
    state = replace(state, stage=enter(Stage.CLOSE, state, (), by="u1", at=AT).stage)
    assert close(state, SIGNED, by="u1", at=AT).read_back is ReadBack.YES


def decision(level, outcome=FactOutcome.ESTABLISHED):
    return DecisionProposed(
        case="c1",
        by="u1",
        at=AT,
        decision="d1",
        interview="i1",
        individual="p1",
        facts=(FactDecision("birth-place", outcome, "The sister tells the same, apart."),),
        level=level,
        supports=(SupportClass.KIN, SupportClass.RECORD),
        next_step=NextStep.NOTHING_NEEDED,
        message="Your place of birth is established.",
        helps="A letter of the school.",
        review_by="2027-05-22",
    )


def grounds(reached, child=False, **change):
    return replace(
        Grounds(
            closed=True,
            child=child,
            interpreter=InterpreterKind.TRAINED,
            material=("birth-place",),
            ceiling=reached,
            findings=(found(),),
        ),
        **change,
    )


DONE = Standing(
    notice_given=True,
    read_back=True,
    duplicates_resolved=True,
    statement_confirmed=True,
    interview_complete=True,
    contradictions_settled=True,
    second_person=True,
)
SISTER = Support(SupportClass.KIN, separately=True, outside_household=True)
SCHOOL = Support(SupportClass.RECORD)


# Scenario 1, two months later: the sister apart, and a record of the school.
def test_a_sister_heard_apart_and_a_school_record_lead_to_well_supported():
    first, missing = ceiling(replace(DONE, interview_complete=False), (), child=False)
    assert first is IdentityLevel.A1
    assert missing
    later, _ = ceiling(DONE, (SISTER, SCHOOL), child=False)
    assert propose(decision(IdentityLevel.A3), grounds(later)).level is IdentityLevel.A3
    with pytest.raises(LevelTooHigh):
        propose(decision(IdentityLevel.A4), grounds(later))


# Scenario 6: who declines every optional answer is neither asked again nor lowered.
def test_declining_leaves_the_ceiling_where_it_is():
    state = replace(held(), stage=Stage.PROBE)
    declined = replace(answer("a2", "", "FA6", Prompted.OPEN), absent="asked-declined")
    assert record_answer(declined, state).absent == "asked-declined"
    reached, _ = ceiling(replace(DONE, interview_complete=False), (), child=False)
    assert reached is IdentityLevel.A1


# Scenario 7: an officer who finds it unlikely gets no further than a question.
def test_finding_it_unlikely_blocks_at_the_finding_and_at_the_decision():
    unlikely = against(indicator=Indicator.PLAUSIBILITY)
    with pytest.raises(PlausibilityAlone):
        finding(unlikely, child=False, explained={"birth-place"}, leading=())
    question = finding(
        replace(unlikely, result=FindingResult.UNCLEAR), child=False, explained=(), leading=()
    )
    turned_down = decision(IdentityLevel.A1, FactOutcome.NOT_NOW)
    with pytest.raises(PlausibilityAlone):
        propose(
            turned_down,
            grounds(IdentityLevel.A1, findings=(question,), explained=frozenset({"birth-place"})),
        )


def test_a_leading_question_helps_nobody_to_a_finding():
    asked = answer("a9", "Так.", "PL4", Prompted.LEADING)
    taken = record_answer(asked, replace(held(), stage=Stage.PROBE))
    with pytest.raises(LeadingAnswer):
        finding(
            found(result=FindingResult.SUPPORTS, evidence=(taken.answer,)),
            child=False,
            explained=(),
            leading=(taken.answer,),
        )


def test_what_a_child_tells_differently_stays_without_consequence():
    explained = put_contradiction(put("Бабуся так каже."), held(child=True))
    contradiction = against()
    with pytest.raises(NotForChildren):
        finding(contradiction, child=True, explained={explained.path}, leading=())
    with pytest.raises(NotForChildren):
        propose(
            decision(IdentityLevel.A1, FactOutcome.NOT_NOW),
            grounds(IdentityLevel.A1, child=True, findings=(contradiction,)),
        )


# Scenario 2: one man, two spellings; the interview asks what tells two records apart.
def test_two_spellings_lead_to_a_question_and_not_to_a_conclusion():
    held = {
        "name": Holding(OWN, 9.0, -8.0),
        "sex": Holding(OWN, 0.9, -5.0),
        "birth-place": Holding(1, 6.0, -1.5, shared=True),
    }
    planned = plan(
        gaps=("father",),
        contradictions={},
        candidates=[Candidate("pair1", 2.0, held)],
        told=set(held),
        child=False,
        age_years=(38, 43),
        seed="i2",
    )
    (asked,) = [p for p in planned if p.why == "discriminating"]
    assert (asked.path, asked.detail) == ("birth-place", "pair1")
    assert [p.path for p in planned if p.why == "gap"] == ["father"]
