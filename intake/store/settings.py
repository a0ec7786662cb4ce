"""Reads of changed settings: what holds, what waits, what became of the others."""

from intake.domain.codes import ChangeStatus, Setting
from intake.domain.setting import Change
from intake.store.reads import Reads, Row


class Settings(Reads):
    """What two administrators changed; where they changed nothing, the file holds."""

    def in_force(self) -> dict[Setting, Change]:
        """The last confirmed change of each setting that was ever changed."""
        rows = self._rows(
            "SELECT * FROM setting_changes WHERE status = ? ORDER BY hlc",
            [ChangeStatus.IN_FORCE.value],
        )
        return {change.setting: change for change in map(_change, rows)}

    def value(self, setting: Setting, usual: int) -> int:
        """What holds of one setting; `usual` where nobody changed it."""
        found = self._one(
            "SELECT value FROM setting_changes WHERE setting = ? AND status = ?"
            " ORDER BY hlc DESC LIMIT 1",
            [setting.value, ChangeStatus.IN_FORCE.value],
        )
        return usual if found is None else int(found)

    def get(self, change: str) -> Change | None:
        """One change."""
        row = self._row("SELECT * FROM setting_changes WHERE id = ?", [change])
        return _change(row) if row else None

    def waiting(self) -> list[Change]:
        """What waits for a second administrator, oldest first."""
        rows = self._rows(
            "SELECT * FROM setting_changes WHERE status = ? ORDER BY proposed_at, id",
            [ChangeStatus.PROPOSED.value],
        )
        return [_change(row) for row in rows]

    def history(self, *, limit: int = 100) -> list[Change]:
        """What was answered, newest first."""
        rows = self._rows(
            "SELECT * FROM setting_changes WHERE status <> ? ORDER BY hlc DESC LIMIT ?",
            [ChangeStatus.PROPOSED.value, limit],
        )
        return [_change(row) for row in rows]


def _change(row: Row) -> Change:
    return Change(
        id=row["id"],
        setting=Setting(row["setting"]),
        value=row["value"],
        was=row["was"],
        reason=row["reason"],
        status=ChangeStatus(row["status"]),
        proposed_by=row["proposed_by"],
        proposed_at=row["proposed_at"],
        answered_by=row["answered_by"] or "",
        answered_at=row["answered_at"],
        answer_reason=row["answer_reason"],
    )
