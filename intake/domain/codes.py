"""Closed lists of codes. Codes are stored; words are added in web/labels.py.

Codes are lower-kebab strings and, once published, are never used for another
meaning. Sources: HL7 FHIR data-absent-reason (Absent), ISO 15924 (script
names elsewhere), UNHCR practice for group kinds and relationships.
"""

from enum import StrEnum


class Absent(StrEnum):
    """Why a question has no value. None of these ever lowers a score or a level."""

    UNKNOWN = "asked-unknown"
    DECLINED = "asked-declined"
    NOT_ASKED = "not-asked"


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


class Sex(StrEnum):
    """ISO/IEC 5218 codes 2 and 1, spelt; absent reasons cover the rest."""

    FEMALE = "f"
    MALE = "m"
    OTHER = "x"


class YesNo(StrEnum):
    """A three-state answer: the third state is an absent reason."""

    YES = "yes"
    NO = "no"


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


class Calendar(StrEnum):
    """The calendar in which a date was said."""

    GREGORIAN = "gregorian"
    SOLAR_HIJRI = "solar-hijri"
    HIJRI = "hijri"
    ETHIOPIAN = "ethiopian"


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


class PairVerdict(StrEnum):
    """What one reviewer says of two records."""

    INTERVIEW = "interview-both"
    DIFFERENT = "different"
    SAME = "same"
    RELATED = "related"
    CANNOT_TELL = "cannot-tell"


class PairStatus(StrEnum):
    """Where a suggested pair is."""

    CANDIDATE = "candidate"
    FIRST_VERDICT = "first-verdict"
    AGREED = "agreed"
    DISAGREED = "disagreed"


class Stage(StrEnum):
    """The seven stages of the interview, in order (domain chapter 8.1)."""

    PREPARE = "prepare"
    OPEN = "open"
    NARRATIVE = "narrative"
    PROBE = "probe"
    CLARIFY = "clarify"
    CLOSE = "close"
    AFTER = "after"


class Prompted(StrEnum):
    """How an answer came about; a leading question carries no weight (V-15)."""

    FREE = "free-narrative"
    OPEN = "open"
    PROBING = "probing"
    CLOSED = "closed"
    LEADING = "leading"


class InterpreterKind(StrEnum):
    """Who interprets."""

    NONE_NEEDED = "none-needed"
    TRAINED = "trained"
    LAY = "lay"


class InterviewStatus(StrEnum):
    """How an interview stands."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"


class StopReason(StrEnum):
    """Why an interview paused or stopped; none of them counts against the person."""

    BREAK = "break"
    DISTRESS = "distress"
    NO_INTERPRETER = "no-interpreter"
    TIME = "time"
    ASKED_TO_STOP = "asked-to-stop"


class Indicator(StrEnum):
    """What a finding rests on (domain chapter 8.2); demeanour does not exist here."""

    INTERNAL = "internal-consistency"
    EXTERNAL = "external-consistency"
    DETAIL = "sufficiency-of-detail"
    PLAUSIBILITY = "plausibility"


class FindingResult(StrEnum):
    """What an indicator shows about one material fact."""

    SUPPORTS = "supports"
    NEUTRAL = "neutral"
    UNCLEAR = "unclear"
    CONTRADICTS = "contradicts"


class FactOutcome(StrEnum):
    """The outcome for one material fact."""

    ESTABLISHED = "established"
    PARTLY = "partly-established"
    NOT_NOW = "not-established-now"
    NOT_EXAMINED = "not-examined"


class SupportClass(StrEnum):
    """Independent supports of an identity level (domain chapter 8.5)."""

    KIN = "kin"
    VOUCHER = "voucher"
    DOCUMENT = "document"
    RECORD = "record"
    PLACE = "place"
    CONTINUITY = "continuity"


class IdentityLevel(StrEnum):
    """Our own assurance levels, explicitly not those of another standard."""

    A0 = "a0"
    A1 = "a1"
    A2 = "a2"
    A3 = "a3"
    A4 = "a4"


class ReviewVerdict(StrEnum):
    """What the second person says of a proposed decision."""

    CONFIRM = "confirm"
    RETURN = "return"


class NextStep(StrEnum):
    """What happens next, told to the person."""

    NOTHING_NEEDED = "nothing-needed"
    ANOTHER_TALK = "another-talk"
    BRING_INFORMATION = "bring-information"
    REFERRAL_MADE = "referral-made"
    TRACING_GOES_ON = "tracing-goes-on"


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
    """Why somebody at the registry opens a record or searches; asked every time (DP-14)."""

    COMPARE = "compare-records"
    INTERVIEW = "prepare-interview"
    DECISION = "review-decision"
    TRACING = "trace-relative"
    PROTECTION = "protect-person"
    PERSON_ASKS = "person-asks"
    CORRECTION = "check-recording"
