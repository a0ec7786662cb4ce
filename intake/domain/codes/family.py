"""Codes of the ties between people, and of where they are now."""

from enum import StrEnum


class Tie(StrEnum):
    """What somebody is to the person who tells it; the same word for women and men."""

    PARENT = "parent"
    CHILD = "child"
    SPOUSE_PARTNER = "spouse-partner"
    SIBLING = "sibling"
    HALF_SIBLING = "half-sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    AUNT_UNCLE = "aunt-uncle"
    NIECE_NEPHEW = "niece-nephew"
    COUSIN = "cousin"
    PARENT_IN_LAW = "parent-in-law"
    CHILD_IN_LAW = "child-in-law"
    SIBLING_IN_LAW = "sibling-in-law"
    STEP_PARENT = "step-parent"
    STEP_CHILD = "step-child"
    FOSTER_PARENT = "foster-parent"
    FOSTER_CHILD = "foster-child"
    GUARDIAN = "guardian"
    WARD = "ward"
    CARER = "carer"
    CARED_FOR = "cared-for"
    CO_WIFE = "co-wife"
    ENGAGED = "engaged"
    OTHER_KIN = "other-kin"
    NEIGHBOUR = "neighbour"
    FRIEND = "friend"
    MET_ON_ROUTE = "met-on-route"
    UNKNOWN = "unknown"
    NONE = "none"


class MaritalStatus(StrEnum):
    """Whether somebody is or was married, as they describe it themselves."""

    SINGLE = "single"
    ENGAGED = "engaged"
    MARRIED = "married"
    CUSTOMARY = "customary"
    PARTNER = "partner"
    POLYGAMOUS = "polygamous"
    SEPARATED = "separated"
    DIVORCED = "divorced"
    WIDOWED = "widowed"


class Nature(StrEnum):
    """What a tie rests on, as said."""

    BIOLOGICAL = "biological"
    ADOPTIVE = "adoptive"
    CUSTOMARY = "customary"
    KAFALA = "kafala"
    STEP = "step"
    FOSTER = "foster"
    LEGAL = "legal"
    BY_MARRIAGE = "by-marriage"
    REGISTERED_UNION = "registered-union"
    UNREGISTERED_UNION = "unregistered-union"
    CLAIMED_ONLY = "claimed-only"


class Whereabouts(StrEnum):
    """Where a relative is now, as said; nobody's death is established here."""

    TOGETHER = "together"
    SAME_SITE = "separated-same-site"
    ELSEWHERE = "separated-elsewhere"
    MISSING = "missing"
    DETAINED = "detained"
    LEFT_BEHIND = "left-behind"
    DEAD_SAID = "dead-said"
    UNKNOWN = "unknown"


class SeparationCause(StrEnum):
    """Why people were parted; armed service is not asked about (domain DP-09)."""

    CONFLICT = "conflict"
    MOVEMENT = "population-movement"
    EVACUATION = "evacuation"
    MIGRATION = "migration"
    DISASTER = "natural-disaster"
    RETURN = "repatriation"
    TRANSFER = "deportation-transfer"
    ARREST = "arrest-detention"
    DEATH = "death"
    SICKNESS = "sickness"
    POVERTY = "poverty"
    NO_SERVICES = "lack-of-services"
    ENTRUSTED = "entrusted"
    ABANDONED = "abandonment"
    PARTING = "divorce"
    HOME_VIOLENCE = "family-violence"
    OTHER = "other"


class Agreement(StrEnum):
    """What the other one says of a tie, asked apart from the first."""

    NOT_ASKED = "not-asked"
    SAME = "same"
    DIFFERS = "differs"
    NOT_HERE = "not-here"


class RegroupReason(StrEnum):
    """Why a group parts or two come together."""

    FAMILY_REQUEST = "family-request"
    PROTECTION = "protection"
    RECORDING_ERROR = "recording-error"
    MARRIAGE = "marriage"
    DEPARTURE = "departure"


class MoveStatus(StrEnum):
    """How far a proposal has come that people change their group."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


class GroupPart(StrEnum):
    """Which part of a group that parted a case is."""

    STAYED = "stayed"
    LEFT = "left"


class CareArrangement(StrEnum):
    """Who looks after a child now, in the words of child protection practice."""

    PARENTS = "parents"
    STEP_PARENT = "step-parent"
    CUSTOMARY = "customary-caregiver"
    ADULT_SIBLING = "adult-sibling"
    KINSHIP = "kinship"
    FOSTER = "foster"
    RESIDENTIAL = "residential"
    KAFALA = "kafala"
    INDEPENDENT = "independent"
    CHILD_HEADED = "child-headed"
    UNRELATED_ADULT = "unrelated-adult"
    NONE = "none"
    OTHER = "other"


class ChildStanding(StrEnum):
    """Who stands beside a possible child, as far as the group tells it."""

    WITH_CARER = "with-carer"
    SEPARATED = "separated"
    UNACCOMPANIED = "unaccompanied"
