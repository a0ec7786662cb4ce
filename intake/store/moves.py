"""Reads of who belongs to which group now, who did before, and what waits."""

import json
from collections.abc import Collection, Iterable
from dataclasses import replace

from intake.domain.codes import GroupPart, MoveStatus, RegroupReason
from intake.domain.move import Leg, Move, Place
from intake.store.reads import Reads, Row

_NOW = (
    "SELECT i.id AS individual, i.case_id, coalesce(p.group_id, i.case_id) AS group_id,"
    " coalesce(p.number, c.number) AS number, coalesce(p.apart, 0) AS apart"
    " FROM individuals i JOIN cases c ON c.id = i.case_id"
    " LEFT JOIN placements p ON p.individual = i.id "
)
_IDS = "(SELECT value FROM json_each(?))"
_DONE = "FROM moves m, json_each(m.individuals) who WHERE m.status = 'confirmed'"


class Moves(Reads):
    """Proposals that people change their group, and where everybody belongs."""

    def get(self, move: str) -> Move | None:
        """One proposal, with all of it that is not erased; None if nothing is."""
        found = _moves(self._rows("SELECT * FROM moves WHERE move = ? ORDER BY hlc", [move]))
        return found[0] if found else None

    def waiting(self) -> list[Move]:
        """Proposals that wait for a second person, oldest first."""
        return _moves(
            self._rows("SELECT * FROM moves WHERE status = ? ORDER BY hlc", [MoveStatus.PROPOSED])
        )

    def about(self, groups: Collection[str]) -> list[Move]:
        """Every proposal by which somebody was to leave or to join these groups."""
        rows = self._rows(
            "SELECT * FROM moves WHERE move IN (SELECT move FROM moves"  # noqa: S608
            f" WHERE from_group IN {_IDS} OR to_group IN {_IDS}) ORDER BY hlc",
            [_json(groups), _json(groups)],
        )
        return _moves(rows)

    def places(self, individuals: Collection[str]) -> list[Place]:
        """Where these people belong now."""
        rows = self._rows(f"{_NOW} WHERE i.id IN {_IDS}", [_json(individuals)])
        return [_place(row) for row in rows]

    def place(self, individual: str) -> Place | None:
        """Where somebody belongs now, or None when their record is not here."""
        return next(iter(self.places([individual])), None)

    def in_group(self, group: str) -> list[Place]:
        """Whoever belongs to a group now, those who came in with it first."""
        rows = self._rows(
            f"{_NOW} WHERE i.id IN (SELECT id FROM individuals WHERE case_id = ?"  # noqa: S608
            "  UNION SELECT individual FROM placements WHERE group_id = ?)"
            " AND coalesce(p.group_id, i.case_id) = ?"
            " ORDER BY i.case_id <> ?, i.case_id, i.position, i.id",
            [group, group, group, group],
        )
        return [_place(row) for row in rows]

    def changed_groups(self) -> dict[str, list[str]]:
        """Whoever belongs now to each group that somebody left or joined."""
        changed = self._rows(f"SELECT m.from_group AS id {_DONE} UNION SELECT m.to_group {_DONE}")
        groups = _json({row["id"] for row in changed})
        rows = self._rows(
            f"{_NOW} WHERE i.id IN (SELECT id FROM individuals WHERE case_id IN {_IDS}"  # noqa: S608
            f" UNION SELECT individual FROM placements WHERE group_id IN {_IDS})",
            [groups, groups],
        )
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(row["group_id"], []).append(row["individual"])
        return found

    def has_moved(self, individual: str, case: str) -> bool:
        """Whether somebody, or anybody who came or is together with them, ever moved."""
        return bool(
            self._one(
                "SELECT 1 FROM placements WHERE individual = ? OR case_id = ? OR group_id = ?",
                [individual, case, case],
            )
        )

    def busy(self, individuals: Collection[str]) -> set[str]:
        """Those of these people who are in a proposal that waits."""
        rows = self._rows(
            f"SELECT individual FROM moving WHERE individual IN {_IDS}",  # noqa: S608
            [_json(individuals)],
        )
        return {row["individual"] for row in rows}

    def apart(self, individuals: Collection[str]) -> set[str]:
        """Those who were parted from others to protect somebody, here or on a laptop."""
        rows = self._rows(
            f"SELECT individual FROM placements WHERE apart = 1 AND individual IN {_IDS}"  # noqa: S608
            " UNION SELECT who.value FROM regroupings r, json_each(r.individuals) who"
            f" WHERE r.reason = ? AND r.part = ? AND who.value IN {_IDS}",
            [_json(individuals), RegroupReason.PROTECTION, GroupPart.LEFT, _json(individuals)],
        )
        return {row["individual"] for row in rows}

    def everybody_apart(self) -> set[str]:
        """Everybody who was parted from others here, to protect somebody."""
        return {
            r["individual"] for r in self._rows("SELECT individual FROM placements WHERE apart")
        }

    def once_with(self, individual: str) -> set[str]:
        """Everybody who ever belonged to a group that this person belonged to."""
        joined = self._rows(f"SELECT m.to_group {_DONE} AND who.value = ?", [individual])
        came = self._one("SELECT case_id FROM individuals WHERE id = ?", [individual])
        groups = _json({came or "", *(row["to_group"] for row in joined)})
        rows = self._rows(
            f"SELECT id AS individual FROM individuals WHERE case_id IN {_IDS}"  # noqa: S608
            f" UNION SELECT who.value {_DONE} AND m.to_group IN {_IDS}",
            [groups, groups],
        )
        return {row["individual"] for row in rows} - {individual}

    def group_of_number(self, number: str) -> tuple[str, str] | None:
        """The group with this number, or the one that somebody with it belongs to now."""
        row = self._row(
            "SELECT id, number FROM cases WHERE number = ?"
            " UNION ALL SELECT group_id, number FROM placements WHERE number = ?"
            " UNION ALL SELECT c.id, c.number FROM case_numbers n JOIN cases c ON c.id = n.case_id"
            " WHERE n.number = ?",
            [number, number, number],
        )
        if row is not None:
            return row["id"], row["number"]
        found = self._one("SELECT id FROM individuals WHERE number = ?", [number])
        place = self.place(found) if found else None
        return (place.group, place.number) if place else None

    def members_then(self, group: str, hlc: str) -> list[str]:
        """Whoever belonged to a group at that moment of the clock all devices share."""
        came = self._rows("SELECT id FROM individuals WHERE case_id = ?", [group])
        where = {row["id"]: group for row in came}
        steps = self._rows(
            f"SELECT who.value AS individual, m.to_group {_DONE} AND m.answered_hlc <= ?"
            " ORDER BY m.answered_hlc",
            [hlc],
        )
        where |= {step["individual"]: step["to_group"] for step in steps}
        return sorted(one for one, there in where.items() if there == group)

    def told(self, case: str) -> dict[str, str]:
        """What the registry told last of members of a case: the number of their group, or ""."""
        rows = self._rows(
            "SELECT individual, number FROM moves_told WHERE case_id = ? ORDER BY hlc", [case]
        )
        return {row["individual"]: row["number"] for row in rows}


def _json(ids: Collection[str]) -> str:
    return json.dumps(sorted(ids))


def _place(row: Row) -> Place:
    return Place(
        individual=row["individual"],
        case=row["case_id"],
        group=row["group_id"],
        number=row["number"],
        apart=bool(row["apart"]),
    )


def _moves(rows: Iterable[Row]) -> list[Move]:
    found: dict[str, Move] = {}
    for row in rows:
        move = found.get(row["move"]) or _move(row)
        found[move.id] = replace(move, legs=(*move.legs, _leg(row)))
    return list(found.values())


def _move(row: Row) -> Move:
    return Move(
        id=row["move"],
        legs=(),
        to_group=row["to_group"],
        to_number=row["to_number"],
        reason=RegroupReason(row["reason"]),
        words=row["words"],
        proposed_by=row["proposed_by"],
        proposed_at=row["proposed_at"],
        status=MoveStatus(row["status"]),
        answered_by=row["answered_by"],
        answered_at=row["answered_at"],
        answer=row["answer"],
    )


def _leg(row: Row) -> Leg:
    return Leg(
        case=row["case_id"],
        individuals=tuple(json.loads(row["individuals"])),
        from_group=row["from_group"],
        from_number=row["from_number"],
    )
