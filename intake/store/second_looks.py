"""Reads of opinions given before the proposal was seen, and of rechecks."""

import json
from dataclasses import dataclass

from intake.domain.codes import FactOutcome, IdentityLevel, RecheckVerdict
from intake.domain.event import FactOpinion
from intake.store.reads import Reads, Row


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second person said on the record alone."""

    decision: str
    facts: tuple[FactOpinion, ...]
    level: IdentityLevel
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Recheck:
    """What the person asks somebody uninvolved to look at, and what came of it."""

    id: str
    decision: str
    individual: str
    words: str
    late: str
    by: str
    at: str
    verdict: RecheckVerdict | None
    reason: str
    answered_by: str
    answered_at: str


class SecondLooks(Reads):
    """Second looks: before the proposal is seen, and after the decision was told."""

    def opinions(self, decision: str = "") -> list[Opinion]:
        """Opinions on one decision, or on all, oldest first."""
        rows = self._rows(
            "SELECT decision, facts, level, by, at FROM opinions WHERE decision = ? OR ? = ''"
            " ORDER BY at",
            [decision, decision],
        )
        return [_opinion(r) for r in rows]

    def rechecks(self, individual: str) -> list[Recheck]:
        """Requests of one person, newest first."""
        return self._rechecks("individual = ? ORDER BY at DESC", individual)

    def waiting(self) -> list[Recheck]:
        """Requests that nobody answered, oldest first."""
        return self._rechecks("? = '' AND verdict IS NULL ORDER BY at", "")

    def _rechecks(self, which: str, value: str) -> list[Recheck]:
        rows = self._rows(_RECHECKS + which, [value])
        return [
            Recheck(**{**r, "verdict": RecheckVerdict(r["verdict"]) if r["verdict"] else None})
            for r in rows
        ]


_RECHECKS = (
    "SELECT id, decision, individual, words, late, by, at, verdict, reason, answered_by,"
    " answered_at FROM rechecks WHERE "
)


def _opinion(row: Row) -> Opinion:
    facts = tuple(
        FactOpinion(f["fact"], FactOutcome(f["outcome"])) for f in json.loads(row["facts"])
    )
    return Opinion(**{**row, "facts": facts, "level": IdentityLevel(row["level"])})
