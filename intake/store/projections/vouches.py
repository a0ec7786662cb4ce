"""Rows of vouches."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import VouchStatus
from intake.domain.event import VouchAgreed, VouchRecorded, VouchWithdrawn
from intake.domain.vouching import status_when_made
from intake.security.chain import Entry


def _recorded(db: Database, event: VouchRecorded, entry: Entry) -> None:
    db.table("vouches").insert(
        {
            "id": event.vouch,
            "case_id": event.case,
            "individual": event.individual,
            "voucher": event.voucher,
            "name": event.name,
            "contact": event.contact,
            "capacity": event.capacity.value,
            "level": event.level.value,
            "facts": json.dumps([fact.value for fact in event.facts]),
            "method": event.method.value,
            "known_since": event.known_since,
            "known_how": event.known_how,
            "statement": event.statement,
            "told": json.dumps([asdict(one) for one in event.told], ensure_ascii=False),
            "same_household": int(event.same_household),
            "authority": int(event.authority),
            "met": int(event.met),
            "separately": int(event.separately),
            "signed": int(event.signed),
            "status": status_when_made(event.crowded).value,
            "by": event.by,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        }
    )


def _agreed(db: Database, event: VouchAgreed, _entry: Entry) -> None:
    db.execute(
        "UPDATE vouches SET status = ?, agreed_by = ? WHERE id = ?",
        [VouchStatus.STANDS.value, event.by, event.vouch],
    )


def _withdrawn(db: Database, event: VouchWithdrawn, _entry: Entry) -> None:
    db.execute(
        "UPDATE vouches SET status = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?",
        [VouchStatus.WITHDRAWN.value, event.by, event.reason, event.vouch],
    )


BY_KIND: Mapping[str, Any] = {
    VouchRecorded.kind: _recorded,
    VouchAgreed.kind: _agreed,
    VouchWithdrawn.kind: _withdrawn,
}
