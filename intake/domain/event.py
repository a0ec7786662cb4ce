"""The closed list of things that can happen. Every write in the program is one of these.

An event belongs to a case (its body is encrypted under that case's key) or, with
an empty `case`, to the device that recorded it. `by` is the officer or user id,
`at` the wall clock in UTC. Names of kinds, once published, keep their meaning.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from intake.domain.codes import (
    Channel,
    ConsentAnswer,
    ConsentBy,
    FactOutcome,
    FindingResult,
    GroupKind,
    IdentityLevel,
    Indicator,
    InterpreterKind,
    Kin,
    Level,
    NextStep,
    PairVerdict,
    Prompted,
    Purpose,
    ReadBack,
    ReviewVerdict,
    Role,
    Stage,
    StopReason,
    SupportClass,
)
from intake.domain.statement import Json, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened to which case, by whom, when."""

    kind: ClassVar[str] = "event"
    case: str = ""
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened(Event):
    """A registration group was received and given the data-protection notice."""

    kind: ClassVar[str] = "case-opened"
    number: str
    group_kind: GroupKind
    level: Level
    site: str
    notice_version: str
    notice_language: str
    notice_channel: Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRaised(Event):
    """A quick registration goes on as a full one; nothing is asked again."""

    kind: ClassVar[str] = "level-raised"
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class IndividualAdded(Event):
    """A member of the group has a record of their own."""

    kind: ClassVar[str] = "individual-added"
    individual: str
    number: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FocalPointNamed(Event):
    """The group said whom to talk to about it."""

    kind: ClassVar[str] = "focal-point-named"
    individual: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsAdded(Event):
    """A page of answers was saved."""

    kind: ClassVar[str] = "statements-added"
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRecorded(Event):
    """A person answered for one purpose, or took their answer back."""

    kind: ClassVar[str] = "consent-recorded"
    individual: str
    purpose: Purpose
    answer: ConsentAnswer
    given_by: ConsentBy = ConsentBy.SELF
    language: str = ""
    notice_version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TracingRequested(Event):
    """Somebody of the group looks for a missing relative.

    `sought` maps question paths (name, sex, birth, birth-place, last-residence,
    father, mother) to values of their shapes, and "last-news" to text.
    """

    kind: ClassVar[str] = "tracing-requested"
    request: str
    individual: str
    kin: Kin
    sought: dict[str, Json] = field(default_factory=dict)
    must_not_know: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCompleted(Event):
    """The record was read back and is ready to be sent."""

    kind: ClassVar[str] = "case-completed"
    level: Level
    read_back: ReadBack
    read_back_in: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDiscarded(Event):
    """A draft was given up before it was complete."""

    kind: ClassVar[str] = "case-discarded"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordViewed(Event):
    """Somebody opened a record, for a purpose."""

    kind: ClassVar[str] = "record-viewed"
    individual: str
    purpose: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One row of an explained comparison, kept without the two values.

    Values stay with their cases, so that erasing a case leaves nothing here.
    `outcome` is agrees, differs or unknown; `weight` is in bits (log2).
    """

    field: str
    outcome: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchSuggested(Event):
    """Screening found that two records may speak of one person. It decides nothing."""

    kind: ClassVar[str] = "match-suggested"
    pair: str
    left: str
    right: str
    right_case: str
    band: str
    score: float
    weights_version: str
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseScreened(Event):
    """The duplicate search of every member of a case was done."""

    kind: ClassVar[str] = "case-screened"
    suggestions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairJudged(Event):
    """One reviewer's verdict on a suggested pair, with the reason."""

    kind: ClassVar[str] = "pair-judged"
    pair: str
    verdict: PairVerdict
    reason: str


@dataclass(frozen=True, slots=True)
class PlannedQuestion:
    """A question chosen for this interview and why it is asked.

    `question` is an id of the bank, `why` one of gap, contradiction, discriminating,
    standard; `path` the question path it speaks to, `detail` codes and ids only.
    """

    question: str
    why: str
    path: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewPlanned(Event):
    """An interview was prepared: who, in which language, through whom, about what."""

    kind: ClassVar[str] = "interview-planned"
    interview: str
    individual: str
    interviewer: str
    language: str
    interpreter: InterpreterKind
    interpreter_code: str
    private_place: bool
    questions: tuple[PlannedQuestion, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageEntered(Event):
    """The interview went on to a stage; `confirmed` are the checks ticked to get there."""

    kind: ClassVar[str] = "stage-entered"
    interview: str
    stage: Stage
    confirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecorded(Event):
    """An answer in the person's words."""

    kind: ClassVar[str] = "answer-recorded"
    interview: str
    answer: str
    question: str
    text: str
    absent: str = ""
    said_in: str = ""
    prompted: Prompted = Prompted.OPEN
    amends: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionPut(Event):
    """A contradiction was put to the person, and their explanation kept verbatim."""

    kind: ClassVar[str] = "contradiction-put"
    interview: str
    path: str
    statements: tuple[str, ...]
    explanation: str
    absent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewHalted(Event):
    """The interview paused or was stopped; it never counts against the person."""

    kind: ClassVar[str] = "interview-halted"
    interview: str
    reason: StopReason
    final: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewResumed(Event):
    """A paused interview goes on."""

    kind: ClassVar[str] = "interview-resumed"
    interview: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewClosed(Event):
    """The record of the interview was read back and signed."""

    kind: ClassVar[str] = "interview-closed"
    interview: str
    read_back: ReadBack
    changes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRecorded(Event):
    """What one indicator shows about one material fact, with the evidence named."""

    kind: ClassVar[str] = "finding-recorded"
    interview: str
    finding: str
    fact: str
    indicator: Indicator
    result: FindingResult
    central: bool
    evidence: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class FactDecision:
    """The outcome for one material fact and the reason the person will hear."""

    fact: str
    outcome: FactOutcome
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionProposed(Event):
    """One person proposes an outcome per fact and an identity level, with reasons."""

    kind: ClassVar[str] = "decision-proposed"
    decision: str
    interview: str
    individual: str
    facts: tuple[FactDecision, ...]
    level: IdentityLevel
    supports: tuple[SupportClass, ...]
    next_step: NextStep
    message: str
    helps: str = ""
    review_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReviewed(Event):
    """A second person confirms the proposal or returns it."""

    kind: ClassVar[str] = "decision-reviewed"
    decision: str
    individual: str
    verdict: ReviewVerdict
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeTold(Event):
    """What goes back to the laptop that opened the case: outcome and next step, no more.

    Recorded by the registry into the reply chain of that laptop.
    """

    kind: ClassVar[str] = "outcome-told"
    individual: str
    level: IdentityLevel
    facts: tuple[FactDecision, ...]
    next_step: NextStep
    message: str
    helps: str = ""
    review_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerAdded(Event):
    """Somebody may work on this laptop."""

    kind: ClassVar[str] = "officer-added"
    officer: str
    name: str
    site: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UserAdded(Event):
    """Somebody may sign in at the registry; the secret is an Argon2id hash."""

    kind: ClassVar[str] = "user-added"
    user: str
    login: str
    name: str
    roles: tuple[Role, ...]
    passphrase_hash: str
    totp_secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UserDisabled(Event):
    """Somebody may not sign in any more."""

    kind: ClassVar[str] = "user-disabled"
    user: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn(Event):
    """Somebody opened the store or signed in."""

    kind: ClassVar[str] = "signed-in"
    user: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryJoined(Event):
    """This laptop knows its registry: address and public keys, from the invitation."""

    kind: ClassVar[str] = "registry-joined"
    registry: str
    name: str
    url: str
    sign_public: str
    seal_public: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceInvited(Event):
    """A one-time code for one laptop was made."""

    kind: ClassVar[str] = "device-invited"
    code: str
    label: str
    expires: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRequested(Event):
    """A laptop answered an invitation; a second person compares its fingerprint."""

    kind: ClassVar[str] = "device-requested"
    device: str
    label: str
    sign_public: str
    seal_public: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceApproved(Event):
    """The fingerprint was compared and the laptop may send."""

    kind: ClassVar[str] = "device-approved"
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRevoked(Event):
    """The laptop is lost, retired or split; later entries go to quarantine."""

    kind: ClassVar[str] = "device-revoked"
    device: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptKept(Event):
    """The registry acknowledged this chain up to a sequence number and head."""

    kind: ClassVar[str] = "receipt-kept"
    chain: str
    seq: int
    head: str
    signature: str
    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleMade(Event):
    """A bundle left this machine; `channel` is wire or stick."""

    kind: ClassVar[str] = "bundle-made"
    bundle: str
    channel: str
    last_seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReceived(Event):
    """A bundle of a device was taken in; counts only."""

    kind: ClassVar[str] = "bundle-received"
    bundle: str
    device: str
    channel: str
    added: int
    last_seq: int
    head: str


def kinds() -> dict[str, type[Event]]:
    """Every recordable event class by its kind."""
    return {cls.kind: cls for cls in Event.__subclasses__()}
