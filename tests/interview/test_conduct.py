"""The stages of an interview open in order, each with what it needs."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from intake.domain.codes import (
    CopyGiven,
    Debrief,
    Declaration,
    InterpreterAnswer,
    InterpreterKind,
    InterviewStatus,
    ReadBack,
    Stage,
)
from intake.domain.event import (
    AfterworkNoted,
    AnswerRecorded,
    ContradictionPut,
    InterpreterAsked,
    InterpreterDeclared,
)
from intake.errors import (
    ExplanationMissing,
    InterviewUnfinished,
    ReasonMissing,
    StageNotReached,
)
from intake.interview.checks import CLOSING_CHECKS
from intake.interview.conduct import (
    CHECKS,
    MOST_INTERVIEWS,
    Check,
    Closing,
    ConductState,
    checks_for,
    close,
    declare,
    enter,
    limits,
    needs_another,
    note_afterwork,
    put_contradiction,
    record_answer,
    resume,
    shows_contradictions,
    was_put,
)

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
EVERY_CHECK = tuple(check.value for check in Check)
ALL_SAID = tuple(check.value for check in CLOSING_CHECKS)


def at_stage(stage, **change):
    state = ConductState("i1", "c1", stage, narrative_answered=True, read_back=True)
    return replace(state, **change)


def go(stage, state, confirmed=EVERY_CHECK):
    return enter(stage, state, confirmed, by="u1", at=AT)


def whole(read_back=ReadBack.YES, changes="", **changed):
    closing = Closing(read_back, changes, ALL_SAID, CopyGiven.GIVEN)
    return replace(closing, **changed)


def missing(stage, state, confirmed=EVERY_CHECK):
    with pytest.raises(StageNotReached) as caught:
        go(stage, state, confirmed)
    assert caught.value.facts["stage"] == stage.value
    return set(str(caught.value.facts["missing"]).split())


def test_the_stages_follow_each_other_when_everything_is_done():
    for now, following in zip(list(Stage), list(Stage)[1:], strict=False):
        event = go(following, at_stage(now))
        assert (event.interview, event.case, event.stage) == ("i1", "c1", following)
        assert event.confirmed == tuple(sorted(EVERY_CHECK))


BACK = {(Stage.CLARIFY, Stage.PROBE), (Stage.CLOSE, Stage.CLARIFY)}
WRONG = [
    (now, then)
    for now in Stage
    for then in Stage
    if list(Stage).index(then) - list(Stage).index(now) != 1 and (now, then) not in BACK
]


@pytest.mark.parametrize(("now", "then"), WRONG)
def test_no_stage_is_skipped_or_entered_twice(now, then):
    assert missing(then, at_stage(now)) == {"stage-before"}


@pytest.mark.parametrize(("now", "then"), sorted(BACK))
def test_probing_and_clarifying_may_alternate_until_the_read_back(now, then):
    assert go(then, at_stage(now)).stage is then


@pytest.mark.parametrize("check", CHECKS[Stage.OPEN])
def test_nobody_is_welcomed_before_everything_is_prepared(check):
    others = [c for c in EVERY_CHECK if c != check]
    assert missing(Stage.OPEN, at_stage(Stage.PREPARE), others) == {check.value}


@pytest.mark.parametrize("check", CHECKS[Stage.NARRATIVE])
def test_nobody_tells_their_story_before_everything_is_explained(check):
    others = [c for c in EVERY_CHECK if c != check]
    assert missing(Stage.NARRATIVE, at_stage(Stage.OPEN), others) == {check.value}


def test_a_child_needs_somebody_trained_and_somebody_theirs():
    state = at_stage(Stage.PREPARE, child=True)
    adult = [check.value for check in CHECKS[Stage.OPEN]]
    assert missing(Stage.OPEN, state, adult) == {
        "child-trained",
        "guardian-asked",
        "child-hour",
        "siblings-apart",
    }
    assert go(Stage.OPEN, replace(state, child=False), adult)


def test_without_an_interpreter_nothing_about_one_is_asked():
    state = at_stage(Stage.OPEN, interpreter=InterpreterKind.NONE_NEEDED)
    assert Check.INTERPRETER_MATCHED not in checks_for(Stage.OPEN, state)
    assert Check.INTERPRETER_UNDERSTOOD not in checks_for(Stage.NARRATIVE, state)
    assert Check.EXPLAINED_INTERPRETER not in checks_for(Stage.NARRATIVE, state)
    assert len(checks_for(Stage.NARRATIVE, state)) == 8


def test_probing_waits_for_the_persons_own_story():
    state = at_stage(Stage.NARRATIVE, narrative_answered=False)
    assert missing(Stage.PROBE, state) == {"narrative"}


def test_closing_waits_until_every_contradiction_was_put_or_left_with_reason():
    state = at_stage(Stage.CLARIFY, contradictions=("birth", "mother"))
    assert missing(Stage.CLOSE, state) == {"birth", "mother"}
    assert missing(Stage.CLOSE, replace(state, settled=frozenset({"birth"}))) == {"mother"}
    assert go(Stage.CLOSE, replace(state, settled=frozenset({"birth", "mother"})))


def test_the_afterwork_waits_for_the_read_back():
    state = at_stage(Stage.CLOSE, read_back=False)
    assert missing(Stage.AFTER, state) == {"read-back"}
    finished = replace(state, read_back=True, status=InterviewStatus.FINISHED)
    assert go(Stage.AFTER, finished)


@pytest.mark.parametrize("status", [InterviewStatus.PAUSED, InterviewStatus.STOPPED])
def test_a_halted_interview_does_not_go_on_by_itself(status):
    assert missing(Stage.PROBE, at_stage(Stage.NARRATIVE, status=status)) == {"running"}


def test_a_planned_interview_starts_by_its_first_stage():
    planned = at_stage(Stage.PREPARE, status=InterviewStatus.PLANNED)
    assert go(Stage.OPEN, planned)


@pytest.mark.parametrize("stage", list(Stage))
def test_what_contradicts_is_shown_only_from_clarifying_on(stage):
    late = stage in (Stage.CLARIFY, Stage.CLOSE, Stage.AFTER)
    assert shows_contradictions(stage) == late


def answer(**change):
    told = {"interview": "i1", "answer": "a1", "question": "OP1", "text": "Я жила біля річки."}
    return AnswerRecorded(case="c1", by="u1", at=AT, **(told | change))


def test_answers_and_reasons_for_none_are_taken():
    state = at_stage(Stage.NARRATIVE)
    assert record_answer(answer(), state) == answer()
    declined = answer(text="", absent="asked-declined")
    assert record_answer(declined, state) == declined


@pytest.mark.parametrize(
    "change", [{"text": " "}, {"absent": "asked-declined"}], ids=["neither", "both"]
)
def test_an_answer_is_either_words_or_a_reason(change):
    with pytest.raises(ReasonMissing) as caught:
        record_answer(answer(**change), at_stage(Stage.PROBE))
    assert caught.value.facts == {"fact": "OP1"}


@pytest.mark.parametrize("stage", [Stage.PREPARE, Stage.OPEN])
def test_no_answers_before_the_person_knows_what_for(stage):
    with pytest.raises(StageNotReached):
        record_answer(answer(), at_stage(stage))


def test_after_the_interview_answers_are_only_amended():
    finished = at_stage(Stage.AFTER, status=InterviewStatus.FINISHED)
    with pytest.raises(InterviewUnfinished):
        record_answer(answer(), finished)
    assert record_answer(answer(amends="a0"), finished).amends == "a0"


def put(**change):
    said = {"interview": "i1", "path": "birth", "statements": ("s1", "s2"), "explanation": "Так."}
    return ContradictionPut(case="c1", by="u1", at=AT, **(said | change))


def test_an_explanation_is_kept_as_said():
    made = put_contradiction(put(), at_stage(Stage.CLARIFY))
    assert made.explanation == "Так."
    assert was_put(made)


def test_no_contradiction_is_put_before_its_stage():
    for stage in (Stage.OPEN, Stage.NARRATIVE, Stage.PROBE):
        with pytest.raises(StageNotReached):
            put_contradiction(put(), at_stage(stage))


def test_declining_to_explain_is_an_explanation_asked_for():
    declined = put(explanation="", absent="asked-declined")
    assert was_put(put_contradiction(declined, at_stage(Stage.CLARIFY)))


def test_a_contradiction_not_asked_needs_a_reason_and_never_counts():
    with pytest.raises(ReasonMissing):
        put_contradiction(put(explanation=" ", absent="not-asked"), at_stage(Stage.CLARIFY))
    spared = put(explanation="The person was too tired.", absent="not-asked")
    assert not was_put(put_contradiction(spared, at_stage(Stage.CLARIFY)))


def test_silence_about_an_explanation_is_refused():
    with pytest.raises(ExplanationMissing) as caught:
        put_contradiction(put(explanation=" "), at_stage(Stage.CLARIFY))
    assert caught.value.facts == {"fact": "birth"}


def test_the_record_is_signed_after_reading_it_back():
    closed = close(at_stage(Stage.CLOSE), whole(), by="u1", at=AT)
    assert (closed.interview, closed.read_back, closed.changes) == ("i1", ReadBack.YES, "")


@pytest.mark.parametrize("said", [ReadBack.REFUSES, ReadBack.UNABLE, ReadBack.YES_WITH_CHANGES])
def test_whatever_is_not_a_plain_yes_keeps_its_words(said):
    with pytest.raises(ReasonMissing):
        close(at_stage(Stage.CLOSE), whole(said, "  "), by="u1", at=AT)
    assert (
        close(at_stage(Stage.CLOSE), whole(said, " The year. "), by="u1", at=AT).changes
        == "The year."
    )


@pytest.mark.parametrize("stage", [s for s in Stage if s is not Stage.CLOSE])
def test_nothing_is_signed_in_another_stage(stage):
    with pytest.raises(StageNotReached):
        close(at_stage(stage), whole(), by="u1", at=AT)


@pytest.mark.parametrize("status", [InterviewStatus.PAUSED, InterviewStatus.STOPPED])
def test_nothing_is_taken_while_the_interview_is_halted(status):
    halted = at_stage(Stage.CLOSE, status=status)
    for act in (
        lambda: record_answer(answer(), halted),
        lambda: put_contradiction(put(), halted),
        lambda: close(halted, whole(), by="u1", at=AT),
    ):
        with pytest.raises(InterviewUnfinished):
            act()


@pytest.mark.parametrize(
    ("child", "age", "minutes"),
    [(False, None, 90), (False, 70, 90), (True, None, 45), (True, 10, 45), (True, 9, 20)],
)
def test_nobody_is_asked_for_longer_than_they_can_bear(child, age, minutes):
    allowed = limits(child=child, lowest_age=age)
    assert (allowed.minutes, allowed.break_every) == (minutes, 30)
    assert MOST_INTERVIEWS == 2


ITEMS = tuple(Declaration)
MADE = {"case": "c1", "interview": "i1", "by": "u1", "at": AT, "interpreter_code": "T7"}


@pytest.mark.parametrize("left_out", Declaration)
def test_an_interpreter_declares_everything_or_nothing(left_out):
    part = tuple(item for item in ITEMS if item is not left_out)
    with pytest.raises(StageNotReached) as caught:
        declare(InterpreterDeclared(declared=part, **MADE))
    assert caught.value.facts["missing"] == left_out.value
    assert declare(InterpreterDeclared(declared=ITEMS, **MADE)).declared == ITEMS


def test_nobody_is_welcomed_before_the_interpreter_declared():
    state = at_stage(Stage.PREPARE, declared=False)
    assert missing(Stage.OPEN, state) == {"interpreter-declared"}
    assert go(Stage.OPEN, replace(state, interpreter=InterpreterKind.NONE_NEEDED))


def test_nobody_tells_their_story_before_being_asked_about_the_interpreter():
    state = at_stage(Stage.OPEN, understood=False)
    assert missing(Stage.NARRATIVE, state) == {"interpreter-asked"}
    assert go(Stage.NARRATIVE, replace(state, interpreter=InterpreterKind.NONE_NEEDED))


@pytest.mark.parametrize("answer", InterpreterAnswer)
def test_whoever_prefers_another_interpreter_gets_one(answer):
    wish = needs_another(InterpreterAsked(answer=answer, **MADE))
    assert wish is (answer is not InterpreterAnswer.UNDERSTANDS)


def test_a_new_interpreter_declares_and_is_asked_about_before_going_on():
    state = at_stage(Stage.PROBE, status=InterviewStatus.PAUSED, declared=False, understood=False)
    with pytest.raises(StageNotReached) as caught:
        resume(state, by="u1", at=AT)
    assert caught.value.facts["missing"] == "interpreter-declared interpreter-asked"
    assert resume(replace(state, declared=True, understood=True), by="u1", at=AT)
    welcome = replace(state, stage=Stage.OPEN, declared=True)
    assert resume(welcome, by="u1", at=AT).interview == "i1"


@pytest.mark.parametrize("left_out", CLOSING_CHECKS)
def test_the_record_is_not_signed_before_the_end_was_told(left_out):
    rest = tuple(check.value for check in CLOSING_CHECKS if check is not left_out)
    with pytest.raises(StageNotReached) as caught:
        close(at_stage(Stage.CLOSE), whole(confirmed=rest), by="u1", at=AT)
    assert caught.value.facts["missing"] == left_out.value


def test_a_copy_is_offered_before_signing():
    with pytest.raises(StageNotReached) as caught:
        close(at_stage(Stage.CLOSE), whole(copy=None), by="u1", at=AT)
    assert caught.value.facts["missing"] == "copy"
    for copy in CopyGiven:
        assert close(at_stage(Stage.CLOSE), whole(copy=copy), by="u1", at=AT).copy is copy


def test_a_child_hears_little_and_tries_out_saying_no():
    state = at_stage(Stage.OPEN, child=True)
    needed = checks_for(Stage.NARRATIVE, state)
    assert len(needed) < len(CHECKS[Stage.NARRATIVE])
    tried = {Check.CHILD_DONT_KNOW, Check.CHILD_WRONG, Check.CHILD_ASSENT, Check.CHILD_STOP}
    assert tried <= set(needed)
    left = [c.value for c in needed if c is not Check.CHILD_ASSENT]
    assert missing(Stage.NARRATIVE, state, left) == {"child-assent"}


def an_afterwork(**changed):
    made = {"case": "c1", "interview": "i1", "by": "u1", "at": AT, "language_note": ""}
    made |= {"debrief": Debrief.NO_PROBLEM, "checked": (), "unasked": ("FA2",)}
    return AfterworkNoted(**{**made, **changed})


def test_after_the_talk_language_problems_are_named():
    done = at_stage(Stage.AFTER, status=InterviewStatus.FINISHED)
    assert note_afterwork(an_afterwork(), done).unasked == ("FA2",)
    with pytest.raises(ReasonMissing):
        note_afterwork(an_afterwork(debrief=Debrief.PROBLEMS), done)
    named = an_afterwork(debrief=Debrief.PROBLEMS, language_note="The word for step-mother.")
    assert note_afterwork(named, done) is named
    with pytest.raises(InterviewUnfinished):
        note_afterwork(an_afterwork(), at_stage(Stage.CLOSE))


STARTING = (InterviewStatus.PLANNED, InterviewStatus.SCHEDULED, InterviewStatus.MISSED)


@pytest.mark.parametrize("status", [s for s in InterviewStatus if s is not InterviewStatus.RUNNING])
def test_only_a_talk_that_waits_for_its_beginning_is_opened(status):
    state = at_stage(Stage.PREPARE, status=status)
    if status in STARTING:
        assert go(Stage.OPEN, state).stage is Stage.OPEN
    else:
        assert missing(Stage.OPEN, state) == {"running"}


@pytest.mark.parametrize("status", STARTING)
def test_a_talk_that_waits_goes_no_further_than_its_opening(status):
    assert missing(Stage.NARRATIVE, at_stage(Stage.OPEN, status=status)) == {"running"}


def test_an_answer_is_not_amended_in_a_pause():
    with pytest.raises(InterviewUnfinished):
        record_answer(answer(amends="a0"), at_stage(Stage.PROBE, status=InterviewStatus.PAUSED))


def test_going_on_after_a_pause_is_filed_with_its_case():
    event = resume(at_stage(Stage.PROBE), by="u1", at=AT)
    assert (event.case, event.interview, event.by) == ("c1", "i1", "u1")


def test_what_was_said_at_the_end_stands_in_the_signed_record():
    event = close(at_stage(Stage.CLOSE), whole(hears_by="phone"), by="u1", at=AT)
    assert (event.case, event.confirmed) == ("c1", tuple(sorted(ALL_SAID)))
    assert (event.copy, event.hears_by) == (CopyGiven.GIVEN, "phone")
