"""Rows of groups that parted or came together."""

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from intake.domain.event import GroupsMerged, GroupSplit
from intake.security.chain import Entry
from intake.store.projections.cases import changed, lead_here

MERGED = "merged"
"""Stands where a split names its part."""


def _split(db: Database, event: GroupSplit, entry: Entry) -> None:
    _insert(db, event, entry, part=event.part.value, number=event.other_number)


def _merged(db: Database, event: GroupsMerged, entry: Entry) -> None:
    lead_here(db, event.case, (event.number,))
    _insert(db, event, entry, part=MERGED, number=event.number)


def _insert(
    db: Database, event: GroupSplit | GroupsMerged, entry: Entry, *, part: str, number: str
) -> None:
    db.table("regroupings").insert(
        {
            "case_id": event.case,
            "part": part,
            "other_number": number,
            "individuals": json.dumps(list(event.individuals)),
            "reason": event.reason.value,
            "by": event.by,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        }
    )
    changed(db, event.case, entry)


BY_KIND: Mapping[str, Any] = {GroupSplit.kind: _split, GroupsMerged.kind: _merged}
