"""Asking that somebody uninvolved looks again: always possible, and late with a reason."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import IdentityState as S
from intake.domain.codes import RecheckVerdict, Role
from intake.domain.hearing import Standing
from intake.domain.machine import Actor, StepNotOpen
from intake.domain.recheck import (
    IN_TIME,
    LateUnexplained,
    Recheck,
    UninvolvedNeeded,
    answer,
    ask,
)
from intake.errors import NotAllowed, ReasonMissing

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TOLD = date(2026, 11, 1)
HELD = Standing("c1", "d1", "p1", S.FINAL, proposed_by="ivan")
ASKED = replace(HELD, state=S.REVIEW_REQUESTED)
PETRA = Actor("petra", {Role.PROTECTION}, AT)
NADIA = Actor("nadia", {Role.REVIEWER}, AT)
WAITING = Recheck("k1", involved=("ivan", "rita", "officer-1"), is_final=True)


def asked(on=HELD, words="Look at my letter.", told=TOLD, late="", by=PETRA):
    return ask(on, recheck="k1", words=words, told=told, late=late, by=by)


def answered(
    waiting=WAITING, verdict=RecheckVerdict.UPHELD, reason=" Nothing new. ", by=NADIA, on=ASKED
):
    return answer(on, waiting, verdict=verdict, reason=reason, by=by)


def test_what_the_person_asks_is_kept_word_for_word_and_names_the_decision():
    words = "  Подивіться\nще раз. "
    event = asked(words=words)
    assert event.words == words
    assert (event.case, event.recheck, event.decision, event.individual) == (
        "c1",
        "k1",
        "d1",
        "p1",
    )
    assert (event.by, event.at, event.late) == ("petra", AT, "")


@pytest.mark.parametrize("words", ["", " \n"])
def test_somebody_who_asks_says_something(words):
    with pytest.raises(ReasonMissing) as caught:
        asked(words=words)
    assert caught.value.facts == {"fact": "words"}


@given(st.integers(0, 400))
def test_within_thirty_days_of_hearing_it_nobody_says_why_only_now(days):
    told = AT.date() - timedelta(days=days)
    if days <= 30:
        assert asked(told=told).late == ""
    else:
        for late in ("", "  "):
            with pytest.raises(LateUnexplained) as caught:
                asked(told=told, late=late)
            assert caught.value.facts == {"decision": "d1"}
        assert asked(told=told, late=" I was in hospital. ").late == "I was in hospital."


def test_thirty_days_are_promised():
    assert timedelta(days=30) == IN_TIME


@pytest.mark.parametrize("state", list(S))
def test_it_can_be_asked_once_the_person_heard_and_while_nobody_looks_again(state):
    if state in (S.COMMENT_WINDOW, S.FINAL):
        assert asked(replace(HELD, state=state))
    else:
        with pytest.raises(StepNotOpen):
            asked(replace(HELD, state=state))


@pytest.mark.parametrize("role", list(Role))
def test_whoever_hears_people_notes_it_and_only_a_reviewer_answers(role):
    hears = role in (Role.INTERVIEWER, Role.PROTECTION, Role.REVIEWER)
    for may, step in (
        (hears, lambda: asked(by=replace(PETRA, roles={role}))),
        (role is Role.REVIEWER, lambda: answered(by=replace(NADIA, roles={role}))),
    ):
        if may:
            assert step()
        else:
            with pytest.raises(NotAllowed):
                step()


@pytest.mark.parametrize("who", WAITING.involved)
def test_nobody_who_worked_on_it_looks_again(who):
    with pytest.raises(UninvolvedNeeded) as caught:
        answered(by=replace(NADIA, id=who))
    assert caught.value.facts == {"decision": "d1"}


@pytest.mark.parametrize("is_final", [True, False])
@pytest.mark.parametrize("verdict", list(RecheckVerdict))
def test_an_answer_names_what_it_answers_and_says_why(is_final, verdict):
    waiting = replace(WAITING, is_final=is_final)
    event = answered(waiting, verdict)
    assert (event.recheck, event.decision, event.individual) == ("k1", "d1", "p1")
    assert (event.verdict, event.reason, event.by) == (verdict, "Nothing new.", "nadia")
    with pytest.raises(ReasonMissing):
        answered(waiting, verdict, reason=" ")


@pytest.mark.parametrize("state", [s for s in S if s is not S.REVIEW_REQUESTED])
def test_nothing_is_answered_that_nobody_asks(state):
    with pytest.raises(StepNotOpen):
        answered(on=replace(ASKED, state=state))
