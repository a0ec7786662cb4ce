"""Reads of cases: one whole, lists of what is here, find by number or name."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from intake.domain.case import Case
from intake.domain.codes import (
    Absent,
    CaseStatus,
    Certainty,
    GroupKind,
    Kin,
    Level,
    Source,
    TracingStatus,
    Why,
)
from intake.domain.individual import Individual
from intake.domain.statement import Said, Statement
from intake.domain.tracing import TracingRequest
from intake.store.agreements import OF_CASE, SOME_OVER, TODAY, consent_of
from intake.store.called import Called
from intake.store.papers import REFUSED
from intake.store.reads import Guard, Reads, Row

_STATUS = """
    CASE WHEN c.status IN ('draft', 'discarded') THEN c.status
         WHEN c.device <> :own THEN
             CASE WHEN EXISTS (SELECT 1 FROM outcomes o WHERE o.case_id = c.id)
                  THEN 'answered' ELSE 'received' END
         WHEN coalesce((SELECT max(seq) FROM receipts WHERE chain = :own), 0) >= c.changed_seq
             THEN CASE WHEN EXISTS (SELECT 1 FROM outcomes o WHERE o.case_id = c.id)
                       THEN 'answered' ELSE 'received' END
         WHEN coalesce((SELECT max(last_seq) FROM bundles WHERE direction = 'out'), 0)
              >= c.changed_seq
             THEN CASE WHEN EXISTS (SELECT 1 FROM settings WHERE key = :refused)
                       THEN 'refused' ELSE 'sent' END
         ELSE 'ready' END
"""
_LISTED = (
    "SELECT c.*, " + _STATUS + " AS state,"  # noqa: S608  constant text, values are bound
    " (SELECT count(*) FROM individuals i WHERE i.case_id = c.id) AS size FROM cases c "
)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of a list of cases: no names, only what a list may show (DP-12)."""

    id: str
    number: str
    status: CaseStatus
    level: Level
    group_kind: GroupKind
    site: str
    size: int
    opened_at: str
    completed_at: str
    device: str
    focal: str


@dataclass(frozen=True, slots=True)
class View:
    """Who looked at a record, when and why."""

    individual: str
    by: str
    purpose: str
    at: str


class Cases(Reads):
    """Registration groups and the people in them."""

    def __init__(self, db: Database, guard: Guard, own: str) -> None:
        super().__init__(db, guard)
        self._own = own
        self._called = Called(db, guard)

    def get(self, case: str) -> Case | None:
        """One case whole, with members, statements and consents; None if it is not here."""
        row = self._named(_LISTED + "WHERE c.id = :case", case=case)
        return self._whole(row[0]) if row else None

    def by_number(self, number: str) -> Case | None:
        """The case with this number: its own, a member's, or of a group it took in."""
        found = self._one(
            "SELECT id FROM cases WHERE number = ?"
            " UNION SELECT case_id FROM individuals WHERE number = ?"
            " UNION SELECT case_id FROM case_numbers WHERE number = ?",
            [number, number, number],
        )
        return self.get(found) if found else None

    def of_individual(self, individual: str) -> Case | None:
        """The case an individual belongs to."""
        found = self._one("SELECT case_id FROM individuals WHERE id = ?", [individual])
        return self.get(found) if found else None

    def of_number(self, number: str) -> list[Individual]:
        """Whoever has this individual number."""
        rows = self._rows("SELECT id FROM individuals WHERE number = ?", [number])
        found = (self.individual(row["id"]) for row in rows)
        return [one for one in found if one is not None]

    def individual(self, individual: str) -> Individual | None:
        """One individual with everything said about them."""
        row = self._row("SELECT * FROM individuals WHERE id = ?", [individual])
        if row is None:
            return None
        said = self._rows(
            "SELECT * FROM statements WHERE subject = ? ORDER BY hlc, id", [individual]
        )
        return _individual(row, [_said(s) for s in said])

    def outlines(self, individuals: Collection[str], *paths: str) -> dict[str, Individual]:
        """Many individuals at once, each with what was said about these questions only."""
        ids = json.dumps(sorted(individuals))
        people = self._rows(
            "SELECT * FROM individuals WHERE id IN (SELECT value FROM json_each(?))", [ids]
        )
        said: dict[str, list[Said]] = {}
        for row in self._rows(
            "SELECT * FROM statements WHERE subject IN (SELECT value FROM json_each(?))"
            " AND path IN (SELECT value FROM json_each(?)) ORDER BY hlc, id",
            [ids, json.dumps(paths)],
        ):
            said.setdefault(row["subject"], []).append(_said(row))
        return {p["id"]: _individual(p, said.get(p["id"], [])) for p in people}

    def answered(self, *paths: str) -> set[str]:
        """Ids of the people of complete cases who gave a value to one of these questions."""
        rows = self._rows(
            "SELECT DISTINCT s.subject FROM statements s JOIN cases c ON c.id = s.case_id"
            " WHERE s.path IN (SELECT value FROM json_each(?)) AND s.value IS NOT NULL"
            " AND c.status NOT IN ('draft', 'discarded')",
            [json.dumps(paths)],
        )
        return {r["subject"] for r in rows}

    def saying(self, path: str, code: str) -> set[str]:
        """Ids of the people and groups of complete cases who ever answered with this code."""
        rows = self._rows(
            "SELECT DISTINCT s.subject FROM statements s JOIN cases c ON c.id = s.case_id"
            " WHERE s.path = ? AND s.value = ? AND c.status NOT IN ('draft', 'discarded')",
            [path, json.dumps(code)],
        )
        return {r["subject"] for r in rows}

    def latest(
        self, status: CaseStatus | None = None, *, limit: int = 50, offset: int = 0
    ) -> list[CaseLine]:
        """Cases newest first, all or those of one status; discarded ones only when asked."""
        wanted = status.value if status else ""
        rows = self._named(
            "SELECT * FROM (" + _LISTED + ") WHERE (state = :wanted OR :wanted = '')"  # noqa: S608
            " AND (state <> 'discarded' OR :wanted = 'discarded')"
            " ORDER BY opened_at DESC, id LIMIT :limit OFFSET :offset",
            wanted=wanted,
            limit=limit,
            offset=offset,
        )
        return [_line(r) for r in rows]

    def counts(self) -> dict[CaseStatus, int]:
        """How many cases stand in each status."""
        rows = self._named("SELECT state, count(*) AS n FROM (" + _LISTED + ") GROUP BY state")  # noqa: S608
        return {CaseStatus(r["state"]): r["n"] for r in rows}

    def oldest_waiting(self) -> str:
        """When the oldest complete case without a receipt was completed; "" if none waits."""
        rows = self._named(
            "SELECT min(completed_at) AS oldest FROM (" + _LISTED + ")"  # noqa: S608
            " WHERE state IN ('ready', 'sent', 'refused')"
        )
        return str(rows[0]["oldest"] or "")

    def find(self, words: str, *, limit: int = 50) -> list[CaseLine]:
        """Cases with somebody whose name has all these words, as begun or as they sound."""
        return self._lines(self._called.cases(words)[:limit])

    def opened_on(self, day: str) -> list[str]:
        """Cases begun on one day (ISO 8601, UTC), oldest first."""
        rows = self._rows(
            "SELECT id FROM cases WHERE opened_at >= ? AND opened_at < ? ORDER BY opened_at, id",
            [day, day + "U"],
        )
        return [r["id"] for r in rows]

    def put_off(self, reasons: Collection[Absent], *, limit: int) -> list[str]:
        """Cases where something may still be asked: drafts, such reasons, a time that is over."""
        rows = self._rows(
            "SELECT id FROM cases c WHERE c.forgotten = 0 AND c.status <> 'discarded'"  # noqa: S608
            " AND (c.status = 'draft' OR EXISTS (SELECT 1 FROM statements s"
            "      WHERE s.case_id = c.id AND s.absent IN (SELECT value FROM json_each(?)))"
            f" OR {SOME_OVER}) ORDER BY c.opened_at DESC, c.rowid DESC LIMIT ?",
            [json.dumps([reason.value for reason in reasons]), TODAY, limit],
        )
        return [r["id"] for r in rows]

    def unfinished(self) -> set[str]:
        """Ids of drafts and discarded cases, whose keys never travel."""
        rows = self._rows("SELECT id FROM cases WHERE status IN ('draft', 'discarded')")
        return {r["id"] for r in rows}

    def was_complete(self, case: str) -> bool:
        """Whether this case was ever read back and completed."""
        return bool(self._one("SELECT completed_at FROM cases WHERE id = ?", [case]))

    def complete_ids(self) -> list[str]:
        """Ids of every complete case, oldest first."""
        rows = self._rows(
            "SELECT id FROM cases WHERE status NOT IN ('draft', 'discarded') ORDER BY hlc"
        )
        return [r["id"] for r in rows]

    def received_before(self, moment: str) -> list[str]:
        """Own cases acknowledged whole before `moment` (ISO 8601) and not forgotten yet."""
        rows = self._named(
            "SELECT c.id FROM cases c WHERE c.device = :own AND c.forgotten = 0"
            " AND c.status NOT IN ('draft', 'discarded')"
            " AND EXISTS (SELECT 1 FROM receipts r WHERE r.chain = :own"
            "             AND r.seq >= c.changed_seq AND r.at <= :moment) ORDER BY c.hlc",
            moment=moment,
        )
        return [r["id"] for r in rows]

    def unscreened(self) -> list[str]:
        """Complete cases whose duplicate search is not done, or that changed since."""
        rows = self._rows(
            "SELECT c.id FROM cases c LEFT JOIN screenings s ON s.case_id = c.id"
            " WHERE c.status NOT IN ('draft', 'discarded') AND s.case_id IS NULL ORDER BY c.hlc"
        )
        return [r["id"] for r in rows]

    def tracing(self, case: str = "") -> list[TracingRequest]:
        """Tracing requests of one case, or all."""
        rows = self._rows(
            "SELECT * FROM tracing WHERE case_id = ? OR ? = '' ORDER BY at, id", [case, case]
        )
        return [
            TracingRequest(
                id=r["id"],
                case=r["case_id"],
                individual=r["individual"],
                kin=Kin(r["kin"]),
                sought=json.loads(r["sought"]),
                must_not_know=r["must_not_know"],
                status=TracingStatus(r["status"]),
                by=r["by"],
                at=r["at"],
            )
            for r in rows
        ]

    def views(self, individual: str) -> list[View]:
        """Who looked at this record, newest first (DP-27)."""
        rows = self._rows(
            "SELECT individual, by, purpose, at FROM views WHERE individual = ?"
            " ORDER BY hlc DESC LIMIT 200",
            [individual],
        )
        return [View(**r) for r in rows]

    def read_back(self, case: str) -> str:
        """What the group answered at the read-back; empty before."""
        return str(self._one("SELECT read_back FROM cases WHERE id = ?", [case]) or "")

    def _lines(self, ids: Sequence[str]) -> list[CaseLine]:
        found = [self._named(_LISTED + "WHERE c.id = :case", case=i) for i in ids]
        return [_line(rows[0]) for rows in found if rows]

    def _named(self, sql: str, **values: Any) -> list[Row]:
        with self._guard:
            return list(self._db.query(sql, {"own": self._own, "refused": REFUSED, **values}))

    def _whole(self, row: Row) -> Case:
        case = row["id"]
        said: dict[str, list[Said]] = {}
        for s in self._rows("SELECT * FROM statements WHERE case_id = ? ORDER BY hlc, id", [case]):
            said.setdefault(s["subject"], []).append(_said(s))
        people = self._rows(
            "SELECT * FROM individuals WHERE case_id = ? ORDER BY position, id", [case]
        )
        also = self._rows("SELECT number FROM case_numbers WHERE case_id = ?", [case])
        return Case(
            id=case,
            number=row["number"],
            group_kind=GroupKind(row["group_kind"]),
            level=Level(row["level"]),
            status=CaseStatus(row["state"]),
            site=row["site"],
            opened_at=row["opened_at"],
            opened_by=row["opened_by"],
            device=row["device"],
            notice_version=row["notice_version"],
            notice_language=row["notice_language"],
            focal=row["focal"],
            completed_at=row["completed_at"],
            is_forgotten=bool(row["forgotten"]),
            also=tuple(r["number"] for r in also),
            members=tuple(_individual(p, said.get(p["id"], [])) for p in people),
            said=tuple(said.get(case, [])),
            consents=tuple(consent_of(c) for c in self._rows(OF_CASE, [TODAY, case])),
        )


def _line(row: Row) -> CaseLine:
    return CaseLine(
        id=row["id"],
        number=row["number"],
        status=CaseStatus(row["state"]),
        level=Level(row["level"]),
        group_kind=GroupKind(row["group_kind"]),
        site=row["site"],
        size=row["size"],
        opened_at=row["opened_at"],
        completed_at=row["completed_at"],
        device=row["device"],
        focal=row["focal"],
    )


def _individual(row: Row, said: list[Said]) -> Individual:
    return Individual(
        id=row["id"],
        case=row["case_id"],
        number=row["number"],
        position=row["position"],
        said=tuple(said),
    )


def _said(row: Row) -> Said:
    statement = Statement(
        id=row["id"],
        subject=row["subject"],
        path=row["path"],
        value=None if row["value"] is None else json.loads(row["value"]),
        absent=Absent(row["absent"]) if row["absent"] else None,
        source=Source(row["source"]),
        source_ref=row["source_ref"],
        said_in=row["said_in"],
        interpreter=row["interpreter"],
        certainty=Certainty(row["certainty"]),
        verbatim=row["verbatim"],
        saw=tuple(json.loads(row["saw"])),
        why=Why(row["why"]) if row["why"] else None,
    )
    return Said(statement, by=row["by"], device=row["device"], at=row["at"], hlc=row["hlc"])
