"""A correction is approved by one, refused by two, and never skips a step."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from intake.domain.codes import CorrectionBy, CorrectionVerdict, ReviewVerdict, Role, ToldHow
from intake.domain.codes import CorrectionStatus as C
from intake.domain.correction import (
    AFTER_ANSWER,
    AFTER_REVIEW,
    CORRECTION,
    answer_correction,
    ask_correction,
    review_refusal,
    tell_correction,
)
from intake.domain.event import (
    CorrectionAnswered,
    CorrectionAsked,
    CorrectionTold,
    RefusalReviewed,
)
from intake.domain.hearing import RemediesUntold
from intake.domain.machine import StepNotOpen
from intake.errors import NotAllowed, ReasonMissing, RuleBroken, SecondPersonNeeded

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
CLERK = {Role.CLERK}


@dataclass(frozen=True)
class Waiting:
    id: str = "k1"
    status: C = C.ASKED
    answered_by: str = ""
    told_at: str = ""


ASKED = CorrectionAsked(
    case="c",
    correction="k1",
    individual="p",
    path="birth-place",
    old=("s1",),
    wanted={"text": "Bakhmut"},
    asked_by=CorrectionBy.SELF,
    evidence="",
    by="cleo",
    at=AT,
)


def answered(verdict, reason="The school says so.", by="cleo"):
    return CorrectionAnswered(
        case="c",
        correction="k1",
        individual="p",
        path="birth-place",
        verdict=verdict,
        reason=reason,
        by=by,
        at=AT,
    )


def reviewed(verdict=ReviewVerdict.CONFIRM, reason="I read it.", by="rita"):
    return RefusalReviewed(
        case="c", correction="k1", individual="p", verdict=verdict, reason=reason, by=by, at=AT
    )


REFUSAL = Waiting(status=C.REFUSAL_PROPOSED, answered_by="cleo")


def test_a_request_says_what_is_wanted():
    assert ask_correction(ASKED, CLERK) == ASKED
    with pytest.raises(ReasonMissing):
        ask_correction(replace(ASKED, wanted=None), CLERK)
    with pytest.raises(NotAllowed):
        ask_correction(ASKED, {Role.DPO})


@pytest.mark.parametrize("verdict", [CorrectionVerdict.PARTLY, CorrectionVerdict.REFUSED])
def test_anything_but_as_asked_says_why(verdict):
    with pytest.raises(ReasonMissing):
        answer_correction(Waiting(), answered(verdict, reason=" "), CLERK)
    assert answer_correction(Waiting(), answered(verdict), CLERK)


def test_as_asked_needs_no_more_words():
    made = answered(CorrectionVerdict.APPROVED, reason="")
    assert answer_correction(Waiting(), made, CLERK) == made


def test_nobody_refuses_alone():
    with pytest.raises(SecondPersonNeeded):
        review_refusal(REFUSAL, reviewed(by="cleo"), CLERK)
    assert review_refusal(REFUSAL, reviewed(), CLERK)
    with pytest.raises(ReasonMissing):
        review_refusal(REFUSAL, reviewed(reason=""), CLERK)


@pytest.mark.parametrize("status", [s for s in C if s is not C.ASKED])
@pytest.mark.parametrize("verdict", list(CorrectionVerdict))
def test_what_is_answered_is_not_answered_again(status, verdict):
    with pytest.raises(StepNotOpen):
        answer_correction(Waiting(status=status), answered(verdict), CLERK)


@pytest.mark.parametrize("status", [s for s in C if s is not C.REFUSAL_PROPOSED])
@pytest.mark.parametrize("verdict", list(ReviewVerdict))
def test_only_a_proposed_refusal_has_a_second_person(status, verdict):
    with pytest.raises(StepNotOpen):
        review_refusal(Waiting(status=status, answered_by="cleo"), reviewed(verdict), CLERK)


def test_refused_is_reached_only_through_two_steps():
    before = {s.before for s in CORRECTION.steps if s.after is C.REFUSED and s.event != TOLD.kind}
    assert before == {C.REFUSAL_PROPOSED}
    assert set(AFTER_ANSWER) == set(CorrectionVerdict)
    assert set(AFTER_REVIEW) == set(ReviewVerdict)
    assert C.REFUSED not in AFTER_ANSWER.values()


TOLD = CorrectionTold(
    case="c",
    correction="k1",
    individual="p",
    how=ToldHow.IN_PERSON,
    language="uk",
    by="cleo",
    at=AT,
)


@pytest.mark.parametrize("status", [C.APPROVED, C.PARTLY, C.REFUSED])
def test_the_person_is_told_what_came_of_it_once(status):
    assert tell_correction(Waiting(status=status), TOLD, CLERK, explained=True) == TOLD
    assert CORRECTION.take(status, TOLD.kind, CLERK) is status
    with pytest.raises(StepNotOpen):
        tell_correction(Waiting(status=status, told_at="before"), TOLD, CLERK, explained=True)
    with pytest.raises(RemediesUntold):
        tell_correction(Waiting(status=status), TOLD, CLERK, explained=False)
    with pytest.raises(NotAllowed):
        tell_correction(Waiting(status=status), TOLD, {Role.TRACING}, explained=True)


@pytest.mark.parametrize("status", [C.ASKED, C.REFUSAL_PROPOSED])
def test_nobody_is_told_of_what_is_not_decided(status):
    with pytest.raises(StepNotOpen):
        tell_correction(Waiting(status=status), TOLD, CLERK, explained=True)


ASKERS = {Role.CLERK, Role.INTERVIEWER, Role.REVIEWER, Role.PROTECTION}
ANSWERERS = ASKERS - {Role.PROTECTION}


@pytest.mark.parametrize("role", list(Role))
def test_who_hears_a_wish_may_note_it_and_who_answers_for_records_may_answer_it(role):
    for may, step in (
        (ASKERS, lambda: ask_correction(ASKED, {role})),
        (
            ANSWERERS,
            lambda: answer_correction(Waiting(), answered(CorrectionVerdict.APPROVED), {role}),
        ),
        (ANSWERERS, lambda: review_refusal(REFUSAL, reviewed(), {role})),
        (
            ANSWERERS,
            lambda: tell_correction(Waiting(status=C.PARTLY), TOLD, {role}, explained=True),
        ),
    ):
        if role in may:
            assert step()
        else:
            with pytest.raises(NotAllowed):
                step()


def test_the_whole_table_of_a_correction():
    assert {(s.before, s.event, s.after, s.needs_reason) for s in CORRECTION.steps} == {
        (None, "correction-asked", C.ASKED, False),
        (C.ASKED, "correction-answered", C.APPROVED, False),
        (C.ASKED, "correction-answered", C.PARTLY, True),
        (C.ASKED, "correction-answered", C.REFUSAL_PROPOSED, True),
        (C.REFUSAL_PROPOSED, "refusal-reviewed", C.REFUSED, True),
        (C.REFUSAL_PROPOSED, "refusal-reviewed", C.ASKED, True),
        (C.APPROVED, "correction-told", C.APPROVED, False),
        (C.PARTLY, "correction-told", C.PARTLY, False),
        (C.REFUSED, "correction-told", C.REFUSED, False),
    }


def test_each_refusal_names_the_request_or_what_is_missing():
    for step, facts in (
        (lambda: ask_correction(replace(ASKED, wanted=None), CLERK), {"fact": "wanted"}),
        (lambda: review_refusal(REFUSAL, reviewed(by="cleo"), CLERK), {"correction": "k1"}),
        (lambda: review_refusal(REFUSAL, reviewed(reason=" "), CLERK), {"fact": "reason"}),
        (
            lambda: tell_correction(Waiting(status=C.REFUSED), TOLD, CLERK, explained=False),
            {"correction": "k1"},
        ),
        (
            lambda: tell_correction(
                Waiting(status=C.REFUSED, told_at="x"), TOLD, CLERK, explained=True
            ),
            {"machine": "correction", "state": "refused", "event": "correction-told"},
        ),
    ):
        with pytest.raises(RuleBroken) as caught:
            step()
        assert caught.value.facts == facts
