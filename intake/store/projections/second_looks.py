"""Rows of opinions given before the proposal was seen, and of rechecks."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlite_utils import Database

from intake.domain.event import OpinionGiven, RecheckAnswered, RecheckAsked
from intake.security.chain import Entry


def _opinion(db: Database, event: OpinionGiven, _entry: Entry) -> None:
    db.table("opinions").insert(
        {
            "decision": event.decision,
            "case_id": event.case,
            "individual": event.individual,
            "facts": json.dumps([asdict(fact) for fact in event.facts]),
            "level": event.level.value,
            "by": event.by,
            "at": event.at.isoformat(),
        }
    )


def _asked(db: Database, event: RecheckAsked, _entry: Entry) -> None:
    db.table("rechecks").insert(
        {
            "id": event.recheck,
            "case_id": event.case,
            "decision": event.decision,
            "individual": event.individual,
            "words": event.words,
            "late": event.late,
            "by": event.by,
            "at": event.at.isoformat(),
        }
    )


def _answered(db: Database, event: RecheckAnswered, _entry: Entry) -> None:
    db.execute(
        "UPDATE rechecks SET verdict = ?, reason = ?, answered_by = ?, answered_at = ?"
        " WHERE id = ?",
        [event.verdict.value, event.reason, event.by, event.at.isoformat(), event.recheck],
    )


BY_KIND: Mapping[str, Any] = {
    OpinionGiven.kind: _opinion,
    RecheckAsked.kind: _asked,
    RecheckAnswered.kind: _answered,
}
