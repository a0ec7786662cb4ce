"""Invented people and events with defaults, for tests of every package."""

import uuid
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from intake.domain.case import Case
from intake.domain.codes import (
    Absent,
    CaseStatus,
    Channel,
    ConsentAnswer,
    GroupKind,
    Level,
    Purpose,
    ReadBack,
    Why,
)
from intake.domain.event import (
    CaseCompleted,
    CaseOpened,
    ConsentRecorded,
    Event,
    FocalPointNamed,
    IndividualAdded,
    StatementsAdded,
)
from intake.domain.questions import needed_for
from intake.domain.statement import Json, Statement

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
OFFICER = "officer-1"
NUMBER = "0123456789"


def an_id() -> str:
    """A fresh random id."""
    return uuid.uuid4().hex


def a_case(case: str = "c", **changed: Any) -> Case:
    """A draft of a family with nothing told yet; `changed` names any of its fields."""
    bare = Case(
        id=case,
        number="N",
        group_kind=GroupKind.FAMILY,
        level=Level.FULL,
        status=CaseStatus.DRAFT,
        site="",
        opened_at="",
        opened_by="",
        device="d",
        notice_version="1",
        notice_language="uk",
    )
    return replace(bare, **changed)


def a_name(text: str) -> dict[str, Json]:
    """A name as the page of names stores it."""
    return {"text": text, "lang": "", "script": "", "parts": [], "written_by": "officer"}


def a_statement(
    subject: str,
    path: str,
    value: Json = None,
    *,
    absent: Absent | None = None,
    saw: tuple[str, ...] = (),
) -> Statement:
    """One statement; without a value it says "does not know"."""
    if value is None and absent is None:
        absent = Absent.UNKNOWN
    return Statement(
        id=an_id(),
        subject=subject,
        path=path,
        value=value,
        absent=absent,
        saw=saw,
        why=Why.CORRECTION if saw else None,
    )


def statements(case: str, *said: Statement, at: datetime = NOON) -> StatementsAdded:
    """A saved page."""
    return StatementsAdded(case=case, statements=said, by=OFFICER, at=at)


@dataclass(frozen=True)
class Group:
    """Ids of an invented group and the events that recorded it."""

    case: str
    people: tuple[str, ...]
    events: tuple[Event, ...]


def opened(case: str, *, number: str = NUMBER, level: Level = Level.FULL) -> CaseOpened:
    """A case that was just opened."""
    return CaseOpened(
        case=case,
        number=number,
        group_kind=GroupKind.FAMILY,
        level=level,
        site="North gate",
        notice_version="1",
        notice_language="uk",
        notice_channel=Channel.SPOKEN,
        by=OFFICER,
        at=NOON,
    )


def a_group(*names: str, complete: bool = True, said: dict[str, Json] | None = None) -> Group:
    """A group whose members have these names; every other question "does not know".

    `said` gives values of further questions to the first member.
    """
    case = an_id()
    people = tuple(an_id() for _ in names)
    events: list[Event] = [opened(case, number=case[:10].upper())]
    for position, (person, name) in enumerate(zip(people, names, strict=True), start=1):
        events.append(
            IndividualAdded(
                case=case,
                individual=person,
                number=person[:10].upper(),
                position=position,
                by=OFFICER,
                at=NOON + timedelta(seconds=position),
            )
        )
        values = {"name": a_name(name), **((said or {}) if position == 1 else {})}
        answers = [
            a_statement(person, path, values.get(path))
            for path in {**values, **dict.fromkeys(needed_for(Level.FULL, "individual"))}
        ]
        events.append(statements(case, *answers))
    events.append(FocalPointNamed(case=case, individual=people[0], by=OFFICER, at=NOON))
    events.append(statements(case, *(a_statement(case, p) for p in needed_for(Level.FULL, "case"))))
    if complete:
        events.append(
            CaseCompleted(case=case, level=Level.FULL, read_back=ReadBack.YES, by=OFFICER, at=NOON)
        )
    return Group(case, people, tuple(events))


def a_consent(
    case: str,
    individual: str,
    purpose: Purpose,
    answer: ConsentAnswer = ConsentAnswer.YES,
    *,
    until: date | None = None,
) -> ConsentRecorded:
    """One answer about one purpose, for a time if a last day is given."""
    return ConsentRecorded(
        case=case,
        individual=individual,
        purpose=purpose,
        answer=answer,
        until=until,
        by=OFFICER,
        at=NOON,
    )
