"""Reads of what became of groups: who parted, who came together, and why."""

import json
from dataclasses import dataclass

from intake.domain.codes import GroupPart, RegroupReason
from intake.store.projections.groups import MERGED
from intake.store.reads import Reads


@dataclass(frozen=True, slots=True)
class Regrouping:
    """One change of a group; without `part` another group became part of it."""

    part: GroupPart | None
    other_number: str
    individuals: tuple[str, ...]
    reason: RegroupReason
    by: str
    at: str


class Groups(Reads):
    """The history of registration groups."""

    def history(self, case: str) -> list[Regrouping]:
        """How a group parted from others or took others in, oldest first."""
        rows = self._rows("SELECT * FROM regroupings WHERE case_id = ? ORDER BY hlc", [case])
        return [
            Regrouping(
                part=None if row["part"] == MERGED else GroupPart(row["part"]),
                other_number=row["other_number"],
                individuals=tuple(json.loads(row["individuals"])),
                reason=RegroupReason(row["reason"]),
                by=row["by"],
                at=row["at"],
            )
            for row in rows
        ]
