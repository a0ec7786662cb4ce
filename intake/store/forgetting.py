"""Forgets a whole case; its ciphertext stays in the ledger.

The caller holds the transaction.
"""

from sqlite_utils import Database

from intake.errors import BundleTorn
from intake.security.canonical import canonical, read_json
from intake.store import projections
from intake.store.keyring import Keyring, reply_key


def forget(db: Database, keyring: Keyring, case: str) -> None:
    """Forget both keys of a case, its rows, its drafts, and keys that were kept aside."""
    names = (case, reply_key(case))
    for name in names:
        keyring.forget(name)
    projections.empty_case(db, case)
    drop_drafts(db, case)
    _scrub_kept_aside(db, names)


def drop_drafts(db: Database, case: str) -> None:
    """Throw away what was typed about a case and not saved."""
    db.table("drafts").delete_where("page LIKE ?", [case + "/%"])


def _scrub_kept_aside(db: Database, names: tuple[str, ...]) -> None:
    """Take the keys of these names out of bundles kept aside; all else stays in them."""
    for row in list(db.query("SELECT id, body FROM quarantine")):
        try:
            lines = read_json(row["body"])
        except BundleTorn:
            continue  # no bundle of ours, so no key line of ours
        if not isinstance(lines, list):
            continue
        kept = [line for line in lines if not _is_key_of(line, names)]
        if kept != lines:
            db.execute("UPDATE quarantine SET body = ? WHERE id = ?", [canonical(kept), row["id"]])


def _is_key_of(line: object, names: tuple[str, ...]) -> bool:
    key = line.get("key") if isinstance(line, dict) else None
    return isinstance(key, dict) and key.get("case") in names
