"""Files people on cards, so that they are found by names and facts that are alike.

The tables behind it are working papers: no event is folded into them, and a rebuild only
empties them. Whatever changes a case takes its cards out in the same transaction, so that
nobody is found by what they no longer say or agree to; the registry files the case anew
when it looks at it, and files at its next start whatever is missing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
from sqlite_utils import Database

from intake.domain.codes import Purpose
from intake.matching.card import Card, card_of
from intake.matching.person import Person
from intake.store.filed import EVERYBODY, Filed
from intake.store.reads import Guard, Reads
from intake.store.schema import FILED

EDITION: Final = 7
"""Raise it when cards come to hold other keys, words or records: all is filed anew."""

BITS: Final[Mapping[Purpose, int]] = MappingProxyType({Purpose.VERIFICATION: 1, Purpose.TRACING: 2})
"""What people are filed for. The bits stand lowest in the number of a row, so that a search
leaves out whoever did not agree to it without opening anything."""

_SHIFT = 2


class Filing(Reads):
    """The people of complete cases on cards, each for the searches they agreed to.

    Rarity counts everybody filed, for whatever search.
    """

    def __init__(self, db: Database, guard: Guard) -> None:
        super().__init__(db, guard)
        self._indexes = {purpose: Filed(db, guard, bit) for purpose, bit in BITS.items()}

    def agreed_to(self, purpose: Purpose) -> Filed:
        """The index of those who agreed to this search."""
        return self._indexes[purpose]

    def file(self, case: str, people: Iterable[tuple[Person, Collection[Purpose]]]) -> None:
        """File the people of a case, each for some searches, in place of what was filed.

        Whoever agreed to none is left out; a case of nobody is filed too, and no longer
        missing.
        """
        cards = [(p.id, card_of(p), bits) for p, to in people if (bits := _bits(to))]
        with self._guard, self._db.atomic():
            drop(self._db, case)
            first = int(self._one("SELECT max(row) FROM filed") or 0) >> _SHIFT
            rows = [first + n << _SHIFT | bits for n, (_, _, bits) in enumerate(cards, 1)]
            for row, (individual, card, _) in zip(rows, cards, strict=True):
                self._write(row, individual, case, card)
            self._db.execute("INSERT INTO filings VALUES (?, ?)", [case, EDITION])

    def drop(self, case: str) -> None:
        """Take the people of a case out of every search."""
        with self._guard, self._db.atomic():
            drop(self._db, case)

    def missing(self, *, drafts: bool = False) -> list[str]:
        """Complete cases not filed as they are now, oldest first; drafts too if asked."""
        rows = self._rows(
            "SELECT c.id FROM cases c LEFT JOIN filings f ON f.case_id = c.id AND f.edition = ?"
            " WHERE c.status <> 'discarded' AND (c.status <> 'draft' OR ?) AND c.forgotten = 0"
            " AND f.case_id IS NULL ORDER BY c.hlc",
            [EDITION, drafts],
        )
        return [r["id"] for r in rows]

    def _write(self, row: int, individual: str, case: str, card: Card) -> None:
        seen = card.glance
        words = (*card.words, EVERYBODY)
        self._db.execute(
            "INSERT INTO filed VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                row, individual, case, seen.sex, seen.earliest, seen.latest, seen.day,
                card.sounds, card.record,
            ],
        )  # fmt: skip
        self._db.execute(
            "INSERT INTO filed_under VALUES (?, ?, ?)", [row, _packed(card.keys), _packed(words)]
        )
        self._db.conn.executemany(
            "INSERT INTO filed_keys VALUES (?, ?)", ((key, row) for key in card.keys)
        )
        self._db.conn.executemany(
            "INSERT INTO counted VALUES (?, 1) ON CONFLICT DO UPDATE SET people = people + 1",
            ((word,) for word in words),
        )


def drop(db: Database, case: str) -> None:
    """Take the cards of a case out and its names off the count, within a transaction."""
    if not db.execute("DELETE FROM filings WHERE case_id = ?", [case]).rowcount:
        return
    for row, keys, words in db.execute(
        "SELECT row, keys, words FROM filed JOIN filed_under USING (row) WHERE case_id = ?", [case]
    ).fetchall():
        run = db.conn.executemany
        run("DELETE FROM filed_keys WHERE key = ? AND row = ?", ((k, row) for k in _unpacked(keys)))
        run("UPDATE counted SET people = people - 1 WHERE word = ?", _each(words))
        run("DELETE FROM counted WHERE word = ? AND people = 0", _each(words))
        db.execute("DELETE FROM filed_under WHERE row = ?", [row])
    db.execute("DELETE FROM filed WHERE case_id = ?", [case])


def empty(db: Database) -> None:
    """Take every card out, within the transaction of a rebuild."""
    for table in FILED:
        db.table(table).delete_where()


def _bits(purposes: Iterable[Purpose]) -> int:
    return sum(BITS[purpose] for purpose in set(purposes))


def _packed(numbers: Collection[int]) -> bytes:
    return np.fromiter(numbers, "<i8", len(numbers)).tobytes()


def _unpacked(packed: bytes) -> list[int]:
    numbers: list[int] = np.frombuffer(packed, "<i8").tolist()
    return numbers


def _each(packed: bytes) -> Iterator[tuple[int]]:
    return ((number,) for number in _unpacked(packed))
