"""Events of second looks: an opinion before the proposal, a recheck when asked."""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import FactOutcome, IdentityLevel, RecheckVerdict
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True)
class FactOpinion:
    """What a second person would say of one fact."""

    fact: str
    outcome: FactOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGiven(Event):
    """A second person decided on the record alone, before seeing what was proposed."""

    kind: ClassVar[str] = "opinion-given"
    decision: str
    individual: str
    facts: tuple[FactOpinion, ...]
    level: IdentityLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class RecheckAsked(Event):
    """The person asks that somebody uninvolved looks at a decision again."""

    kind: ClassVar[str] = "recheck-asked"
    recheck: str
    decision: str
    individual: str
    words: str
    late: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecheckAnswered(Event):
    """Somebody uninvolved says whether the decision stays, and why."""

    kind: ClassVar[str] = "recheck-answered"
    recheck: str
    decision: str
    individual: str
    verdict: RecheckVerdict
    reason: str
