"""Events of a case: the group, its people, what they say and agree to."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from intake.domain.codes import (
    Channel,
    ConsentAnswer,
    ConsentBy,
    GroupKind,
    Kin,
    Level,
    Likeness,
    Purpose,
    ReadBack,
    Recipient,
)
from intake.domain.event.event import Event
from intake.domain.statement import Json, Statement


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
    """A person answered for one purpose, or took their answer back.

    `answer` is what holds. For a child it follows from two words that are both kept: the
    carer's and the child's own (DP-06). `reason` says why nobody could be asked. A yes
    with `until` holds to the end of that day and no longer.
    """

    kind: ClassVar[str] = "consent-recorded"
    individual: str
    purpose: Purpose
    answer: ConsentAnswer
    given_by: ConsentBy = ConsentBy.SELF
    language: str = ""
    notice_version: str = ""
    recipient: Recipient | None = None
    explained: Channel | None = None
    carer: ConsentAnswer = ConsentAnswer.NOT_ASKED
    assent: ConsentAnswer = ConsentAnswer.NOT_ASKED
    reason: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalAsked(Event):
    """Somebody took back what they agreed to, by the number on their slip.

    It belongs to the laptop, which may hold the record no more, or never did. The
    registry carries it out with the next sync.
    """

    kind: ClassVar[str] = "withdrawal-asked"
    withdrawal: str
    number: str
    purposes: tuple[Purpose, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TracingRequested(Event):
    """Somebody of the group looks for a missing relative.

    `sought` maps question paths (name, sex, birth, birth-place, last-residence, father,
    mother, grandfather) to values of their shapes, name.other to a list of names, and what
    no record is asked (domain/tracing.py) to a date, a place, a code or text. What was not
    told has no key, so older requests read as they always did.
    """

    kind: ClassVar[str] = "tracing-requested"
    request: str
    individual: str
    kin: Kin
    sought: dict[str, Json] = field(default_factory=dict)
    must_not_know: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LikenessAnswered(Event):
    """A record on this laptop was like another, and the person was asked.

    `reasons` are codes such as "name:same-sound": what agreed, no value of either record.
    """

    kind: ClassVar[str] = "likeness-answered"
    individual: str
    other: str
    other_case: str
    answer: Likeness
    reasons: tuple[str, ...] = ()


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
class MemberLeft:
    """What stays of a member after the content is forgotten: numbers, no words."""

    individual: str
    number: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentForgotten(Event):
    """A laptop forgot what a received case says; reference and status stay.

    It belongs to the device, not to the case, whose key is gone.
    """

    kind: ClassVar[str] = "content-forgotten"
    forgotten: str
    number: str
    group_kind: GroupKind
    level: Level
    site: str
    opened_at: str
    completed_at: str
    notice_language: str
    focal: str
    members: tuple[MemberLeft, ...] = ()
    also: tuple[str, ...] = ()
