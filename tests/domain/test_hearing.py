"""The person hears the whole decision and can say something before it is final."""

from calendar import monthrange
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import CommentVerdict, LookAgain, Role, ToldHow
from intake.domain.codes import IdentityState as S
from intake.domain.hearing import (
    LEAST_DAYS,
    LOOK_AGAIN_MONTHS,
    RemediesUntold,
    Standing,
    WindowOpen,
    answer_comment,
    ask_more,
    comment,
    information_came,
    make_final,
    months_after,
    reopen,
    tell,
    working_days_after,
)
from intake.domain.machine import Actor, StepNotOpen
from intake.errors import NotAllowed, ReasonMissing, SecondPersonNeeded

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)  # a Friday
WEEKEND = frozenset({5, 6})
RITA = Actor("rita", {Role.REVIEWER}, AT)
IVAN = Actor("ivan", {Role.INTERVIEWER}, AT)
DECIDED = Standing("c1", "d1", "p1", S.DECIDED, proposed_by="ivan")
TOLD = replace(DECIDED, state=S.COMMENT_WINDOW, comment_until="2026-11-25")
COMMENTED = replace(TOLD, state=S.COMMENTED)


def told(on=DECIDED, explained=True, by=IVAN):
    return tell(
        on,
        how=ToldHow.IN_PERSON,
        language="uk",
        until=date(2026, 11, 25),
        explained=explained,
        by=by,
    )


def answered(on=COMMENTED, verdict=CommentVerdict.STAYS, reason="The paper says it.", by=RITA):
    return answer_comment(on, comment="k1", verdict=verdict, reason=reason, by=by)


@pytest.mark.parametrize(
    ("day", "days", "off", "last"),
    [
        (date(2026, 11, 20), 3, WEEKEND, date(2026, 11, 25)),  # Friday to Wednesday
        (date(2026, 11, 23), 3, WEEKEND, date(2026, 11, 26)),
        (date(2026, 11, 18), 3, frozenset({4, 5}), date(2026, 11, 23)),  # Friday is no workday
        (date(2026, 12, 31), 1, frozenset(), date(2027, 1, 1)),
    ],
)
def test_days_to_comment_are_working_days(day, days, off, last):
    assert working_days_after(day, days, off) == last


@given(
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.integers(3, 60),
    st.sets(st.integers(0, 6), max_size=6),
)
def test_nobody_gets_fewer_days_than_promised(day, days, off):
    last = working_days_after(day, days, off)
    between = [day + timedelta(days=n) for n in range(1, (last - day).days + 1)]
    assert sum(d.weekday() not in off for d in between) == days
    assert last.weekday() not in off


def test_the_person_hears_it_and_how_to_disagree():
    event = told()
    assert (event.kind, event.comment_until, event.language) == (
        "decision-told",
        "2026-11-25",
        "uk",
    )
    with pytest.raises(RemediesUntold):
        told(explained=False)


@pytest.mark.parametrize("state", [s for s in S if s is not S.DECIDED])
def test_only_what_two_people_decided_is_told(state):
    with pytest.raises(StepNotOpen):
        told(replace(DECIDED, state=state))


@pytest.mark.parametrize("role", [Role.CLERK, Role.PROTECTION, Role.TRACING, Role.DPO])
def test_telling_belongs_to_those_who_can_answer_for_it(role):
    with pytest.raises(NotAllowed):
        told(by=replace(IVAN, roles={role}))


def test_a_comment_is_kept_word_for_word():
    words = "  Я цього не казала!\nМоє село інше. "
    said = comment(TOLD, comment="k1", words=words, said_in="uk", by=IVAN)
    assert said.words == words
    with pytest.raises(ReasonMissing):
        comment(TOLD, comment="k1", words=" ", said_in="uk", by=IVAN)


def test_a_comment_is_answered_by_somebody_who_has_not_proposed():
    assert answered().reason == "The paper says it."
    with pytest.raises(SecondPersonNeeded):
        answered(by=Actor("ivan", {Role.REVIEWER}, AT))


@pytest.mark.parametrize("verdict", list(CommentVerdict))
def test_an_answer_says_why(verdict):
    with pytest.raises(ReasonMissing):
        answered(verdict=verdict, reason=" ")
    with pytest.raises(StepNotOpen):
        answered(TOLD, verdict=verdict)


@pytest.mark.parametrize("day", [20, 24, 25])
def test_nothing_is_final_while_the_person_can_comment(day):
    later = replace(RITA, at=AT.replace(day=day))
    with pytest.raises(WindowOpen) as caught:
        make_final(TOLD, later)
    assert caught.value.facts == {"until": "2026-11-25"}


def test_the_day_after_it_can_become_final():
    assert make_final(TOLD, replace(RITA, at=AT.replace(day=26))).decision == "d1"
    with pytest.raises(StepNotOpen):
        make_final(COMMENTED, replace(RITA, at=AT.replace(day=26)))


@pytest.mark.parametrize("why", list(LookAgain))
def test_what_is_final_is_opened_again_with_a_reason(why):
    final = replace(TOLD, state=S.FINAL)
    assert reopen(final, why=why, reason="A school letter came.", by=IVAN).why is why
    with pytest.raises(ReasonMissing):
        reopen(final, why=why, reason="", by=IVAN)
    with pytest.raises(StepNotOpen):
        reopen(TOLD, why=why, reason="A school letter came.", by=IVAN)


def test_more_is_asked_before_proposing_and_never_for_ever():
    assessing = replace(DECIDED, state=S.ASSESSING, decision="")
    asked = ask_more(assessing, reason="A letter.", until=date(2026, 12, 4), by=IVAN)
    assert asked.until == "2026-12-04"
    waiting = replace(assessing, state=S.MORE_INFORMATION)
    assert information_came(waiting, reason="Nothing came.", by=IVAN)
    with pytest.raises(StepNotOpen):
        information_came(assessing, reason="Nothing came.", by=IVAN)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 20), 24, date(2028, 11, 20)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, then):
    assert months_after(day, months) == then


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(0, 120))
def test_months_on_lies_the_same_day_or_the_last_of_a_shorter_month(day, months):
    then = months_after(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day == min(day.day, monthrange(then.year, then.month)[1])


@pytest.mark.parametrize("months", range(25))
def test_from_the_end_of_a_month_the_last_day_of_each_month_is_reached(months):
    then = months_after(date(2027, 1, 31), months)
    assert then.day == monthrange(then.year, then.month)[1]
    assert (then.year - 2027) * 12 + then.month - 1 == months


def test_three_working_days_and_two_years_are_promised():
    assert (LEAST_DAYS, LOOK_AGAIN_MONTHS) == (3, 24)


def test_refusals_name_the_decision_and_nobody():
    with pytest.raises(RemediesUntold) as untold:
        told(explained=False)
    with pytest.raises(SecondPersonNeeded) as same:
        answered(by=Actor("ivan", {Role.REVIEWER}, AT))
    assert untold.value.facts == same.value.facts == {"decision": "d1"}


@pytest.mark.parametrize(
    ("state", "holds"), [(S.FINAL, "window"), (S.PROPOSED, "window"), (S.COMMENT_WINDOW, "")]
)
def test_only_a_decision_that_can_be_commented_becomes_final(state, holds):
    later = replace(RITA, at=AT.replace(day=26))
    if holds:
        with pytest.raises(StepNotOpen):
            make_final(replace(TOLD, state=state), later)
    else:
        assert make_final(replace(TOLD, state=state), later).kind == "decision-made-final"


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.INTERVIEWER, Role.REVIEWER)])
def test_a_decision_is_made_final_and_opened_again_by_those_who_can_answer_for_it(role):
    somebody = Actor("somebody", {role}, AT.replace(day=26))
    with pytest.raises(NotAllowed):
        make_final(TOLD, somebody)
    with pytest.raises(NotAllowed):
        reopen(replace(TOLD, state=S.FINAL), why=LookAgain.NEW_EVIDENCE, reason="x", by=somebody)


def test_every_step_carries_the_case_the_person_who_and_when():
    final = replace(RITA, at=AT.replace(day=26))
    assessing = replace(DECIDED, state=S.ASSESSING)
    for event, by in (
        (told(), IVAN),
        (comment(TOLD, comment="k1", words="No.", said_in="uk", by=IVAN), IVAN),
        (answered(), RITA),
        (make_final(TOLD, final), final),
        (ask_more(assessing, reason="A letter.", until=date(2026, 12, 4), by=IVAN), IVAN),
    ):
        assert (event.case, event.individual) == ("c1", "p1")
        assert (event.by, event.at) == (by.id, by.at)
