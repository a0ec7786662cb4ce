"""Codes of the search for relatives: verdicts, wishes, where it stands."""

from enum import StrEnum


class TraceVerdict(StrEnum):
    """What one tracing officer says of a candidate."""

    SOUGHT = "the-one-sought"
    SOMEBODY_ELSE = "somebody-else"
    CANNOT_TELL = "cannot-tell"


class TraceStatus(StrEnum):
    """Where a candidate for a missing relative is."""

    FIRST_VERDICT = "first-verdict"
    DISAGREED = "disagreed"
    SET_ASIDE = "set-aside"
    VERIFIED = "verified"
    WITH_PROTECTION = "with-protection"
    BOTH_AGREE = "both-agree"
    NO_CONTACT = "no-contact"
    CONTACT = "contact"


class TraceSide(StrEnum):
    """The two sides of a search that found somebody."""

    ASKER = "asker"
    FOUND = "found"


class ContactWish(StrEnum):
    """What one side says to contact with the other."""

    YES = "yes"
    MESSAGE = "message-only"
    NO = "no"


class BestInterests(StrEnum):
    """What a look at a child's best interests found of one contact."""

    IN_INTEREST = "in-interest"
    NOT_NOW = "not-now"
    NOT_IN_INTEREST = "not-in-interest"


class GuardianPart(StrEnum):
    """What part the child's guardian or adviser had in it."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    NOT_REACHED = "not-reached"
    NOBODY_NAMED = "nobody-named"
