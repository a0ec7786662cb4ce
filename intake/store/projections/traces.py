"""Rows of candidates for missing relatives."""

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import ContactWish, TraceSide, TraceStatus
from intake.domain.event import (
    BestInterestsLookedAt,
    ContactAnswered,
    ContactTold,
    ProtectionAsked,
    TraceJudged,
    TraceReleased,
)
from intake.domain.trace import status_after, status_of
from intake.security.chain import Entry

_Event = TraceJudged | ProtectionAsked | ContactAnswered | ContactTold | TraceReleased


def _row(event: _Event) -> dict[str, str]:
    return {
        "request": event.request,
        "individual": event.individual,
        "case_id": event.case,
        "at": event.at.isoformat(),
    }


def _judged(db: Database, event: TraceJudged, entry: Entry) -> None:
    said = {"by": event.by, "verdict": event.verdict.value, "reason": event.reason}
    db.table("trace_verdicts").insert({**_row(event), **said, "hlc": entry.hlc})
    found = db.execute(
        "SELECT verdict FROM trace_verdicts WHERE request = ? AND individual = ? ORDER BY hlc",
        [event.request, event.individual],
    ).fetchall()
    status = status_of([str(row[0]) for row in found])
    if len(found) == 1:
        db.table("traces").insert({**_row(event), "status": status.value})
    _stands(db, event, status)


def _handed_over(db: Database, event: ProtectionAsked, _entry: Entry) -> None:
    _stands(db, event, TraceStatus.WITH_PROTECTION)


def _answered(db: Database, event: ContactAnswered, entry: Entry) -> None:
    said = {"side": event.side.value, "wish": event.wish.value, "reason": event.reason}
    db.table("trace_wishes").insert({**_row(event), **said, "by": event.by, "hlc": entry.hlc})
    rows = db.execute(
        "SELECT side, wish FROM trace_wishes WHERE request = ? AND individual = ? ORDER BY hlc",
        [event.request, event.individual],
    )
    _stands(db, event, status_after({TraceSide(s): ContactWish(w) for s, w in rows}))


def _told(db: Database, event: ContactTold, _entry: Entry) -> None:
    _stands(db, event, TraceStatus.CONTACT)


def _looked_at(db: Database, event: BestInterestsLookedAt, entry: Entry) -> None:
    db.table("best_interests").insert(
        {
            "id": event.look,
            "case_id": event.case,
            "request": event.request,
            "individual": event.individual,
            "child": event.child,
            "looked_on": event.looked_on,
            "looked_by": event.looked_by,
            "outcome": event.outcome.value,
            "conditions": event.conditions,
            "reason": event.reason,
            "asked": int(event.asked),
            "view": event.view,
            "guardian": event.guardian.value,
            "by": event.by,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        }
    )


def _released(db: Database, event: TraceReleased, _entry: Entry) -> None:
    said = {"by": event.by, "reason": event.reason}
    db.table("trace_releases").insert({**_row(event), **said})


def _stands(db: Database, event: _Event, status: TraceStatus) -> None:
    db.execute(
        "UPDATE traces SET status = ?, at = ? WHERE request = ? AND individual = ?",
        [status.value, event.at.isoformat(), event.request, event.individual],
    )


BY_KIND: Mapping[str, Any] = {
    TraceJudged.kind: _judged,
    ProtectionAsked.kind: _handed_over,
    ContactAnswered.kind: _answered,
    ContactTold.kind: _told,
    TraceReleased.kind: _released,
    BestInterestsLookedAt.kind: _looked_at,
}
