"""Practice: a store of invented people, whose key is never written down.

It lies in a folder beside the records, is never part of a sync, and is gone at leaving. If
the program stops before, what is left cannot be read by anybody and is removed at unlocking.
"""

import secrets
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from intake.domain import ids
from intake.domain.codes import (
    Channel,
    ConsentAnswer,
    GroupKind,
    Level,
    Purpose,
    ReadBack,
    Relationship,
)
from intake.domain.event import (
    CaseCompleted,
    CaseOpened,
    ConsentRecorded,
    Event,
    FocalPointNamed,
    IndividualAdded,
    OfficerAdded,
    StatementsAdded,
)
from intake.domain.statement import Json, Statement
from intake.store import Store, open_store
from intake.store.users import Officer

FOLDER = "practice"
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Household:
    """An invented household: its language and its people by name, sex and relation."""

    language: str
    people: tuple[tuple[str, str, Relationship], ...]


_FIRST = Relationship.FOCAL_POINT
HOUSEHOLDS = (
    Household(
        "uk",
        (
            ("Мирослава Вигадана", "f", _FIRST),
            ("Остап Вигаданий", "m", Relationship.CHILD),
        ),
    ),
    Household(
        "ar",
        (
            ("سلمى المتخيلة", "f", _FIRST),
            ("يوسف المتخيل", "m", Relationship.SIBLING),
        ),
    ),
    Household("fr", (("Amélie Inventée", "f", _FIRST),)),
)
"""Nobody of these exists. The last one is a draft, to be continued."""


def begin(folder: Path, officers: Iterable[Officer], *, at: datetime) -> Store:
    """Make a practice store beside the records, with the same officers at work."""
    wipe(folder)
    store = open_store(folder / FOLDER, secrets.token_bytes(_KEY_BYTES))
    known = list(officers)
    added = [
        OfficerAdded(officer=o.id, name=o.name, site=o.site, language=o.language, by=o.id, at=at)
        for o in known
    ]
    by = known[0].id if known else ""
    events = [e for household in HOUSEHOLDS for e in _told(household, by=by, at=at)]
    store.record(*added, *events)
    return store


def wipe(folder: Path) -> None:
    """Remove whatever practice left; its key is forgotten already."""
    shutil.rmtree(folder / FOLDER, ignore_errors=True)


def _told(household: Household, *, by: str, at: datetime) -> Iterator[Event]:
    case = _id()
    yield CaseOpened(
        case=case,
        number=_number(),
        group_kind=GroupKind.FAMILY if len(household.people) > 1 else GroupKind.SINGLE,
        level=Level.FULL,
        site="",
        notice_version="1",
        notice_language=household.language,
        notice_channel=Channel.SPOKEN,
        by=by,
        at=at,
    )
    for position, (name, sex, relation) in enumerate(household.people, start=1):
        yield from _member(case, position, (name, sex, relation), by=by, at=at)
    if household is not HOUSEHOLDS[-1]:
        yield CaseCompleted(case=case, level=Level.FULL, read_back=ReadBack.YES, by=by, at=at)


def _member(
    case: str, position: int, told: tuple[str, str, Relationship], *, by: str, at: datetime
) -> Iterator[Event]:
    person, (name, sex, relation) = _id(), told
    yield IndividualAdded(
        case=case, individual=person, number=_number(), position=position, by=by, at=at
    )
    written: dict[str, Json] = {
        "text": name,
        "lang": "",
        "script": "",
        "parts": [],
        "written_by": "officer",
    }
    answers: dict[str, Json] = {"name": written, "sex": sex, "relationship": relation.value}
    said = tuple(Statement(id=_id(), subject=person, path=p, value=v) for p, v in answers.items())
    yield StatementsAdded(case=case, statements=said, by=by, at=at)
    for purpose in Purpose:
        yield ConsentRecorded(
            case=case, individual=person, purpose=purpose, answer=ConsentAnswer.YES, by=by, at=at
        )
    if position == 1:
        yield FocalPointNamed(case=case, individual=person, by=by, at=at)


def _id() -> str:
    return ids.new_id(secrets.token_bytes(16))


def _number() -> str:
    return ids.make_number(secrets.token_bytes(16))
