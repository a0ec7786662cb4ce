"""Events of a search that may have found somebody.

They lie with the asker's case, but for what concerns a child: that lies with the child's.
"""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import (
    BestInterests,
    ContactWish,
    GuardianPart,
    TraceSide,
    TraceVerdict,
)
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceJudged(Event):
    """One tracing officer's verdict on a candidate, with the reason."""

    kind: ClassVar[str] = "trace-judged"
    request: str
    individual: str
    verdict: TraceVerdict
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionAsked(Event):
    """A match that two people verified is handed over, so that both sides are asked."""

    kind: ClassVar[str] = "protection-asked"
    request: str
    individual: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAnswered(Event):
    """One side said whether the other may learn of them; a later answer counts."""

    kind: ClassVar[str] = "contact-answered"
    request: str
    individual: str
    side: TraceSide
    wish: ContactWish
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactTold(Event):
    """Both sides had agreed, and contact was made."""

    kind: ClassVar[str] = "contact-told"
    request: str
    individual: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceReleased(Event):
    """Protection let a search see somebody whom it kept out, because they must hide."""

    kind: ClassVar[str] = "trace-released"
    request: str
    individual: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BestInterestsLookedAt(Event):
    """Somebody trained looked at what is best for a child with a relative.

    `asked` tells whether the child was asked, `view` what it said or why it was not.
    """

    kind: ClassVar[str] = "best-interests-looked-at"
    look: str
    request: str
    individual: str
    child: str
    looked_on: str
    looked_by: str
    outcome: BestInterests
    conditions: str
    reason: str
    asked: bool
    view: str
    guardian: GuardianPart
