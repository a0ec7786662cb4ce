"""A table of steps: what it lists can happen, nothing else can."""

from enum import StrEnum

import pytest

from intake.domain.codes import Role
from intake.domain.machine import Machine, Step, StepNotOpen
from intake.errors import NotAllowed


class Door(StrEnum):
    SHUT = "shut"
    OPEN = "open"
    AJAR = "ajar"


CLERKS = frozenset({Role.CLERK})
DOOR = Machine(
    "door",
    (
        Step(None, "built", Door.SHUT),
        Step(Door.SHUT, "pushed", Door.OPEN, CLERKS),
        Step(Door.SHUT, "pushed", Door.AJAR, CLERKS),
        Step(Door.OPEN, "pulled", Door.SHUT, frozenset({Role.REVIEWER}), needs_reason=True),
    ),
)


def test_a_step_of_the_table_can_be_taken():
    assert DOOR.take(Door.SHUT, "pushed", [Role.CLERK]) is Door.OPEN


def test_where_an_event_leads_to_several_places_the_caller_says_which():
    assert DOOR.take(Door.SHUT, "pushed", [Role.CLERK], to=Door.AJAR) is Door.AJAR


@pytest.mark.parametrize("state", [None, Door.OPEN, Door.AJAR])
def test_a_step_from_elsewhere_is_refused_with_codes_only(state):
    with pytest.raises(StepNotOpen) as refused:
        DOOR.take(state, "pushed", [Role.CLERK])
    facts = {"machine": "door", "state": state.value if state else "", "event": "pushed"}
    assert refused.value.facts == facts


def test_a_step_that_belongs_to_another_role_is_refused():
    with pytest.raises(NotAllowed):
        DOOR.take(Door.SHUT, "pushed", [Role.REVIEWER])


def test_the_program_takes_the_steps_that_belong_to_nobody():
    assert DOOR.take(None, "built", []) is Door.SHUT


def test_a_page_can_list_what_somebody_may_do_now():
    assert list(DOOR.open_events(Door.OPEN, [Role.REVIEWER])) == ["pulled"]
    assert not list(DOOR.open_events(Door.OPEN, [Role.CLERK]))
    assert not list(DOOR.open_events(None, [Role.CLERK]))


def test_a_step_tells_whether_it_must_say_why():
    assert DOOR.step(Door.OPEN, "pulled").needs_reason
