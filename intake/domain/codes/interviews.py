"""Codes of an interview and of its findings."""

from enum import StrEnum


class Stage(StrEnum):
    """The seven stages of the interview, in order (domain chapter 8.1)."""

    PREPARE = "prepare"
    OPEN = "open"
    NARRATIVE = "narrative"
    PROBE = "probe"
    CLARIFY = "clarify"
    CLOSE = "close"
    AFTER = "after"


class Prompted(StrEnum):
    """How an answer came about; a leading question carries no weight (V-15)."""

    FREE = "free-narrative"
    OPEN = "open"
    PROBING = "probing"
    CLOSED = "closed"
    LEADING = "leading"


class InterpreterKind(StrEnum):
    """Who interprets."""

    NONE_NEEDED = "none-needed"
    TRAINED = "trained"
    LAY = "lay"


class InterviewStatus(StrEnum):
    """How an interview stands."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"


class StopReason(StrEnum):
    """Why an interview paused or stopped; none of them counts against the person."""

    BREAK = "break"
    DISTRESS = "distress"
    NO_INTERPRETER = "no-interpreter"
    TIME = "time"
    ASKED_TO_STOP = "asked-to-stop"


class Indicator(StrEnum):
    """What a finding rests on (domain chapter 8.2); demeanour does not exist here."""

    INTERNAL = "internal-consistency"
    EXTERNAL = "external-consistency"
    DETAIL = "sufficiency-of-detail"
    PLAUSIBILITY = "plausibility"


class FindingResult(StrEnum):
    """What an indicator shows about one material fact."""

    SUPPORTS = "supports"
    NEUTRAL = "neutral"
    UNCLEAR = "unclear"
    CONTRADICTS = "contradicts"
