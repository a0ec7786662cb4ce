"""Where an identity stands: no step is skipped, no state is the end, no machine decides."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import IdentityState as S
from intake.domain.codes import PairVerdict, ReviewVerdict, Role
from intake.domain.event import DecisionReviewed, PairJudged, kinds
from intake.domain.identity import (
    DECISION_KINDS,
    IDENTITY,
    MAY_PROPOSE,
    OPEN_DECISION,
    PEOPLE_ONLY,
    PROGRAM,
    PeopleOnly,
    refuse_program,
)
from intake.domain.machine import StepNotOpen
from intake.errors import NotAllowed

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
EVENTS = sorted({step.event for step in IDENTITY.steps})
WAY = (
    ("interview-planned", S.SCHEDULED),
    ("stage-entered", S.IN_PROGRESS),
    ("interview-closed", S.STATEMENT_CONFIRMED),
    ("decision-proposed", S.PROPOSED),
    ("decision-reviewed", S.DECIDED),
    ("decision-told", S.COMMENT_WINDOW),
    ("decision-made-final", S.FINAL),
)


def test_the_table_speaks_of_events_that_there_are():
    assert set(EVENTS) <= set(kinds())
    assert set(kinds()) >= DECISION_KINDS


def test_the_whole_way_is_open_step_by_step():
    state = S.UNEXAMINED
    for event, after in WAY:
        state = IDENTITY.step(state, event, after).after
    assert state is S.FINAL


@pytest.mark.parametrize("skipped", range(len(WAY) - 1))
def test_leaving_one_step_out_stops_the_way(skipped):
    state = S.UNEXAMINED
    for event, after in WAY[:skipped]:
        state = IDENTITY.step(state, event, after).after
    event, after = WAY[skipped + 1]
    with pytest.raises(StepNotOpen):
        IDENTITY.step(state, event, after)


@pytest.mark.parametrize("state", list(S))
def test_no_state_is_the_end(state):
    assert any(step.before is state for step in IDENTITY.steps)


@pytest.mark.parametrize("state", [s for s in S if s not in (S.UNEXAMINED, S.UNIQUE)])
def test_every_state_can_be_reached_from_the_beginning(state):
    reached, grown = {S.UNEXAMINED}, True
    while grown:
        following = reached | {s.after for s in IDENTITY.steps if s.before in reached}
        reached, grown = following, following != reached
    assert state in reached


@given(st.lists(st.sampled_from(EVENTS), max_size=40))
def test_whatever_is_posted_final_comes_only_after_a_second_person_and_being_told(posted):
    """Events of any order, each taken where it is open: nothing becomes final unseen."""
    state, seen = S.UNEXAMINED, []
    for event in posted:
        try:
            state = IDENTITY.step(state, event).after
        except StepNotOpen:
            continue
        seen.append(event)
        if event == "decision-proposed":
            seen = [event]
        if event == "decision-made-final":
            assert seen.index("decision-reviewed") < seen.index("decision-told")


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.REVIEWER])
@pytest.mark.parametrize("state", [S.PROPOSED, S.UNDER_REVIEW])
def test_only_a_reviewer_is_the_second_person(role, state):
    with pytest.raises(NotAllowed):
        IDENTITY.take(state, "decision-reviewed", {role}, S.DECIDED)
    assert IDENTITY.take(state, "decision-reviewed", {Role.REVIEWER}, S.DECIDED)


@pytest.mark.parametrize("kind", sorted(DECISION_KINDS))
def test_v20_the_program_itself_takes_no_step_of_a_decision(kind):
    steps = [step for step in IDENTITY.steps if step.event == kind]
    assert steps
    assert all(step.roles for step in steps)
    for step in steps:
        with pytest.raises(NotAllowed):
            IDENTITY.take(step.before, kind, (), step.after)


def test_searching_for_similar_records_never_touches_a_decision():
    for kind in ("case-screened", "match-suggested"):
        touched = {s.before for s in IDENTITY.steps if s.event == kind}
        assert not touched & (OPEN_DECISION | MAY_PROPOSE | {S.FINAL})


@pytest.mark.parametrize("state", sorted(OPEN_DECISION))
def test_a_second_proposal_waits_while_one_is_on_its_way(state):
    with pytest.raises(StepNotOpen):
        IDENTITY.step(state, "decision-proposed")


@pytest.mark.parametrize("by", sorted(PROGRAM))
def test_v20_no_job_writes_an_outcome_a_level_or_a_verdict(by):
    reviewed = DecisionReviewed(
        case="c",
        decision="d",
        individual="p",
        verdict=ReviewVerdict.CONFIRM,
        reason="r",
        by=by,
        at=AT,
    )
    judged = PairJudged(case="c", pair="x", verdict=PairVerdict.SAME, reason="r", by=by, at=AT)
    for event in (reviewed, judged):
        assert event.kind in PEOPLE_ONLY
        with pytest.raises(PeopleOnly):
            refuse_program(event)
        refuse_program(replace(event, by="rita"))
