"""What waits for whom: an interviewer's own day, and the steps after a decision."""

from datetime import datetime, timedelta

import pytest

from intake.domain.codes import (
    CommentVerdict,
    CorrectionBy,
    CorrectionVerdict,
    InterviewStatus,
    PairVerdict,
    ReadBack,
    ReviewVerdict,
    Role,
    Stage,
    StopReason,
    ToldHow,
)
from intake.domain.event import (
    CommentAnswered,
    CommentRecorded,
    CorrectionAnswered,
    CorrectionAsked,
    DecisionReviewed,
    DecisionTold,
    FurtherTalkAsked,
    InterviewClosed,
    InterviewHalted,
    InterviewMissed,
    InterviewScheduled,
    PairJudged,
    StageEntered,
)
from intake.registry.verifying.leases import plan_of, review_of, trace_of
from intake.registry.work import MOST, Task, today
from intake.store import Store
from tests.builders import NOON, an_id
from tests.registry.test_work import (
    BORN_LATE,
    a_pair,
    a_person,
    a_proposal,
    a_search,
    an_interview,
    ids,
)

DAY = NOON.date()
INTERVIEWER, REVIEWER = (Role.INTERVIEWER,), (Role.REVIEWER,)


def on_a_day(store: Store, starts: datetime, by: str = "ivan", said=None) -> str:
    """An interview with an appointment."""
    case, _person, interview = an_interview(store, by, said)
    store.record(
        InterviewScheduled(
            case=case,
            interview=interview,
            starts=starts,
            place="Room 2",
            private=True,
            interviewer=by,
            by=by,
            at=NOON - timedelta(days=9),
        )
    )
    return interview


def case_of(store: Store, interview: str) -> str:
    held = store.interviews.get(interview)
    assert held is not None
    return held.case


def begun(store: Store, interview: str, by: str = "ivan") -> str:
    case = case_of(store, interview)
    store.record(StageEntered(case=case, interview=interview, stage=Stage.OPEN, by=by, at=NOON))
    return interview


def paused(store: Store, interview: str) -> str:
    begun(store, interview)
    store.record(
        InterviewHalted(
            case=case_of(store, interview),
            interview=interview,
            reason=StopReason.BREAK,
            final=False,
            by="ivan",
            at=NOON,
        )
    )
    return interview


def missed(store: Store) -> str:
    interview = on_a_day(store, NOON - timedelta(hours=2))
    case = case_of(store, interview)
    store.record(InterviewMissed(case=case, interview=interview, by="ivan", at=NOON))
    return interview


def talks(store: Store, who: str = "ivan"):
    found = today(store, who, INTERVIEWER, DAY, NOON).talks
    assert found is not None
    return found


def listed(found) -> list[str]:
    """The interviews that stand among the days."""
    return ids([task for _day, tasks in found.by_day for task in tasks])


def test_an_appointment_that_has_passed_is_asked_about_and_no_other(store: Store) -> None:
    late = on_a_day(store, NOON - timedelta(minutes=1))
    now, soon = on_a_day(store, NOON), on_a_day(store, NOON + timedelta(minutes=1))
    found = talks(store)
    assert ids(found.overdue) == [late]
    assert listed(found) == [now, soon]


def test_days_come_in_order_and_children_first_on_each(store: Store) -> None:
    later = on_a_day(store, NOON + timedelta(days=2))
    grown = on_a_day(store, NOON + timedelta(days=1))
    child = on_a_day(store, NOON + timedelta(days=1, hours=1), said=BORN_LATE)
    without = an_interview(store, "ivan")[2]
    found = talks(store)
    assert listed(found) == [without, child, grown, later]
    assert found.by_day[0][0] == ""
    assert found.by_day[1][1][0].starts == (NOON + timedelta(days=1, hours=1)).isoformat()


def test_one_begins_with_what_runs_then_what_paused_then_what_is_late(store: Store) -> None:
    assert talks(store).first is None
    order = [
        an_interview(store, "ivan")[2],
        on_a_day(store, NOON - timedelta(hours=1)),
        paused(store, an_interview(store, "ivan")[2]),
        begun(store, an_interview(store, "ivan")[2]),
    ]
    for at, interview in reversed(list(enumerate(order))):
        first = talks(store).first
        assert first is not None
        assert first.id == interview, at
        store.forget_case(case_of(store, interview))


def test_what_runs_and_what_paused_is_nobodys_missed_appointment(store: Store) -> None:
    runs = begun(store, on_a_day(store, NOON - timedelta(hours=1)))
    rests = paused(store, on_a_day(store, NOON - timedelta(hours=1)))
    found = talks(store)
    assert found.overdue == []
    assert ids(found.paused) == [rests]
    assert listed(found) == [runs]
    assert found.by_day[0][1][0].status is InterviewStatus.RUNNING


def test_whoever_did_not_come_is_everybodys_to_reach_and_on_no_own_day(store: Store) -> None:
    away = missed(store)
    found = talks(store)
    assert (listed(found), found.overdue, found.paused) == ([], [], [])
    for role in (Role.INTERVIEWER, Role.PROTECTION):
        assert ids(today(store, "another", (role,), DAY, NOON).outreach) == [away]
    assert today(store, "rita", REVIEWER, DAY, NOON).outreach is None


def test_nobody_is_left_out_of_those_to_be_reached(store: Store) -> None:
    everybody = {missed(store) for _ in range(MOST + 1)}
    assert set(ids(today(store, "ivan", INTERVIEWER, DAY, NOON).outreach)) == everybody


def test_whom_a_verdict_wants_heard_waits_until_somebody_plans_it_after(store: Store) -> None:
    pair = store.pairs.get(a_pair(store))
    assert pair is not None
    store.record(
        PairJudged(
            case=pair.left_case,
            pair=pair.id,
            verdict=PairVerdict.INTERVIEW,
            reason="A scar.",
            by="rita",
            at=NOON,
        )
    )
    assert set(ids(talks(store).to_plan)) == {pair.left, pair.right}
    store.papers.lease(plan_of(pair.left), "omar", now=NOON, until=NOON + timedelta(minutes=15))
    held = {task.id: task.with_whom for task in talks(store).to_plan}
    assert held == {pair.left: "omar", pair.right: ""}
    assert {task.with_whom for task in talks(store, "omar").to_plan} == {""}


def test_only_pairs_that_wait_for_me_are_counted(store: Store) -> None:
    for n in range(MOST + 2):
        pair = store.pairs.get(a_pair(store))
        assert pair is not None
        judged = {"pair": pair.id, "verdict": PairVerdict.SAME, "reason": "A scar.", "by": "rita"}
        if n == 0:
            store.record(PairJudged(case=pair.left_case, at=NOON, **judged))
    for who, waits in (("rita", MOST + 1), ("omar", MOST + 2)):
        pairs = today(store, who, REVIEWER, DAY, NOON).pairs
        assert pairs is not None
        assert (len(pairs), pairs.in_all) == (MOST, waits)
    assert today(store, "ivan", INTERVIEWER, DAY, NOON).pairs is None


@pytest.mark.parametrize(("waits", "shown"), [(MOST, MOST), (MOST + 3, MOST)])
def test_a_list_cut_to_a_days_work_still_tells_how_many_wait(
    store: Store, waits: int, shown: int
) -> None:
    for _ in range(waits):
        case, person = a_person(store)
        request = an_id()
        asked = FurtherTalkAsked(
            case=case, request=request, individual=person, reason="A sister.", by="ivan", at=NOON
        )
        store.record(asked)
    further = today(store, "rita", REVIEWER, DAY, NOON).further
    assert further is not None
    assert (len(further), further.in_all) == (shown, waits)


def test_one_more_talk_is_answered_by_somebody_else_than_whoever_asks(store: Store) -> None:
    case, person = a_person(store)
    store.record(
        FurtherTalkAsked(
            case=case, request=an_id(), individual=person, reason="A sister.", by="ivan", at=NOON
        )
    )
    both = (Role.INTERVIEWER, Role.REVIEWER)
    assert today(store, "ivan", both, DAY, NOON).further == []
    assert len(today(store, "rita", both, DAY, NOON).further or ()) == 1
    assert today(store, "omar", INTERVIEWER, DAY, NOON).further is None


def after(store: Store, decision: str, *steps) -> None:
    """Record what follows a proposal; each step names its kind and its own facts."""
    made = store.decisions.get(decision)
    assert made is not None
    common = {"case": made.case, "decision": decision, "individual": made.individual, "at": NOON}
    store.record(*(kind(**common, **facts) for kind, facts in steps))


CONFIRMED = (DecisionReviewed, {"verdict": ReviewVerdict.CONFIRM, "reason": "So.", "by": "rita"})
COMMENT = (CommentRecorded, {"comment": "c1", "words": "No.", "said_in": "uk", "by": "ivan"})
STAYS = (
    CommentAnswered,
    {"comment": "c1", "verdict": CommentVerdict.STAYS, "reason": "So.", "by": "rita"},
)


def told(until: str):
    facts = {"how": ToldHow.IN_PERSON, "language": "uk", "comment_until": until, "by": "ivan"}
    return (DecisionTold, facts)


OVER, TODAY = (DAY - timedelta(days=1)).isoformat(), DAY.isoformat()


@pytest.mark.parametrize(
    ("steps", "proposer", "reviewer", "interviewer"),
    [
        ((), False, False, False),
        ((CONFIRMED,), True, True, True),
        ((CONFIRMED, told(TODAY)), False, False, False),
        ((CONFIRMED, told(OVER)), True, True, True),
        ((CONFIRMED, told(TODAY), COMMENT), False, True, False),
        ((CONFIRMED, told(OVER), COMMENT), False, True, False),
        ((CONFIRMED, told(OVER), COMMENT, STAYS), True, True, True),
    ],
)
def test_each_step_after_a_decision_waits_for_those_who_can_take_it(
    store: Store, steps, proposer: bool, reviewer: bool, interviewer: bool
) -> None:
    decision = a_proposal(store, "ivan")
    after(store, decision, *steps)
    both = (Role.INTERVIEWER, Role.REVIEWER)
    expected = {("ivan", both): proposer, ("rita", REVIEWER): reviewer}
    expected[("omar", INTERVIEWER)] = interviewer
    for (who, roles), waits in expected.items():
        found = today(store, who, roles, DAY, NOON).hearings
        assert found is not None
        assert ids(found) == ([decision] if waits else []), who


def test_a_proposal_that_a_colleague_reads_names_them_to_others_alone(store: Store) -> None:
    decision = a_proposal(store, "ivan")
    store.papers.lease(review_of(decision), "rita", now=NOON, until=NOON + timedelta(minutes=15))
    seen = {}
    for who in ("rita", "omar"):
        (task,) = today(store, who, REVIEWER, DAY, NOON).proposals or ()
        seen[who] = task.with_whom
    assert seen == {"rita": "", "omar": "rita"}


def test_a_search_that_a_colleague_has_open_names_them_to_others_alone(store: Store) -> None:
    a_search(store)
    (request,) = store.cases.tracing()
    work = trace_of(request.id, "somebody")
    store.papers.lease(work, "tomas", now=NOON, until=NOON + timedelta(minutes=15))
    seen = {}
    for who in ("tomas", "tess"):
        (task,) = today(store, who, (Role.TRACING,), DAY, NOON).searches or ()
        seen[who] = task.with_whom
    assert seen == {"tomas": "", "tess": "tomas"}


def test_a_refused_correction_waits_for_a_second_person_then_to_be_told(store: Store) -> None:
    case, person = a_person(store)
    common = {"case": case, "correction": an_id(), "individual": person, "path": "sex", "at": NOON}
    asked = {"old": (), "wanted": "f", "asked_by": CorrectionBy.SELF, "evidence": ""}
    store.record(CorrectionAsked(**common, **asked, by="clara"))

    def waiting(who: str) -> int:
        return len(today(store, who, (Role.CLERK,), DAY, NOON).corrections or ())

    assert [waiting(who) for who in ("clara", "omar")] == [1, 1]
    refused = {"verdict": CorrectionVerdict.REFUSED, "reason": "The paper says so."}
    store.record(CorrectionAnswered(**common, **refused, by="omar"))
    assert [waiting(who) for who in ("clara", "omar")] == [1, 0]


def test_a_finished_interview_waits_since_it_was_signed(store: Store) -> None:
    planned = begun(store, an_interview(store, "ivan")[2])
    closed = begun(store, an_interview(store, "ivan")[2])
    signed = NOON + timedelta(days=2)
    common = {"case": case_of(store, closed), "interview": closed, "by": "ivan", "at": signed}
    store.record(InterviewClosed(read_back=ReadBack.YES, **common))
    found = today(store, "ivan", INTERVIEWER, DAY + timedelta(days=3), NOON)
    (task,) = found.undecided or ()
    assert (task.id, task.days) == (closed, 1)
    assert found.talks is not None
    assert [(t.id, t.days) for _day, tasks in found.talks.by_day for t in tasks] == [(planned, 3)]


def test_how_long_something_waits_is_counted_in_whole_days(store: Store) -> None:
    a_pair(store)

    def waits(days: int) -> Task:
        later = DAY + timedelta(days=days)
        (task,) = today(store, "rita", REVIEWER, later).pairs or ()
        return task

    assert [waits(days).days for days in (-1, 0, 1, 40)] == [0, 0, 1, 40]
