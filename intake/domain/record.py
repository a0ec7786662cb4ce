"""Where a record stands: back in one step; closed, and opened again, by two.

Apart from the state of the identity, of consents and of needs. Somebody whom nobody
reached has not thereby left, and whoever comes back is never registered anew.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeVar

from intake.domain.codes import InactiveReason, RecordState, Role
from intake.domain.event import (
    CloseAsked,
    ContactTried,
    RecordClosed,
    RecordInactivated,
    RecordReopened,
    RecordReturned,
    ReopenAsked,
    ReopenDeclined,
)
from intake.domain.machine import Actor, Machine, Step
from intake.errors import ReasonMissing, RuleBroken, SecondPersonNeeded

Reasoned = TypeVar("Reasoned", ContactTried, CloseAsked, ReopenAsked, ReopenDeclined)
Agreed = TypeVar("Agreed", RecordClosed, RecordReopened)

SILENT_FOR: Final = timedelta(days=365)
"""Nobody counts as out of contact before so long."""

ATTEMPTS: Final = 2
"""Tries to reach somebody before a record is out of use for want of contact."""

KEEPERS = frozenset({Role.CLERK, Role.REVIEWER, Role.PROTECTION})
SECOND = frozenset({Role.REVIEWER})
ANYBODY = KEEPERS | {Role.INTERVIEWER, Role.TRACING}

_R = RecordState
MACHINE: Machine[RecordState] = Machine(
    "record",
    (
        Step(_R.OPEN, "contact-tried", _R.OPEN, KEEPERS, needs_reason=True),
        Step(_R.OPEN, "record-inactivated", _R.INACTIVE, KEEPERS, needs_reason=True),
        Step(_R.INACTIVE, "record-returned", _R.OPEN, ANYBODY),
        Step(_R.CLOSE_ASKED, "record-returned", _R.OPEN, ANYBODY),
        Step(_R.INACTIVE, "close-asked", _R.CLOSE_ASKED, KEEPERS, needs_reason=True),
        Step(_R.CLOSE_ASKED, "record-closed", _R.CLOSED, KEEPERS, needs_reason=True),
        Step(_R.CLOSED, "reopen-asked", _R.REOPEN_ASKED, KEEPERS, needs_reason=True),
        Step(_R.REOPEN_ASKED, "record-reopened", _R.OPEN, SECOND, needs_reason=True),
        Step(_R.REOPEN_ASKED, "reopen-declined", _R.CLOSED, KEEPERS, needs_reason=True),
    ),
)
"""What can become of a record once it is here. Erasing one is another matter."""


class ContactNotTried(RuleBroken):
    """Too soon to say that there is no contact; facts: `days`, `attempts`."""

    code = "contact-not-tried"


class LinkMissing(RuleBroken):
    """A record is the duplicate of another only if two people linked the two."""

    code = "link-missing"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a record stands, and what the rules look at.

    `heard` is when the person was last heard, `tries` counts the tries to reach them
    since then; `linked` says whether another record is linked with it. `asked_by` asked to
    close it, or to use it again.
    """

    case: str
    individual: str
    heard: datetime
    state: RecordState = RecordState.OPEN
    code: InactiveReason | None = None
    asked_by: str = ""
    tries: int = 0
    linked: bool = False


def tried(standing: Standing, *, reason: str, by: Actor) -> ContactTried:
    """Note that somebody could not be reached.

    Raises `ReasonMissing` or `StepNotOpen`.
    """
    return _for_a_reason(ContactTried, standing, reason, by)


def inactivate(
    standing: Standing, *, code: InactiveReason, reason: str, by: Actor
) -> RecordInactivated:
    """Put a record out of use.

    Raises `ReasonMissing`, `StepNotOpen`, `ContactNotTried` for want of contact before a
    year and two tries, or `LinkMissing` for the duplicate of an unlinked record.
    """
    said = _reason(reason)
    silent = by.at - standing.heard
    if code is InactiveReason.NO_CONTACT and (silent < SILENT_FOR or standing.tries < ATTEMPTS):
        raise ContactNotTried(days=silent.days, attempts=standing.tries)
    if code is InactiveReason.DUPLICATE and not standing.linked:
        raise LinkMissing(individual=standing.individual)
    MACHINE.take(standing.state, RecordInactivated.kind, by.roles)
    return RecordInactivated(
        case=standing.case,
        individual=standing.individual,
        code=code,
        reason=said,
        by=by.id,
        at=by.at,
    )


def come_back(standing: Standing, *, by: Actor) -> RecordReturned:
    """Put a record back in use: one step, without a reason.

    Raises `StepNotOpen`; a closed record goes by `ask_reopen` instead.
    """
    MACHINE.take(standing.state, RecordReturned.kind, by.roles)
    return RecordReturned(case=standing.case, individual=standing.individual, by=by.id, at=by.at)


def ask_close(standing: Standing, *, reason: str, by: Actor) -> CloseAsked:
    """Ask that a record be closed. Raises `ReasonMissing` or `StepNotOpen`."""
    return _for_a_reason(CloseAsked, standing, reason, by)


def close(standing: Standing, *, reason: str, by: Actor) -> RecordClosed:
    """Close a record as a second person.

    Raises `ReasonMissing`, `StepNotOpen`, or `SecondPersonNeeded` for the one who asked.
    """
    return _as_second(RecordClosed, standing, reason, by)


def ask_reopen(standing: Standing, *, reason: str, by: Actor) -> ReopenAsked:
    """Ask that a closed record be used again. Raises `ReasonMissing` or `StepNotOpen`."""
    return _for_a_reason(ReopenAsked, standing, reason, by)


def reopen(standing: Standing, *, reason: str, by: Actor) -> RecordReopened:
    """Put a closed record back in use, as a second person who reviews.

    Raises `ReasonMissing`, `StepNotOpen`, or `SecondPersonNeeded` for the one who asked.
    """
    return _as_second(RecordReopened, standing, reason, by)


def keep_closed(standing: Standing, *, reason: str, by: Actor) -> ReopenDeclined:
    """Leave a record closed, or take the wish back. Raises as `ask_reopen` does."""
    return _for_a_reason(ReopenDeclined, standing, reason, by)


def _for_a_reason(step: type[Reasoned], standing: Standing, reason: str, by: Actor) -> Reasoned:
    said = _reason(reason)
    MACHINE.take(standing.state, step.kind, by.roles)
    return step(case=standing.case, individual=standing.individual, reason=said, by=by.id, at=by.at)


def _as_second(step: type[Agreed], standing: Standing, reason: str, by: Actor) -> Agreed:
    said = _reason(reason)
    MACHINE.take(standing.state, step.kind, by.roles)
    if standing.asked_by == by.id:
        raise SecondPersonNeeded(individual=standing.individual)
    return step(
        case=standing.case,
        individual=standing.individual,
        asked_by=standing.asked_by,
        reason=said,
        by=by.id,
        at=by.at,
    )


def _reason(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissing(path="reason")
    return reason.strip()
