"""Closed lists of codes. Codes are stored; words are added in web/labels.py.

Codes are lower-kebab strings and, once published, are never used for another
meaning. Sources: HL7 FHIR data-absent-reason (Absent), ISO 15924 (script
names elsewhere), UNHCR practice for group kinds and relationships.
"""

from intake.domain.codes.cases import (
    CaseStatus,
    Channel,
    ConsentAnswer,
    ConsentBy,
    ContactWay,
    GroupKind,
    Kin,
    Level,
    PrivateMoment,
    Purpose,
    ReadBack,
    Relationship,
    Sex,
    TracingStatus,
)
from intake.domain.codes.decisions import (
    FactOutcome,
    IdentityLevel,
    NextStep,
    PairStatus,
    PairVerdict,
    ReviewVerdict,
    SupportClass,
)
from intake.domain.codes.documents import DocumentKind, DocumentStatus, TakenBy, VisualCheck
from intake.domain.codes.family import Agreement, Nature, SeparationCause, Tie, Whereabouts
from intake.domain.codes.interviews import (
    FindingResult,
    Indicator,
    InterpreterKind,
    InterviewStatus,
    Prompted,
    Stage,
    StopReason,
)
from intake.domain.codes.needs import (
    Difficulty,
    Functioning,
    NeedCategory,
    NeedStatus,
    SpecificNeed,
    Urgency,
)
from intake.domain.codes.staff import DeviceStatus, Role, ViewPurpose
from intake.domain.codes.statements import (
    Absent,
    Calendar,
    Certainty,
    Precision,
    Source,
    Why,
    YesNo,
)

__all__ = [
    "Absent",
    "Agreement",
    "Calendar",
    "CaseStatus",
    "Certainty",
    "Channel",
    "ConsentAnswer",
    "ConsentBy",
    "ContactWay",
    "DeviceStatus",
    "Difficulty",
    "DocumentKind",
    "DocumentStatus",
    "FactOutcome",
    "FindingResult",
    "Functioning",
    "GroupKind",
    "IdentityLevel",
    "Indicator",
    "InterpreterKind",
    "InterviewStatus",
    "Kin",
    "Level",
    "Nature",
    "NeedCategory",
    "NeedStatus",
    "NextStep",
    "PairStatus",
    "PairVerdict",
    "Precision",
    "PrivateMoment",
    "Prompted",
    "Purpose",
    "ReadBack",
    "Relationship",
    "ReviewVerdict",
    "Role",
    "SeparationCause",
    "Sex",
    "Source",
    "SpecificNeed",
    "Stage",
    "StopReason",
    "SupportClass",
    "TakenBy",
    "Tie",
    "TracingStatus",
    "Urgency",
    "ViewPurpose",
    "VisualCheck",
    "Whereabouts",
    "Why",
    "YesNo",
]
