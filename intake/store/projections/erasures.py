"""Rows of erasures; the table's check refuses the one who asked as second person."""

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from intake.domain.event import CaseErased, ErasureAsked
from intake.errors import SecondPersonNeeded
from intake.security.chain import Entry


def _asked(db: Database, event: ErasureAsked, _entry: Entry) -> None:
    db.table("erasures").insert(
        {
            "case_id": event.asked_case,
            "number": event.number,
            "asked_by": event.by,
            "asked_at": event.at.isoformat(),
            "reason": event.reason,
        }
    )


def _erased(db: Database, event: CaseErased, _entry: Entry) -> None:
    done = db.execute(
        "UPDATE erasures SET erased_by = ?, erased_at = ? WHERE case_id = ? AND asked_by = ?",
        [event.by, event.at.isoformat(), event.erased, event.asked_by],
    )
    # Without a row nobody asked: one person alone would be erasing.
    if done.rowcount != 1:
        raise SecondPersonNeeded(case=event.erased)


BY_KIND: Mapping[str, Any] = {
    ErasureAsked.kind: _asked,
    CaseErased.kind: _erased,
}
