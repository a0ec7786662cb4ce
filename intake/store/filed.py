"""The people filed for one kind of search, as an index for matching."""

import json
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from intake.matching.card import person_from
from intake.matching.person import Companion, Person
from intake.store.reads import Guard, Reads

EVERYBODY: Final = -1
"""The word under which everybody is counted; words of names are never negative."""

Rows = NDArray[np.int64]

# A correlated subquery, so that of a key no more rows are read than asked for.
_SHARING = """
SELECT asked.value, (
    SELECT group_concat(row) FROM (
        SELECT row FROM filed_keys WHERE key = asked.value AND row & :bit LIMIT :limit
    )
) FROM json_each(:keys) AS asked
"""
_GROUP = """
SELECT other.row, other.record FROM filed JOIN filed AS other USING (case_id)
WHERE filed.row = ? AND other.row & ? ORDER BY other.row
"""


class Filed(Reads):
    """Everybody who agreed to one search; companions are those who agreed as well.

    Read it within one transaction with `search`: a row holds only until its case changes.
    """

    def __init__(self, db: Database, guard: Guard, bit: int) -> None:
        super().__init__(db, guard)
        self._bit = bit

    def people(self) -> int:
        """How many people are filed, for whatever search."""
        return self.count(EVERYBODY)

    def count(self, word: int) -> int:
        """How many of them have a name or place of this number."""
        return int(self._one("SELECT people FROM counted WHERE word = ?", [word]) or 0)

    def sharing(self, keys: Sequence[int], most: int) -> dict[int, Rows]:
        """The rows filed under each key; keys of nobody or of more than `most` left out."""
        asked = {"keys": json.dumps(list(keys)), "bit": self._bit, "limit": most + 1}
        found = ((key, _rows(rows)) for key, rows in self._tuples(_SHARING, asked) if rows)
        return {key: rows for key, rows in found if len(rows) <= most}

    def glances(self, rows: Rows) -> NDArray[np.int16]:
        """One line a row: sex, earliest year, latest year, day."""
        seen = self._of("sex, earliest, latest, day", rows)
        return np.array([seen[row] for row in rows.tolist()], np.int16).reshape(-1, 4)

    def sounds(self, rows: Rows) -> list[str]:
        """The words of the names of each row, as read."""
        heard = self._of("sounds", rows)
        return [heard[row][0] for row in rows.tolist()]

    def alone(self, row: int) -> Person:
        """The person of a row, without whoever came along."""
        return person_from(self._one("SELECT record FROM filed WHERE row = ?", [row]))

    def companions(self, row: int) -> tuple[Companion, ...]:
        """Who came along with the person of a row, of those who agreed as well."""
        return self.person(row).companions

    def person(self, row: int) -> Person:
        """The person of a row, with companions."""
        group = dict(self._tuples(_GROUP, [row, self._bit]))
        others = (person_from(record) for other, record in group.items() if other != row)
        return person_from(group[row], tuple(other.as_companion() for other in others))

    def named(self, individual: str) -> Person | None:
        """The person with this id; None if not filed for this search."""
        row = self._one(
            "SELECT row FROM filed WHERE individual = ? AND row & ?", [individual, self._bit]
        )
        return self.person(row) if row else None

    def of_case(self, case: str) -> list[Person]:
        """Everybody of a case who is filed for this search, with companions."""
        rows = self._tuples(
            "SELECT row FROM filed WHERE case_id = ? AND row & ? ORDER BY row", [case, self._bit]
        )
        return [self.person(row) for (row,) in rows]

    def _of(self, columns: str, rows: Rows) -> dict[int, tuple[Any, ...]]:
        found = self._tuples(
            f"SELECT row, {columns} FROM json_each(?) CROSS JOIN filed ON row = value",  # noqa: S608
            [json.dumps(rows.tolist())],
        )
        return {row: tuple(rest) for row, *rest in found}

    def _tuples(self, sql: str, values: Any) -> list[tuple[Any, ...]]:
        with self._guard:
            return self._db.execute(sql, values).fetchall()


def _rows(joined: str) -> Rows:
    return np.fromstring(joined, np.int64, sep=",")
