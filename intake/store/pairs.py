"""Reads of suggested pairs and of the links that people made of them."""

import json
from typing import Any

from intake.domain.codes import AfterUndo, PairStatus, PairVerdict
from intake.domain.event import EvidenceRow
from intake.domain.pair import LINKED, WAITING, Pair, Undoing, Verdict
from intake.store.reads import Reads, Row

# Whoever is one with a person by links, through others too.
_ONE = """
WITH RECURSIVE one (id) AS (
    SELECT :who
    UNION SELECT iif(p.left_id = one.id, p.right_id, p.left_id)
    FROM one JOIN pairs p ON (p.left_id = one.id OR p.right_id = one.id)
    WHERE p.status IN ('linked', 'unlink-asked')
)
"""
# Who a person has nothing more to be asked about with: whoever is one with them, whoever
# any of those was told apart from, and whoever there is a pair with.
_SETTLED = (  # constant text, values are bound
    _ONE  # noqa: S608
    + """, apart (id) AS (
    SELECT iif(p.left_id = one.id, p.right_id, p.left_id)
    FROM one JOIN pairs p ON (p.left_id = one.id OR p.right_id = one.id)
    WHERE p.status = 'agreed' AND p.verdict IN ('different', 'related')
    UNION SELECT iif(p.left_id = apart.id, p.right_id, p.left_id)
    FROM apart JOIN pairs p ON (p.left_id = apart.id OR p.right_id = apart.id)
    WHERE p.status IN ('linked', 'unlink-asked')
)
SELECT id FROM one UNION SELECT id FROM apart
UNION SELECT iif(p.left_id = one.id, p.right_id, p.left_id)
FROM one JOIN pairs p ON (p.left_id = one.id OR p.right_id = one.id)
"""
)


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
            "SELECT * FROM pairs WHERE status IN (SELECT value FROM json_each(?))"
            " ORDER BY score DESC, id LIMIT ?",
            [json.dumps(WAITING), limit],
        )
        return self._wholes(rows)

    def count_waiting(self) -> int:
        """How many pairs wait for a verdict."""
        sql = "SELECT count(*) FROM pairs WHERE status IN (SELECT value FROM json_each(?))"
        return int(self._one(sql, [json.dumps(WAITING)]))

    def of_individual(self, individual: str) -> list[Pair]:
        """Every pair an individual is part of."""
        rows = self._rows(
            "SELECT * FROM pairs WHERE left_id = ? OR right_id = ? ORDER BY score DESC",
            [individual, individual],
        )
        return self._wholes(rows)

    def linked_with(self, individual: str) -> list[str]:
        """Everybody who is one with this individual by links, through others too."""
        sql = _ONE + "SELECT id FROM one WHERE id <> :who ORDER BY id"  # noqa: S608
        with self._guard:
            return [row[0] for row in self._db.execute(sql, {"who": individual})]

    def links(self, *, asked: bool = False, limit: int = 200) -> list[Pair]:
        """Links that stand, newest first; with `asked` those somebody wants undone."""
        wanted = [PairStatus.UNLINK_ASKED] if asked else LINKED
        rows = self._rows(
            "SELECT p.* FROM pairs p WHERE p.status IN (SELECT value FROM json_each(?))"
            " ORDER BY (SELECT max(v.hlc) FROM verdicts v WHERE v.pair = p.id) DESC, p.id"
            " LIMIT ?",
            [json.dumps(wanted), limit],
        )
        return self._wholes(rows)

    def never_again(self, individual: str) -> set[str]:
        """Everybody whom no search may suggest as a new pair with this individual.

        The individual, whoever verdicts made one with them, whoever those were told
        apart from, and whoever there is a pair with already.
        """
        with self._guard:
            return {row[0] for row in self._db.execute(_SETTLED, {"who": individual})}

    def settled(self, *, limit: int = 100) -> list[Pair]:
        """Pairs with a standing verdict that links nothing, newest first."""
        rows = self._rows(
            "SELECT * FROM pairs WHERE status = ? ORDER BY at DESC, id LIMIT ?",
            [PairStatus.AGREED.value, limit],
        )
        return self._wholes(rows)

    def judged(self) -> list[Pair]:
        """Every pair that stands as one person, or as two."""
        rows = self._rows(
            "SELECT * FROM pairs WHERE status IN ('linked', 'unlink-asked')"
            " OR (status = 'agreed' AND verdict IN ('different', 'related')) ORDER BY at, id"
        )
        return self._wholes(rows)

    def past_verdicts(self, pair: str) -> list[Verdict]:
        """The verdicts of rounds that were undone or reopened, oldest first."""
        rows = self._rows(
            "SELECT v.* FROM verdicts v JOIN pairs p ON p.id = v.pair"
            " WHERE v.pair = ? AND v.round < p.round ORDER BY v.hlc",
            [pair],
        )
        return [_verdict(row) for row in rows]

    def undoings(self, pair: str) -> list[Undoing]:
        """Every wish to undo this link and what became of it, oldest first."""
        rows = self._rows("SELECT * FROM unlinks WHERE pair = ? ORDER BY hlc", [pair])
        return [_undoing(row) for row in rows]

    def reopenings(self, pair: str) -> list[tuple[str, str, str]]:
        """Who put this pair back into the queue, when and why, oldest first."""
        sql = "SELECT by, at, reason FROM reopenings WHERE pair = ? ORDER BY round"
        return [(r["by"], r["at"], r["reason"]) for r in self._rows(sql, [pair])]

    def _wholes(self, rows: list[Row]) -> list[Pair]:
        """The pairs of these rows with verdicts and open wishes, fetched all at once."""
        ids = [json.dumps([row["id"] for row in rows])]
        verdicts: dict[str, list[Verdict]] = {}
        for row in self._rows(
            "SELECT v.* FROM verdicts v JOIN pairs p ON p.id = v.pair AND p.round = v.round"
            " WHERE v.pair IN (SELECT value FROM json_each(?)) ORDER BY v.hlc",
            ids,
        ):
            verdicts.setdefault(row["pair"], []).append(_verdict(row))
        open_wishes = self._rows(
            "SELECT * FROM unlinks WHERE answered_by = ''"
            " AND pair IN (SELECT value FROM json_each(?))",
            ids,
        )
        undoing = {row["pair"]: _undoing(row) for row in open_wishes}
        return [_pair(r, verdicts.get(r["id"], []), undoing.get(r["id"])) for r in rows]


def _pair(row: Row, verdicts: list[Verdict], undoing: Undoing | None) -> Pair:
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
        round=row["round"],
        undoing=undoing,
    )


def _verdict(row: Row) -> Verdict:
    return Verdict(
        row["by"], PairVerdict(row["verdict"]), row["reason"], row["at"], round=row["round"]
    )


def _undoing(row: Row) -> Undoing:
    return Undoing(
        asked_by=row["asked_by"],
        asked_at=row["asked_at"],
        reason=row["reason"],
        after=AfterUndo(row["after"]),
        answered_by=row["answered_by"],
        answered_at=row["answered_at"],
        answer_reason=row["answer_reason"],
        undone=bool(row["undone"]),
        round=row["round"],
    )


def _evidence(row: dict[str, Any]) -> EvidenceRow:
    return EvidenceRow(row["field"], row["outcome"], row["weight"], row["why"])
