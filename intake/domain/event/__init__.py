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
from intake.domain.event.corrections import (
    CorrectionAnswered,
    CorrectionAsked,
    RefusalReviewed,
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
from intake.domain.event.hearings import (
    AssessmentReopened,
    CommentAnswered,
    CommentRecorded,
    DecisionMadeFinal,
    DecisionTold,
    InformationCame,
    MoreInformationAsked,
)
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
from intake.domain.event.records import (
    CloseAsked,
    ContactTried,
    RecordClosed,
    RecordInactivated,
    RecordReturned,
)
from intake.domain.event.second_looks import (
    FactOpinion,
    OpinionGiven,
    RecheckAnswered,
    RecheckAsked,
)
from intake.domain.event.supports import SupportRecorded, SupportTakenBack
from intake.domain.event.talks import (
    AfterworkNoted,
    FurtherTalkAnswered,
    FurtherTalkAsked,
    InterpreterAsked,
    InterpreterChanged,
    InterpreterDeclared,
    InterviewMissed,
    InterviewScheduled,
    OutreachNoted,
)
from intake.domain.event.traces import (
    ContactAnswered,
    ContactTold,
    ProtectionAsked,
    TraceJudged,
    TraceReleased,
)
from intake.domain.event.vouches import VouchAgreed, VouchRecorded, VouchWithdrawn

__all__ = [
    "AfterworkNoted",
    "AnswerRecorded",
    "AssessmentReopened",
    "BundleMade",
    "BundleReceived",
    "CaseCompleted",
    "CaseDiscarded",
    "CaseErased",
    "CaseOpened",
    "CaseScreened",
    "CloseAsked",
    "CommentAnswered",
    "CommentRecorded",
    "ConsentRecorded",
    "ContactAnswered",
    "ContactTold",
    "ContactTried",
    "ContentForgotten",
    "ContradictionPut",
    "CorrectionAnswered",
    "CorrectionAsked",
    "DecisionMadeFinal",
    "DecisionProposed",
    "DecisionReviewed",
    "DecisionTold",
    "DeviceApproved",
    "DeviceInvited",
    "DeviceRequested",
    "DeviceRevoked",
    "ErasureAsked",
    "Event",
    "EvidenceRow",
    "FactDecision",
    "FactOpinion",
    "FindingRecorded",
    "FocalPointNamed",
    "FurtherTalkAnswered",
    "FurtherTalkAsked",
    "GroupSplit",
    "GroupsMerged",
    "IndividualAdded",
    "InformationCame",
    "InterpreterAsked",
    "InterpreterChanged",
    "InterpreterDeclared",
    "InterviewClosed",
    "InterviewHalted",
    "InterviewMissed",
    "InterviewPlanned",
    "InterviewResumed",
    "InterviewScheduled",
    "LevelRaised",
    "LikenessAnswered",
    "MatchSuggested",
    "MemberLeft",
    "MoreInformationAsked",
    "OfficerAdded",
    "OpinionGiven",
    "OutcomeTold",
    "OutreachNoted",
    "PairJudged",
    "PairReopened",
    "PlannedQuestion",
    "ProtectionAsked",
    "QuestionAdded",
    "ReceiptKept",
    "RecheckAnswered",
    "RecheckAsked",
    "RecordClosed",
    "RecordInactivated",
    "RecordReturned",
    "RecordViewed",
    "RecordsUnlinked",
    "RefusalReviewed",
    "RegistryJoined",
    "SignedIn",
    "StageEntered",
    "StatementsAdded",
    "SupportRecorded",
    "SupportTakenBack",
    "TraceJudged",
    "TraceReleased",
    "TracingRequested",
    "UnlinkAsked",
    "UnlinkDeclined",
    "UserAdded",
    "UserDisabled",
    "VouchAgreed",
    "VouchRecorded",
    "VouchWithdrawn",
    "WithdrawalAsked",
    "kinds",
]


def kinds() -> dict[str, type[Event]]:
    """Every recordable event class by its kind."""
    return {cls.kind: cls for cls in Event.__subclasses__()}
