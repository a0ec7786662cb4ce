"""Reads of agreements taken back by number."""

import json
from dataclasses import dataclass
from datetime import datetime

from intake.domain.codes import Purpose
from intake.domain.event import WithdrawalAsked
from intake.store.reads import Reads, Row


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """One request, and the clock by which it stands among the answers."""

    asked: WithdrawalAsked
    hlc: str


class Withdrawals(Reads):
    """What people took back by the number on their slip."""

    def get(self, withdrawal: str) -> Withdrawal | None:
        """One request, or None."""
        row = self._row("SELECT * FROM withdrawals WHERE id = ?", [withdrawal])
        return _withdrawal(row) if row else None

    def everything(self) -> list[Withdrawal]:
        """Every request, oldest first."""
        return [_withdrawal(r) for r in self._rows("SELECT * FROM withdrawals ORDER BY hlc", [])]


def _withdrawal(row: Row) -> Withdrawal:
    asked = WithdrawalAsked(
        case="",
        withdrawal=row["id"],
        number=row["number"],
        purposes=tuple(Purpose(p) for p in json.loads(row["purposes"])),
        by=row["by"],
        at=datetime.fromisoformat(row["at"]),
    )
    return Withdrawal(asked, row["hlc"])
