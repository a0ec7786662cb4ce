"""Rows of agreements taken back by the number on a slip."""

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from intake.domain.event import WithdrawalAsked
from intake.security.chain import Entry


def _asked(db: Database, event: WithdrawalAsked, entry: Entry) -> None:
    db.table("withdrawals").insert(
        {
            "id": event.withdrawal,
            "number": event.number,
            "purposes": json.dumps([purpose.value for purpose in event.purposes]),
            "by": event.by,
            "device": entry.device,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        }
    )


BY_KIND: Mapping[str, Any] = {WithdrawalAsked.kind: _asked}
