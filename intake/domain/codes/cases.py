"""Codes of a registration group, its people, papers and consents."""

from enum import StrEnum


class Sex(StrEnum):
    """ISO/IEC 5218 codes 2 and 1, spelt; absent reasons cover the rest."""

    FEMALE = "f"
    MALE = "m"
    OTHER = "x"


class GroupKind(StrEnum):
    """How the members of a registration group belong together."""

    FAMILY = "family"
    HOUSEHOLD = "household"
    TRAVEL_GROUP = "travel-group"
    CARE_GROUP = "care-group"
    SINGLE = "single"


class Relationship(StrEnum):
    """What a member is to the focal point of the group."""

    FOCAL_POINT = "focal-point"
    SPOUSE_PARTNER = "spouse-partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    AUNT_UNCLE = "aunt-uncle"
    NIECE_NEPHEW = "niece-nephew"
    COUSIN = "cousin"
    IN_LAW = "in-law"
    STEP_CHILD = "step-child"
    FOSTER_CHILD = "foster-child"
    GUARDIAN = "guardian"
    OTHER_KIN = "other-kin"
    NEIGHBOUR = "neighbour"
    FRIEND = "friend"
    MET_ON_ROUTE = "met-on-route"


class Purpose(StrEnum):
    """What a person can agree to, each separately, none ticked beforehand."""

    REGISTRATION = "registration"
    VERIFICATION = "verification"
    TRACING = "tracing"
    REFERRAL = "referral"


class ConsentAnswer(StrEnum):
    """What the person answered for one purpose."""

    YES = "yes"
    NO = "no"
    WITHDRAWN = "withdrawn"
    NOT_ASKED = "not-asked"


class ConsentBy(StrEnum):
    """Who gave the answer."""

    SELF = "self"
    CAREGIVER_AND_CHILD = "caregiver-and-child"
    GUARDIAN = "guardian"


class Channel(StrEnum):
    """How the notice was given."""

    SPOKEN = "spoken"
    READ = "read"
    SIGNED = "sign-language"


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
    OTHER = "other"


class DocumentStatus(StrEnum):
    """Where that paper is now, as said."""

    HELD_SEEN = "held-seen"
    COPY_ON_PHONE = "copy-on-phone"
    COPY_ELSEWHERE = "copy-elsewhere"
    LEFT_AT_HOME = "left-at-home"
    LOST_ON_ROUTE = "lost-on-route"
    STOLEN = "stolen"
    TAKEN_AWAY = "taken-away"
    DESTROYED = "destroyed"
    NEVER_HAD = "never-had"


class PrivateMoment(StrEnum):
    """Every adult is offered a moment alone (domain chapter 5.1)."""

    TAKEN = "offered-taken"
    DECLINED = "offered-declined"
    NOT_POSSIBLE = "not-possible"


class ReadBack(StrEnum):
    """What the person said when the record was read back to them."""

    YES = "yes"
    YES_WITH_CHANGES = "yes-with-changes"
    REFUSES = "refuses"
    UNABLE = "unable"


class Level(StrEnum):
    """How deep the registration goes: head-count or individual record."""

    QUICK = "quick"
    FULL = "full"


class CaseStatus(StrEnum):
    """Where a case is on its way from the laptop to the registry and back."""

    DRAFT = "draft"
    READY = "ready"
    SENT = "sent"
    RECEIVED = "received"
    REFUSED = "refused"
    ANSWERED = "answered"
    DISCARDED = "discarded"


class TracingStatus(StrEnum):
    """A tracing request as far as this release takes it."""

    OPEN = "open"
    WITHDRAWN = "withdrawn"


class Kin(StrEnum):
    """What the person sought is to the one who asks."""

    MOTHER = "mother"
    FATHER = "father"
    SPOUSE = "spouse"
    CHILD = "child"
    SIBLING = "sibling"
    OTHER_KIN = "other-kin"
