"""Reads of suggested pairs, and the leases that keep two people off the same one."""

import json
from typing import Any

from intake.domain.codes import PairStatus, PairVerdict
from intake.domain.event import EvidenceRow
from intake.domain.pair import Pair, Verdict
from intake.store.reads import Reads, Row

# Who a person has nothing more to be asked about with: whoever is one with them by
# standing verdicts, through others too, whoever any of those was told apart from, and
# whoever there is a pair with.
_SETTLED = """
WITH RECURSIVE one (id) AS (
    SELECT :who
    UNION SELECT iif(p.left_id = one.id, p.right_id, p.left_id)
    FROM one JOIN pairs p ON (p.left_id = one.id OR p.right_id = one.id)
    WHERE p.status = 'agreed' AND p.verdict = 'same'
), apart (id) AS (
    SELECT iif(p.left_id = one.id, p.right_id, p.left_id)
    FROM one JOIN pairs p ON (p.left_id = one.id OR p.right_id = one.id)
    WHERE p.status = 'agreed' AND p.verdict IN ('different', 'related')
    UNION SELECT iif(p.left_id = apart.id, p.right_id, p.left_id)
    FROM apart JOIN pairs p ON (p.left_id = apart.id OR p.right_id = apart.id)
    WHERE p.status = 'agreed' AND p.verdict = 'same'
)
SELECT id FROM one UNION SELECT id FROM apart
UNION SELECT right_id FROM pairs WHERE left_id = :who
UNION SELECT left_id FROM pairs WHERE right_id = :who
"""


class Pairs(Reads):
    """Suggested pairs of records."""

    def get(self, pair: str) -> Pair | None:
        """One pair with its evidence and verdicts."""
        row = self._row("SELECT * FROM pairs WHERE id = ?", [pair])
        return self._wholes([row])[0] if row else None

    def between(self, left: str, right: str) -> Pair | None:
        """The pair of these two individuals, whichever way round."""
        row = self._row(
            "SELECT * FROM pairs WHERE (left_id = ? AND right_id = ?)"
            " OR (left_id = ? AND right_id = ?)",
            [left, right, right, left],
        )
        return self._wholes([row])[0] if row else None

    def waiting(self, *, limit: int = 100) -> list[Pair]:
        """Pairs nobody has settled, those with most agreement first."""
        rows = self._rows(
            "SELECT * FROM pairs WHERE status <> ? ORDER BY score DESC, id LIMIT ?",
            [PairStatus.AGREED.value, limit],
        )
        return self._wholes(rows)

    def count_waiting(self) -> int:
        """How many pairs wait for a verdict."""
        return int(
            self._one("SELECT count(*) FROM pairs WHERE status <> ?", [PairStatus.AGREED.value])
        )

    def of_individual(self, individual: str) -> list[Pair]:
        """Every pair an individual is part of."""
        rows = self._rows(
            "SELECT * FROM pairs WHERE left_id = ? OR right_id = ? ORDER BY score DESC",
            [individual, individual],
        )
        return self._wholes(rows)

    def never_again(self, individual: str) -> set[str]:
        """Everybody whom no search may suggest as a new pair with this individual.

        The individual, whoever there is a pair with already, whoever verdicts made one
        with them, and whoever those were told apart from.
        """
        with self._guard:
            return {row[0] for row in self._db.execute(_SETTLED, {"who": individual})}

    def settled(self, *, limit: int = 100) -> list[Pair]:
        """Pairs with a standing verdict, newest first."""
        rows = self._rows(
            "SELECT * FROM pairs WHERE status = ? ORDER BY at DESC, id LIMIT ?",
            [PairStatus.AGREED.value, limit],
        )
        return self._wholes(rows)

    def _wholes(self, rows: list[Row]) -> list[Pair]:
        """The pairs of these rows with their verdicts, which are fetched all at once."""
        verdicts: dict[str, list[Verdict]] = {}
        for v in self._rows(
            "SELECT pair, by, verdict, reason, at FROM verdicts"
            " WHERE pair IN (SELECT value FROM json_each(?)) ORDER BY hlc",
            [json.dumps([row["id"] for row in rows])],
        ):
            said = Verdict(v["by"], PairVerdict(v["verdict"]), v["reason"], v["at"])
            verdicts.setdefault(v["pair"], []).append(said)
        return [_pair(row, verdicts.get(row["id"], [])) for row in rows]


def _pair(row: Row, verdicts: list[Verdict]) -> Pair:
    return Pair(
        id=row["id"],
        left=row["left_id"],
        right=row["right_id"],
        left_case=row["left_case"],
        right_case=row["right_case"],
        band=row["band"],
        score=row["score"],
        weights_version=row["weights_version"],
        status=PairStatus(row["status"]),
        verdict=row["verdict"],
        at=row["at"],
        evidence=tuple(_evidence(e) for e in json.loads(row["evidence"])),
        verdicts=tuple(verdicts),
    )


def _evidence(row: dict[str, Any]) -> EvidenceRow:
    return EvidenceRow(row["field"], row["outcome"], row["weight"], row["why"])
