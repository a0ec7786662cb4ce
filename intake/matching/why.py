"""The closed list of reasons evidence gives; words are added at the edge.

A reason code, once stored with a suggestion, is never used for another meaning.
"""

from enum import StrEnum


class Outcome(StrEnum):
    """What two records say to each other about one field."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


class Band(StrEnum):
    """How many of the things compared agree, for people to read instead of a number."""

    MANY = "many"
    SOME = "some"
    FEW = "few"


class Reason(StrEnum):
    """Why the evidence of one field weighs what it weighs."""

    NOT_KNOWN = "not-known"
    HINT_ONLY = "hint-only"
    APART = "apart"
    SAME_TEXT = "same-text"
    SAME_SOUND = "same-sound"
    CLOSE_SPELLING = "close-spelling"
    OTHER_FORM = "other-form-of-the-name"
    PART_AGREES = "part-agrees"
    OTHER_ORDER = "parts-in-other-order"
    GIVEN_DIFFERS = "given-name-differs"
    FAMILY_DIFFERS = "family-name-differs"
    DIFFERENT = "different"
    SAME = "same"
    SAME_DAY = "same-day"
    SAME_MONTH = "same-month"
    SAME_YEAR = "same-year"
    DATES_OVERLAP = "dates-overlap"
    NEAR_DAY = "near-day"
    NEAR_YEAR = "near-year"
    DAY_MONTH_SWAPPED = "day-and-month-swapped"
    DIGIT_SLIP = "one-digit-of-the-year"
    OTHER_CALENDAR = "another-calendar"
    YEARS_APART = "years-apart"
    OLD_NAME_OF_PLACE = "old-name-of-the-place"
    SAME_COMPANIONS = "same-companions"
    OTHER_COMPANIONS = "other-companions"
