"""Codes of papers: which they are, where each is now, what was seen of it.

No code says that a paper is genuine or not: nobody here examines documents.
"""

from enum import StrEnum


class DocumentKind(StrEnum):
    """A paper the person has or had."""

    NATIONAL_ID = "national-id"
    PASSPORT = "passport"
    BIRTH_CERTIFICATE = "birth-certificate"
    FAMILY_BOOK = "family-book"
    MARRIAGE_CERTIFICATE = "marriage-certificate"
    DRIVING_LICENCE = "driving-licence"
    SCHOOL_REPORT = "school-report"
    VACCINATION_CARD = "vaccination-card"
    REFUGEE_CERTIFICATE = "refugee-certificate"
    INTERNAL_PASSPORT = "internal-passport"
    UNHCR_CERTIFICATE = "unhcr-certificate"
    RESIDENCE_PERMIT = "residence-permit"
    VOTER_CARD = "voter-card"
    TAX_NUMBER = "tax-number"
    STUDENT_CARD = "student-card"
    EMPLOYMENT_CARD = "employment-card"
    LAND_TITLE = "land-title"
    DIGITAL_ID = "digital-id"
    SIM_REGISTRATION = "sim-registration"
    OTHER = "other"


class DocumentStatus(StrEnum):
    """Where that paper is now, as said."""

    HELD_SEEN = "held-seen"
    HELD_NOT_SHOWN = "held-not-shown"
    COPY_ON_PHONE = "copy-on-phone"
    COPY_ELSEWHERE = "copy-elsewhere"
    LEFT_AT_HOME = "left-at-home"
    LOST_ON_ROUTE = "lost-on-route"
    STOLEN = "stolen"
    TAKEN_AWAY = "taken-away"
    DESTROYED = "destroyed"
    EXPIRED = "expired"
    HIDDEN = "hidden-for-safety"
    NEVER_HAD = "never-had"


class TakenBy(StrEnum):
    """Who took a paper away, as said; it may endanger whoever says it."""

    AUTHORITY = "authority"
    ARMED_GROUP = "armed-group"
    SMUGGLER = "smuggler"
    EMPLOYER = "employer"
    FAMILY = "spouse-or-family"
    UNKNOWN = "unknown"


class VisualCheck(StrEnum):
    """What an officer saw of a paper with their own eyes, and no more."""

    READABLE = "readable"
    DAMAGED = "damaged"
    ALTERATIONS = "alterations-visible"
    NOT_ASSESSED = "not-assessed"
