"""Codes of where an identity stands, and of what the person says of a decision."""

from enum import StrEnum


class IdentityState(StrEnum):
    """Where the identity of one person stands; no state is the end."""

    UNEXAMINED = "unexamined"
    UNIQUE = "unique"
    SCHEDULED = "scheduled"
    IN_PROGRESS = "in-progress"
    PAUSED = "paused"
    STATEMENT_CONFIRMED = "statement-confirmed"
    STATEMENT_REFUSED = "statement-refused"
    ASSESSING = "assessing"
    MORE_INFORMATION = "more-information"
    PROPOSED = "proposed"
    UNDER_REVIEW = "under-review"
    RETURNED = "returned"
    DECIDED = "decided"
    COMMENT_WINDOW = "comment-window"
    COMMENTED = "commented"
    FINAL = "final"
    REVIEW_REQUESTED = "review-requested"


class DecisionStatus(StrEnum):
    """Where one decision stands."""

    PROPOSED = "proposed"
    RETURNED = "returned"
    DECIDED = "decided"
    NOTIFIED = "notified"
    COMMENTED = "commented"
    REOPENED = "reopened"
    FINAL = "final"


class ToldHow(StrEnum):
    """How the person heard the whole decision."""

    IN_PERSON = "in-person"
    BY_PHONE = "by-phone"
    IN_WRITING = "in-writing"


class CommentVerdict(StrEnum):
    """What comes of what the person said of a decision before it is final."""

    STAYS = "stays"
    LOOK_AGAIN = "look-again"


class RecheckVerdict(StrEnum):
    """What somebody uninvolved finds of a decision that the person asked about."""

    UPHELD = "upheld"
    CHANGED = "changed"


class LookAgain(StrEnum):
    """Why a final decision is opened again."""

    NEW_EVIDENCE = "new-evidence"
    TIME_PASSED = "time-passed"
    RECORD_CORRECTED = "record-corrected"
