"""Reads of vouches: for whom, by whom, and who vouches for whom in all."""

import json

from intake.domain.codes import (
    IdentityLevel,
    VouchCapacity,
    VouchFact,
    VouchMethod,
    VouchStatus,
)
from intake.domain.event import VouchTold
from intake.domain.vouching import Vouch
from intake.store.reads import Reads, Row


class Vouches(Reads):
    """What people said of knowing others."""

    def get(self, vouch: str) -> Vouch | None:
        """One vouch, or None."""
        row = self._row("SELECT * FROM vouches WHERE id = ?", [vouch])
        return _vouch(row) if row else None

    def of_individual(self, individual: str) -> list[Vouch]:
        """Every vouch for a person, the newest first."""
        rows = self._rows(
            "SELECT * FROM vouches WHERE individual = ? ORDER BY hlc DESC", [individual]
        )
        return [_vouch(row) for row in rows]

    def waiting(self) -> list[Vouch]:
        """Vouches that a reviewer has to agree to, oldest first."""
        rows = self._rows(
            "SELECT * FROM vouches WHERE status = ? ORDER BY hlc", [VouchStatus.WAITS.value]
        )
        return [_vouch(row) for row in rows]

    def lines(self) -> list[tuple[str, str]]:
        """Who among the registered vouches for whom, where it holds."""
        rows = self._rows(
            "SELECT voucher, individual FROM vouches WHERE voucher <> '' AND status <> ?",
            [VouchStatus.WITHDRAWN.value],
        )
        return [(row["voucher"], row["individual"]) for row in rows]

    def active(self, vouchers: frozenset[str], name: str = "", contact: str = "") -> int:
        """How many vouches hold of these records, or of somebody of this name and contact."""
        sql = (
            "SELECT count(*) FROM vouches WHERE status <> ?"
            " AND (voucher IN (SELECT value FROM json_each(?))"
            " OR (voucher = '' AND name = ? AND contact = ?))"
        )
        asked = [VouchStatus.WITHDRAWN.value, json.dumps(sorted(vouchers)), name, contact]
        return int(self._one(sql, asked))


def _vouch(row: Row) -> Vouch:
    return Vouch(
        id=row["id"],
        case=row["case_id"],
        individual=row["individual"],
        capacity=VouchCapacity(row["capacity"]),
        level=IdentityLevel(row["level"]),
        facts=tuple(VouchFact(fact) for fact in json.loads(row["facts"])),
        method=VouchMethod(row["method"]),
        status=VouchStatus(row["status"]),
        by=row["by"],
        at=row["at"],
        known_since=row["known_since"],
        known_how=row["known_how"],
        statement=row["statement"],
        voucher=row["voucher"],
        name=row["name"],
        contact=row["contact"],
        same_household=bool(row["same_household"]),
        authority=bool(row["authority"]),
        met=bool(row["met"]),
        separately=bool(row["separately"]),
        signed=bool(row["signed"]),
        withdrawn_reason=row["withdrawn_reason"],
        told=tuple(VouchTold(**one) for one in json.loads(row["told"])),
    )
