"""Working papers: drafts, sessions, leases, used codes. No testimony, no ledger.

They are kept in the same encrypted file and written at once; what a person said
becomes testimony only when a page is saved with `Store.record`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from intake.errors import Stale
from intake.store.reads import Reads

REFUSED: Final = "sync.refused"
"""The setting that stands while the registry refuses what was sent last."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed on a page and not saved yet; `rev` grows with every save."""

    page: str
    body: dict[str, Any]
    rev: int
    at: str


class Papers(Reads):
    """Drafts of pages, sign-in sessions, leases of work, settings."""

    def draft(self, page: str) -> Draft | None:
        """The unsaved text of a page ("<case>/<page name>")."""
        row = self._row("SELECT * FROM drafts WHERE page = ?", [page])
        return Draft(row["page"], json.loads(row["body"]), row["rev"], row["at"]) if row else None

    def drafts_of(self, case: str) -> list[Draft]:
        """Every unsaved page of a case."""
        rows = self._rows(
            "SELECT * FROM drafts WHERE page >= ? AND page < ? ORDER BY page",
            [case + "/", case + "0"],
        )
        return [Draft(r["page"], json.loads(r["body"]), r["rev"], r["at"]) for r in rows]

    def latest_drafts(self, limit: int) -> list[Draft]:
        """The unsaved pages typed on last, newest first."""
        rows = self._rows("SELECT * FROM drafts ORDER BY at DESC, page LIMIT ?", [limit])
        return [Draft(r["page"], json.loads(r["body"]), r["rev"], r["at"]) for r in rows]

    def keep_draft(self, page: str, body: Mapping[str, Any], *, rev: int, at: datetime) -> int:
        """Keep what is typed; returns the new revision.

        Raises `Stale` when a newer tab has saved since revision `rev`.
        """
        with self._guard, self._db.atomic():
            held = self.draft(page)
            if held is not None and held.rev != rev:
                raise Stale(rev=held.rev)
            self._db.table("drafts").insert(
                {
                    "page": page,
                    "body": json.dumps(dict(body), ensure_ascii=False),
                    "rev": rev + 1,
                    "at": at.isoformat(),
                },
                replace=True,
            )
        return rev + 1

    def drop_draft(self, page: str) -> None:
        """Forget the unsaved text of a page that was saved."""
        self._run("DELETE FROM drafts WHERE page = ?", [page])

    def move_draft(self, page: str, to: str) -> None:
        """Keep the unsaved text of a page under another name; what lies there stays."""
        self._run("UPDATE OR IGNORE drafts SET page = ? WHERE page = ?", [to, page])

    def session(self, name: str) -> dict[str, Any] | None:
        """The body of a sign-in session."""
        text = self._one("SELECT body FROM sessions WHERE id = ?", [name])
        return json.loads(text) if text else None

    def keep_session(self, name: str, user: str, body: Mapping[str, Any], at: datetime) -> None:
        """Write a session row."""
        self._run(
            "INSERT OR REPLACE INTO sessions (id, user, body, seen) VALUES (?, ?, ?, ?)",
            [name, user, json.dumps(dict(body)), at.isoformat()],
        )

    def touch_session(self, name: str, at: datetime) -> None:
        """Note that a session was used, and nothing else; one that ended stays ended."""
        self._run(
            "UPDATE sessions SET seen = ?1, body = json_set(body, '$.at', ?1) WHERE id = ?2",
            [at.isoformat(), name],
        )

    def drop_session(self, name: str) -> None:
        """End one session."""
        self._run("DELETE FROM sessions WHERE id = ?", [name])

    def drop_sessions_of(self, user: str) -> None:
        """End every session of a user."""
        self._run("DELETE FROM sessions WHERE user = ?", [user])

    def drop_sessions_before(self, at: datetime) -> None:
        """End sessions nobody has used since."""
        self._run("DELETE FROM sessions WHERE seen < ?", [at.isoformat()])

    def lease(self, thing: str, by: str, *, now: datetime, until: datetime) -> str:
        """Take or renew a lease; returns who holds it, which may be somebody else."""
        with self._guard, self._db.atomic():
            row = self._row("SELECT by, until FROM leases WHERE thing = ?", [thing])
            if row and row["by"] != by and datetime.fromisoformat(row["until"]) > now:
                return str(row["by"])
            self._db.table("leases").insert(
                {"thing": thing, "by": by, "until": until.isoformat()}, replace=True
            )
        return by

    def holder(self, thing: str, now: datetime) -> str:
        """Who holds a lease now; "" when nobody does."""
        row = self._row("SELECT by, until FROM leases WHERE thing = ?", [thing])
        is_held = row is not None and datetime.fromisoformat(row["until"]) > now
        return str(row["by"]) if row and is_held else ""

    def held_by_others(self, beginning: str, user: str, now: datetime) -> dict[str, str]:
        """Leases that others hold now, by what their names go on with after this."""
        rows = self._rows(
            "SELECT thing, by, until FROM leases WHERE by <> ? AND substr(thing, 1, ?) = ?",
            [user, len(beginning), beginning],
        )
        held = [row for row in rows if datetime.fromisoformat(row["until"]) > now]
        return {row["thing"][len(beginning) :]: row["by"] for row in held}

    def free(self, thing: str, by: str) -> None:
        """Give a lease back."""
        self._run("DELETE FROM leases WHERE thing = ? AND by = ?", [thing, by])

    def use_code(self, user: str, step: int) -> bool:
        """Whether this one-time code step is used for the first time."""
        with self._guard, self._db.atomic():
            if self._one("SELECT 1 FROM used_codes WHERE user = ? AND step >= ?", [user, step]):
                return False
            self._db.table("used_codes").insert({"user": user, "step": step})
        return True

    def setting(self, key: str, default: str = "") -> str:
        """A setting of this store."""
        value = self._one("SELECT value FROM settings WHERE key = ?", [key])
        return default if value is None else str(value)

    def keep_setting(self, key: str, value: str) -> None:
        """Keep a setting."""
        self._run("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", [key, value])

    def forget_setting(self, key: str) -> None:
        """Have no such setting any more."""
        self._run("DELETE FROM settings WHERE key = ?", [key])

    def _run(self, sql: str, values: list[Any]) -> None:
        with self._guard, self._db.atomic():
            self._db.conn.execute(sql, values)
