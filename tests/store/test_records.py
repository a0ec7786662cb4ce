"""Where records stand: two people close one, and two put it back in use."""

from typing import Any

import pytest

from intake.domain.codes import InactiveReason, RecordState
from intake.domain.event import (
    CloseAsked,
    ContactTried,
    Event,
    RecordClosed,
    RecordInactivated,
    RecordReopened,
    RecordReturned,
    ReopenAsked,
    ReopenDeclined,
)
from intake.store import Store
from intake.store.engine import IntegrityError
from tests.builders import NOON, Group, a_group

WHY = "Nobody has seen them."
TWO_PEOPLE = "two people put a closed record back in use"
TO = "UPDATE record_states SET state = ?, reopen_asked_by = ?, reopened_by = ?"


@pytest.fixture
def group(store: Store) -> Group:
    """Two people of one group."""
    made = a_group("Олена Тест", "Petro Test")
    store.record(*made.events)
    return made


def common(group: Group, by: str) -> dict[str, Any]:
    return {"case": group.case, "individual": group.people[0], "by": by, "at": NOON}


def not_in_use(group: Group) -> RecordInactivated:
    return RecordInactivated(code=InactiveReason.NO_CONTACT, reason=WHY, **common(group, "petra"))


def close_asked(group: Group) -> CloseAsked:
    return CloseAsked(reason=WHY, **common(group, "petra"))


def closed(group: Group, by: str = "rita") -> RecordClosed:
    return RecordClosed(asked_by="petra", reason=WHY, **common(group, by))


def reopen_asked(group: Group, by: str = "petra") -> ReopenAsked:
    return ReopenAsked(reason="She came back.", **common(group, by))


def reopened(group: Group, by: str) -> RecordReopened:
    return RecordReopened(asked_by="petra", reason="Yes.", **common(group, by))


def declined(group: Group, by: str) -> ReopenDeclined:
    return ReopenDeclined(reason="No.", **common(group, by))


def state(store: Store, group: Group) -> tuple[RecordState, InactiveReason | None, str]:
    return store.records.state(group.people[0])


@pytest.fixture
def shut(store: Store, group: Group) -> Store:
    """A store with one closed record."""
    store.record(not_in_use(group), close_asked(group), closed(group))
    return store


def test_a_record_nothing_happened_to_is_in_use(store: Store, group: Group) -> None:
    assert state(store, group) == (RecordState.OPEN, None, "")
    assert store.records.states(group.people) == {}


def test_every_step_is_kept_with_its_reason_and_who_took_it(store: Store, group: Group) -> None:
    tried = ContactTried(reason="Called twice.", **common(group, "petra"))
    steps: tuple[Event, ...] = (
        tried,
        not_in_use(group),
        RecordReturned(**common(group, "nadia")),
        not_in_use(group),
        close_asked(group),
    )
    store.record(*steps)
    assert [(s.what, s.code, s.reason, s.by) for s in store.records.steps(group.people[0])] == [
        ("contact-tried", None, "Called twice.", "petra"),
        ("record-inactivated", InactiveReason.NO_CONTACT, WHY, "petra"),
        ("record-returned", None, "", "nadia"),
        ("record-inactivated", InactiveReason.NO_CONTACT, WHY, "petra"),
        ("close-asked", None, WHY, "petra"),
    ]
    assert store.records.steps(group.people[1]) == []
    assert state(store, group) == (RecordState.CLOSE_ASKED, InactiveReason.NO_CONTACT, "petra")


def test_who_came_back_leaves_no_trace_of_the_reason_in_where_the_record_stands(
    store: Store, group: Group
) -> None:
    store.record(not_in_use(group), close_asked(group), RecordReturned(**common(group, "nadia")))
    assert state(store, group) == (RecordState.OPEN, None, "")
    with pytest.raises(IntegrityError, match="CHECK"):
        store.record(closed(group))


@pytest.mark.parametrize("by", ["petra", ""])
def test_a_record_is_closed_by_a_second_person(store: Store, group: Group, by: str) -> None:
    store.record(not_in_use(group), close_asked(group))
    with pytest.raises(IntegrityError, match="CHECK"):
        store.record(closed(group, by))
    store.record(closed(group, "rita"))
    assert state(store, group)[0] is RecordState.CLOSED
    assert store.records.in_state(RecordState.CLOSED) == [group.people[0]]
    assert store.records.states(group.people) == {group.people[0]: RecordState.CLOSED}


def test_nothing_is_closed_that_nobody_asked_to_close(store: Store, group: Group) -> None:
    store.record(not_in_use(group))
    with pytest.raises(IntegrityError, match="CHECK"):
        store.record(closed(group))


def test_a_closed_record_comes_back_by_two_people(shut: Store, group: Group) -> None:
    shut.record(reopen_asked(group))
    assert state(shut, group) == (RecordState.REOPEN_ASKED, InactiveReason.NO_CONTACT, "petra")
    with pytest.raises(IntegrityError, match="two people"):
        shut.record(reopened(group, "petra"))
    shut.record(reopened(group, "rita"))
    assert state(shut, group) == (RecordState.OPEN, None, "")
    shut.record(not_in_use(group), close_asked(group), closed(group, "nadia"))
    assert state(shut, group)[0] is RecordState.CLOSED


@pytest.mark.parametrize("by", ["petra", "rita"])
def test_a_wish_to_reopen_is_declined_or_taken_back_and_can_be_asked_again(
    shut: Store, group: Group, by: str
) -> None:
    shut.record(reopen_asked(group), declined(group, by))
    assert state(shut, group) == (RecordState.CLOSED, InactiveReason.NO_CONTACT, "petra")
    shut.record(reopen_asked(group, "nadia"))
    assert state(shut, group)[2] == "nadia"


@pytest.mark.parametrize(
    ("change", "is_open"),
    [
        (("reopen-asked", "petra", ""), True),
        (("reopen-asked", "", ""), False),
        (("open", "petra", "rita"), False),
        (("inactive", "petra", "rita"), False),
        (("close-asked", "petra", "rita"), False),
        (("closed", "petra", "rita"), True),
    ],
)
def test_out_of_a_closed_record_leads_only_asking(
    shut: Store, group: Group, change: tuple[str, str, str], is_open: bool
) -> None:
    assert refusal(shut, change) == ("" if is_open else TWO_PEOPLE)


@pytest.mark.parametrize(
    ("change", "is_open"),
    [
        (("open", "petra", "rita"), True),
        (("closed", "", ""), True),
        (("open", "petra", "petra"), False),
        (("open", "petra", ""), False),
        (("open", "", "petra"), False),
        (("inactive", "petra", "rita"), False),
        (("close-asked", "petra", "rita"), False),
    ],
)
def test_what_was_asked_to_reopen_is_opened_by_another_or_stays_closed(
    shut: Store, group: Group, change: tuple[str, str, str], is_open: bool
) -> None:
    shut.record(reopen_asked(group))
    assert refusal(shut, change) == ("" if is_open else TWO_PEOPLE)


def refusal(store: Store, change: tuple[str, str, str]) -> str:
    """What the tables say against a state with who asked and who agreed; "" for nothing."""
    try:
        store._db.execute(TO, change)
    except IntegrityError as refused:
        return str(refused)
    return ""


def test_all_of_it_is_folded_again_from_the_ledger(shut: Store, group: Group) -> None:
    shut.record(reopen_asked(group), reopened(group, "rita"), not_in_use(group))
    before = state(shut, group), shut.records.steps(group.people[0])
    shut.rebuild()
    assert (state(shut, group), shut.records.steps(group.people[0])) == before
    assert before[0] == (RecordState.INACTIVE, InactiveReason.NO_CONTACT, "")
