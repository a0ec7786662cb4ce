"""Sign-in sessions as rows of the encrypted store, to be ended from here."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

from intake.web.holder import StoreHolder

LONGEST = timedelta(hours=12)
"""A working day; then everybody signs in again (domain 11.3, DP-15)."""

IDLE = timedelta(minutes=15)
"""The longest a session may rest, whatever two administrators set."""


class StoreRows:
    """Session rows for the web shell, kept by `store.papers`."""

    def __init__(
        self,
        holder: StoreHolder,
        clock: Callable[[], datetime],
        idle: Callable[[], timedelta] = lambda: IDLE,
    ) -> None:
        self._holder = holder
        self._clock = clock
        self._idle = idle

    def read(self, key: str) -> tuple[str, datetime] | None:
        """Give the data and when it was last written; an old session is ended instead."""
        row = self._holder.store.papers.session(key)
        if row is None:
            return None
        began, used = (datetime.fromisoformat(row[name]) for name in ("began", "at"))
        if self._clock() - began >= LONGEST or self._clock() - used >= self._idle():
            self.drop(key)
            return None
        return json.dumps(row["data"]), used

    def write(self, key: str, data: str, user: str, at: datetime) -> None:
        """Keep the data; a new row begins the day, and sweeps out yesterday's."""
        papers = self._holder.store.papers
        held = papers.session(key)
        if held is None:
            papers.drop_sessions_before(at - LONGEST)
        began = held["began"] if held else at.isoformat()
        body = {"data": json.loads(data), "at": at.isoformat(), "began": began}
        papers.keep_session(key, user, body, at)

    def touch(self, key: str, at: datetime) -> None:
        """Note that a session was used; nothing happens to one that was dropped."""
        self._holder.store.papers.touch_session(key, at)

    def drop(self, key: str) -> None:
        """Forget a session."""
        self._holder.store.papers.drop_session(key)
