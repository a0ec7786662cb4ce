"""Rows of decisions and outcomes; the tables' checks enforce four eyes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import CaseStatus, ReviewVerdict
from intake.domain.event import DecisionProposed, DecisionReviewed, FactDecision, OutcomeTold
from intake.security.chain import Entry


def _facts(facts: Sequence[FactDecision]) -> str:
    return json.dumps([asdict(fact) for fact in facts], ensure_ascii=False)


def _proposed(db: Database, event: DecisionProposed, _entry: Entry) -> None:
    row = db.execute(
        "SELECT interviewer FROM interviews WHERE id = ?", [event.interview]
    ).fetchone()
    db.table("decisions").insert(
        {
            "id": event.decision,
            "case_id": event.case,
            "interview": event.interview,
            "individual": event.individual,
            "facts": _facts(event.facts),
            "level": event.level.value,
            "supports": json.dumps([s.value for s in event.supports]),
            "next_step": event.next_step.value,
            "message": event.message,
            "helps": event.helps,
            "review_by": event.review_by,
            "status": "proposed",
            "proposed_by": event.by,
            "proposed_at": event.at.isoformat(),
            "interviewed_by": row[0] if row else "",
        }
    )


def _reviewed(db: Database, event: DecisionReviewed, _entry: Entry) -> None:
    confirmed = event.verdict is ReviewVerdict.CONFIRM
    db.execute(
        "UPDATE decisions SET status = ?, reviewed_by = ?, review_reason = ?, reviewed_at = ?"
        " WHERE id = ?",
        [
            "decided" if confirmed else "returned",
            event.by,
            event.reason,
            event.at.isoformat(),
            event.decision,
        ],
    )


def _told(db: Database, event: OutcomeTold, entry: Entry) -> None:
    db.table("outcomes").insert(
        {
            "individual": event.individual,
            "case_id": event.case,
            "level": event.level.value,
            "facts": _facts(event.facts),
            "next_step": event.next_step.value,
            "message": event.message,
            "helps": event.helps,
            "review_by": event.review_by,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        },
    )
    db.execute("UPDATE cases SET status = ? WHERE id = ?", [CaseStatus.ANSWERED.value, event.case])


BY_KIND: Mapping[str, Any] = {
    DecisionProposed.kind: _proposed,
    DecisionReviewed.kind: _reviewed,
    OutcomeTold.kind: _told,
}
