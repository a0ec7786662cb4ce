"""Sessions kept on our side; the browser holds only a random id.

Rows are found by the SHA-256 of that id, so that whoever reads the rows cannot
ride a session. Rows live in memory, or in the store through `SessionRows`.
"""

import hashlib
import json
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

COOKIE = "intake"
# OWASP session management: at least 128 bits of randomness; these are 256.
_ID_BYTES = 32


class SessionRows(Protocol):
    """Where session rows lie. Keys are hashes; data is a JSON object as text."""

    def read(self, key: str) -> tuple[str, datetime] | None:
        """Give the data and when it was last written, or None."""

    def write(self, key: str, data: str, user: str, at: datetime) -> None:
        """Keep the data; `user` lets an administrator end a user's sessions."""

    def touch(self, key: str, at: datetime) -> None:
        """Note that a session was used; nothing happens to one that was dropped."""

    def drop(self, key: str) -> None:
        """Forget a session."""


class MemoryRows:
    """Session rows that end with the process: what a laptop wants."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[str, datetime]] = {}

    def read(self, key: str) -> tuple[str, datetime] | None:
        """Give the data and when it was last written, or None."""
        return self._rows.get(key)

    def write(self, key: str, data: str, user: str, at: datetime) -> None:
        """Keep the data."""
        self._rows[key] = (data, at)

    def touch(self, key: str, at: datetime) -> None:
        """Note that a session was used; nothing happens to one that was dropped."""
        if key in self._rows:
            self._rows[key] = (self._rows[key][0], at)

    def drop(self, key: str) -> None:
        """Forget a session."""
        self._rows.pop(key, None)


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """What is remembered between two requests of one browser."""

    def __init__(self, sid: str = "", data: dict[str, Any] | None = None) -> None:
        def note(_: Any) -> None:
            self.modified = True

        super().__init__(data or {}, note)
        self.sid = sid
        self.old_sid = ""
        self.new = not sid
        self.modified = False
        self.accessed = True

    def rotate(self) -> None:
        """Take a new id, as at sign-in, so that an id planted before is worth nothing."""
        self.old_sid = self.old_sid or self.sid
        self.sid = ""
        self.modified = True


class ServerSessions(SessionInterface):
    """Flask's way to open and save our sessions."""

    def __init__(
        self,
        rows: SessionRows,
        clock: Callable[[], datetime],
        *,
        secure: bool = False,
        idle: timedelta = timedelta(hours=12),
    ) -> None:
        self.rows = rows
        self.clock = clock
        self.secure = secure
        self.idle = idle

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        """Find the session of a request; an unknown or old id gets an empty one."""
        sid = request.cookies.get(cookie_of(app), "")
        row = self.rows.read(_key(sid)) if sid else None
        if row is None:
            return ServerSession()
        data, written = row
        if self.clock() - written >= self.idle:
            self.rows.drop(_key(sid))
            return ServerSession()
        return ServerSession(sid, json.loads(data))

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Write the row when something changed; set the cookie when the id is new."""
        if not isinstance(session, ServerSession):
            return
        if session.old_sid:
            self.rows.drop(_key(session.old_sid))
        if not session.modified:
            # Of requests at one time, one that changed nothing must undo no other's change.
            if session.get("user"):
                self.rows.touch(_key(session.sid), self.clock())
            return
        fresh = not session.sid
        session.sid = session.sid or secrets.token_urlsafe(_ID_BYTES)
        data = json.dumps(dict(session), default=str)
        self.rows.write(_key(session.sid), data, session.get("user", ""), self.clock())
        if fresh:
            response.set_cookie(
                cookie_of(app),
                session.sid,
                httponly=True,
                samesite="Strict",
                secure=self.secure,
                path="/",
            )


def cookie_of(app: Flask) -> str:
    """The cookie of this app; browsers share cookies between the ports of one host."""
    return COOKIE + "-" + app.name.rpartition(".")[2]


def _key(sid: str) -> str:
    return hashlib.sha256(sid.encode()).hexdigest()
