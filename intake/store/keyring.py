"""The keys of cases: forgetting one makes its entries unreadable for good."""

from collections.abc import Mapping

from sqlite_utils import Database

from intake.errors import CaseClosed
from intake.security.chain import Entry
from intake.security.seal import new_key


def key_id(entry: Entry) -> str:
    """Which key an entry's body is under: its case's, or its device's own."""
    return key_name(entry.device, entry.case)


def key_name(chain: str, case: str) -> str:
    """The key for something that `chain` says of `case`.

    What the registry replies about a case is under a key of its own: a laptop that
    has forgotten what the case says can still read the answer.
    """
    if not case:
        return "device:" + chain
    return reply_key(case) if "." in chain else case


def reply_key(case: str) -> str:
    """The name of the key of replies about a case."""
    return "reply:" + case


class Keyring:
    """Case keys by id.

    A forgotten key is remembered as forgotten and never comes back.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, name: str) -> bytes | None:
        """The key, or None if it is unknown or forgotten."""
        row = self._db.execute("SELECT key FROM keyring WHERE key_id = ?", [name]).fetchone()
        return row[0] if row else None

    def get_or_make(self, name: str) -> bytes:
        """The key, made on first use; raises `CaseClosed` for a forgotten one."""
        key = self.get(name)
        if key is None and self.is_known(name):
            raise CaseClosed(case=name)
        if key is None:
            key = new_key()
            self._db.table("keyring").insert({"key_id": name, "key": key, "forgotten": 0})
        return key

    def learn(self, keys: Mapping[str, bytes]) -> list[str]:
        """Take in keys that came with a bundle; returns the ids that are new here."""
        new = [n for n in keys if not self.is_known(n)]
        for name in new:
            self._db.table("keyring").insert({"key_id": name, "key": keys[name], "forgotten": 0})
        return new

    def is_known(self, name: str) -> bool:
        """Whether this key is held or was held and forgotten."""
        found = self._db.execute("SELECT 1 FROM keyring WHERE key_id = ?", [name]).fetchone()
        return found is not None

    def is_forgotten(self, name: str) -> bool:
        """Whether this key was forgotten here, whoever still brings it."""
        return self.is_known(name) and self.get(name) is None

    def forget(self, name: str) -> None:
        """Drop a key for good; its ciphertext stays and the chain still verifies."""
        self._db.execute(
            "INSERT INTO keyring (key_id, key, forgotten) VALUES (?, NULL, 1)"
            " ON CONFLICT (key_id) DO UPDATE SET key = NULL, forgotten = 1",
            [name],
        )
