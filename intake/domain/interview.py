"""Where an interview stands, as a table, and the rules of its day.

Somebody who does not come is looked for. No step leads from there to a closure, and
nothing in this table says anything about the person.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from intake.domain.codes import InterviewStatus, Role
from intake.domain.event import (
    Event,
    FurtherTalkAnswered,
    InterviewHalted,
    InterviewHandedOver,
    InterviewMissed,
    InterviewScheduled,
)
from intake.domain.machine import Machine, Step
from intake.errors import (
    AlreadyDecided,
    NotAllowed,
    ReasonMissing,
    RuleBroken,
    SecondPersonNeeded,
)

_S = InterviewStatus
_HOLDS = frozenset({Role.INTERVIEWER})
_HANDS_OVER = frozenset({Role.INTERVIEWER, Role.REVIEWER})
_REACHES = frozenset({Role.INTERVIEWER, Role.PROTECTION})

INTERVIEW: Machine[InterviewStatus] = Machine(
    "interview",
    (
        Step(None, "interview-planned", _S.PLANNED, _HOLDS),
        Step(_S.PLANNED, "interview-scheduled", _S.SCHEDULED, _HOLDS),
        Step(_S.SCHEDULED, "interview-scheduled", _S.SCHEDULED, _HOLDS, needs_reason=True),
        Step(_S.MISSED, "interview-scheduled", _S.SCHEDULED, _HOLDS),
        Step(_S.PAUSED, "interview-scheduled", _S.PAUSED, _HOLDS, needs_reason=True),
        Step(_S.SCHEDULED, "interview-missed", _S.MISSED, _HOLDS),
        Step(_S.PAUSED, "interview-missed", _S.PAUSED, _HOLDS),
        Step(_S.MISSED, "outreach-noted", _S.MISSED, _REACHES),
        Step(_S.PAUSED, "outreach-noted", _S.PAUSED, _REACHES),
        Step(_S.PLANNED, "interpreter-changed", _S.PLANNED, _HOLDS),
        Step(_S.SCHEDULED, "interpreter-changed", _S.SCHEDULED, _HOLDS),
        Step(_S.MISSED, "interpreter-changed", _S.MISSED, _HOLDS),
        Step(_S.PAUSED, "interpreter-changed", _S.PAUSED, _HOLDS),
        Step(_S.PLANNED, "interpreter-declared", _S.PLANNED, _HOLDS),
        Step(_S.SCHEDULED, "interpreter-declared", _S.SCHEDULED, _HOLDS),
        Step(_S.MISSED, "interpreter-declared", _S.MISSED, _HOLDS),
        Step(_S.PAUSED, "interpreter-declared", _S.PAUSED, _HOLDS),
        Step(_S.RUNNING, "interpreter-asked", _S.RUNNING, _HOLDS),
        Step(_S.PAUSED, "interpreter-asked", _S.PAUSED, _HOLDS),
        Step(_S.PLANNED, "stage-entered", _S.RUNNING, _HOLDS),
        Step(_S.SCHEDULED, "stage-entered", _S.RUNNING, _HOLDS),
        # Somebody may come by later on the day they missed.
        Step(_S.MISSED, "stage-entered", _S.RUNNING, _HOLDS),
        Step(_S.RUNNING, "stage-entered", _S.RUNNING, _HOLDS),
        Step(_S.RUNNING, "question-added", _S.RUNNING, _HOLDS),
        Step(_S.RUNNING, "answer-recorded", _S.RUNNING, _HOLDS),
        Step(_S.RUNNING, "contradiction-put", _S.RUNNING, _HOLDS),
        Step(_S.RUNNING, "interview-halted", _S.PAUSED, _HOLDS, needs_reason=True),
        Step(_S.RUNNING, "interview-halted", _S.STOPPED, _HOLDS, needs_reason=True),
        Step(_S.PAUSED, "interview-halted", _S.STOPPED, _HOLDS, needs_reason=True),
        Step(_S.MISSED, "interview-halted", _S.STOPPED, _HOLDS, needs_reason=True),
        Step(_S.PLANNED, "interview-halted", _S.STOPPED, _HOLDS, needs_reason=True),
        Step(_S.SCHEDULED, "interview-halted", _S.STOPPED, _HOLDS, needs_reason=True),
        Step(_S.PAUSED, "interview-resumed", _S.RUNNING, _HOLDS),
        Step(_S.RUNNING, "interview-closed", _S.FINISHED, _HOLDS),
        Step(_S.FINISHED, "answer-recorded", _S.FINISHED, _HOLDS),
        Step(_S.FINISHED, "afterwork-noted", _S.FINISHED, _HOLDS),
        Step(_S.FINISHED, "interview-handed-over", _S.FINISHED, _HANDS_OVER, needs_reason=True),
    ),
)

OPEN = (_S.PLANNED, _S.SCHEDULED, _S.MISSED, _S.RUNNING, _S.PAUSED)
"""An interview that somebody still has to hold or finish."""

MOST_INTERVIEWS = 2
"""After two, a second person looks first: asking again and again makes discrepancies."""


class DayMovedMeanwhile(RuleBroken):
    """Somebody, perhaps oneself in another window, has set another day meanwhile."""

    code = "day-moved-meanwhile"


class DayOver(RuleBroken):
    """An interview cannot be set to a time that is over."""

    code = "day-over"


class TalkStillAhead(RuleBroken):
    """Nobody can have missed an appointment that is still ahead."""

    code = "talk-still-ahead"


class TalksEnough(RuleBroken):
    """Two interviews are the most until a second person agrees to another one."""

    code = "talks-enough"


class TalkOpenAlready(RuleBroken):
    """This person has an interview that is not held yet."""

    code = "talk-open-already"


class WhyMissing(ReasonMissing):
    """A change or a request came without saying why."""

    code = "why-missing"


class NobodyToTakeOver(RuleBroken):
    """Whoever is named holds no interviews here, or has this one already."""

    code = "nobody-to-take-over"


@dataclass(frozen=True, slots=True)
class Appointment:
    """What the rules of a day look at: where the interview stands, and since when."""

    status: InterviewStatus
    starts: datetime | None = None


@dataclass(frozen=True, slots=True)
class FurtherTalk:
    """A request for one more interview, and what a second person said of it."""

    id: str
    case: str
    individual: str
    reason: str
    asked_by: str
    asked_at: str
    agreed: bool | None = None
    answered_by: str = ""
    answer_reason: str = ""


def status_after(
    status: InterviewStatus | None, event: Event, roles: Collection[Role]
) -> InterviewStatus:
    """Give where the interview stands after an event; raises `StepNotOpen`."""
    to = None
    if isinstance(event, InterviewHalted):
        to = _S.STOPPED if event.final else _S.PAUSED
    return INTERVIEW.take(status, event.kind, roles, to)


def schedule(
    made: InterviewScheduled, held: Appointment, *, seen: str, slack: timedelta = timedelta(hours=1)
) -> InterviewScheduled:
    """Set the day, or another one; `seen` is the time that the page showed before.

    Raises `StepNotOpen`, `DayMovedMeanwhile`, `DayOver`, or `ReasonMissing`.
    """
    step = INTERVIEW.step(held.status, made.kind)
    if seen != (held.starts.isoformat() if held.starts else ""):
        raise DayMovedMeanwhile(interview=made.interview)
    if made.starts < made.at - slack:
        raise DayOver(path="starts")
    if step.needs_reason and held.starts and not made.reason.strip():
        raise WhyMissing(fact="reason")
    return made


def miss(made: InterviewMissed, held: Appointment) -> InterviewMissed:
    """Note that nobody came; raises `StepNotOpen` or `TalkStillAhead`."""
    INTERVIEW.step(held.status, made.kind)
    if held.starts is None or made.at < held.starts:
        raise TalkStillAhead(interview=made.interview)
    return made


def clashes(
    starts: datetime, minutes: int, others: Sequence[tuple[datetime, int]]
) -> tuple[int, ...]:
    """Tell which of these appointments overlap with one that begins at `starts`."""
    ends = starts + timedelta(minutes=minutes)
    return tuple(
        index
        for index, (begin, length) in enumerate(others)
        if begin < ends and starts < begin + timedelta(minutes=length)
    )


def check_plan(
    statuses: Collection[tuple[InterviewStatus, bool]],
    agreed_by: Sequence[str],
    *,
    planner: str,
    interviewer: str,
) -> None:
    """Refuse a plan that would ask the same person once too often.

    `statuses` tell of each interview of the person how it stands and whether it began;
    `agreed_by` who agreed to further ones. Whoever asks cannot agree alone.
    Raises `TalkOpenAlready` or `TalksEnough`.
    """
    if any(status in OPEN for status, _began in statuses):
        raise TalkOpenAlready()
    held = sum(began for _status, began in statuses)
    agreed = sum(by not in (planner, interviewer) for by in agreed_by)
    if held >= MOST_INTERVIEWS + agreed:
        raise TalksEnough(held=held)


def answer_request(asked: FurtherTalk, made: FurtherTalkAnswered) -> FurtherTalkAnswered:
    """Agree to one more talk or not.

    Raises `AlreadyDecided`, `SecondPersonNeeded`, or `ReasonMissing`.
    """
    if asked.agreed is not None:
        raise AlreadyDecided(request=asked.id)
    if made.by == asked.asked_by:
        raise SecondPersonNeeded(request=asked.id)
    if not made.reason.strip():
        raise WhyMissing(fact="reason")
    return made


def hand_over(
    made: InterviewHandedOver,
    *,
    status: InterviewStatus,
    writer: str,
    able: Collection[str],
    roles: Collection[Role],
) -> InterviewHandedOver:
    """Let a colleague write what a signed interview showed.

    `writer` may write now, `able` hold interviews here. Raises `StepNotOpen`, `NotAllowed`
    for somebody who is neither the writer nor reviews, `NobodyToTakeOver` or `WhyMissing`.
    """
    INTERVIEW.take(status, made.kind, roles)
    if made.by != writer and Role.REVIEWER not in roles:
        raise NotAllowed()
    if made.to == writer or made.to not in able:
        raise NobodyToTakeOver(path="to")
    if not made.reason.strip():
        raise WhyMissing(fact="reason")
    return made
