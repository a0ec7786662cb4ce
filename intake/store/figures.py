"""Reads of counts for those who plan the work of a registry; none names a person."""

import json

from intake.domain.codes import ConsentAnswer, IdentityState
from intake.domain.pair import WAITING
from intake.store.reads import Reads, Row


class Counts(Reads):
    """How many, per day and state; days are ISO 8601 in UTC, site "" is every site."""

    def sites(self) -> list[str]:
        """Where cases were registered, by name."""
        rows = self._rows("SELECT DISTINCT site FROM cases WHERE site <> '' ORDER BY site")
        return [r["site"] for r in rows]

    def registered(self, since: str, until: str, site: str = "") -> dict[str, str]:
        """Ids of people whose case was completed within these days, and the day."""
        rows = self._rows(
            "SELECT i.id, substr(c.completed_at, 1, 10) AS day FROM individuals i"
            " JOIN cases c ON c.id = i.case_id AND (c.site = ? OR ? = '')"
            " WHERE c.status NOT IN ('draft', 'discarded') AND day BETWEEN ? AND ?",
            [site, site, since, until],
        )
        return {r["id"]: r["day"] for r in rows}

    def waiting(self, site: str = "") -> dict[IdentityState, dict[str, int]]:
        """How many people stand where on the way to a decision, by the day they came there."""
        rows = self._rows(
            "SELECT coalesce(t.state, ?) AS state, count(*) AS n,"
            " substr(coalesce(t.since, c.completed_at), 1, 10) AS day FROM individuals i"
            " JOIN cases c ON c.id = i.case_id AND (c.site = ? OR ? = '')"
            " LEFT JOIN identities t ON t.individual = i.id"
            " WHERE c.status NOT IN ('draft', 'discarded') GROUP BY 1, 3",
            [IdentityState.UNEXAMINED, site, site],
        )
        found: dict[IdentityState, dict[str, int]] = {}
        for row in rows:
            found.setdefault(IdentityState(row["state"]), {})[row["day"]] = row["n"]
        return found

    def from_laptop(self, device: str) -> tuple[int, int]:
        """How many complete cases one laptop sent, and how many people are in them."""
        row = self._row(
            "SELECT count(DISTINCT c.id) AS cases, count(i.id) AS people FROM cases c"
            " LEFT JOIN individuals i ON i.case_id = c.id"
            " WHERE c.device = ? AND c.status NOT IN ('draft', 'discarded')",
            [device],
        )
        return (row["cases"], row["people"]) if row else (0, 0)

    def pairs_waiting(self) -> dict[str, int]:
        """Pairs of records that wait for people to compare them, by the day they came up."""
        return _counted(
            self._rows(
                "SELECT substr(at, 1, 10) AS what, count(*) AS n FROM pairs"
                " WHERE status IN (SELECT value FROM json_each(?)) GROUP BY 1",
                [json.dumps(WAITING)],
            )
        )

    def talks(self, since: str, until: str, site: str = "") -> dict[str, int]:
        """Interviews planned within these days, by how they stand."""
        rows = self._rows(
            "SELECT t.status AS what, count(*) AS n FROM interviews t"
            " JOIN cases c ON c.id = t.case_id AND (c.site = ? OR ? = '')"
            " WHERE substr(t.planned_at, 1, 10) BETWEEN ? AND ? GROUP BY 1",
            [site, site, since, until],
        )
        return _counted(rows)

    def withdrawn(self, since: str, until: str, site: str = "") -> dict[str, int]:
        """Agreements taken back within these days, by purpose."""
        rows = self._rows(
            "SELECT a.purpose AS what, count(*) AS n FROM consents a"
            " JOIN cases c ON c.id = a.case_id AND (c.site = ? OR ? = '')"
            " WHERE a.answer = ? AND substr(a.at, 1, 10) BETWEEN ? AND ? GROUP BY 1",
            [site, site, ConsentAnswer.WITHDRAWN, since, until],
        )
        return _counted(rows)


def _counted(rows: list[Row]) -> dict[str, int]:
    return {r["what"]: r["n"] for r in rows}
