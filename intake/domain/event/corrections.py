"""Events of corrections that a person asks for."""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import CorrectionBy, CorrectionVerdict, ReviewVerdict, ToldHow
from intake.domain.event.event import Event
from intake.domain.statement import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionAsked(Event):
    """A person wants a value to be another one; `old` are the statements that stand."""

    kind: ClassVar[str] = "correction-asked"
    correction: str
    individual: str
    path: str
    old: tuple[str, ...]
    wanted: Json
    asked_by: CorrectionBy
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionAnswered(Event):
    """The value is corrected, or a refusal waits for a second person."""

    kind: ClassVar[str] = "correction-answered"
    correction: str
    individual: str
    path: str
    verdict: CorrectionVerdict
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalReviewed(Event):
    """A second person confirms that a correction is refused, or returns it."""

    kind: ClassVar[str] = "refusal-reviewed"
    correction: str
    individual: str
    verdict: ReviewVerdict
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionTold(Event):
    """The person heard what came of the request, and what to do if they do not agree."""

    kind: ClassVar[str] = "correction-told"
    correction: str
    individual: str
    how: ToldHow
    language: str
