"""What a look at a child's best interests found of one contact.

The newest look counts. Nobody tells a child's family where the child is, or a child of a
relative, because two records fit and two adults agree: somebody trained first looks at
what is best for this child with this relative, and hears the child (domain chapters 7, 8.7).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from intake.domain.codes import BestInterests, GuardianPart
from intake.domain.event import BestInterestsLookedAt
from intake.domain.machine import Actor
from intake.domain.trace import MACHINE, Trace
from intake.errors import ReasonMissing, RuleBroken


class LookToCome(RuleBroken):
    """A look is recorded once it was taken, not before."""

    code = "look-to-come"


@dataclass(frozen=True, slots=True)
class Look:
    """One look: who looked on which day, what they found and why, what the child said."""

    child: str
    looked_on: str
    looked_by: str
    outcome: BestInterests
    reason: str
    asked: bool
    view: str
    guardian: GuardianPart
    conditions: str = ""
    by: str = ""
    at: str = ""


def record(trace: Trace, look: Look, *, id: str, case: str, by: Actor) -> BestInterestsLookedAt:
    """Check a look at one contact and give it back for the child's `case`.

    Raises `StepNotOpen`, `LookToCome`, or `ReasonMissing` with the box that is empty.
    """
    MACHINE.take(trace.status, BestInterestsLookedAt.kind, by.roles)
    if date.fromisoformat(look.looked_on) > by.at.date():
        raise LookToCome(path="looked_on")
    for path in ("looked_by", "reason", "view"):
        if not getattr(look, path).strip():
            raise ReasonMissing(path=path)
    return BestInterestsLookedAt(
        case=case,
        look=id,
        request=trace.request,
        individual=trace.individual,
        child=look.child,
        looked_on=look.looked_on,
        looked_by=look.looked_by.strip(),
        outcome=look.outcome,
        conditions=look.conditions.strip(),
        reason=look.reason.strip(),
        asked=look.asked,
        view=look.view.strip(),
        guardian=look.guardian,
        by=by.id,
        at=by.at,
    )


def newest(looks: Sequence[Look], child: str) -> Look | None:
    """The look that counts for a child, of looks in the order they were recorded."""
    return next((look for look in reversed(looks) if look.child == child), None)
