"""Codes of staff and laptops."""

from enum import StrEnum


class Role(StrEnum):
    """Who somebody is here; what a role may do stands in security/roles.py."""

    FIELD = "field"
    CLERK = "clerk"
    INTERVIEWER = "interviewer"
    REVIEWER = "reviewer"
    PROTECTION = "protection"
    TRACING = "tracing"
    DPO = "data-protection-officer"
    ADMINISTRATOR = "administrator"


class DeviceStatus(StrEnum):
    """How the registry sees a laptop."""

    REQUESTED = "requested"
    APPROVED = "approved"
    REVOKED = "revoked"
    FORKED = "forked"


class ViewPurpose(StrEnum):
    """Why somebody opens a record or searches; asked every time (DP-14)."""

    COMPARE = "compare-records"
    INTERVIEW = "prepare-interview"
    DECISION = "review-decision"
    TRACING = "trace-relative"
    PROTECTION = "protect-person"
    PERSON_ASKS = "person-asks"
    CORRECTION = "check-recording"
