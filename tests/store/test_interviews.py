"""Interviews in the tables: days, the clock, company, further talks; signed once."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from intake.domain.codes import (
    Declaration,
    InterpreterAnswer,
    InterpreterKind,
    InterviewStatus,
    OutreachOutcome,
    OutreachWay,
    ReadBack,
    Stage,
    StopReason,
)
from intake.domain.event import (
    FurtherTalkAnswered,
    FurtherTalkAsked,
    InterpreterAsked,
    InterpreterChanged,
    InterpreterDeclared,
    InterviewClosed,
    InterviewHalted,
    InterviewHandedOver,
    InterviewMissed,
    InterviewResumed,
    InterviewScheduled,
    OutreachNoted,
    PlannedQuestion,
    QuestionAdded,
    StageEntered,
)
from intake.store import Store
from intake.store.engine import IntegrityError
from intake.store.interviews import Interview
from tests.builders import NOON, Group, a_group
from tests.store.test_four_eyes import found, planned, proposed

DAY = NOON + timedelta(days=3)


@pytest.fixture
def group(store: Store) -> Group:
    """Somebody with whom a talk is planned."""
    made = a_group("Олена Тест", "Petro Test")
    store.record(*made.events, planned(made))
    return made


def common(group: Group, at: datetime = NOON, by: str = "ivan") -> dict[str, Any]:
    return {"case": group.case, "interview": "i1", "by": by, "at": at}


def the(store: Store, interview: str = "i1") -> Interview:
    held = store.interviews.get(interview)
    assert held is not None
    return held


def a_day(group: Group, starts: datetime = DAY, **changed: Any) -> InterviewScheduled:
    made = InterviewScheduled(
        starts=starts, place="Room 2", private=False, interviewer="petra", **common(group)
    )
    return replace(made, **changed)


def entered(group: Group, at: datetime, stage: Stage = Stage.OPEN) -> StageEntered:
    return StageEntered(stage=stage, confirmed=(), **common(group, at))


def halted(group: Group, at: datetime, *, final: bool = False) -> InterviewHalted:
    return InterviewHalted(reason=StopReason.BREAK, final=final, **common(group, at))


def resumed(group: Group, at: datetime) -> InterviewResumed:
    return InterviewResumed(**common(group, at))


def closed(group: Group, at: datetime) -> InterviewClosed:
    return InterviewClosed(read_back=ReadBack.YES, changes="None.", **common(group, at))


def after(minutes: int) -> datetime:
    return DAY + timedelta(minutes=minutes)


def test_a_plan_is_read_back_whole(store: Store, group: Group) -> None:
    held = the(store)
    plan = planned(group)
    assert (held.case, held.individual, held.interviewer) == (
        group.case,
        group.people[0],
        "ivan",
    )
    assert (held.questions, held.facts) == (plan.questions, plan.facts)
    assert (held.interpreter, held.interpreter_code) == (InterpreterKind.TRAINED, "T7")
    assert (held.stage, held.status) == (Stage.PREPARE, InterviewStatus.PLANNED)
    assert (held.private_place, held.writer, held.starts) == (True, "ivan", "")
    assert held.appointment.starts is None
    assert store.interviews.get("none") is None


def test_a_day_tells_where_with_whom_and_whether_in_private(store: Store, group: Group) -> None:
    store.record(a_day(group))
    held = the(store)
    assert held.status is InterviewStatus.SCHEDULED
    assert held.appointment.starts == DAY
    assert (held.place, held.private_place, held.interviewer) == ("Room 2", False, "petra")
    assert [one.id for one in store.interviews.with_a_day()] == ["i1"]
    assert [one.id for one in store.interviews.open_for("petra")] == ["i1"]
    assert store.interviews.open_for("ivan") == []


def test_who_did_not_come_waits_without_a_day_and_is_looked_for(store: Store, group: Group) -> None:
    tried = OutreachNoted(
        way=OutreachWay.PHONE, outcome=OutreachOutcome.COMES, note="At noon.", **common(group)
    )
    store.record(a_day(group), InterviewMissed(**common(group)), tried)
    held = the(store)
    assert (held.status, held.missed, held.starts) == (InterviewStatus.MISSED, 1, "")
    assert [one.id for one in store.interviews.missed()] == ["i1"]
    assert store.interviews.with_a_day() == []
    (note,) = held.happened("outreach-noted")
    assert note.body["note"] == "At noon."
    store.record(a_day(group), InterviewMissed(**common(group)))
    assert the(store).missed == 2
    store.record(a_day(group))
    assert store.interviews.missed() == []


def test_a_pause_stays_a_pause_whatever_day_is_set_or_missed(store: Store, group: Group) -> None:
    store.record(entered(group, DAY), halted(group, after(10)), a_day(group, after(2000)))
    assert the(store).status is InterviewStatus.PAUSED
    assert [one.id for one in store.interviews.with_a_day()] == ["i1"]
    store.record(InterviewMissed(**common(group, after(2100))))
    held = the(store)
    assert (held.status, held.missed) == (InterviewStatus.PAUSED, 1)
    assert [one.id for one in store.interviews.missed()] == ["i1"]


def test_the_clock_counts_what_was_talked_and_no_pause(store: Store, group: Group) -> None:
    store.record(entered(group, DAY), entered(group, after(5), Stage.NARRATIVE))
    held = the(store)
    assert (held.running_since, held.started_at) == (DAY.isoformat(), DAY.isoformat())
    store.record(halted(group, after(20)), resumed(group, after(50)), halted(group, after(60)))
    held = the(store)
    assert (held.talked_s, held.running_since, held.halt_reason) == (30 * 60, "", "break")
    store.record(resumed(group, after(70)), closed(group, after(85)))
    held = the(store)
    assert (held.talked_s, held.running_since, held.halt_reason) == (45 * 60, "", "")
    assert (held.stage, held.closed_at) == (Stage.AFTER, after(85).isoformat())
    assert (held.read_back, held.changes) == ("yes", "None.")


def test_on_another_day_the_clock_begins_anew(store: Store, group: Group) -> None:
    store.record(entered(group, DAY), halted(group, after(80)))
    next_day = DAY + timedelta(days=1)
    store.record(resumed(group, next_day), halted(group, next_day + timedelta(minutes=7)))
    assert the(store).talked_s == 7 * 60
    assert the(store).started_at == DAY.isoformat()


def test_a_clock_set_back_takes_no_time_away(store: Store, group: Group) -> None:
    store.record(entered(group, DAY), halted(group, after(20)), resumed(group, after(30)))
    store.record(halted(group, after(25)))
    assert the(store).talked_s == 20 * 60


def test_a_pause_that_ends_for_good_adds_no_time(store: Store, group: Group) -> None:
    store.record(entered(group, DAY), halted(group, after(20)))
    store.record(halted(group, after(90), final=True))
    held = the(store)
    assert (held.talked_s, held.status) == (20 * 60, InterviewStatus.STOPPED)
    assert store.interviews.open_for("ivan") == []


@pytest.mark.parametrize("when", ["at the beginning", "after a pause"])
def test_one_lay_part_makes_the_whole_talk_a_lay_one(store: Store, group: Group, when: str) -> None:
    lay = InterpreterChanged(
        interpreter=InterpreterKind.LAY, interpreter_code="L1", dialect="x", **common(group)
    )
    trained = replace(lay, interpreter=InterpreterKind.TRAINED, interpreter_code="T7")
    if when == "at the beginning":
        store.record(lay, entered(group, DAY), halted(group, after(5)), trained)
    else:
        store.record(entered(group, DAY), halted(group, after(5)), lay, resumed(group, after(9)))
        store.record(halted(group, after(12)), trained)
    store.record(resumed(group, after(20)))
    held = the(store)
    assert (held.interpreter, held.interpreter_code) == (InterpreterKind.TRAINED, "T7")
    assert held.interpreted_by is InterpreterKind.LAY


def test_a_lay_interpreter_who_never_spoke_leaves_no_mark(store: Store, group: Group) -> None:
    lay = InterpreterChanged(
        interpreter=InterpreterKind.LAY, interpreter_code="L1", **common(group)
    )
    trained = replace(lay, interpreter=InterpreterKind.TRAINED, interpreter_code="T7")
    store.record(lay, trained, entered(group, DAY))
    assert the(store).interpreted_by is InterpreterKind.TRAINED


def test_only_the_interpreter_of_now_has_declared_and_is_understood(
    store: Store, group: Group
) -> None:
    assert (the(store).is_declared, the(store).is_understood) == (False, False)
    declared = InterpreterDeclared(
        interpreter_code="T7", declared=tuple(Declaration), **common(group)
    )
    asked = InterpreterAsked(
        interpreter_code="T7", answer=InterpreterAnswer.UNDERSTANDS, **common(group)
    )
    store.record(declared, asked)
    assert (the(store).is_declared, the(store).is_understood) == (True, True)
    store.record(replace(asked, answer=InterpreterAnswer.PREFERS_WOMAN))
    assert not the(store).is_understood
    store.record(asked)
    other = InterpreterChanged(
        interpreter=InterpreterKind.TRAINED, interpreter_code="T8", **common(group)
    )
    store.record(other)
    assert (the(store).is_declared, the(store).is_understood) == (False, False)
    assert len(the(store).happened("interpreter-asked")) == 3


def test_a_question_added_comes_after_those_planned(store: Store, group: Group) -> None:
    added = PlannedQuestion("PL1", "added", "birth-place")
    store.record(QuestionAdded(question=added, **common(group)))
    store.record(QuestionAdded(question=added, **common(group) | {"interview": "of-nobody"}))
    assert the(store).questions == (*planned(group).questions, added)
    assert the(store).planned("PL1") == added
    assert the(store).planned("XX") is None


def test_an_interview_is_signed_once(store: Store, group: Group) -> None:
    store.record(entered(group, DAY), closed(group, after(60)))
    with pytest.raises(IntegrityError, match="signed once"):
        store.record(closed(group, after(61)))
    store._db.execute("UPDATE interviews SET closed_at = closed_at, copy = 'given'")
    assert [one.id for one in store.interviews.signed_by("ivan")] == ["i1"]
    assert store.interviews.signed_by("petra") == []


def test_findings_and_proposals_of_one_talk_are_no_matter_of_another_talks_writer(
    store: Store, group: Group
) -> None:
    handed = InterviewHandedOver(to="petra", reason="Ill.", **common(group))
    another = replace(planned(group), interview="i2", interviewer="nadia")
    store.record(another, handed)
    for wrong in ("nadia", "ivan"):
        with pytest.raises(IntegrityError, match="took it over, writes"):
            store.record(replace(found(group)[0], by=wrong))
    store.record(*(replace(one, by="petra") for one in found(group)))
    with pytest.raises(IntegrityError, match="took it over, proposes"):
        store.record(proposed(group, by="nadia"))
    store.record(proposed(group, by="petra"))
    theirs = [
        replace(one, interview="i2", finding=one.finding + "-2", by="nadia") for one in found(group)
    ]
    store.record(*theirs)
    assert [f.by for f in the(store, "i2").findings] == ["nadia", "nadia"]


def test_findings_of_another_talk_let_no_decision_begin(store: Store, group: Group) -> None:
    store.record(replace(planned(group), interview="i2"))
    store.record(*(replace(one, interview="i2") for one in found(group)))
    with pytest.raises(IntegrityError, match="every fact examined"):
        store.record(proposed(group))


def asked(group: Group, request: str = "f1", at: datetime = NOON) -> FurtherTalkAsked:
    return FurtherTalkAsked(
        case=group.case,
        request=request,
        individual=group.people[0],
        reason="A paper came.",
        by="ivan",
        at=at,
    )


def answered(group: Group, by: str, *, agreed: bool = True) -> FurtherTalkAnswered:
    return FurtherTalkAnswered(
        case=group.case,
        request="f1",
        individual=group.people[0],
        agreed=agreed,
        reason="It may help.",
        by=by,
        at=NOON,
    )


@pytest.mark.parametrize("agreed", [True, False])
def test_a_further_talk_is_answered_once_and_by_somebody_else(
    store: Store, group: Group, agreed: bool
) -> None:
    store.record(asked(group, "f2", NOON + timedelta(minutes=1)), asked(group))
    assert [one.id for one in store.interviews.waiting_requests()] == ["f1", "f2"]
    with pytest.raises(IntegrityError, match="CHECK"):
        store.record(answered(group, "ivan"))
    store.record(answered(group, "rita", agreed=agreed))
    held = store.interviews.further_talk("f1")
    assert held is not None
    assert (held.agreed, held.answered_by, held.answer_reason) == (agreed, "rita", "It may help.")
    with pytest.raises(IntegrityError, match="answered before"):
        store.record(answered(group, "nadia", agreed=not agreed))
    assert [one.id for one in store.interviews.waiting_requests()] == ["f2"]
    assert [one.id for one in store.interviews.further_talks(group.people[0])] == ["f1", "f2"]
    assert store.interviews.further_talk("none") is None


@pytest.mark.parametrize(
    "change",
    ["UPDATE further_talks SET agreed = 1", "UPDATE further_talks SET answered_by = 'rita'"],
)
def test_an_answer_names_who_gave_it(store: Store, group: Group, change: str) -> None:
    store.record(asked(group))
    with pytest.raises(IntegrityError, match="CHECK"):
        store._db.execute(change)


def test_the_last_signed_talk_waits_for_a_proposal(store: Store, group: Group) -> None:
    store.record(entered(group, DAY), closed(group, after(60)))
    second = replace(planned(group), interview="i2", at=after(100))
    store.record(second)
    assert store.interviews.undecided() == []
    two = {"interview": "i2"}
    store.record(
        replace(entered(group, after(110)), **two), replace(closed(group, after(150)), **two)
    )
    assert [one.id for one in store.interviews.undecided()] == ["i2"]
    assert [one.id for one in store.interviews.of_individual(group.people[0])] == ["i2", "i1"]
    store.record(*(replace(one, **two) for one in found(group)))
    store.record(replace(proposed(group), **two))
    assert store.interviews.undecided() == []


def test_all_of_it_is_folded_again_from_the_ledger(store: Store, group: Group) -> None:
    store.record(a_day(group), entered(group, DAY), halted(group, after(20)))
    store.record(resumed(group, after(50)), closed(group, after(60)), asked(group))
    store.record(answered(group, "rita"))
    before = the(store), store.interviews.further_talk("f1")
    store.rebuild()
    assert (the(store), store.interviews.further_talk("f1")) == before
