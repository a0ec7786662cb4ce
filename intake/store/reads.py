"""What every read shares: one connection, guarded, rows as dictionaries."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]
Guard = AbstractContextManager[Any]


class Reads:
    """Bound queries under the store's guard."""

    def __init__(self, db: Database, guard: Guard) -> None:
        self._db = db
        self._guard = guard

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        with self._guard:
            return list(self._db.query(sql, list(values)))

    def _row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        rows = self._rows(sql, values)
        return rows[0] if rows else None

    def _one(self, sql: str, values: Sequence[Any] = ()) -> Any:
        with self._guard:
            row = self._db.execute(sql, list(values)).fetchone()
        return row[0] if row else None
