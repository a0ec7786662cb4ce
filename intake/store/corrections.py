"""Reads of corrections that people asked for."""

import json
from dataclasses import dataclass

from intake.domain.codes import CorrectionBy, CorrectionStatus, ToldHow
from intake.domain.statement import Json
from intake.store.reads import Reads, Row

_ANSWERED = (CorrectionStatus.APPROVED, CorrectionStatus.PARTLY, CorrectionStatus.REFUSED)


@dataclass(frozen=True, slots=True)
class Correction:
    """One request: what stands, what is wanted, by whom, and what came of it."""

    id: str
    individual: str
    path: str
    old: tuple[str, ...]
    wanted: Json
    asked_by: CorrectionBy
    evidence: str
    by: str
    at: str
    status: CorrectionStatus
    answered_by: str
    answered_at: str
    reason: str
    reviewed_by: str
    review_reason: str
    told_by: str = ""
    told_at: str = ""
    told_how: ToldHow | None = None
    told_in: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether something came of it that the person can be told."""
        return self.status in _ANSWERED


class Corrections(Reads):
    """What people want corrected in their records."""

    def get(self, correction: str) -> Correction | None:
        """One request."""
        row = self._row("SELECT * FROM corrections WHERE id = ?", [correction])
        return _correction(row) if row else None

    def of_individual(self, individual: str) -> list[Correction]:
        """Every request of one person, newest first."""
        rows = self._rows(
            "SELECT * FROM corrections WHERE individual = ? ORDER BY at DESC", [individual]
        )
        return [_correction(r) for r in rows]

    def waiting(self) -> list[Correction]:
        """Requests without an answer, and refusals without a second person, oldest first."""
        rows = self._rows(
            "SELECT * FROM corrections WHERE status IN ('asked', 'refusal-proposed') ORDER BY at"
        )
        return [_correction(r) for r in rows]

    def to_tell(self) -> list[Correction]:
        """Answered requests of which the person has not heard yet, oldest first."""
        rows = self._rows(
            "SELECT * FROM corrections WHERE told_at = ''"
            " AND status IN (SELECT value FROM json_each(?)) ORDER BY answered_at",
            [json.dumps(_ANSWERED)],
        )
        return [_correction(r) for r in rows]


def _correction(row: Row) -> Correction:
    plain = {k: v for k, v in row.items() if k in Correction.__dataclass_fields__}
    plain.update(
        old=tuple(json.loads(row["old"])),
        wanted=json.loads(row["wanted"]),
        asked_by=CorrectionBy(row["asked_by"]),
        status=CorrectionStatus(row["status"]),
        told_how=ToldHow(row["told_how"]) if row["told_how"] else None,
    )
    return Correction(**plain)
