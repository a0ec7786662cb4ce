"""Codes of verdicts, outcomes, levels and next steps."""

from enum import StrEnum


class PairVerdict(StrEnum):
    """What one reviewer says of two records."""

    INTERVIEW = "interview-both"
    DIFFERENT = "different"
    SAME = "same"
    RELATED = "related"
    CANNOT_TELL = "cannot-tell"


class PairStatus(StrEnum):
    """Where a suggested pair is."""

    CANDIDATE = "candidate"
    FIRST_VERDICT = "first-verdict"
    AGREED = "agreed"
    DISAGREED = "disagreed"
    LINKED = "linked"
    UNLINK_ASKED = "unlink-asked"


class AfterUndo(StrEnum):
    """What becomes of a pair once its link is undone."""

    JUDGE_AGAIN = "judge-again"
    DIFFERENT = "different"


class FactOutcome(StrEnum):
    """The outcome for one material fact."""

    ESTABLISHED = "established"
    PARTLY = "partly-established"
    NOT_NOW = "not-established-now"
    NOT_EXAMINED = "not-examined"


class SupportClass(StrEnum):
    """Independent supports of an identity level (domain chapter 8.5)."""

    KIN = "kin"
    VOUCHER = "voucher"
    DOCUMENT = "document"
    RECORD = "record"
    PLACE = "place"
    CONTINUITY = "continuity"


class IdentityLevel(StrEnum):
    """Our own assurance levels, explicitly not those of another standard."""

    A0 = "a0"
    A1 = "a1"
    A2 = "a2"
    A3 = "a3"
    A4 = "a4"


class ReviewVerdict(StrEnum):
    """What the second person says of a proposed decision."""

    CONFIRM = "confirm"
    RETURN = "return"


class NextStep(StrEnum):
    """What happens next, told to the person."""

    NOTHING_NEEDED = "nothing-needed"
    ANOTHER_TALK = "another-talk"
    BRING_INFORMATION = "bring-information"
    REFERRAL_MADE = "referral-made"
    TRACING_GOES_ON = "tracing-goes-on"
