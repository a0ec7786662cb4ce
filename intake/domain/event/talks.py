"""Events around an interview: day, interpreter, outreach, what is left to do."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from intake.domain.codes import (
    Debrief,
    Declaration,
    InterpreterAnswer,
    InterpreterKind,
    OutreachOutcome,
    OutreachWay,
    SelfCheck,
)
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewScheduled(Event):
    """An interview has its day, or moved to another one; a move says why."""

    kind: ClassVar[str] = "interview-scheduled"
    interview: str
    starts: datetime
    place: str
    private: bool
    interviewer: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewMissed(Event):
    """The person did not come. Somebody tries to reach them; nothing else follows."""

    kind: ClassVar[str] = "interview-missed"
    interview: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachNoted(Event):
    """Somebody tried to reach a person who did not come."""

    kind: ClassVar[str] = "outreach-noted"
    interview: str
    way: OutreachWay
    outcome: OutreachOutcome
    note: str = ""
    again_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpreterDeclared(Event):
    """The interpreter declared each of these before the interview."""

    kind: ClassVar[str] = "interpreter-declared"
    interview: str
    interpreter_code: str
    declared: tuple[Declaration, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpreterAsked(Event):
    """The person said in private how it goes with the interpreter."""

    kind: ClassVar[str] = "interpreter-asked"
    interview: str
    interpreter_code: str
    answer: InterpreterAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpreterChanged(Event):
    """Another interpreter, or none; whoever comes declares and is asked about anew."""

    kind: ClassVar[str] = "interpreter-changed"
    interview: str
    interpreter: InterpreterKind
    interpreter_code: str
    interpreter_sex: str = ""
    dialect: str = ""
    platform: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterworkNoted(Event):
    """What is done after an interview: language problems, self-check, what stays open."""

    kind: ClassVar[str] = "afterwork-noted"
    interview: str
    debrief: Debrief
    language_note: str
    checked: tuple[SelfCheck, ...]
    unasked: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewHandedOver(Event):
    """Somebody else writes what an interview showed; why is said."""

    kind: ClassVar[str] = "interview-handed-over"
    interview: str
    to: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherTalkAsked(Event):
    """An interviewer asks a reviewer for one more talk than the rule allows."""

    kind: ClassVar[str] = "further-talk-asked"
    request: str
    individual: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherTalkAnswered(Event):
    """A second person agreed to one more talk, or did not, and says why."""

    kind: ClassVar[str] = "further-talk-answered"
    request: str
    individual: str
    agreed: bool
    reason: str
