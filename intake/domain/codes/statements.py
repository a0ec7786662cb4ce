"""Codes of a statement: why it is absent, who said it, how sure."""

from enum import StrEnum


class Absent(StrEnum):
    """Why a question has no value. None of these ever lowers a score or a level."""

    UNKNOWN = "asked-unknown"
    DECLINED = "asked-declined"
    NOT_ASKED = "not-asked"
    LATER = "temp-unknown"


class Source(StrEnum):
    """Who said it."""

    SELF = "self"
    CAREGIVER = "caregiver"
    RELATIVE = "relative"
    VOUCHER = "voucher"
    DOCUMENT_SEEN = "document-seen"
    OFFICER = "officer-observed"
    INTERVIEW = "interview-answer"


class Certainty(StrEnum):
    """How sure the speaker is, in the speaker's own view."""

    NOT_STATED = "not-stated"
    SURE = "sure"
    FAIRLY_SURE = "fairly-sure"
    UNSURE = "unsure"
    GUESS = "guess"
    TOLD_BY_OTHERS = "told-by-others"


class Why(StrEnum):
    """Why a statement takes the place of an earlier one."""

    CORRECTION = "correction-by-person"
    RECORDING_ERROR = "recording-error"
    NEW_INFORMATION = "new-information"
    TRANSLATION_FIX = "translation-fix"


class YesNo(StrEnum):
    """A three-state answer: the third state is an absent reason."""

    YES = "yes"
    NO = "no"


class Precision(StrEnum):
    """How much of a birth date is known; the precision is data."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    AGE = "age"
    AGE_RANGE = "age-range"
    EVENT = "event"
    SEASON = "season"
    RANGE = "range"


class Basis(StrEnum):
    """How a date is known; an officer's estimate is only ever a band of ages."""

    SAID_EXACTLY = "said-exactly"
    SAID_YEAR = "said-year"
    SAID_AGE = "said-age"
    EVENT_CALENDAR = "event-calendar"
    SIBLING_ORDER = "sibling-order"
    SCHOOL_GRADE = "school-grade"
    CAREGIVER_TOLD = "caregiver-told"
    DOCUMENT_SEEN = "document-seen"
    DOCUMENT_REMEMBERED = "document-remembered"
    OFFICER_ESTIMATE = "officer-estimate-band"


class Doubt(StrEnum):
    """What is worth asking again. It blocks nothing and counts against nobody (V-03)."""

    PARENT_TOO_YOUNG = "parent-too-young"
    PARENT_TOO_OLD = "parent-too-old"
    SIBLINGS_TOO_CLOSE = "siblings-too-close"
    MARRIED_YOUNG = "married-young"
    ANSWERS_DO_NOT_FIT = "answers-do-not-fit"
    LEFT_BEFORE_ARRIVAL = "left-before-arrival"
    REACHED_BEFORE_LEAVING = "reached-before-leaving"
    BEFORE_BIRTH = "before-birth"
    SCHOOL_TOO_EARLY = "school-too-early"


class Calendar(StrEnum):
    """The calendar in which a date was said."""

    GREGORIAN = "gregorian"
    SOLAR_HIJRI = "solar-hijri"
    HIJRI = "hijri"
    ETHIOPIAN = "ethiopian"
