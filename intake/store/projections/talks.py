"""Rows around interviews: days, interpreters, outreach, the clock, further talks."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from intake.domain.codec import encode
from intake.domain.codes import InterviewStatus
from intake.domain.event import (
    AfterworkNoted,
    Event,
    FurtherTalkAnswered,
    FurtherTalkAsked,
    InterpreterAsked,
    InterpreterChanged,
    InterpreterDeclared,
    InterviewHandedOver,
    InterviewMissed,
    InterviewScheduled,
    OutreachNoted,
)
from intake.security.chain import Entry

_CARRIED_BY_ALL = ("case", "by", "at", "interview")


def happened(db: Database, event: Event, entry: Entry) -> None:
    """Keep the event beside its interview, in the order in which things happened."""
    body = {name: value for name, value in encode(event).items() if name not in _CARRIED_BY_ALL}
    db.table("conduct").insert(
        {
            "interview": getattr(event, "interview", ""),
            "case_id": event.case,
            "kind": event.kind,
            "body": json.dumps(body, ensure_ascii=False),
            "by": event.by,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        }
    )


def stop_clock(db: Database, interview: str, at: datetime) -> None:
    """Add the time talked since the last start."""
    row = db.execute(
        "SELECT running_since, talked_s FROM interviews WHERE id = ?", [interview]
    ).fetchone()
    if row and row[0]:
        talked = row[1] + max(0, int((at - datetime.fromisoformat(row[0])).total_seconds()))
        db.execute(
            "UPDATE interviews SET running_since = '', talked_s = ? WHERE id = ?",
            [talked, interview],
        )


def start_clock(db: Database, interview: str, at: datetime) -> None:
    """Go on counting; on another day the count begins anew."""
    last = db.execute("SELECT max(at) FROM conduct WHERE interview = ?", [interview]).fetchone()
    is_new_day = bool(last and last[0]) and datetime.fromisoformat(last[0]).date() != at.date()
    db.execute(
        "UPDATE interviews SET running_since = ?, talked_s = iif(?, 0, talked_s) WHERE id = ?",
        [at.isoformat(), int(is_new_day), interview],
    )


def _scheduled(db: Database, event: InterviewScheduled, entry: Entry) -> None:
    db.execute(
        "UPDATE interviews SET starts = ?, place = ?, private_place = ?, interviewer = ?,"
        " status = iif(status = 'paused', status, ?) WHERE id = ?",
        [
            event.starts.isoformat(),
            event.place,
            int(event.private),
            event.interviewer,
            InterviewStatus.SCHEDULED.value,
            event.interview,
        ],
    )
    happened(db, event, entry)


def _missed(db: Database, event: InterviewMissed, entry: Entry) -> None:
    db.execute(
        "UPDATE interviews SET missed = missed + 1, starts = '',"
        " status = iif(status = 'paused', status, ?) WHERE id = ?",
        [InterviewStatus.MISSED.value, event.interview],
    )
    happened(db, event, entry)


def _changed(db: Database, event: InterpreterChanged, entry: Entry) -> None:
    db.execute(
        "UPDATE interviews SET interpreter = ?, interpreter_code = ?, interpreter_sex = ?,"
        " dialect = ?, platform = ? WHERE id = ?",
        [
            event.interpreter.value,
            event.interpreter_code,
            event.interpreter_sex,
            event.dialect,
            event.platform,
            event.interview,
        ],
    )
    happened(db, event, entry)


def _handed_over(db: Database, event: InterviewHandedOver, entry: Entry) -> None:
    db.execute("UPDATE interviews SET handed_to = ? WHERE id = ?", [event.to, event.interview])
    happened(db, event, entry)


def _further_asked(db: Database, event: FurtherTalkAsked, _entry: Entry) -> None:
    db.table("further_talks").insert(
        {
            "id": event.request,
            "case_id": event.case,
            "individual": event.individual,
            "reason": event.reason,
            "asked_by": event.by,
            "asked_at": event.at.isoformat(),
        }
    )


def _further_answered(db: Database, event: FurtherTalkAnswered, _entry: Entry) -> None:
    db.execute(
        "UPDATE further_talks SET agreed = ?, answered_by = ?, answer_reason = ?, answered_at = ?"
        " WHERE id = ?",
        [int(event.agreed), event.by, event.reason, event.at.isoformat(), event.request],
    )


BY_KIND: Mapping[str, Any] = {
    InterviewScheduled.kind: _scheduled,
    InterviewMissed.kind: _missed,
    OutreachNoted.kind: happened,
    InterpreterDeclared.kind: happened,
    InterpreterAsked.kind: happened,
    InterpreterChanged.kind: _changed,
    AfterworkNoted.kind: happened,
    InterviewHandedOver.kind: _handed_over,
    FurtherTalkAsked.kind: _further_asked,
    FurtherTalkAnswered.kind: _further_answered,
}
