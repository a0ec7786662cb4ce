"""Reads of the people who work here: officers of a laptop, users of a registry."""

import json
from dataclasses import dataclass

from intake.domain.codes import Role
from intake.store.reads import Reads, Row


@dataclass(frozen=True, slots=True)
class Officer:
    """Who works on a laptop."""

    id: str
    name: str
    site: str
    language: str


@dataclass(frozen=True, slots=True)
class User:
    """Who may sign in at a registry."""

    id: str
    login: str
    name: str
    roles: tuple[Role, ...]
    passphrase_hash: str
    totp_secret: str
    disabled: bool


class Users(Reads):
    """Officers and users."""

    def officers(self) -> list[Officer]:
        """Everyone who may work on this laptop."""
        return [Officer(**r) for r in self._rows("SELECT * FROM officers ORDER BY name")]

    def officer(self, officer: str) -> Officer | None:
        """One officer."""
        row = self._row("SELECT * FROM officers WHERE id = ?", [officer])
        return Officer(**row) if row else None

    def by_login(self, login: str) -> User | None:
        """The user with this sign-in name, disabled or not."""
        row = self._row("SELECT * FROM users WHERE login = ?", [login])
        return _user(row) if row else None

    def get(self, user: str) -> User | None:
        """One user."""
        row = self._row("SELECT * FROM users WHERE id = ?", [user])
        return _user(row) if row else None

    def everyone(self) -> list[User]:
        """All users by sign-in name."""
        return [_user(r) for r in self._rows("SELECT * FROM users ORDER BY login")]


def _user(row: Row) -> User:
    return User(
        id=row["id"],
        login=row["login"],
        name=row["name"],
        roles=tuple(Role(r) for r in json.loads(row["roles"])),
        passphrase_hash=row["passphrase_hash"],
        totp_secret=row["totp_secret"],
        disabled=bool(row["disabled"]),
    )
