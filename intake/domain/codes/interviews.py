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


class InterpreterWish(StrEnum):
    """Through whom the person would rather speak."""

    NO_WISH = "no-wish"
    WOMAN = "woman"
    MAN = "man"
    NOT_ASKED = "not-asked"


class InterpreterAnswer(StrEnum):
    """What the person says of the interpreter, asked in private."""

    UNDERSTANDS = "understands"
    PREFERS_ANOTHER = "prefers-another"
    PREFERS_WOMAN = "prefers-woman"
    PREFERS_MAN = "prefers-man"


class Declaration(StrEnum):
    """What an interpreter declares before an interview, item by item."""

    NO_TIE = "no-tie"
    NOT_TALKED = "not-talked"
    FIRST_PERSON = "first-person"
    EVERYTHING = "everything"
    NO_OPINION = "no-opinion"
    CONFIDENTIAL = "confidential"
    NO_GIFTS = "no-gifts"
    TELLS_DOUBTS = "tells-doubts"


class Supporter(StrEnum):
    """Who sits with the person during the interview."""

    NOBODY = "nobody"
    SUPPORTER = "supporter"
    GUARDIAN = "guardian"
    ADVISER = "adviser"


class CopyGiven(StrEnum):
    """Whether the person takes a copy of the record along."""

    GIVEN = "given"
    NOT_SAFE = "not-safe"
    NOT_WISHED = "not-wished"


class Debrief(StrEnum):
    """What the interpreter says of the language afterwards, and of nothing else."""

    NO_PROBLEM = "no-problem"
    PROBLEMS = "problems"
    NOT_HELD = "not-held"


class SelfCheck(StrEnum):
    """What the interviewer asks themselves afterwards."""

    LISTENED = "listened"
    NOT_LED = "not-led"
    WORDS_KEPT = "words-kept"
    RESTED = "rested"


class OutreachWay(StrEnum):
    """How somebody tried to reach a person who did not come."""

    PHONE = "phone"
    MESSAGE = "message"
    VISIT = "visit"
    THROUGH_OTHERS = "through-others"


class OutreachOutcome(StrEnum):
    """What came of it; none of these closes anything."""

    COMES = "comes"
    NOT_NOW = "not-now"
    LEFT_WORD = "left-word"
    NOT_REACHED = "not-reached"


class InterviewStatus(StrEnum):
    """How an interview stands."""

    PLANNED = "planned"
    SCHEDULED = "scheduled"
    MISSED = "missed"
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
    WORRY = "worry"
    NOT_WILLING = "not-willing"


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
