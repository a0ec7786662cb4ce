"""Codes of specific needs: which may be written down, how urgent, who says so.

The codes follow UNHCR's list of 2009 (category and detail). Only those that do no harm
when a laptop is seized are here: what somebody suffered or did is nobody's to write
down at a gate. For all that there is one wish: to speak with a specialist, alone.
"""

from enum import StrEnum


class SpecificNeed(StrEnum):
    """The needs that may be written down; every other code is refused."""

    OUT_OF_SCHOOL = "cr-ne"
    SPECIAL_EDUCATION = "cr-se"
    TEENAGE_PREGNANCY = "cr-tp"
    CHILD_RUNS_HOUSEHOLD = "cr-ch"
    CHILD_PARENT = "cr-cp"
    UNACCOMPANIED = "sc-uc"
    SEPARATED = "sc-sc"
    CHILDREN_BY_THEMSELVES = "sc-ch"
    SINGLE_WOMAN = "wr-sf"
    WOMAN_CARES_ALONE = "wr-hr"
    WOMAN_BREASTFEEDS = "wr-lc"
    OLDER_WITHOUT_FAMILY = "er-nf"
    OLDER_WITH_SEPARATED = "er-sc"
    OLDER_WITH_CHILDREN = "er-mc"
    OLDER_UNABLE = "er-fr"
    SINGLE_PARENT = "sp-pt"
    GRANDPARENT_CARES = "sp-gp"
    SINGLE_CAREGIVER = "sp-cg"
    CHRONIC = "sm-ci"
    CRITICAL = "sm-cc"
    MALNUTRITION = "sm-mn"
    OTHER_MEDICAL = "sm-ot"
    RISKY_PREGNANCY = "pg-hr"
    BREASTFEEDING = "pg-lc"
    TRACING = "fu-tr"
    REUNIFICATION = "fu-fr"
    NO_PAPERS = "lp-nd"
    NO_SERVICES = "lp-na"
    BASIC_NEEDS = "lp-bn"


class NeedCategory(StrEnum):
    """The groups in which a page offers the needs; a code begins with its group."""

    CHILD = "cr"
    CHILD_ALONE = "sc"
    WOMAN = "wr"
    OLDER = "er"
    CAREGIVER = "sp"
    MEDICAL = "sm"
    PREGNANCY = "pg"
    FAMILY = "fu"
    LEGAL = "lp"


class NeedStatus(StrEnum):
    """How a need is known, and what became of it."""

    REPORTED = "reported-by-person"
    OBSERVED = "observed"
    REPORTED_BY_OTHER = "reported-by-other"
    PENDING = "pending-review"
    CONFIRMED = "confirmed"
    RESOLVED = "resolved"


class Urgency(StrEnum):
    """How soon somebody has to act."""

    IMMEDIATE = "immediate"
    DAY = "within-24-hours"
    THREE_DAYS = "within-72-hours"
    ROUTINE = "routine"


class Functioning(StrEnum):
    """What six short questions ask about, instead of asking for a disability."""

    SEEING = "seeing"
    HEARING = "hearing"
    WALKING = "walking"
    REMEMBERING = "remembering"
    SELF_CARE = "self-care"
    COMMUNICATING = "communicating"


class Difficulty(StrEnum):
    """How hard it is, in the person's own view."""

    NONE = "none"
    SOME = "some"
    A_LOT = "a-lot"
    CANNOT = "cannot"
