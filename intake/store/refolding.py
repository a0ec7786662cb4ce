"""Folds history as it was accepted: a rule of today refuses no entry of yesterday."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database


@contextmanager
def rules_set_aside(db: Database) -> Iterator[None]:
    """Lift the triggers of all tables but the ledger's, and put every one back.

    The caller holds a transaction: whatever goes wrong within, it takes the lifting back
    too. What stands in the ledger was let in by the rules of its day, and they are new
    entries that the triggers are for.
    """
    rules = list(
        db.query(
            "SELECT name, sql FROM sqlite_master"
            " WHERE type = 'trigger' AND tbl_name <> 'ledger' ORDER BY rowid"
        )
    )
    for rule in rules:
        # Names of our own migrations, which cannot be bound as parameters.
        db.execute("DROP TRIGGER " + rule["name"])
    yield
    for rule in rules:
        db.execute(rule["sql"])
