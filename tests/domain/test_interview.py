"""The table of an interview: no step is skipped, and nobody who stays away is closed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from intake.domain.codes import InterviewStatus, Role, StopReason
from intake.domain.event import (
    FurtherTalkAnswered,
    InterviewHalted,
    InterviewHandedOver,
    InterviewMissed,
    InterviewScheduled,
    kinds,
)
from intake.domain.interview import (
    INTERVIEW,
    OPEN,
    Appointment,
    DayMovedMeanwhile,
    DayOver,
    FurtherTalk,
    NobodyToTakeOver,
    TalkOpenAlready,
    TalksEnough,
    TalkStillAhead,
    WhyMissing,
    answer_request,
    check_plan,
    clashes,
    hand_over,
    miss,
    schedule,
    status_after,
)
from intake.domain.machine import StepNotOpen
from intake.errors import AlreadyDecided, NotAllowed, ReasonMissing, SecondPersonNeeded

S = InterviewStatus
AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(days=3)
COMMON = {"case": "c1", "interview": "i1", "by": "ivan", "at": AT}


def a_day(starts=LATER, reason="", at=AT):
    return InterviewScheduled(
        starts=starts,
        place="Room 2",
        private=True,
        interviewer="ivan",
        reason=reason,
        **{**COMMON, "at": at},
    )


def a_halt(*, final):
    return InterviewHalted(reason=StopReason.BREAK, final=final, **COMMON)


def test_every_event_of_the_table_exists():
    assert {step.event for step in INTERVIEW.steps} <= set(kinds())


def test_every_status_can_be_reached_and_only_the_last_two_lead_nowhere_new():
    reached, new = set(), {None}
    while new:
        before = new.pop()
        after = {step.after for step in INTERVIEW.steps if step.before == before}
        new |= after - reached
        reached |= after
    assert reached == set(S)
    ends = {s for s in S if all(x.after == s for x in INTERVIEW.steps if x.before == s)}
    assert ends == {S.STOPPED, S.FINISHED}


@pytest.mark.parametrize("status", [None, *S])
def test_interviewers_take_steps_and_few_others_one_each(status):
    others = set(Role) - {Role.INTERVIEWER, Role.PROTECTION, Role.REVIEWER}
    assert list(INTERVIEW.open_events(status, others)) == []
    review = set(INTERVIEW.open_events(status, {Role.REVIEWER}))
    assert review == ({"interview-handed-over"} if status is S.FINISHED else set())
    protection = set(INTERVIEW.open_events(status, {Role.PROTECTION}))
    assert protection <= {"outreach-noted"}


@pytest.mark.parametrize("status", [S.PLANNED, S.SCHEDULED, S.MISSED, S.PAUSED, S.FINISHED])
def test_v14_no_answer_and_no_contradiction_outside_a_running_talk(status):
    for event in ("contradiction-put", "interview-closed"):
        with pytest.raises(StepNotOpen):
            INTERVIEW.step(status, event)


def test_what_was_missed_is_never_closed_by_missing_it_again():
    """However often somebody does not come, the interview waits for them."""
    status = S.PLANNED
    for _ in range(5):
        status = INTERVIEW.take(status, "interview-scheduled", {Role.INTERVIEWER})
        status = INTERVIEW.take(status, "interview-missed", {Role.INTERVIEWER})
        status = INTERVIEW.take(status, "outreach-noted", {Role.PROTECTION})
    assert status is S.MISSED
    assert status in OPEN


def test_a_halt_goes_where_it_says():
    roles = {Role.INTERVIEWER}
    assert status_after(S.RUNNING, a_halt(final=False), roles) is S.PAUSED
    assert status_after(S.RUNNING, a_halt(final=True), roles) is S.STOPPED
    with pytest.raises(StepNotOpen):
        status_after(S.PAUSED, a_halt(final=False), roles)
    with pytest.raises(NotAllowed):
        status_after(S.RUNNING, a_halt(final=False), {Role.REVIEWER})


def test_the_first_day_needs_no_reason_and_a_move_does():
    assert schedule(a_day(), Appointment(S.PLANNED), seen="")
    held = Appointment(S.SCHEDULED, LATER)
    with pytest.raises(ReasonMissing):
        schedule(a_day(LATER + timedelta(days=1)), held, seen=LATER.isoformat())
    assert schedule(a_day(reason="No bus"), held, seen=LATER.isoformat())


def test_a_day_moved_meanwhile_is_looked_at_first():
    held = Appointment(S.SCHEDULED, LATER)
    with pytest.raises(DayMovedMeanwhile):
        schedule(a_day(reason="Ill"), held, seen="")


def test_nobody_is_invited_for_yesterday():
    with pytest.raises(DayOver):
        schedule(a_day(AT - timedelta(days=1)), Appointment(S.PLANNED), seen="")
    assert schedule(a_day(AT), Appointment(S.PLANNED), seen="")


@pytest.mark.parametrize("status", [S.RUNNING, S.FINISHED, S.STOPPED])
def test_a_talk_that_runs_or_is_over_gets_no_day(status):
    with pytest.raises(StepNotOpen):
        schedule(a_day(), Appointment(status), seen="")


def test_nobody_can_miss_what_is_still_ahead():
    missed = InterviewMissed(**COMMON)
    with pytest.raises(TalkStillAhead):
        miss(missed, Appointment(S.SCHEDULED, LATER))
    assert miss(missed, Appointment(S.SCHEDULED, AT - timedelta(minutes=1)))
    with pytest.raises(StepNotOpen):
        miss(missed, Appointment(S.PLANNED))


def test_two_talks_at_one_time_are_noticed_and_two_in_a_row_are_not():
    others = [(AT, 90), (AT + timedelta(minutes=90), 90), (AT - timedelta(minutes=90), 90)]
    assert clashes(AT, 90, others) == (0,)
    assert clashes(AT + timedelta(minutes=1), 90, others) == (0, 1)


@pytest.mark.parametrize(("first", "second"), [*product((0, 30, 89, 90, 120), repeat=2)])
def test_whether_two_talks_overlap_does_not_depend_on_who_asks(first, second):
    a, b = AT + timedelta(minutes=first), AT + timedelta(minutes=second)
    assert clashes(a, 45, [(b, 45)]) == clashes(b, 45, [(a, 45)])


def plan(held, agreed=(), *, planner="ivan", interviewer="ivan"):
    check_plan(held, agreed, planner=planner, interviewer=interviewer)


def test_after_two_talks_a_third_waits_for_a_second_person():
    twice = [(S.FINISHED, True), (S.STOPPED, True)]
    plan(twice[:1])
    with pytest.raises(TalksEnough):
        plan(twice)
    plan(twice, ["rita"])
    with pytest.raises(TalksEnough):
        plan([*twice, (S.FINISHED, True)], ["rita"])


@pytest.mark.parametrize("who", [{"planner": "rita"}, {"interviewer": "rita"}])
def test_whoever_plans_or_holds_it_cannot_be_the_one_who_agreed(who):
    with pytest.raises(TalksEnough):
        plan([(S.FINISHED, True)] * 2, ["rita"], **who)


def test_a_talk_that_never_began_does_not_count():
    plan([(S.STOPPED, False)] * 5)


@pytest.mark.parametrize("status", OPEN)
def test_one_open_talk_is_enough(status):
    with pytest.raises(TalkOpenAlready):
        plan([(status, False)])


def test_a_request_is_answered_once_by_somebody_else_with_a_reason():
    asked = FurtherTalk("f1", "c1", "p1", "A paper came.", "ivan", AT.isoformat())
    answer = {"request": "f1", "individual": "p1", "agreed": True, "case": "c1", "at": AT}
    with pytest.raises(SecondPersonNeeded):
        answer_request(asked, FurtherTalkAnswered(reason="Yes.", by="ivan", **answer))
    with pytest.raises(ReasonMissing):
        answer_request(asked, FurtherTalkAnswered(reason=" ", by="rita", **answer))
    made = FurtherTalkAnswered(reason="It may help.", by="rita", **answer)
    assert answer_request(asked, made) is made
    done = FurtherTalk("f1", "c1", "p1", "x", "ivan", AT.isoformat(), False, "rita", "No.")
    with pytest.raises(AlreadyDecided):
        answer_request(done, made)


HANDED = InterviewHandedOver(to="petra", reason="He is ill.", **COMMON)
TALKS = frozenset({Role.INTERVIEWER})
REVIEWS = frozenset({Role.REVIEWER})


def give(made=HANDED, status=S.FINISHED, writer="ivan", able=("ivan", "petra"), roles=TALKS):
    return hand_over(made, status=status, writer=writer, able=able, roles=roles)


def test_a_signed_interview_is_handed_over_by_its_writer_or_a_reviewer():
    assert give() == HANDED
    assert INTERVIEW.take(S.FINISHED, HANDED.kind, TALKS) is S.FINISHED
    by_reviewer = replace(HANDED, by="rita")
    assert give(by_reviewer, roles=REVIEWS) == by_reviewer
    with pytest.raises(NotAllowed):
        give(replace(HANDED, by="petra"))
    with pytest.raises(NotAllowed):
        give(roles=frozenset({Role.CLERK}))


@pytest.mark.parametrize("status", [s for s in S if s is not S.FINISHED])
def test_what_is_not_signed_is_not_handed_over(status):
    with pytest.raises(StepNotOpen):
        give(status=status)


@pytest.mark.parametrize("to", ["ivan", "somebody", ""])
def test_it_goes_to_somebody_else_who_holds_interviews(to):
    with pytest.raises(NobodyToTakeOver):
        give(replace(HANDED, to=to))


def test_a_hand_over_says_why():
    with pytest.raises(WhyMissing) as caught:
        give(replace(HANDED, reason=" "))
    assert caught.value.facts == {"fact": "reason"}


def test_whoever_took_it_over_hands_it_on_and_whoever_gave_it_does_not():
    back = replace(HANDED, by="petra", to="ivan")
    assert give(back, writer="petra") == back
    with pytest.raises(NotAllowed):
        give(HANDED, writer="petra")


STILL = "planned scheduled missed paused"
HELD = "interviewer"
# Event, where it leaves the talk standing, where it goes to, by whom, and whether it says why.
STAYING = (
    ("interview-scheduled", "scheduled paused", HELD, True),
    ("interview-missed", "paused", HELD, False),
    ("outreach-noted", "missed paused", "interviewer protection", False),
    ("interpreter-changed", STILL, HELD, False),
    ("interpreter-declared", STILL, HELD, False),
    ("interpreter-asked", "running paused", HELD, False),
    ("stage-entered", "running", HELD, False),
    ("question-added", "running", HELD, False),
    ("answer-recorded", "running finished", HELD, False),
    ("contradiction-put", "running", HELD, False),
    ("afterwork-noted", "finished", HELD, False),
    ("interview-handed-over", "finished", "interviewer reviewer", True),
)
MOVING = (
    ("interview-scheduled", "planned missed", S.SCHEDULED, False),
    ("interview-missed", "scheduled", S.MISSED, False),
    ("stage-entered", "planned scheduled missed", S.RUNNING, False),
    ("interview-halted", "running", S.PAUSED, True),
    ("interview-halted", f"running {STILL}", S.STOPPED, True),
    ("interview-resumed", "paused", S.RUNNING, False),
    ("interview-closed", "running", S.FINISHED, False),
)


def steps(*, moving):
    return {
        (s.event, s.before, s.after, s.roles, s.needs_reason)
        for s in INTERVIEW.steps
        if s.before is not None and (s.before is not s.after) is moving
    }


def test_what_happens_around_a_talk_leaves_it_where_it_stands():
    assert steps(moving=False) == {
        (event, S(status), S(status), frozenset(map(Role, roles.split())), why)
        for event, statuses, roles, why in STAYING
        for status in statuses.split()
    }


def test_a_talk_goes_on_only_as_its_interviewer_says():
    assert steps(moving=True) == {
        (event, S(status), after, frozenset({Role.INTERVIEWER}), why)
        for event, statuses, after, why in MOVING
        for status in statuses.split()
    }


def test_a_talk_begins_with_its_plan():
    begin = [step for step in INTERVIEW.steps if step.before is None]
    assert [(step.event, step.after) for step in begin] == [("interview-planned", S.PLANNED)]


def test_each_refusal_of_a_day_names_the_talk_or_the_field():
    held = Appointment(S.SCHEDULED, LATER)
    for made, seen, error, facts in (
        (a_day(reason="Ill"), "", DayMovedMeanwhile, {"interview": "i1"}),
        (a_day(AT - timedelta(days=1)), LATER.isoformat(), DayOver, {"path": "starts"}),
        (a_day(reason=" "), LATER.isoformat(), WhyMissing, {"fact": "reason"}),
    ):
        with pytest.raises(error) as caught:
            schedule(made, held, seen=seen)
        assert caught.value.facts == facts


@pytest.mark.parametrize(("minutes", "is_over"), [(59, False), (60, False), (61, True)])
def test_a_talk_may_have_begun_within_the_last_hour(minutes, is_over):
    made = a_day(AT - timedelta(minutes=minutes))
    if is_over:
        with pytest.raises(DayOver):
            schedule(made, Appointment(S.PLANNED), seen="")
    else:
        assert schedule(made, Appointment(S.PLANNED), seen="") == made


def test_a_pause_without_a_day_gets_its_first_one_without_a_reason():
    assert schedule(a_day(), Appointment(S.PAUSED), seen="") == a_day()
    with pytest.raises(WhyMissing):
        schedule(a_day(), Appointment(S.PAUSED, LATER), seen=LATER.isoformat())


def test_a_talk_is_missed_from_its_minute_on_and_never_without_a_day():
    missed = InterviewMissed(**COMMON)
    assert miss(missed, Appointment(S.SCHEDULED, AT)) == missed
    for starts in (AT + timedelta(seconds=1), None):
        with pytest.raises(TalkStillAhead) as caught:
            miss(missed, Appointment(S.SCHEDULED, starts))
        assert caught.value.facts == {"interview": "i1"}


def test_the_refusal_of_one_more_talk_tells_how_many_there_were():
    with pytest.raises(TalksEnough) as caught:
        plan([(S.FINISHED, True), (S.STOPPED, False), (S.FINISHED, True)])
    assert caught.value.facts == {"held": 2}
