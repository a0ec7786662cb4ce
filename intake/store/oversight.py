"""Reads for oversight: sign-ins, looks, erasures, how far chains go."""

from dataclasses import dataclass
from datetime import datetime

from intake.domain import clock
from intake.domain.erasure import Erasure
from intake.domain.event import SignedIn
from intake.store.cases import View
from intake.store.reads import Reads, Row


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody signed in at a time; `user` is an id."""

    user: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ChainLine:
    """How far a chain is held here, and the clock of its last entry."""

    chain: str
    entries: int
    last_at: datetime


class Oversight(Reads):
    """Who did what and how far each chain goes; never what a person said."""

    def sign_ins(self, user: str = "", *, limit: int = 100) -> list[SignIn]:
        """Sign-ins, newest first, of everybody or of one user."""
        rows = self._rows(
            "SELECT actor, hlc FROM ledger WHERE kind = ? AND (actor = ? OR ? = '')"
            " ORDER BY position DESC LIMIT ?",
            [SignedIn.kind, user, user, limit],
        )
        return [SignIn(r["actor"], clock.wall_time(r["hlc"])) for r in rows]

    def views(self, *, since: str = "", limit: int = 200) -> list[View]:
        """Who looked at which record or searched (`individual` is ""), newest first."""
        rows = self._rows(
            "SELECT individual, by, purpose, at FROM views WHERE at >= ?"
            " ORDER BY hlc DESC, by LIMIT ?",
            [since, limit],
        )
        return [View(**r) for r in rows]

    def erasure(self, case: str) -> Erasure | None:
        """What was asked or done about erasing a case, or None."""
        row = self._row("SELECT * FROM erasures WHERE case_id = ?", [case])
        return _erasure(row) if row else None

    def erasures(self, *, limit: int = 200) -> list[Erasure]:
        """Erasures that wait, oldest first, then those done, newest first."""
        rows = self._rows(
            "SELECT * FROM erasures ORDER BY erased_at IS NOT NULL, erased_at DESC, asked_at,"
            " case_id LIMIT ?",
            [limit],
        )
        return [_erasure(r) for r in rows]

    def chains(self) -> list[ChainLine]:
        """Every chain held with its length and the clock of its last entry."""
        rows = self._rows(
            "SELECT device, count(*) AS entries, max(hlc) AS last FROM ledger"
            " GROUP BY device ORDER BY device"
        )
        return [ChainLine(r["device"], r["entries"], clock.wall_time(r["last"])) for r in rows]


def _erasure(row: Row) -> Erasure:
    return Erasure(
        case=row["case_id"],
        number=row["number"],
        asked_by=row["asked_by"],
        asked_at=row["asked_at"],
        reason=row["reason"],
        erased_by=row["erased_by"] or "",
        erased_at=row["erased_at"] or "",
    )
