"""Where an identity stands: no step is skipped, no state is the end, no machine decides."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import IdentityState as S
from intake.domain.codes import PairVerdict, RecheckVerdict, ReviewVerdict, Role
from intake.domain.event import DecisionReviewed, PairJudged, RecheckAnswered, kinds
from intake.domain.identity import (
    DECISION_KINDS,
    IDENTITY,
    MAY_PROPOSE,
    OPEN_DECISION,
    PEOPLE_ONLY,
    PROGRAM,
    PeopleOnly,
    refuse_program,
    taken,
)
from intake.domain.machine import StepNotOpen
from intake.errors import NotAllowed, ReasonMissing

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


TO_PROPOSE = "statement-confirmed statement-refused assessing returned"
TALKERS, SECOND, TELLERS = "interviewer", "reviewer", "interviewer reviewer"
HEARERS = "interviewer protection reviewer"
# Event, from where, to where, by whom, and whether it says why: the whole of the way.
WHOLE = (
    ("case-screened", "unexamined", "unique", "", False),
    ("match-suggested", "unique", "unexamined", "", False),
    ("pair-judged", "unexamined", "unique", "clerk reviewer", True),
    (
        "interview-planned",
        f"unexamined unique scheduled paused final more-information {TO_PROPOSE}",
        "scheduled",
        TALKERS,
        False,
    ),
    ("stage-entered", "scheduled in-progress paused", "in-progress", TALKERS, False),
    ("interview-halted", "scheduled in-progress paused", "paused", TALKERS, False),
    ("interview-resumed", "scheduled paused", "in-progress", TALKERS, False),
    ("interview-closed", "in-progress", "statement-confirmed statement-refused", TALKERS, False),
    ("finding-recorded", TO_PROPOSE, "assessing", TALKERS, True),
    ("more-information-asked", TO_PROPOSE, "more-information", TELLERS, True),
    ("information-came", "more-information", "assessing", TELLERS, True),
    ("decision-proposed", TO_PROPOSE, "proposed", TALKERS, False),
    ("opinion-given", "proposed under-review", "under-review", SECOND, False),
    ("decision-reviewed", "proposed under-review", "decided returned", SECOND, True),
    ("decision-told", "decided", "comment-window", TELLERS, False),
    ("comment-recorded", "comment-window", "commented", HEARERS, False),
    ("comment-answered", "commented", "comment-window assessing", SECOND, True),
    ("decision-made-final", "comment-window", "final", TELLERS, False),
    ("recheck-asked", "comment-window final", "review-requested", HEARERS, False),
    ("recheck-answered", "review-requested", "comment-window final assessing", SECOND, True),
    ("assessment-reopened", "final", "assessing", TELLERS, True),
    ("correction-answered", "final", "assessing", "clerk interviewer reviewer", False),
)


@pytest.mark.parametrize(("event", "before", "after", "roles", "why"), WHOLE)
def test_each_event_leads_on_from_where_it_may_and_from_nowhere_else(
    event, before, after, roles, why
):
    steps = [step for step in IDENTITY.steps if step.event == event]
    ways = {(step.before, step.after) for step in steps}
    assert ways == {(S(one), S(other)) for one in before.split() for other in after.split()}
    for step in steps:
        assert step.roles == {Role(role) for role in roles.split()}
        assert step.needs_reason is why


def test_the_whole_way_names_every_event_of_the_table():
    assert [event for event, *_ in WHOLE] == list(dict.fromkeys(s.event for s in IDENTITY.steps))


def test_every_state_of_a_decision_on_its_way_is_one_that_the_person_still_waits_in():
    """After a proposal each state is open until the decision is final or looked at again."""
    on_its_way, grown = {S.PROPOSED}, True
    ends = MAY_PROPOSE | {S.FINAL}
    while grown:
        following = on_its_way | {
            s.after for s in IDENTITY.steps if s.before in on_its_way and s.after not in ends
        }
        on_its_way, grown = following, following != on_its_way
    assert on_its_way == OPEN_DECISION


@pytest.mark.parametrize(
    "kind",
    [
        *sorted(DECISION_KINDS),
        "outcome-told",
        "finding-recorded",
        "pair-judged",
        "unlink-asked",
        "records-unlinked",
    ],
)
def test_v20_what_decides_something_is_recorded_by_people_only(kind):
    assert kind in PEOPLE_ONLY


def test_v20_the_kinds_of_a_decision_are_those_from_proposal_to_second_look():
    assert sorted(DECISION_KINDS) == [
        "assessment-reopened",
        "comment-answered",
        "comment-recorded",
        "decision-made-final",
        "decision-proposed",
        "decision-reviewed",
        "decision-told",
        "opinion-given",
        "recheck-answered",
        "recheck-asked",
    ]


RECHECKED = RecheckAnswered(
    case="c",
    recheck="k",
    decision="d",
    individual="p",
    verdict=RecheckVerdict.UPHELD,
    reason="Nothing is new.",
    by="rita",
    at=AT,
)


@pytest.mark.parametrize("to", [S.COMMENT_WINDOW, S.FINAL, S.ASSESSING])
def test_a_step_that_says_why_is_not_taken_without_a_reason(to):
    taken(S.REVIEW_REQUESTED, RECHECKED, {Role.REVIEWER}, to)
    for reason in ("", " \n"):
        with pytest.raises(ReasonMissing) as caught:
            taken(S.REVIEW_REQUESTED, replace(RECHECKED, reason=reason), {Role.REVIEWER}, to)
        assert caught.value.facts == {"fact": "reason"}


def test_a_step_is_taken_only_from_its_state_and_by_its_roles():
    with pytest.raises(StepNotOpen):
        taken(S.FINAL, RECHECKED, {Role.REVIEWER}, S.FINAL)
    with pytest.raises(NotAllowed):
        taken(S.REVIEW_REQUESTED, RECHECKED, {Role.INTERVIEWER}, S.FINAL)
    assert taken(S.REVIEW_REQUESTED, RECHECKED, {Role.REVIEWER}, S.FINAL) is RECHECKED
