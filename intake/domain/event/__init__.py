"""The closed list of things that can happen.

Every write in the program is one of these.


An event belongs to a case (its body is encrypted under that case's key) or, with
an empty `case`, to the device that recorded it. `by` is the officer or user id,
`at` the wall clock in UTC. Names of kinds, once published, keep their meaning.
"""

from intake.domain.event.cases import (
    CaseCompleted,
    CaseDiscarded,
    CaseOpened,
    ConsentRecorded,
    ContentForgotten,
    FocalPointNamed,
    IndividualAdded,
    LevelRaised,
    LikenessAnswered,
    MemberLeft,
    RecordViewed,
    StatementsAdded,
    TracingRequested,
    WithdrawalAsked,
)
from intake.domain.event.decisions import (
    DecisionProposed,
    DecisionReviewed,
    FactDecision,
    OutcomeTold,
)
from intake.domain.event.devices import (
    BundleMade,
    BundleReceived,
    DeviceApproved,
    DeviceInvited,
    DeviceRequested,
    DeviceRevoked,
    OfficerAdded,
    ReceiptKept,
    RegistryJoined,
    SignedIn,
    UserAdded,
    UserDisabled,
)
from intake.domain.event.erasures import CaseErased, ErasureAsked
from intake.domain.event.event import Event
from intake.domain.event.groups import GroupsMerged, GroupSplit
from intake.domain.event.interviews import (
    AnswerRecorded,
    ContradictionPut,
    FindingRecorded,
    InterviewClosed,
    InterviewHalted,
    InterviewPlanned,
    InterviewResumed,
    PlannedQuestion,
    QuestionAdded,
    StageEntered,
)
from intake.domain.event.pairs import (
    CaseScreened,
    EvidenceRow,
    MatchSuggested,
    PairJudged,
    PairReopened,
    RecordsUnlinked,
    UnlinkAsked,
    UnlinkDeclined,
)

__all__ = [
    "AnswerRecorded",
    "BundleMade",
    "BundleReceived",
    "CaseCompleted",
    "CaseDiscarded",
    "CaseErased",
    "CaseOpened",
    "CaseScreened",
    "ConsentRecorded",
    "ContentForgotten",
    "ContradictionPut",
    "DecisionProposed",
    "DecisionReviewed",
    "DeviceApproved",
    "DeviceInvited",
    "DeviceRequested",
    "DeviceRevoked",
    "ErasureAsked",
    "Event",
    "EvidenceRow",
    "FactDecision",
    "FindingRecorded",
    "FocalPointNamed",
    "GroupSplit",
    "GroupsMerged",
    "IndividualAdded",
    "InterviewClosed",
    "InterviewHalted",
    "InterviewPlanned",
    "InterviewResumed",
    "LevelRaised",
    "LikenessAnswered",
    "MatchSuggested",
    "MemberLeft",
    "OfficerAdded",
    "OutcomeTold",
    "PairJudged",
    "PairReopened",
    "PlannedQuestion",
    "QuestionAdded",
    "ReceiptKept",
    "RecordViewed",
    "RecordsUnlinked",
    "RegistryJoined",
    "SignedIn",
    "StageEntered",
    "StatementsAdded",
    "TracingRequested",
    "UnlinkAsked",
    "UnlinkDeclined",
    "UserAdded",
    "UserDisabled",
    "WithdrawalAsked",
    "kinds",
]


def kinds() -> dict[str, type[Event]]:
    """Every recordable event class by its kind."""
    return {cls.kind: cls for cls in Event.__subclasses__()}
