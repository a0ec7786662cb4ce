"""Events after two people decided: told, commented, final, opened again."""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import CommentVerdict, LookAgain, ToldHow
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTold(Event):
    """The person heard the whole decision, and until when they can comment."""

    kind: ClassVar[str] = "decision-told"
    decision: str
    individual: str
    how: ToldHow
    language: str
    comment_until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRecorded(Event):
    """What the person says of the decision before it is final, word for word."""

    kind: ClassVar[str] = "comment-recorded"
    comment: str
    decision: str
    individual: str
    words: str
    said_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentAnswered(Event):
    """The decision stays, with a reason, or is looked at again."""

    kind: ClassVar[str] = "comment-answered"
    comment: str
    decision: str
    individual: str
    verdict: CommentVerdict
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMadeFinal(Event):
    """The time to comment is over; from now on the level holds."""

    kind: ClassVar[str] = "decision-made-final"
    decision: str
    individual: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentReopened(Event):
    """A final decision is looked at again; the level that holds stays meanwhile."""

    kind: ClassVar[str] = "assessment-reopened"
    individual: str
    why: LookAgain
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreInformationAsked(Event):
    """Before anything is proposed, something more is asked of the person, until a day."""

    kind: ClassVar[str] = "more-information-asked"
    individual: str
    reason: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationCame(Event):
    """What was asked for came, or its day passed; it is assessed with what there is."""

    kind: ClassVar[str] = "information-came"
    individual: str
    reason: str
