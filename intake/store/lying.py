"""Reads of drafts that lie untouched: what a laptop should not hold for ever."""

from datetime import datetime

from intake.domain.clock import START, tick
from intake.store.reads import Reads


class Lying(Reads):
    """Drafts that nobody went on with."""

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
