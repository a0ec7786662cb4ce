"""Leads an interview through its seven stages; a table says what each one needs.

The order protects the account: what the interviewer knows of contradictions opens
only after the person has told their own story (V-14). Stages, checks and minutes
are those of domain chapter 8.1, after the EUAA practical guide on interviews.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from intake.domain.codes import (
    Absent,
    CopyGiven,
    Declaration,
    InterpreterAnswer,
    InterpreterKind,
    InterviewStatus,
    ReadBack,
    Stage,
)
from intake.domain.event import (
    AfterworkNoted,
    AnswerRecorded,
    ContradictionPut,
    InterpreterAsked,
    InterpreterDeclared,
    InterviewClosed,
    InterviewResumed,
    StageEntered,
)
from intake.domain.interview import MOST_INTERVIEWS as MOST_INTERVIEWS
from intake.domain.interview import WhyMissing
from intake.errors import ExplanationMissing, InterviewUnfinished, ReasonMissing, StageNotReached
from intake.interview.checks import CHECKS as CHECKS
from intake.interview.checks import CHILD_CHECKS, CLOSING_CHECKS, OF_INTERPRETER
from intake.interview.checks import Check as Check

_ORDER = tuple(Stage)
_WAITING = (InterviewStatus.PLANNED, InterviewStatus.SCHEDULED, InterviewStatus.MISSED)
# People remember more while talking: probing and clarifying may alternate, and closing
# may be put off, until the record is read back.
_ALSO_FROM = {Stage.PROBE: (Stage.CLARIFY,), Stage.CLARIFY: (Stage.CLOSE,)}

# What the interpreter has to be asked and told before the person's own story begins.
_ASKED_BEFORE = (Stage.PREPARE, Stage.OPEN)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a person may be asked, in minutes, and when a break is due."""

    minutes: int
    break_every: int = 30


@dataclass(frozen=True, slots=True)
class ConductState:
    """Where an interview stands, as far as the gates need to know.

    `contradictions` are the paths listed for this interview, `settled` those that were
    put to the person or marked as not asked with a reason.
    """

    interview: str
    case: str
    stage: Stage
    status: InterviewStatus = InterviewStatus.RUNNING
    child: bool = False
    interpreter: InterpreterKind = InterpreterKind.TRAINED
    narrative_answered: bool = False
    contradictions: tuple[str, ...] = ()
    settled: frozenset[str] = frozenset()
    read_back: bool = False
    declared: bool = True
    understood: bool = True


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands under a record that was read back."""

    read_back: ReadBack
    changes: str = ""
    confirmed: tuple[str, ...] = ()
    copy: CopyGiven | None = None
    hears_by: str = ""


def limits(*, child: bool, lowest_age: int | None = None) -> Limits:
    """Tell how long this person may be asked: 90 minutes, 45 a child, 20 under ten."""
    if not child:
        return Limits(90)
    return Limits(20 if lowest_age is not None and lowest_age < 10 else 45)


def checks_for(stage: Stage, state: ConductState) -> tuple[Check, ...]:
    """List what must be confirmed to enter a stage with this person."""
    needed = (CHILD_CHECKS if state.child else CHECKS).get(stage, ())
    if state.interpreter is InterpreterKind.NONE_NEEDED:
        return tuple(check for check in needed if check not in OF_INTERPRETER)
    return needed


def shows_contradictions(stage: Stage) -> bool:
    """Tell whether the interviewer may see what contradicts: not before its stage."""
    return _ORDER.index(stage) >= _ORDER.index(Stage.CLARIFY)


def enter(
    stage: Stage, state: ConductState, confirmed: Collection[str], *, by: str, at: datetime
) -> StageEntered:
    """Go on to a stage; raises `StageNotReached` with what is `missing` as codes."""
    if not _follows(stage, state.stage):
        raise StageNotReached(stage=stage.value, missing="stage-before")
    missing = [check.value for check in checks_for(stage, state) if check not in confirmed]
    missing += _not_done(stage, state)
    if missing:
        raise StageNotReached(stage=stage.value, missing=" ".join(missing))
    return StageEntered(
        case=state.case,
        interview=state.interview,
        stage=stage,
        confirmed=tuple(sorted(confirmed)),
        by=by,
        at=at,
    )


def _follows(stage: Stage, now: Stage) -> bool:
    step = _ORDER.index(stage) - _ORDER.index(now)
    return step == 1 or now in _ALSO_FROM.get(stage, ())


def _not_done(stage: Stage, state: ConductState) -> list[str]:
    missing = _interpreter_not_ready(stage, state)
    if state.status is not InterviewStatus.RUNNING and stage is not Stage.AFTER:
        waits = state.status in _WAITING and stage is Stage.OPEN
        missing += [] if waits else ["running"]
    if stage is Stage.PROBE and not state.narrative_answered:
        missing.append("narrative")
    if stage is Stage.CLOSE:
        missing += [path for path in state.contradictions if path not in state.settled]
    if stage is Stage.AFTER and not state.read_back:
        missing.append("read-back")
    return missing


def _interpreter_not_ready(stage: Stage, state: ConductState) -> list[str]:
    if state.interpreter is InterpreterKind.NONE_NEEDED:
        return []
    missing = []
    if stage is Stage.OPEN and not state.declared:
        missing.append("interpreter-declared")
    if stage is Stage.NARRATIVE and not state.understood:
        missing.append("interpreter-asked")
    return missing


def declare(made: InterpreterDeclared) -> InterpreterDeclared:
    """Take the interpreter's declaration, whole; raises `StageNotReached` for a part."""
    missing = [item.value for item in Declaration if item not in made.declared]
    if missing:
        raise StageNotReached(stage=Stage.OPEN.value, missing=" ".join(missing))
    return made


def needs_another(made: InterpreterAsked) -> bool:
    """Tell whether the person would rather have another interpreter."""
    return made.answer is not InterpreterAnswer.UNDERSTANDS


def resume(state: ConductState, *, by: str, at: datetime) -> InterviewResumed:
    """Go on after a pause, because the person wants to.

    Raises `StageNotReached` when an interpreter who came meanwhile has not declared, or
    the person was not asked about them.
    """
    missing = _interpreter_not_ready(Stage.OPEN, state)
    if state.stage not in _ASKED_BEFORE:
        missing += _interpreter_not_ready(Stage.NARRATIVE, state)
    if missing:
        raise StageNotReached(stage=state.stage.value, missing=" ".join(missing))
    return InterviewResumed(case=state.case, interview=state.interview, by=by, at=at)


def note_afterwork(made: AfterworkNoted, state: ConductState) -> AfterworkNoted:
    """Take what is noted after the talk; raises `ReasonMissing` for unnamed problems."""
    if state.status is not InterviewStatus.FINISHED:
        raise InterviewUnfinished(interview=state.interview, status=state.status.value)
    if made.debrief == "problems" and not made.language_note.strip():
        raise WhyMissing(fact="language-note")
    return made


def record_answer(answer: AnswerRecorded, state: ConductState) -> AnswerRecorded:
    """Take an answer, or the reason for none.

    Raises `StageNotReached`, `InterviewUnfinished` or `ReasonMissing`.
    After the interview an answer can only amend an earlier one; both stay.
    """
    if not (answer.amends and state.status is InterviewStatus.FINISHED):
        _need_running(state)
    if _ORDER.index(state.stage) < _ORDER.index(Stage.NARRATIVE):
        raise StageNotReached(stage=Stage.NARRATIVE.value, missing="stage-before")
    if bool(answer.text.strip()) == bool(answer.absent):
        raise ReasonMissing(fact=answer.question)
    return answer


def put_contradiction(put: ContradictionPut, state: ConductState) -> ContradictionPut:
    """Take the person's explanation of a contradiction, verbatim.

    Raises `StageNotReached` before its stage, `ExplanationMissing` for nothing said,
    and `ReasonMissing` when it was not asked and nobody wrote why.
    """
    _need_running(state)
    if not shows_contradictions(state.stage):
        raise StageNotReached(stage=Stage.CLARIFY.value, missing="stage-before")
    said = put.explanation.strip()
    if put.absent == Absent.NOT_ASKED and not said:
        raise ReasonMissing(fact=put.path)
    if not said and not put.absent:
        raise ExplanationMissing(fact=put.path)
    return put


def was_put(put: ContradictionPut) -> bool:
    """Tell whether the person had a chance to explain: only then may it count."""
    return put.absent != Absent.NOT_ASKED


def close(state: ConductState, said: Closing, *, by: str, at: datetime) -> InterviewClosed:
    """Sign the record after it was read back; a refusal is kept with its reason.

    Raises `StageNotReached` with what was not said or asked yet, or `ReasonMissing`.
    """
    _need_running(state)
    if state.stage is not Stage.CLOSE:
        raise StageNotReached(stage=Stage.CLOSE.value, missing="stage-before")
    missing = [check.value for check in CLOSING_CHECKS if check not in said.confirmed]
    missing += [] if said.copy else ["copy"]
    if missing:
        raise StageNotReached(stage=Stage.AFTER.value, missing=" ".join(missing))
    if said.read_back is not ReadBack.YES and not said.changes.strip():
        raise ReasonMissing(fact="read-back")
    return InterviewClosed(
        case=state.case,
        interview=state.interview,
        read_back=said.read_back,
        changes=said.changes.strip(),
        confirmed=tuple(sorted(said.confirmed)),
        copy=said.copy,
        hears_by=said.hears_by,
        by=by,
        at=at,
    )


def _need_running(state: ConductState) -> None:
    if state.status is not InterviewStatus.RUNNING:
        raise InterviewUnfinished(interview=state.interview, status=state.status.value)
