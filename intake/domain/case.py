"""The case: the file of one registration group.

Opens, grows, is read back, completed.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from intake.domain.codes import (
    Absent,
    CaseStatus,
    Channel,
    GroupKind,
    Level,
    ReadBack,
)
from intake.domain.consent import Consent
from intake.domain.event import (
    CaseCompleted,
    CaseDiscarded,
    CaseOpened,
    ContentForgotten,
    FocalPointNamed,
    IndividualAdded,
    LevelRaised,
    MemberLeft,
)
from intake.domain.individual import Individual
from intake.domain.partial_date import from_json as date_from_json
from intake.domain.questions import needed_for
from intake.domain.statement import Json, Said, current
from intake.errors import CaseClosed, FieldMissing, FocalPointMissing, NameMissing, NoticeMissing

PRIVATE_MOMENT = "private-moment"


@dataclass(frozen=True, slots=True)
class Case:
    """One registration group as recorded so far.

    `said` holds the statements about the group itself (urgent needs, tally).
    `is_forgotten` means that this laptop no longer knows what was said, `also` holds
    the numbers of groups that became part of this one.
    """

    id: str
    number: str
    group_kind: GroupKind
    level: Level
    status: CaseStatus
    site: str
    opened_at: str
    opened_by: str
    device: str
    notice_version: str
    notice_language: str
    focal: str = ""
    completed_at: str = ""
    is_forgotten: bool = False
    also: tuple[str, ...] = ()
    members: tuple[Individual, ...] = ()
    said: tuple[Said, ...] = ()
    consents: tuple[Consent, ...] = ()

    def member(self, individual: str) -> Individual | None:
        """The member with that id, or None."""
        return next((m for m in self.members if m.id == individual), None)

    def value(self, path: str) -> Json:
        """The newest standing value the group gave for `path`, or None."""
        values = [
            s.statement.value
            for s in current(list(self.said))
            if s.statement.path == path and s.statement.value is not None
        ]
        return values[-1] if values else None

    def was_asked(self, path: str) -> bool:
        """Whether the group answered `path`; "does not know" is an answer."""
        return any(s.statement.path == path for s in self.said)


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that this level needs and nobody has asked yet."""

    subject: str
    path: str


@dataclass(frozen=True, slots=True)
class Notice:
    """The data-protection notice as given: which text, in which language, how."""

    version: str
    language: str
    channel: Channel | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a group stands before us: its kind, how deep to register, at which site."""

    group_kind: GroupKind
    level: Level
    site: str


def open_case(
    case: str, *, number: str, arrival: Arrival, notice: Notice, by: str, at: datetime
) -> CaseOpened:
    """Open a case for people who were told what happens with their words.

    Raises `NoticeMissing` when the notice was not given (DP-01).
    """
    if notice.channel is None or not notice.version:
        raise NoticeMissing(case=case)
    return CaseOpened(
        case=case,
        number=number,
        group_kind=arrival.group_kind,
        level=arrival.level,
        site=arrival.site,
        notice_version=notice.version,
        notice_language=notice.language,
        notice_channel=notice.channel,
        by=by,
        at=at,
    )


def add_member(
    case: Case, *, individual: str, number: str, by: str, at: datetime
) -> IndividualAdded:
    """Give one more member of the group a record of their own."""
    if case.status is CaseStatus.DISCARDED:
        raise CaseClosed(case=case.id)
    position = max((m.position for m in case.members), default=0) + 1
    return IndividualAdded(
        case=case.id, individual=individual, number=number, position=position, by=by, at=at
    )


def name_focal_point(case: Case, individual: str, *, by: str, at: datetime) -> FocalPointNamed:
    """Record whom the group wants us to talk to; it must be one of its members."""
    if case.member(individual) is None:
        raise FocalPointMissing(case=case.id)
    return FocalPointNamed(case=case.id, individual=individual, by=by, at=at)


def raise_level(case: Case, *, by: str, at: datetime) -> LevelRaised:
    """Go on from a quick registration to a full one."""
    if case.status is not CaseStatus.DRAFT and case.level is Level.FULL:
        raise CaseClosed(case=case.id)
    return LevelRaised(case=case.id, level=Level.FULL, by=by, at=at)


def gaps(case: Case) -> tuple[Gap, ...]:
    """What this level needs and nobody has asked; an answer without value counts."""
    group = [Gap(case.id, p) for p in needed_for(case.level, "case") if not case.was_asked(p)]
    members = [
        Gap(member.id, path)
        for member in case.members
        for path in needed_for(case.level, "individual")
        if not member.was_asked(path)
    ]
    return tuple(group + members)


def unoffered(case: Case, on: date) -> tuple[Gap, ...]:
    """The adults who were not offered a moment alone; a group talk is none."""
    if case.level is not Level.FULL:
        return ()
    adults = [m for m in case.members if not could_be_child(m, on)]
    return tuple(Gap(m.id, PRIVATE_MOMENT) for m in adults if not was_offered_privacy(m))


def was_offered_privacy(member: Individual) -> bool:
    """Whether the moment alone was offered, or could not be for a reason that is told."""
    said = member.answer(PRIVATE_MOMENT)
    return said is not None and said.statement.absent not in (Absent.NOT_ASKED, Absent.LATER)


def complete(
    case: Case,
    *,
    read_back: ReadBack | None,
    read_back_in: str,
    reason: str = "",
    by: str,
    at: datetime,
) -> CaseCompleted:
    """Close the record for sending: everything asked, read back to the person.

    Raises `CaseClosed`, `NameMissing`, `FocalPointMissing` or `FieldMissing`
    (facts: `path`, `individual`). Only having asked is required, never a value (V-02);
    an adult must also have been offered a moment alone.
    """
    if case.status is not CaseStatus.DRAFT:
        raise CaseClosed(case=case.id)
    if case.level is Level.FULL:
        _check_members(case)
    missing = (*gaps(case), *unoffered(case, at.date()))
    if missing:
        raise FieldMissing(case=case.id, individual=missing[0].subject, path=missing[0].path)
    if read_back is None:
        raise FieldMissing(case=case.id, path="read-back")
    return CaseCompleted(
        case=case.id,
        level=case.level,
        read_back=read_back,
        read_back_in=read_back_in,
        reason=reason,
        by=by,
        at=at,
    )


def discard(case: Case, *, reason: str, by: str, at: datetime) -> CaseDiscarded:
    """Give up a draft; its key is forgotten, so nobody can read it again.

    Raises `CaseClosed` for a case that was ever complete: the registry may hold it.
    """
    if case.status is not CaseStatus.DRAFT or case.completed_at:
        raise CaseClosed(case=case.id)
    return CaseDiscarded(case=case.id, reason=reason, by=by, at=at)


def forget_content(case: Case, *, by: str, at: datetime) -> ContentForgotten:
    """Leave of a received case its numbers and status; every word is forgotten here.

    Raises `CaseClosed` unless the registry has acknowledged all of it.
    """
    if case.status not in (CaseStatus.RECEIVED, CaseStatus.ANSWERED) or case.is_forgotten:
        raise CaseClosed(case=case.id)
    return ContentForgotten(
        forgotten=case.id,
        number=case.number,
        group_kind=case.group_kind,
        level=case.level,
        site=case.site,
        opened_at=case.opened_at,
        completed_at=case.completed_at,
        notice_language=case.notice_language,
        focal=case.focal,
        members=tuple(MemberLeft(m.id, m.number, m.position) for m in case.members),
        also=case.also,
        by=by,
        at=at,
    )


def could_be_child(individual: Individual, on: date) -> bool:
    """Whether the person may be under 18; an uncertain age counts as child (V-09)."""
    value = individual.value("birth")
    return isinstance(value, dict) and date_from_json(value).could_be_minor(on)


def youngest(people: Iterable[Individual], on: date) -> tuple[int, int] | None:
    """Between which ages the youngest possible child is; None if there is none."""
    values = (one.value("birth") for one in people if could_be_child(one, on))
    return min((date_from_json(value).age_span(on) for value in values), default=None)


def child_alone(case: Case, on: date) -> bool:
    """Whether the group has a possible child and nobody who is surely an adult."""
    return bool(children_alone(case.members, on))


def children_alone(people: Collection[Individual], on: date) -> list[Individual]:
    """The possible children among people of whom nobody is surely an adult."""
    children = [m for m in people if could_be_child(m, on)]
    adults = [m for m in people if not could_be_child(m, on) and m.value("birth")]
    return [] if adults else children


def _check_members(case: Case) -> None:
    for member in case.members:
        if not member.text("name"):
            raise NameMissing(individual=member.id)
    if not case.members or case.member(case.focal) is None:
        raise FocalPointMissing(case=case.id)
