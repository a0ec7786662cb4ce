"""Reads of where each identity stands."""

import json
from dataclasses import dataclass

from intake.domain.codes import CommentVerdict, IdentityLevel, IdentityState
from intake.store.reads import Reads, Row


@dataclass(frozen=True, slots=True)
class Identity:
    """Where one person's identity stands, and the level that holds.

    `decision` is the final one, `look_again` a day, `note` what is waited for.
    """

    individual: str
    state: IdentityState = IdentityState.UNEXAMINED
    level: IdentityLevel = IdentityLevel.A0
    decision: str = ""
    since: str = ""
    look_again: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """What the person said of a decision, and what came of it."""

    id: str
    words: str
    said_in: str
    by: str
    at: str
    verdict: CommentVerdict | None
    reason: str
    answered_by: str
    answered_at: str


class Identities(Reads):
    """Where identities stand; one that nothing happened to is unexamined."""

    def of(self, individual: str) -> Identity:
        """That of one person."""
        row = self._row(
            "SELECT individual, state, level, decision, since, look_again, note"
            " FROM identities WHERE individual = ?",
            [individual],
        )
        return _identity(row) if row else Identity(individual)

    def in_state(self, *states: IdentityState) -> list[Identity]:
        """Everybody in one of these states, who waits longest first."""
        rows = self._rows(
            "SELECT individual, state, level, decision, since, look_again, note"
            " FROM identities WHERE state IN (SELECT value FROM json_each(?)) ORDER BY since",
            [json.dumps([state.value for state in states])],
        )
        return [_identity(r) for r in rows]

    def to_look_at_again(self, day: str) -> list[Identity]:
        """Final or waiting ones whose day has come, oldest day first."""
        rows = self._rows(
            "SELECT individual, state, level, decision, since, look_again, note"
            " FROM identities WHERE look_again <> '' AND look_again <= ?"
            " AND state IN ('final', 'more-information') ORDER BY look_again",
            [day],
        )
        return [_identity(r) for r in rows]

    def comments(self, decision: str) -> list[Comment]:
        """What the person said of one decision, oldest first."""
        rows = self._rows(
            "SELECT id, words, said_in, by, at, verdict, reason, answered_by, answered_at"
            " FROM comments WHERE decision = ? ORDER BY at",
            [decision],
        )
        return [
            Comment(**{**r, "verdict": CommentVerdict(r["verdict"]) if r["verdict"] else None})
            for r in rows
        ]


def _identity(row: Row) -> Identity:
    return Identity(
        **{
            **row,
            "state": IdentityState(row["state"]),
            "level": IdentityLevel(row["level"]),
        }
    )
