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
    INSTITUTION = "institution"


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
    SHARING = "sharing"


class Recipient(StrEnum):
    """To whom something may be passed on: kinds of help, then kinds of organisation."""

    HEALTH = "health-care"
    PSYCHOSOCIAL = "psychosocial-support"
    LEGAL = "legal-advice"
    CHILD_PROTECTION = "child-protection"
    SHELTER = "shelter-and-food"
    EDUCATION = "education"
    UNITED_NATIONS = "united-nations"
    RED_CROSS = "red-cross-red-crescent"
    AID_ORGANISATIONS = "aid-organisations"
    HOST_AUTHORITIES = "authorities-here"

    @property
    def is_help(self) -> bool:
        """Whether it is a kind of help rather than a kind of organisation."""
        return self not in _ORGANISATIONS


_ORGANISATIONS = (
    Recipient.UNITED_NATIONS,
    Recipient.RED_CROSS,
    Recipient.AID_ORGANISATIONS,
    Recipient.HOST_AUTHORITIES,
)


class ConsentAnswer(StrEnum):
    """What the person answered for one purpose; a yes for a time can be over."""

    YES = "yes"
    NO = "no"
    WITHDRAWN = "withdrawn"
    NOT_ASKED = "not-asked"
    OVER = "over"


class ConsentBy(StrEnum):
    """Who gave the answer."""

    SELF = "self"
    CAREGIVER_AND_CHILD = "caregiver-and-child"
    GUARDIAN = "guardian"
    VITAL_INTEREST = "vital-interest"


class Channel(StrEnum):
    """How the notice was given."""

    SPOKEN = "spoken"
    READ = "read"
    SIGNED = "sign-language"


class StayRole(StrEnum):
    """What a place is in somebody's life. Hiding and detention are no intake material."""

    BIRTH = "birth"
    CHILDHOOD = "childhood"
    SCHOOL = "school"
    WORK = "work"
    LAST_RESIDENCE = "last-residence"
    TRANSIT = "transit"
    SITE = "displacement-site"
    CURRENT = "current"
    INTENDED = "intended"


class WhyLeft(StrEnum):
    """Why a place was left, and no more of it: persecution is no intake material."""

    DANGER = "danger"
    HOME_LOST = "home-lost"
    MADE_TO_LEAVE = "made-to-leave"
    ELSEWHERE = "work-study-family"
    NOTHING_TO_LIVE_ON = "nothing-to-live-on"
    NATURAL_DISASTER = "natural-disaster"
    SHELTER_ENDED = "shelter-ended"
    OTHER = "other"


class PrivateMoment(StrEnum):
    """Every adult is offered a moment alone; where that cannot be, the code says why."""

    TAKEN = "offered-taken"
    DECLINED = "offered-declined"
    NOT_POSSIBLE = "not-possible"
    NO_PLACE = "not-possible-no-place"
    NO_INTERPRETER = "not-possible-no-interpreter"
    OTHERS_STAYED = "not-possible-others-stayed"
    NO_TIME = "not-possible-no-time"


class ContactWay(StrEnum):
    """How somebody wishes to be reached."""

    CALL = "phone-call"
    MESSAGE = "text-message"
    APP = "messaging-app"
    EMAIL = "email"
    THROUGH_PERSON = "through-a-person"
    IN_PERSON = "in-person"
    THEY_COME = "they-come-to-us"


class Likeness(StrEnum):
    """What the people in front of us say of a record that is like theirs."""

    SAME = "same"
    DIFFERENT = "different"
    LEFT_FOR_REGISTRY = "left-for-registry"


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


class Depth(StrEnum):
    """How much of a group was asked: UNHCR's steps from a count to a basic record."""

    TALLY = "tally"
    BEGUN = "begun"
    EMERGENCY = "emergency"
    BASIC = "basic"


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
