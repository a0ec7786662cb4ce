"""Rows of screening: suggested pairs and the verdicts of people."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import PairStatus
from intake.domain.event import CaseScreened, MatchSuggested, PairJudged
from intake.domain.pair import status_of
from intake.security.chain import Entry


def _screened(db: Database, event: CaseScreened, _entry: Entry) -> None:
    db.table("screenings").upsert(
        {"case_id": event.case, "suggestions": event.suggestions, "at": event.at.isoformat()},
        pk="case_id",
    )


def _suggested(db: Database, event: MatchSuggested, _entry: Entry) -> None:
    db.table("pairs").insert(
        {
            "id": event.pair,
            "left_id": event.left,
            "right_id": event.right,
            "left_case": event.case,
            "right_case": event.right_case,
            "band": event.band,
            "score": event.score,
            "weights_version": event.weights_version,
            "evidence": json.dumps([asdict(row) for row in event.evidence]),
            "status": PairStatus.CANDIDATE.value,
            "at": event.at.isoformat(),
        },
    )


def _judged(db: Database, event: PairJudged, entry: Entry) -> None:
    db.table("verdicts").insert(
        {
            "pair": event.pair,
            "by": event.by,
            "verdict": event.verdict.value,
            "reason": event.reason,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        }
    )
    verdicts = [
        str(row[0])
        for row in db.execute(
            "SELECT verdict FROM verdicts WHERE pair = ? ORDER BY hlc", [event.pair]
        )
    ]
    status, verdict = status_of(verdicts)
    db.execute(
        "UPDATE pairs SET status = ?, verdict = ? WHERE id = ?",
        [status.value, verdict, event.pair],
    )


BY_KIND: Mapping[str, Any] = {
    CaseScreened.kind: _screened,
    MatchSuggested.kind: _suggested,
    PairJudged.kind: _judged,
}
