"""Events of a decision: proposed, reviewed, told to a laptop."""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import FactOutcome, IdentityLevel, NextStep, ReviewVerdict, SupportClass
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True)
class FactDecision:
    """The outcome for one material fact and the reason the person will hear.

    `weighed` tells what was made of the person's explanation of a difference.
    """

    fact: str
    outcome: FactOutcome
    reason: str
    weighed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionProposed(Event):
    """One person proposes an outcome per fact and an identity level, with reasons.

    `falls` says why the level is lower than the one that held; `blind` that the second
    person decides on the record before seeing this.
    """

    kind: ClassVar[str] = "decision-proposed"
    decision: str
    interview: str
    individual: str
    facts: tuple[FactDecision, ...]
    level: IdentityLevel
    supports: tuple[SupportClass, ...]
    next_step: NextStep
    message: str
    helps: str = ""
    review_by: str = ""
    falls: str = ""
    blind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReviewed(Event):
    """A second person confirms the proposal or returns it."""

    kind: ClassVar[str] = "decision-reviewed"
    decision: str
    individual: str
    verdict: ReviewVerdict
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeTold(Event):
    """What goes back to the laptop of the case: outcome and next step, no more.

    Recorded by the registry into the reply chain of that laptop: when the person is told,
    with the last day to comment, and once more without it when the decision is final.
    """

    kind: ClassVar[str] = "outcome-told"
    individual: str
    level: IdentityLevel
    facts: tuple[FactDecision, ...]
    next_step: NextStep
    message: str
    helps: str = ""
    review_by: str = ""
    decision: str = ""
    comment_until: str = ""
