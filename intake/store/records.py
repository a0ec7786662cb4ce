"""Reads of where records stand, and of what was done about it."""

from collections.abc import Collection
from dataclasses import dataclass
from json import dumps

from intake.domain.codes import InactiveReason, RecordState
from intake.domain.event import RecordInactivated
from intake.store.reads import Reads


@dataclass(frozen=True, slots=True)
class RecordStep:
    """What somebody did about a record; `what` is the kind of event."""

    what: str
    code: InactiveReason | None
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class OutOfUse:
    """A group of whom nobody is in use any more, and since when."""

    case: str
    number: str
    since: str


class Records(Reads):
    """Which records are in use."""

    def state(self, individual: str) -> tuple[RecordState, InactiveReason | None, str]:
        """The state, why it is not in use, and who asked to close or reopen it."""
        row = self._row("SELECT * FROM record_states WHERE individual = ?", [individual])
        if row is None:
            return RecordState.OPEN, None, ""
        code = InactiveReason(row["code"]) if row["code"] else None
        state = RecordState(row["state"])
        is_reopening = state is RecordState.REOPEN_ASKED
        return state, code, row["reopen_asked_by" if is_reopening else "asked_by"]

    def states(self, individuals: Collection[str]) -> dict[str, RecordState]:
        """Those of these records that are not in use, with their state."""
        rows = self._rows(
            "SELECT individual, state FROM record_states WHERE state <> 'open'"
            " AND individual IN (SELECT value FROM json_each(?))",
            [dumps(sorted(individuals))],
        )
        return {row["individual"]: RecordState(row["state"]) for row in rows}

    def steps(self, individual: str) -> list[RecordStep]:
        """What was done about a record, oldest first."""
        rows = self._rows(
            "SELECT * FROM record_steps WHERE individual = ? ORDER BY hlc", [individual]
        )
        return [
            RecordStep(
                row["what"],
                InactiveReason(row["code"]) if row["code"] else None,
                row["reason"],
                row["by"],
                row["at"],
            )
            for row in rows
        ]

    def out_of_use(self) -> list[OutOfUse]:
        """Groups of whom nobody is in use, and whom nobody asked to erase, longest first."""
        rows = self._rows(
            "SELECT c.id AS case_id, c.number, max(o.since) AS since FROM cases c"
            " JOIN individuals i ON i.case_id = c.id"
            " LEFT JOIN (SELECT s.individual, max(t.at) AS since FROM record_states s"
            "   JOIN record_steps t ON t.individual = s.individual"
            "   WHERE s.state <> 'open' AND t.what = ? GROUP BY s.individual) o"
            "  ON o.individual = i.id"
            " WHERE c.id NOT IN (SELECT case_id FROM erasures)"
            " GROUP BY c.id HAVING count(*) = count(o.since) ORDER BY since, c.id",
            [RecordInactivated.kind],
        )
        return [OutOfUse(row["case_id"], row["number"], row["since"]) for row in rows]

    def in_state(self, state: RecordState) -> list[str]:
        """Records that stand there, as those that somebody asked to close."""
        rows = self._rows(
            "SELECT individual FROM record_states WHERE state = ? ORDER BY individual",
            [state.value],
        )
        return [row["individual"] for row in rows]
