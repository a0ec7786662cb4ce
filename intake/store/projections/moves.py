"""Rows of people who change their group: proposals, and where everybody belongs."""

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import MoveStatus, RegroupReason
from intake.domain.event import MoveConfirmed, MoveProposed, MoveRefused, MoveTold
from intake.domain.move import Place, is_apart
from intake.security.chain import Entry


def _proposed(db: Database, event: MoveProposed, entry: Entry) -> None:
    db.table("moves").insert(
        {
            "move": event.move,
            "case_id": event.case,
            "individuals": json.dumps(list(event.individuals)),
            "from_group": event.from_group,
            "from_number": event.from_number,
            "to_group": event.to_group,
            "to_number": event.to_number,
            "reason": event.reason.value,
            "words": event.words,
            "proposed_by": event.by,
            "proposed_at": event.at.isoformat(),
            "hlc": entry.hlc,
            "status": MoveStatus.PROPOSED.value,
        }
    )
    db.table("moving").insert_all(
        {"individual": one, "case_id": event.case, "move": event.move} for one in event.individuals
    )


def _confirmed(db: Database, event: MoveConfirmed, entry: Entry) -> None:
    _answer(db, event, entry, MoveStatus.CONFIRMED)
    for leg in list(db.query("SELECT * FROM moves WHERE move = ? AND case_id = ?", _of(event))):
        for one in json.loads(leg["individuals"]):
            _place(db, one, leg)


def _place(db: Database, individual: str, leg: Mapping[str, Any]) -> None:
    apart = db.execute("SELECT apart FROM placements WHERE individual = ?", [individual]).fetchone()
    case, group = leg["case_id"], leg["to_group"]
    before = Place(individual, case, leg["from_group"], "", bool(apart and apart[0]))
    db.table("placements").delete_where("individual = ?", [individual])
    db.table("placements").insert(
        {
            "individual": individual,
            "case_id": case,
            "move": leg["move"],
            "group_id": group,
            "number": leg["to_number"],
            "apart": int(is_apart(RegroupReason(leg["reason"]), before, group)),
        }
    )


def _refused(db: Database, event: MoveRefused, entry: Entry) -> None:
    _answer(db, event, entry, MoveStatus.REFUSED)


def _told(db: Database, event: MoveTold, entry: Entry) -> None:
    db.table("moves_told").insert(
        {
            "individual": event.individual,
            "case_id": event.case,
            "number": event.number,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        }
    )


def _answer(
    db: Database, event: MoveConfirmed | MoveRefused, entry: Entry, status: MoveStatus
) -> None:
    db.execute(
        "UPDATE moves SET status = ?, answered_by = ?, answered_at = ?, answer = ?,"
        " answered_hlc = ? WHERE move = ? AND case_id = ?",
        [status.value, event.by, event.at.isoformat(), event.reason, entry.hlc, *_of(event)],
    )
    db.table("moving").delete_where("move = ? AND case_id = ?", _of(event))


def _of(event: MoveConfirmed | MoveRefused) -> list[str]:
    return [event.move, event.case]


BY_KIND: Mapping[str, Any] = {
    MoveProposed.kind: _proposed,
    MoveConfirmed.kind: _confirmed,
    MoveRefused.kind: _refused,
    MoveTold.kind: _told,
}
