"""Rows of where records stand, and of what was done about it."""

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import RecordState
from intake.domain.event import (
    CloseAsked,
    ContactTried,
    RecordClosed,
    RecordInactivated,
    RecordReopened,
    RecordReturned,
    ReopenAsked,
    ReopenDeclined,
)
from intake.security.chain import Entry

_Event = (
    CloseAsked
    | ContactTried
    | RecordClosed
    | RecordInactivated
    | RecordReopened
    | RecordReturned
    | ReopenAsked
    | ReopenDeclined
)


def _step(db: Database, event: _Event, entry: Entry) -> None:
    code = event.code.value if isinstance(event, RecordInactivated) else ""
    db.table("record_steps").insert(
        {
            "individual": event.individual,
            "case_id": event.case,
            "what": event.kind,
            "code": code,
            "reason": "" if isinstance(event, RecordReturned) else event.reason,
            "by": event.by,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        }
    )


def _stands(db: Database, event: _Event, state: RecordState, **more: str) -> None:
    row = {"individual": event.individual, "case_id": event.case, "state": state.value, **more}
    db.table("record_states").upsert(row, pk="individual")


def _inactivated(db: Database, event: RecordInactivated, entry: Entry) -> None:
    _step(db, event, entry)
    _stands(db, event, RecordState.INACTIVE, code=event.code.value)


def _returned(db: Database, event: RecordReturned, entry: Entry) -> None:
    _step(db, event, entry)
    _stands(db, event, RecordState.OPEN, code="", asked_by="", closed_by="")


def _close_asked(db: Database, event: CloseAsked, entry: Entry) -> None:
    _step(db, event, entry)
    _stands(db, event, RecordState.CLOSE_ASKED, asked_by=event.by)


def _closed(db: Database, event: RecordClosed, entry: Entry) -> None:
    _step(db, event, entry)
    db.execute(
        "UPDATE record_states SET state = ?, closed_by = ? WHERE individual = ?",
        [RecordState.CLOSED.value, event.by, event.individual],
    )


def _reopen_asked(db: Database, event: ReopenAsked, entry: Entry) -> None:
    _step(db, event, entry)
    _moves(db, event.individual, RecordState.REOPEN_ASKED, reopen_asked_by=event.by)


def _reopened(db: Database, event: RecordReopened, entry: Entry) -> None:
    _step(db, event, entry)
    _moves(db, event.individual, RecordState.OPEN, reopened_by=event.by)
    cleared = dict.fromkeys(("code", "asked_by", "closed_by", "reopen_asked_by", "reopened_by"), "")
    db.table("record_states").update(event.individual, cleared)


def _reopen_declined(db: Database, event: ReopenDeclined, entry: Entry) -> None:
    _step(db, event, entry)
    _moves(db, event.individual, RecordState.CLOSED, reopen_asked_by="")


def _moves(db: Database, individual: str, state: RecordState, **more: str) -> None:
    db.table("record_states").update(individual, {"state": state.value, **more})


BY_KIND: Mapping[str, Any] = {
    ContactTried.kind: _step,
    RecordInactivated.kind: _inactivated,
    RecordReturned.kind: _returned,
    CloseAsked.kind: _close_asked,
    RecordClosed.kind: _closed,
    ReopenAsked.kind: _reopen_asked,
    RecordReopened.kind: _reopened,
    ReopenDeclined.kind: _reopen_declined,
}
