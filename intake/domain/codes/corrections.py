"""Codes of what a person wants corrected in their record."""

from enum import StrEnum


class CorrectionBy(StrEnum):
    """Who asks for a correction."""

    SELF = "self"
    GUARDIAN = "guardian"
    CAREGIVER = "caregiver"


class CorrectionStatus(StrEnum):
    """Where a request stands; one person never refuses alone."""

    ASKED = "asked"
    APPROVED = "approved"
    PARTLY = "partly"
    REFUSAL_PROPOSED = "refusal-proposed"
    REFUSED = "refused"


class CorrectionVerdict(StrEnum):
    """What somebody answers to a request."""

    APPROVED = "approved"
    PARTLY = "partly"
    REFUSED = "refused"
