"""The append-only ledger: entries of every chain held, in order of arrival."""

from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from intake.security.chain import START, Entry, Head


class Ledger:
    """Reads and appends entries; the database itself refuses to change or delete one."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def append(self, entry: Entry) -> None:
        """Add one entry; the caller holds the transaction and has checked the link."""
        self._db.table("ledger").insert(
            {
                "device": entry.device,
                "seq": entry.seq,
                "prev": entry.prev,
                "hlc": entry.hlc,
                "kind": entry.kind,
                "case_id": entry.case,
                "actor": entry.actor,
                "body": entry.body,
                "hash": entry.hash,
            }
        )

    def head(self, chain: str) -> Head:
        """The last entry's number and hash; `START` for a chain not seen yet."""
        row = self._db.execute(
            "SELECT seq, hash FROM ledger WHERE device = ? ORDER BY seq DESC LIMIT 1", [chain]
        ).fetchone()
        return Head(int(row[0]), str(row[1])) if row else START

    def hash_at(self, chain: str, seq: int) -> str | None:
        """The hash of one entry, or None if this store does not hold it."""
        if seq == 0:
            return START.hash
        row = self._db.execute(
            "SELECT hash FROM ledger WHERE device = ? AND seq = ?", [chain, seq]
        ).fetchone()
        return str(row[0]) if row else None

    def after(self, chain: str, seq: int, limit: int = 500) -> list[Entry]:
        """Entries of one chain after `seq`, oldest first."""
        rows = self._db.execute(
            "SELECT device, seq, prev, hlc, kind, case_id, actor, body, hash FROM ledger"
            " WHERE device = ? AND seq > ? ORDER BY seq LIMIT ?",
            [chain, seq, limit],
        )
        return [Entry(*row) for row in rows]

    def of_case(self, case: str) -> list[Entry]:
        """Entries of one case from every chain, in order of arrival."""
        rows = self._db.execute(
            "SELECT device, seq, prev, hlc, kind, case_id, actor, body, hash FROM ledger"
            " WHERE case_id = ? ORDER BY position",
            [case],
        )
        return [Entry(*row) for row in rows]

    def everything(self, chain: str | None = None) -> Iterator[Entry]:
        """All entries in order of arrival, or those of one chain by number."""
        if chain is None:
            rows = self._db.execute(
                "SELECT device, seq, prev, hlc, kind, case_id, actor, body, hash FROM ledger"
                " ORDER BY position"
            )
        else:
            rows = self._db.execute(
                "SELECT device, seq, prev, hlc, kind, case_id, actor, body, hash FROM ledger"
                " WHERE device = ? ORDER BY seq",
                [chain],
            )
        for row in rows:
            yield Entry(*row)

    def chains(self) -> list[str]:
        """The ids of all chains held, sorted."""
        return [
            r[0] for r in self._db.execute("SELECT DISTINCT device FROM ledger ORDER BY device")
        ]

    def holds(self, digest: str) -> bool:
        """Whether some entry carries this hash."""
        found = self._db.execute("SELECT 1 FROM ledger WHERE hash = ?", [digest.lower()])
        return found.fetchone() is not None

    def count(self) -> int:
        """How many entries are held."""
        return int(self._db.execute("SELECT count(*) FROM ledger").fetchone()[0])

    def first_new(self, chain: str, entries: Sequence[Entry]) -> int:
        """Index of the first entry beyond what is held; len(entries) if all are held."""
        known = self.head(chain).seq
        return next((i for i, e in enumerate(entries) if e.seq > known), len(entries))
