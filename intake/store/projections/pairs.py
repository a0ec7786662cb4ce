"""Rows of screening: suggested pairs, the verdicts of people, links undone."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import PairStatus, PairVerdict
from intake.domain.event import (
    CaseScreened,
    MatchSuggested,
    PairJudged,
    PairReopened,
    RecordsUnlinked,
    UnlinkAsked,
    UnlinkDeclined,
)
from intake.domain.pair import status_after, status_of
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
    now = _round(db, event.pair)
    db.table("verdicts").insert(
        {
            "pair": event.pair,
            "round": now,
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
            "SELECT verdict FROM verdicts WHERE pair = ? AND round = ? ORDER BY hlc",
            [event.pair, now],
        )
    ]
    _stands(db, event.pair, *status_of(verdicts))


def _undo_asked(db: Database, event: UnlinkAsked, entry: Entry) -> None:
    db.table("unlinks").insert(
        {
            "pair": event.pair,
            "round": _round(db, event.pair),
            "asked_by": event.by,
            "asked_at": event.at.isoformat(),
            "reason": event.reason,
            "after": event.after.value,
            "hlc": entry.hlc,
        }
    )
    _stands(db, event.pair, PairStatus.UNLINK_ASKED, PairVerdict.SAME)


def _unlinked(db: Database, event: RecordsUnlinked, _entry: Entry) -> None:
    _answer(db, event, undone=True)
    status = status_after(event.after)
    settled = status is PairStatus.AGREED
    _stands(db, event.pair, status, PairVerdict.DIFFERENT if settled else "")
    _next_round(db, event.pair)


def _kept(db: Database, event: UnlinkDeclined, _entry: Entry) -> None:
    _answer(db, event, undone=False)
    _stands(db, event.pair, PairStatus.LINKED, PairVerdict.SAME)


def _reopened(db: Database, event: PairReopened, _entry: Entry) -> None:
    db.table("reopenings").insert(
        {
            "pair": event.pair,
            "round": _round(db, event.pair),
            "by": event.by,
            "at": event.at.isoformat(),
            "reason": event.reason,
        }
    )
    _stands(db, event.pair, PairStatus.CANDIDATE, "")
    _next_round(db, event.pair)


def _answer(db: Database, event: RecordsUnlinked | UnlinkDeclined, *, undone: bool) -> None:
    db.execute(
        "UPDATE unlinks SET answered_by = ?, answered_at = ?, answer_reason = ?, undone = ?"
        " WHERE pair = ? AND answered_by = ''",
        [event.by, event.at.isoformat(), event.reason, int(undone), event.pair],
    )


def _round(db: Database, pair: str) -> int:
    row = db.execute("SELECT round FROM pairs WHERE id = ?", [pair]).fetchone()
    return int(row[0]) if row else 1


def _next_round(db: Database, pair: str) -> None:
    db.execute("UPDATE pairs SET round = round + 1 WHERE id = ?", [pair])


def _stands(db: Database, pair: str, status: PairStatus, verdict: str) -> None:
    db.execute(
        "UPDATE pairs SET status = ?, verdict = ? WHERE id = ?", [status.value, verdict, pair]
    )


BY_KIND: Mapping[str, Any] = {
    CaseScreened.kind: _screened,
    MatchSuggested.kind: _suggested,
    PairJudged.kind: _judged,
    UnlinkAsked.kind: _undo_asked,
    RecordsUnlinked.kind: _unlinked,
    UnlinkDeclined.kind: _kept,
    PairReopened.kind: _reopened,
}
