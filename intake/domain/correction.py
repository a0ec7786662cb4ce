"""What a person wants corrected: approved, partly, or refused by two; then told.

An approved value takes the place of the statements it names; a refused one stays
beside the value for everybody to read.
"""

from collections.abc import Collection
from typing import Protocol

from intake.domain.codes import CorrectionStatus as C
from intake.domain.codes import CorrectionVerdict, ReviewVerdict, Role
from intake.domain.event import (
    CorrectionAnswered,
    CorrectionAsked,
    CorrectionTold,
    RefusalReviewed,
)
from intake.domain.hearing import RemediesUntold
from intake.domain.machine import Machine, Step, StepNotOpen
from intake.errors import ReasonMissing, SecondPersonNeeded

_ASK = frozenset({Role.CLERK, Role.INTERVIEWER, Role.REVIEWER, Role.PROTECTION})
_ANSWER = frozenset({Role.CLERK, Role.INTERVIEWER, Role.REVIEWER})

_DONE = (C.APPROVED, C.PARTLY, C.REFUSED)
_FIRST: Step[C] = Step(None, "correction-asked", C.ASKED, _ASK)

CORRECTION = Machine(
    "correction",
    (
        _FIRST,
        Step(C.ASKED, "correction-answered", C.APPROVED, _ANSWER),
        Step(C.ASKED, "correction-answered", C.PARTLY, _ANSWER, True),
        Step(C.ASKED, "correction-answered", C.REFUSAL_PROPOSED, _ANSWER, True),
        Step(C.REFUSAL_PROPOSED, "refusal-reviewed", C.REFUSED, _ANSWER, True),
        Step(C.REFUSAL_PROPOSED, "refusal-reviewed", C.ASKED, _ANSWER, True),
        *(Step(done, "correction-told", done, _ANSWER) for done in _DONE),
    ),
)

AFTER_ANSWER = {
    CorrectionVerdict.APPROVED: C.APPROVED,
    CorrectionVerdict.PARTLY: C.PARTLY,
    CorrectionVerdict.REFUSED: C.REFUSAL_PROPOSED,
}
AFTER_REVIEW = {ReviewVerdict.CONFIRM: C.REFUSED, ReviewVerdict.RETURN: C.ASKED}


class CorrectionWaiting(Protocol):
    """A request as the store reads it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def status(self) -> C:
        """Where it stands."""

    @property
    def answered_by(self) -> str:
        """Who answered it; empty before."""

    @property
    def told_at(self) -> str:
        """When the person heard what came of it; empty before."""


def ask_correction(made: CorrectionAsked, roles: Collection[Role]) -> CorrectionAsked:
    """Check a request; what is wanted must be a value."""
    if made.wanted is None:
        raise ReasonMissing(fact="wanted")
    CORRECTION.take(None, made.kind, roles)
    return made


def answer_correction(
    waiting: CorrectionWaiting, made: CorrectionAnswered, roles: Collection[Role]
) -> CorrectionAnswered:
    """Check an answer; anything but "as asked" says why."""
    to = AFTER_ANSWER[made.verdict]
    CORRECTION.take(waiting.status, made.kind, roles, to)
    _check_reason(waiting, made.kind, to, made.reason)
    return made


def review_refusal(
    waiting: CorrectionWaiting, made: RefusalReviewed, roles: Collection[Role]
) -> RefusalReviewed:
    """Check that somebody else confirms or returns a refusal, and says why."""
    to = AFTER_REVIEW[made.verdict]
    CORRECTION.take(waiting.status, made.kind, roles, to)
    if made.by == waiting.answered_by:
        raise SecondPersonNeeded(correction=waiting.id)
    _check_reason(waiting, made.kind, to, made.reason)
    return made


def tell_correction(
    waiting: CorrectionWaiting, made: CorrectionTold, roles: Collection[Role], *, explained: bool
) -> CorrectionTold:
    """Check that the person hears once what came of it, and how to disagree.

    Raises `StepNotOpen`, or `RemediesUntold`.
    """
    CORRECTION.take(waiting.status, made.kind, roles)
    if waiting.told_at:
        raise StepNotOpen(machine=CORRECTION.name, state=waiting.status.value, event=made.kind)
    if not explained:
        raise RemediesUntold(correction=waiting.id)
    return made


def _check_reason(waiting: CorrectionWaiting, kind: str, to: C, reason: str) -> None:
    step = CORRECTION.step(waiting.status, kind, to)
    if step.needs_reason and not reason.strip():
        raise ReasonMissing(fact="reason")
