"""Opens one encrypted database file with the settings that lose nothing.

Settings and their reasons: docs/decisions/0004.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from intake.errors import Locked
from intake.store.driver import DRIVER

DatabaseError = DRIVER.DatabaseError
IntegrityError = DRIVER.IntegrityError
is_complete = DRIVER.complete_statement

OLDEST_SAFE = (3, 51, 3)
"""SQLite before this holds a WAL-reset corruption bug."""


class KeyRefused(Locked):
    """The key does not open this file, or the file is no database."""

    code = "key-refused"


@dataclass(frozen=True, slots=True)
class EngineFacts:
    """What `doctor` tells about the engine; every setting as the database reports it."""

    sqlite: str
    cipher: str
    journal_mode: str
    synchronous: int
    foreign_keys: int
    secure_delete: int
    temp_store: int

    def unsafe(self) -> list[str]:
        """Names of settings under which an acknowledged save could be lost or leak."""
        version = tuple(int(n) for n in self.sqlite.split("."))
        checks = {
            "sqlite": version >= OLDEST_SAFE,
            "cipher": bool(self.cipher),
            "journal-mode": self.journal_mode == "wal",
            "synchronous": self.synchronous == 2,
            "foreign-keys": self.foreign_keys == 1,
            "secure-delete": self.secure_delete == 1,
            "temp-store": self.temp_store == 2,
        }
        return [name for name, safe in checks.items() if not safe]


def connect(path: Path, key: bytes) -> Database:
    """Open or make the file with the raw 32-byte key; raises `KeyRefused`."""
    connection = DRIVER.connect(str(path), check_same_thread=False, isolation_level=None)
    # The first statement after open: a raw key needs no key derivation. It is hex of our
    # own random bytes and cannot be bound as a parameter.
    connection.execute("PRAGMA key = \"x'" + key.hex() + "'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DatabaseError as error:
        connection.close()
        raise KeyRefused from error
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "cache_size = -64000",
        "fullfsync = ON" if sys.platform == "darwin" else "fullfsync = OFF",
    ):
        connection.execute("PRAGMA " + pragma)
    return Database(connection)


def facts(database: Database) -> EngineFacts:
    """Read back the settings in force."""

    def one(sql: str) -> Any:
        row = database.execute(sql).fetchone()
        return row[0] if row else ""

    return EngineFacts(
        sqlite=str(one("SELECT sqlite_version()")),
        cipher=str(one("PRAGMA cipher_version")),
        journal_mode=str(one("PRAGMA journal_mode")),
        synchronous=int(one("PRAGMA synchronous")),
        foreign_keys=int(one("PRAGMA foreign_keys")),
        secure_delete=int(one("PRAGMA secure_delete")),
        temp_store=int(one("PRAGMA temp_store")),
    )
