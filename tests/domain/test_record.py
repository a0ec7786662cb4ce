"""A record: out of use with a code, back in one step, closed by two, never made anew."""

from dataclasses import replace
from datetime import timedelta

import pytest

from intake.domain.codes import InactiveReason, RecordState, Role
from intake.domain.machine import Actor, StepNotOpen
from intake.domain.record import (
    ATTEMPTS,
    MACHINE,
    SILENT_FOR,
    ContactNotTried,
    LinkMissing,
    Standing,
    ask_close,
    ask_reopen,
    close,
    come_back,
    inactivate,
    keep_closed,
    reopen,
    tried,
)
from intake.errors import NotAllowed, ReasonMissing, SecondPersonNeeded
from tests.builders import NOON

CLERK = Actor("k1", (Role.CLERK,), NOON)
OTHER = Actor("k2", (Role.REVIEWER,), NOON)
TALKER = Actor("i1", (Role.INTERVIEWER,), NOON)
OPEN = Standing("c", "p", heard=NOON - timedelta(days=30))
SILENT = replace(OPEN, heard=NOON - SILENT_FOR, tries=ATTEMPTS)
AWAY = replace(OPEN, state=RecordState.INACTIVE, code=InactiveReason.LEFT)
ASKED = replace(AWAY, state=RecordState.CLOSE_ASKED, asked_by="k1")
CLOSED = replace(AWAY, state=RecordState.CLOSED)
WISHED = replace(CLOSED, state=RecordState.REOPEN_ASKED, asked_by="k1")
NO_CONTACT = InactiveReason.NO_CONTACT


@pytest.mark.parametrize(
    "code", [c for c in InactiveReason if c not in (NO_CONTACT, InactiveReason.DUPLICATE)]
)
def test_a_record_goes_out_of_use_with_a_code_and_a_reason(code: InactiveReason) -> None:
    assert inactivate(OPEN, code=code, reason="as told", by=CLERK).code is code
    with pytest.raises(ReasonMissing):
        inactivate(OPEN, code=code, reason=" ", by=CLERK)


def test_want_of_contact_takes_a_year_and_two_tries() -> None:
    assert inactivate(SILENT, code=NO_CONTACT, reason="two calls", by=CLERK).code is NO_CONTACT
    for early in (
        replace(SILENT, heard=SILENT.heard + timedelta(days=1)),
        replace(SILENT, tries=ATTEMPTS - 1),
    ):
        with pytest.raises(ContactNotTried):
            inactivate(early, code=NO_CONTACT, reason="two calls", by=CLERK)


def test_a_duplicate_is_a_linked_record() -> None:
    with pytest.raises(LinkMissing):
        inactivate(OPEN, code=InactiveReason.DUPLICATE, reason="twice", by=CLERK)
    linked = replace(OPEN, linked=True)
    assert inactivate(linked, code=InactiveReason.DUPLICATE, reason="twice", by=CLERK)


@pytest.mark.parametrize("state", [RecordState.INACTIVE, RecordState.CLOSE_ASKED])
def test_whoever_comes_back_is_back_in_one_step_by_anybody(state: RecordState) -> None:
    back = come_back(replace(OPEN, state=state), by=TALKER)
    assert (back.individual, back.by) == ("p", "i1")
    assert MACHINE.take(state, back.kind, TALKER.roles) is RecordState.OPEN


def test_a_record_in_use_does_not_come_back_and_is_not_closed() -> None:
    with pytest.raises(StepNotOpen):
        come_back(OPEN, by=CLERK)
    with pytest.raises(StepNotOpen):
        ask_close(OPEN, reason="x", by=CLERK)


def test_v16_two_people_close_a_record() -> None:
    assert ask_close(AWAY, reason="he asked", by=CLERK).reason == "he asked"
    with pytest.raises(StepNotOpen):
        close(AWAY, reason="yes", by=OTHER)
    with pytest.raises(SecondPersonNeeded):
        close(ASKED, reason="yes", by=CLERK)
    assert close(ASKED, reason="yes", by=OTHER).asked_by == "k1"


@pytest.mark.parametrize("state", [RecordState.CLOSED, RecordState.REOPEN_ASKED])
def test_a_closed_record_does_not_come_back_by_one_person(state: RecordState) -> None:
    for by in (TALKER, CLERK, OTHER):
        with pytest.raises(StepNotOpen):
            come_back(replace(OPEN, state=state), by=by)


def test_v16_two_people_open_a_closed_record_again() -> None:
    assert ask_reopen(CLOSED, reason="she is back", by=CLERK).reason == "she is back"
    with pytest.raises(StepNotOpen):
        reopen(CLOSED, reason="yes", by=OTHER)
    with pytest.raises(SecondPersonNeeded):
        reopen(replace(WISHED, asked_by=OTHER.id), reason="yes", by=OTHER)
    done = reopen(WISHED, reason="yes", by=OTHER)
    assert (done.asked_by, done.by) == ("k1", "k2")
    assert MACHINE.take(WISHED.state, done.kind, OTHER.roles) is RecordState.OPEN


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.REVIEWER])
def test_only_a_reviewer_is_the_second_person_of_an_opening(role: Role) -> None:
    with pytest.raises(NotAllowed):
        reopen(WISHED, reason="yes", by=Actor("x", (role,), NOON))


@pytest.mark.parametrize("role", [Role.INTERVIEWER, Role.TRACING, Role.DPO, Role.ADMINISTRATOR])
def test_only_keepers_ask_for_an_opening_or_leave_a_record_closed(role: Role) -> None:
    by = Actor("x", (role,), NOON)
    with pytest.raises(NotAllowed):
        ask_reopen(CLOSED, reason="she is back", by=by)
    with pytest.raises(NotAllowed):
        keep_closed(WISHED, reason="no", by=by)


@pytest.mark.parametrize("by", [CLERK, OTHER])
def test_a_record_stays_closed_by_the_word_of_either(by: Actor) -> None:
    kept = keep_closed(WISHED, reason="another person", by=by)
    assert MACHINE.take(WISHED.state, kept.kind, by.roles) is RecordState.CLOSED
    for step in (ask_reopen, reopen, keep_closed):
        with pytest.raises(ReasonMissing):
            step(WISHED, reason=" ", by=by)


def test_an_interviewer_opens_and_does_not_shut() -> None:
    with pytest.raises(NotAllowed):
        inactivate(OPEN, code=InactiveReason.LEFT, reason="x", by=TALKER)
    with pytest.raises(NotAllowed):
        tried(OPEN, reason="x", by=TALKER)
    assert tried(OPEN, reason="a call", by=CLERK).reason == "a call"


KEEPERS = "clerk reviewer protection"
# From where, by which event, to where, by whom, and whether it says why.
WHOLE = (
    ("open", "contact-tried", "open", KEEPERS, True),
    ("open", "record-inactivated", "inactive", KEEPERS, True),
    ("inactive", "record-returned", "open", KEEPERS + " interviewer tracing", False),
    ("close-asked", "record-returned", "open", KEEPERS + " interviewer tracing", False),
    ("inactive", "close-asked", "close-asked", KEEPERS, True),
    ("close-asked", "record-closed", "closed", KEEPERS, True),
    ("closed", "reopen-asked", "reopen-asked", KEEPERS, True),
    ("reopen-asked", "record-reopened", "open", "reviewer", True),
    ("reopen-asked", "reopen-declined", "closed", KEEPERS, True),
)


def test_the_whole_table_of_a_record() -> None:
    assert [(s.before, s.event, s.after, s.roles, s.needs_reason) for s in MACHINE.steps] == [
        (before, event, after, {Role(role) for role in roles.split()}, why)
        for before, event, after, roles, why in WHOLE
    ]


def test_the_refusal_for_want_of_contact_tells_the_days_and_the_tries() -> None:
    with pytest.raises(ContactNotTried) as caught:
        inactivate(OPEN, code=NO_CONTACT, reason="x", by=CLERK)
    assert caught.value.facts == {"days": 30, "attempts": 0}
    assert (SILENT_FOR.days, ATTEMPTS) == (365, 2)


def test_every_step_names_the_record_its_case_and_who_took_it() -> None:
    for event, by in (
        (tried(OPEN, reason=" called ", by=CLERK), CLERK),
        (ask_close(AWAY, reason=" called ", by=CLERK), CLERK),
        (close(ASKED, reason=" called ", by=OTHER), OTHER),
        (ask_reopen(CLOSED, reason=" called ", by=CLERK), CLERK),
        (reopen(WISHED, reason=" called ", by=OTHER), OTHER),
        (keep_closed(WISHED, reason=" called ", by=CLERK), CLERK),
    ):
        assert (event.case, event.individual, event.reason) == ("c", "p", "called")
        assert (event.by, event.at) == (by.id, by.at)
    assert close(ASKED, reason="x", by=OTHER).asked_by == "k1"
    assert reopen(WISHED, reason="x", by=OTHER).asked_by == "k1"
