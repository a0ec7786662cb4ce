"""Reads of what lies on a laptop, and since when: it should hold nothing for ever."""

from datetime import datetime

from intake.domain.clock import START, tick
from intake.store.reads import Reads


class Lying(Reads):
    """Drafts that nobody went on with, and records that have arrived."""

    def received_at(self, case: str) -> datetime | None:
        """When the registry acknowledged all of a case of this laptop; None if not yet."""
        moment = self._one(
            "SELECT min(r.at) FROM cases c JOIN receipts r ON r.chain = c.device"
            " WHERE c.id = ? AND c.status NOT IN ('draft', 'discarded') AND r.seq >= c.changed_seq",
            [case],
        )
        return datetime.fromisoformat(moment) if moment else None

    def untouched_since(self, moment: datetime) -> list[str]:
        """Ids of drafts without an entry or a typed letter since then, oldest first.

        Leaves out what was complete once: the registry may hold it.
        """
        rows = self._rows(
            "SELECT c.id FROM cases c WHERE c.status = 'draft' AND c.completed_at = ''"
            " AND c.forgotten = 0 AND NOT EXISTS (SELECT 1 FROM ledger l"
            "  WHERE l.case_id = c.id AND l.hlc >= ?)"
            " AND NOT EXISTS (SELECT 1 FROM drafts d"
            "  WHERE d.page >= c.id || '/' AND d.page < c.id || '0' AND d.at >= ?)"
            " ORDER BY c.opened_at, c.id",
            [tick(START, moment), moment.isoformat()],
        )
        return [r["id"] for r in rows]
