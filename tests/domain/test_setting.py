"""A setting that touches people takes a reason, two administrators, and stays in bounds."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.config import LEAST_COMMENT_DAYS, MOST_BETWEEN_OPINIONS, RegistryConfig
from intake.domain.codes import ChangeStatus, Role, Setting
from intake.domain.event import SettingProposed
from intake.domain.figures import FEWEST
from intake.domain.identity import PROGRAM, PeopleOnly, refuse_program
from intake.domain.machine import Actor
from intake.domain.setting import (
    BOUNDS,
    MACHINE,
    Change,
    ChangeWaits,
    SettingOutOfBounds,
    SettingUnchanged,
    Wanted,
    confirm,
    decline,
    kept_until,
    propose,
)
from intake.errors import AlreadyDecided, NotAllowed, ReasonMissing, SecondPersonNeeded
from tests.builders import NOON

ADA = Actor("ada", (Role.ADMINISTRATOR,), NOON)
ALAN = Actor("alan", (Role.ADMINISTRATOR,), NOON)
WANTED = Wanted("c1", Setting.COMMENT_DAYS, 10, " People come from far. ")
WAITS = Change(
    "c1",
    Setting.COMMENT_DAYS,
    10,
    3,
    "People come from far.",
    ChangeStatus.PROPOSED,
    "ada",
    NOON.isoformat(),
)


def proposal(wanted: Wanted = WANTED, holds: int = 3, by: Actor = ADA) -> SettingProposed:
    return propose(wanted, holds=holds, waiting=(), by=by)


def test_a_proposal_says_what_is_to_hold_what_held_and_why() -> None:
    made = proposal()
    assert (made.case, made.setting, made.value, made.was) == ("", Setting.COMMENT_DAYS, 10, 3)
    assert (made.reason, made.by, made.at) == ("People come from far.", "ada", NOON)


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_nobody_proposes_without_a_reason(reason: str) -> None:
    with pytest.raises(ReasonMissing) as caught:
        proposal(replace(WANTED, reason=reason))
    assert caught.value.facts["path"] == "reason"


@given(st.sampled_from(Setting), st.integers(-1000, 1000))
def test_a_value_is_taken_exactly_within_its_bounds(setting: Setting, value: int) -> None:
    bounds = BOUNDS[setting]
    wanted = Wanted("c", setting, value, "A reason.")
    if bounds.least <= value <= bounds.most:
        assert proposal(wanted, holds=bounds.least - 1).value == value
    else:
        with pytest.raises(SettingOutOfBounds) as caught:
            proposal(wanted, holds=bounds.usual)
        assert caught.value.facts["least"] == bounds.least
        assert caught.value.facts["most"] == bounds.most


def test_the_bounds_are_those_of_the_rules_and_of_the_file() -> None:
    assert set(BOUNDS) == set(Setting)
    assert BOUNDS[Setting.COMMENT_DAYS].least == LEAST_COMMENT_DAYS == 3
    assert BOUNDS[Setting.SECOND_OPINIONS].most == MOST_BETWEEN_OPINIONS
    assert BOUNDS[Setting.FEWEST_SHOWN].least == FEWEST
    assert BOUNDS[Setting.COMMENT_DAYS].usual == RegistryConfig.comment_days
    assert BOUNDS[Setting.SECOND_OPINIONS].usual == RegistryConfig.second_opinions
    assert all(b.least <= b.usual <= b.most for b in BOUNDS.values())


def test_what_holds_already_is_no_change() -> None:
    with pytest.raises(SettingUnchanged):
        proposal(holds=10)


def test_one_change_of_a_setting_waits_at_a_time() -> None:
    with pytest.raises(ChangeWaits):
        propose(WANTED, holds=3, waiting={Setting.COMMENT_DAYS}, by=ADA)
    assert propose(WANTED, holds=3, waiting={Setting.KEEP_YEARS}, by=ADA).value == 10


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_no_other_role_takes_any_step(role: Role) -> None:
    other = Actor("somebody", (role,), NOON)
    for step in (
        lambda: proposal(by=other),
        lambda: confirm(WAITS, by=other),
        lambda: decline(WAITS, reason="No.", by=other),
    ):
        with pytest.raises(NotAllowed):
            step()


def test_a_second_administrator_confirms_and_the_event_names_the_first() -> None:
    event = confirm(WAITS, by=ALAN)
    assert (event.case, event.change, event.value) == ("", "c1", 10)
    assert (event.proposed_by, event.by) == ("ada", "alan")


def test_nobody_confirms_their_own_proposal() -> None:
    with pytest.raises(SecondPersonNeeded):
        confirm(WAITS, by=ADA)


@pytest.mark.parametrize("by", [ADA, ALAN])
def test_either_can_leave_it_as_it_is_with_a_reason(by: Actor) -> None:
    assert decline(WAITS, reason=" Too long. ", by=by).reason == "Too long."
    with pytest.raises(ReasonMissing):
        decline(WAITS, reason=" ", by=by)


@pytest.mark.parametrize("status", [ChangeStatus.IN_FORCE, ChangeStatus.DECLINED])
def test_an_answered_change_is_answered_for_good(status: ChangeStatus) -> None:
    answered = replace(WAITS, status=status, answered_by="alan")
    with pytest.raises(AlreadyDecided):
        confirm(answered, by=ALAN)
    with pytest.raises(AlreadyDecided):
        decline(answered, reason="No.", by=ALAN)
    assert list(MACHINE.open_events(status, ADA.roles)) == []


@pytest.mark.parametrize("by", sorted(PROGRAM))
def test_the_program_itself_changes_no_setting(by: str) -> None:
    for event in (proposal(), confirm(WAITS, by=ALAN)):
        with pytest.raises(PeopleOnly):
            refuse_program(replace(event, by=by))


def test_a_record_is_kept_to_the_same_day_years_later() -> None:
    assert kept_until(date(2026, 11, 22), 5) == date(2031, 11, 22)
    assert kept_until(date(2024, 2, 29), 1) == date(2025, 3, 1)
