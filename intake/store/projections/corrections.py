"""Rows of corrections."""

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from intake.domain.correction import AFTER_ANSWER, AFTER_REVIEW
from intake.domain.event import (
    CorrectionAnswered,
    CorrectionAsked,
    CorrectionTold,
    RefusalReviewed,
)
from intake.security.chain import Entry


def _asked(db: Database, event: CorrectionAsked, _entry: Entry) -> None:
    db.table("corrections").insert(
        {
            "id": event.correction,
            "case_id": event.case,
            "individual": event.individual,
            "path": event.path,
            "old": json.dumps(list(event.old)),
            "wanted": json.dumps(event.wanted, ensure_ascii=False),
            "asked_by": event.asked_by.value,
            "evidence": event.evidence,
            "by": event.by,
            "at": event.at.isoformat(),
            "status": "asked",
        }
    )


def _answered(db: Database, event: CorrectionAnswered, _entry: Entry) -> None:
    db.execute(
        "UPDATE corrections SET status = ?, answered_by = ?, answered_at = ?, reason = ?"
        " WHERE id = ?",
        [
            AFTER_ANSWER[event.verdict].value,
            event.by,
            event.at.isoformat(),
            event.reason,
            event.correction,
        ],
    )


def _reviewed(db: Database, event: RefusalReviewed, _entry: Entry) -> None:
    db.execute(
        "UPDATE corrections SET status = ?, reviewed_by = ?, review_reason = ? WHERE id = ?",
        [AFTER_REVIEW[event.verdict].value, event.by, event.reason, event.correction],
    )


def _told(db: Database, event: CorrectionTold, _entry: Entry) -> None:
    db.execute(
        "UPDATE corrections SET told_by = ?, told_at = ?, told_how = ?, told_in = ? WHERE id = ?",
        [event.by, event.at.isoformat(), event.how.value, event.language, event.correction],
    )


BY_KIND: Mapping[str, Any] = {
    CorrectionAsked.kind: _asked,
    CorrectionAnswered.kind: _answered,
    RefusalReviewed.kind: _reviewed,
    CorrectionTold.kind: _told,
}
