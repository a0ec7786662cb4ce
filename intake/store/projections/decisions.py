"""Rows of decisions and outcomes; the tables' checks enforce four eyes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import CaseStatus, CommentVerdict, ReviewVerdict
from intake.domain.event import (
    AssessmentReopened,
    CommentAnswered,
    CommentRecorded,
    DecisionMadeFinal,
    DecisionProposed,
    DecisionReviewed,
    DecisionTold,
    FactDecision,
    InformationCame,
    MoreInformationAsked,
    OutcomeTold,
)
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
            "falls": event.falls,
            "blind": int(event.blind),
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


def _heard(db: Database, event: DecisionTold, _entry: Entry) -> None:
    db.execute(
        "UPDATE decisions SET status = 'notified', told_by = ?, told_at = ?, told_how = ?,"
        " told_in = ?, comment_until = ? WHERE id = ?",
        [
            event.by,
            event.at.isoformat(),
            event.how.value,
            event.language,
            event.comment_until,
            event.decision,
        ],
    )


def _commented(db: Database, event: CommentRecorded, _entry: Entry) -> None:
    db.table("comments").insert(
        {
            "id": event.comment,
            "case_id": event.case,
            "decision": event.decision,
            "individual": event.individual,
            "words": event.words,
            "said_in": event.said_in,
            "by": event.by,
            "at": event.at.isoformat(),
        }
    )
    db.execute("UPDATE decisions SET status = 'commented' WHERE id = ?", [event.decision])


def _answered(db: Database, event: CommentAnswered, _entry: Entry) -> None:
    db.execute(
        "UPDATE comments SET verdict = ?, reason = ?, answered_by = ?, answered_at = ?"
        " WHERE id = ?",
        [event.verdict.value, event.reason, event.by, event.at.isoformat(), event.comment],
    )
    stays = event.verdict is CommentVerdict.STAYS
    status = "notified" if stays else "reopened"
    db.execute("UPDATE decisions SET status = ? WHERE id = ?", [status, event.decision])


def _final(db: Database, event: DecisionMadeFinal, _entry: Entry) -> None:
    db.execute(
        "UPDATE decisions SET status = 'final', final_by = ?, final_at = ? WHERE id = ?",
        [event.by, event.at.isoformat(), event.decision],
    )


def _only_the_state(_db: Database, _event: Any, _entry: Entry) -> None:
    """Its row is that of the identity (identities.py)."""


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
            "comment_until": event.comment_until,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        },
    )
    db.execute("UPDATE cases SET status = ? WHERE id = ?", [CaseStatus.ANSWERED.value, event.case])


BY_KIND: Mapping[str, Any] = {
    DecisionProposed.kind: _proposed,
    DecisionReviewed.kind: _reviewed,
    DecisionTold.kind: _heard,
    CommentRecorded.kind: _commented,
    CommentAnswered.kind: _answered,
    DecisionMadeFinal.kind: _final,
    AssessmentReopened.kind: _only_the_state,
    MoreInformationAsked.kind: _only_the_state,
    InformationCame.kind: _only_the_state,
    OutcomeTold.kind: _told,
}
