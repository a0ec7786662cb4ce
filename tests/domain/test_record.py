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
    close,
    come_back,
    inactivate,
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


@pytest.mark.parametrize("state", [s for s in RecordState if s is not RecordState.OPEN])
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


def test_an_interviewer_opens_and_does_not_shut() -> None:
    with pytest.raises(NotAllowed):
        inactivate(OPEN, code=InactiveReason.LEFT, reason="x", by=TALKER)
    with pytest.raises(NotAllowed):
        tried(OPEN, reason="x", by=TALKER)
    assert tried(OPEN, reason="a call", by=CLERK).reason == "a call"
