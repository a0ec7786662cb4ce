"""Rows of supports."""

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from intake.domain.event import SupportRecorded, SupportTakenBack
from intake.security.chain import Entry


def _recorded(db: Database, event: SupportRecorded, _entry: Entry) -> None:
    db.table("supports").insert(
        {
            "id": event.support,
            "case_id": event.case,
            "individual": event.individual,
            "class": event.of.value,
            "what": event.what,
            "seen_on": event.seen_on,
            "place": event.where,
            "relative": event.relative,
            "interview": event.interview,
            "outside_household": int(event.outside_household),
            "confirmed": int(event.confirmed),
            "by": event.by,
            "at": event.at.isoformat(),
        }
    )


def _taken_back(db: Database, event: SupportTakenBack, _entry: Entry) -> None:
    db.execute(
        "UPDATE supports SET taken_back = ?, taken_back_by = ? WHERE id = ?",
        [event.reason, event.by, event.support],
    )


BY_KIND: Mapping[str, Any] = {
    SupportRecorded.kind: _recorded,
    SupportTakenBack.kind: _taken_back,
}
