"""Erasing a whole record: one person asks with a reason, another one confirms.

People may ask to have their record deleted at any time (notice, domain DP-03); no
single person of the staff can make a record disappear.
"""

from dataclasses import dataclass
from datetime import datetime

from intake.domain.case import Case
from intake.domain.event import CaseErased, ErasureAsked
from intake.errors import AlreadyDecided, ReasonMissing, SecondPersonNeeded


@dataclass(frozen=True, slots=True)
class Erasure:
    """What stays of an erasure: the number, who asked and why, who confirmed."""

    case: str
    number: str
    asked_by: str
    asked_at: str
    reason: str
    erased_by: str = ""
    erased_at: str = ""

    @property
    def waits(self) -> bool:
        """Whether a second person still has to confirm."""
        return not self.erased_by


def ask(case: Case, asked: Erasure | None, *, reason: str, by: str, at: datetime) -> ErasureAsked:
    """Ask that a record be erased.

    Raises `ReasonMissing`, or `AlreadyDecided` when somebody asked before.
    """
    if not reason.strip():
        raise ReasonMissing(case=case.id, path="reason")
    if asked is not None:
        raise AlreadyDecided(case=case.id)
    return ErasureAsked(asked_case=case.id, number=case.number, reason=reason.strip(), by=by, at=at)


def confirm(asked: Erasure, *, by: str, at: datetime) -> CaseErased:
    """Erase what somebody else asked to have erased.

    Raises `AlreadyDecided`, or `SecondPersonNeeded` for the one who asked.
    """
    if not asked.waits:
        raise AlreadyDecided(case=asked.case)
    if asked.asked_by == by:
        raise SecondPersonNeeded(case=asked.case)
    return CaseErased(erased=asked.case, reason=asked.reason, asked_by=asked.asked_by, by=by, at=at)
