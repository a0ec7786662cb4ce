"""Events of an interview, from the plan to the findings."""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import (
    CopyGiven,
    FindingResult,
    Indicator,
    InterpreterKind,
    InterpreterWish,
    Prompted,
    ReadBack,
    Stage,
    StopReason,
    Supporter,
)
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True)
class PlannedQuestion:
    """A question chosen for this interview and why it is asked.

    `question` is an id of the bank, `why` one of gap, contradiction, discriminating,
    standard, added, own; `path` the question path it speaks to, `detail` codes and ids
    only. `text` are the words of a question that the interviewer typed, which has no bank.
    """

    question: str
    why: str
    path: str = ""
    detail: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewPlanned(Event):
    """An interview was prepared: who, in which language, through whom, about what.

    `bank_version` tells which wording the ids of the questions mean; `avoid` what holds of
    this talk, so that some questions are not asked (codes of interview/script.py).
    """

    kind: ClassVar[str] = "interview-planned"
    interview: str
    individual: str
    interviewer: str
    language: str
    interpreter: InterpreterKind
    interpreter_code: str
    private_place: bool
    questions: tuple[PlannedQuestion, ...]
    facts: tuple[str, ...]
    bank_version: str = "0"
    avoid: tuple[str, ...] = ()
    dialect: str = ""
    wish: InterpreterWish = InterpreterWish.NOT_ASKED
    interpreter_sex: str = ""
    platform: str = ""
    supporter: Supporter = Supporter.NOBODY
    alone_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAdded(Event):
    """While talking, a question was added to those planned."""

    kind: ClassVar[str] = "question-added"
    interview: str
    question: PlannedQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class StageEntered(Event):
    """The interview went on to a stage; `confirmed` are the checks that led there."""

    kind: ClassVar[str] = "stage-entered"
    interview: str
    stage: Stage
    confirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecorded(Event):
    """An answer in the person's words."""

    kind: ClassVar[str] = "answer-recorded"
    interview: str
    answer: str
    question: str
    text: str
    absent: str = ""
    said_in: str = ""
    prompted: Prompted = Prompted.OPEN
    amends: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionPut(Event):
    """A contradiction was put to the person, and their explanation kept verbatim."""

    kind: ClassVar[str] = "contradiction-put"
    interview: str
    path: str
    statements: tuple[str, ...]
    explanation: str
    absent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewHalted(Event):
    """The interview paused or was stopped; it never counts against the person."""

    kind: ClassVar[str] = "interview-halted"
    interview: str
    reason: StopReason
    final: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewResumed(Event):
    """A paused interview goes on."""

    kind: ClassVar[str] = "interview-resumed"
    interview: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewClosed(Event):
    """The record of the interview was read back and signed."""

    kind: ClassVar[str] = "interview-closed"
    interview: str
    read_back: ReadBack
    changes: str = ""
    confirmed: tuple[str, ...] = ()
    copy: CopyGiven | None = None
    hears_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRecorded(Event):
    """What one indicator shows about one material fact, with the evidence named.

    `evidence` are ids of what speaks for the account, `against` of what speaks against it.
    """

    kind: ClassVar[str] = "finding-recorded"
    interview: str
    finding: str
    fact: str
    indicator: Indicator
    result: FindingResult
    central: bool
    evidence: tuple[str, ...]
    reason: str
    against: tuple[str, ...] = ()
