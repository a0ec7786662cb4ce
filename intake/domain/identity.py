"""Where an identity stands, as a table: no step is skipped, no state is the end.

Every event of a decision goes through `taken` before it is recorded; the store folds
the same table (store/projections/identities.py). Aid never asks for a state.
"""

from collections.abc import Collection
from typing import TypeVar

from intake.domain.codes import IdentityState as S
from intake.domain.codes import Role
from intake.domain.event import Event
from intake.domain.machine import Machine, Step
from intake.errors import ReasonMissing, RuleBroken

E = TypeVar("E", bound=Event)

_TALK = frozenset({Role.INTERVIEWER})
_SECOND = frozenset({Role.REVIEWER})
_TELL = frozenset({Role.INTERVIEWER, Role.REVIEWER})
_HEAR = _TELL | {Role.PROTECTION}
_BEFORE_TALK = (S.UNEXAMINED, S.UNIQUE, S.SCHEDULED, S.PAUSED, S.FINAL, S.MORE_INFORMATION)
_TALKING = (S.SCHEDULED, S.IN_PROGRESS, S.PAUSED)
_SIGNED = (S.STATEMENT_CONFIRMED, S.STATEMENT_REFUSED)
_TO_PROPOSE = (*_SIGNED, S.ASSESSING, S.RETURNED)
_WITH_SECOND = (S.PROPOSED, S.UNDER_REVIEW)


def _from(
    states: Collection[S], event: str, after: S, roles: frozenset[Role], *, reason: bool = False
) -> tuple[Step[S], ...]:
    return tuple(Step(before, event, after, roles, reason) for before in states)


IDENTITY = Machine(
    "identity",
    (
        # The program searches for similar records; it finds, and decides nothing.
        Step(S.UNEXAMINED, "case-screened", S.UNIQUE),
        Step(S.UNIQUE, "match-suggested", S.UNEXAMINED),
        *_from((S.UNEXAMINED,), "pair-judged", S.UNIQUE, _SECOND | {Role.CLERK}, reason=True),
        *_from(_BEFORE_TALK, "interview-planned", S.SCHEDULED, _TALK),
        *_from((*_TO_PROPOSE,), "interview-planned", S.SCHEDULED, _TALK),
        *_from(_TALKING, "stage-entered", S.IN_PROGRESS, _TALK),
        *_from(_TALKING, "interview-halted", S.PAUSED, _TALK),
        *_from((S.SCHEDULED, S.PAUSED), "interview-resumed", S.IN_PROGRESS, _TALK),
        Step(S.IN_PROGRESS, "interview-closed", S.STATEMENT_CONFIRMED, _TALK),
        Step(S.IN_PROGRESS, "interview-closed", S.STATEMENT_REFUSED, _TALK),
        *_from(_TO_PROPOSE, "finding-recorded", S.ASSESSING, _TALK, reason=True),
        *_from(
            _TO_PROPOSE, "more-information-asked", S.MORE_INFORMATION, _TALK | _SECOND, reason=True
        ),
        Step(S.MORE_INFORMATION, "information-came", S.ASSESSING, _TALK | _SECOND, True),
        *_from(_TO_PROPOSE, "decision-proposed", S.PROPOSED, _TALK),
        *_from(_WITH_SECOND, "opinion-given", S.UNDER_REVIEW, _SECOND),
        *_from(_WITH_SECOND, "decision-reviewed", S.DECIDED, _SECOND, reason=True),
        *_from(_WITH_SECOND, "decision-reviewed", S.RETURNED, _SECOND, reason=True),
        Step(S.DECIDED, "decision-told", S.COMMENT_WINDOW, _TELL),
        Step(S.COMMENT_WINDOW, "comment-recorded", S.COMMENTED, _HEAR),
        Step(S.COMMENTED, "comment-answered", S.COMMENT_WINDOW, _SECOND, True),
        Step(S.COMMENTED, "comment-answered", S.ASSESSING, _SECOND, True),
        Step(S.COMMENT_WINDOW, "decision-made-final", S.FINAL, _TELL),
        *_from((S.COMMENT_WINDOW, S.FINAL), "recheck-asked", S.REVIEW_REQUESTED, _HEAR),
        *_from((S.REVIEW_REQUESTED,), "recheck-answered", S.COMMENT_WINDOW, _SECOND, reason=True),
        *_from((S.REVIEW_REQUESTED,), "recheck-answered", S.FINAL, _SECOND, reason=True),
        *_from((S.REVIEW_REQUESTED,), "recheck-answered", S.ASSESSING, _SECOND, reason=True),
        Step(S.FINAL, "assessment-reopened", S.ASSESSING, _TELL, True),
        Step(S.FINAL, "correction-answered", S.ASSESSING, _TELL | {Role.CLERK}),
    ),
)

MAY_PROPOSE = frozenset(_TO_PROPOSE)
"""Where a proposal can be made."""

OPEN_DECISION = frozenset(
    {S.PROPOSED, S.UNDER_REVIEW, S.DECIDED, S.COMMENT_WINDOW, S.COMMENTED, S.REVIEW_REQUESTED}
)
"""Where a decision is on its way."""

DECISION_KINDS = frozenset(
    step.event for step in IDENTITY.steps if step.event.startswith(("decision-", "recheck-"))
) | {"opinion-given", "comment-recorded", "comment-answered", "assessment-reopened"}
"""The events that only people record, each on an open step of the table."""


PEOPLE_ONLY = DECISION_KINDS | {
    "outcome-told",
    "finding-recorded",
    "pair-judged",
    "unlink-asked",
    "records-unlinked",
    "best-interests-looked-at",
    "setting-proposed",
    "setting-confirmed",
}
"""What only people record: no outcome, level or verdict is written by a job (V-20)."""

PROGRAM = frozenset({"", "screening", "system"})
"""Who records for the program itself."""


class PeopleOnly(RuleBroken):
    """The program itself finds and sorts; it decides nothing; fact: `kind`."""

    code = "people-only"


def refuse_program(event: Event) -> None:
    """Raise `PeopleOnly` for a verdict or a step of a decision that no person takes."""
    if event.kind in PEOPLE_ONLY and event.by in PROGRAM:
        raise PeopleOnly(kind=event.kind)


def taken(state: S, event: E, roles: Collection[Role], to: S | None = None) -> E:
    """Check that this event is the next step, and give it back to be recorded.

    Raises `StepNotOpen`, `NotAllowed`, or `ReasonMissing` where the step says why.
    """
    step = IDENTITY.step(state, event.kind, to)
    IDENTITY.take(state, event.kind, roles, to)
    if step.needs_reason and not str(getattr(event, "reason", "")).strip():
        raise ReasonMissing(fact="reason")
    return event
