"""Who is called so: names that begin as typed, or sound so in any script.

Every word of a name stands once in a dictionary, under keys of its sound. The dictionary is
made of the words themselves: a word that is nobody's any more leaves it at once.
"""

from collections.abc import Iterable

from sqlite_utils import Database

from intake.store.reads import Guard, Reads
from intake.store.terms import EDITION, SOUNDS, begins_as, heard_under, is_heard_as, ways_of

_MOST = 5000
"""So many cases are looked at for one word, and so many words for one sound."""

_EDITION = "heard-edition"
_LAST = "\U0010ffff"


class Called(Reads):
    """Cases with somebody of a name."""

    def __init__(self, db: Database, guard: Guard) -> None:
        super().__init__(db, guard)
        self._is_heard = False

    def cases(self, words: str) -> list[str]:
        """Cases where a name has all these words: first those that begin as typed."""
        self._hear_all()
        found: dict[str, None] = {}
        for terms in ways_of(words):
            begin = [self._beginning(term) for term in terms]
            alike = [one | self._heard(term) for term, one in zip(terms, begin, strict=True)]
            found |= dict.fromkeys(sorted(set.intersection(*begin)))
            found |= dict.fromkeys(sorted(set.intersection(*alike)))
        return list(found)

    def _beginning(self, term: str) -> set[str]:
        return self._cases(
            f"SELECT DISTINCT case_id FROM terms WHERE term >= ? AND term < ? LIMIT {_MOST}",  # noqa: S608
            [term, term + _LAST],
        )

    def _heard(self, typed: str) -> set[str]:
        alike = [term for term in self._near(typed) if is_heard_as(typed, term)]
        found = (self._cases("SELECT case_id FROM terms WHERE term = ?", [t]) for t in alike)
        return set().union(*found)

    def _near(self, typed: str) -> set[str]:
        """Words that share a key of sound with what was typed."""
        keys = [(key, key) for key in heard_under(typed) if key.startswith(SOUNDS)]
        if begins := begins_as(typed):
            keys.append((begins, begins + _LAST))
        sql = "SELECT term FROM heard WHERE key >= ? AND key <= ? LIMIT ?"
        return {row["term"] for ends in keys for row in self._rows(sql, [*ends, _MOST])}

    def _cases(self, sql: str, values: list[str]) -> set[str]:
        return {row["case_id"] for row in self._rows(sql, values)}

    def _hear_all(self) -> None:
        """Make the dictionary once where it was made in another way, or never."""
        if self._is_heard:
            return
        with self._guard, self._db.atomic():
            if self._one("SELECT value FROM settings WHERE key = ?", [_EDITION]) != EDITION:
                self._db.execute("DELETE FROM heard")
                rows = self._rows("SELECT DISTINCT term FROM terms")
                hear(self._db, (row["term"] for row in rows))
                self._db.execute(
                    "INSERT OR REPLACE INTO settings VALUES (?, ?)", [_EDITION, EDITION]
                )
        self._is_heard = True


def hear(db: Database, terms: Iterable[str]) -> None:
    """Put words into the dictionary, within a transaction."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO heard VALUES (?, ?)",
        ((key, term) for term in terms for key in heard_under(term)),
    )
