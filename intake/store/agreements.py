"""Agreements for a time: the store knows which day it is, and what is over by it.

The day is a working paper. Nothing is written into the ledger when a time is over: the last
day stands in the entry of the yes, and every machine that holds it comes to the same.
"""

from datetime import date
from typing import Final

from sqlite_utils import Database

from intake.domain.codes import Channel, ConsentAnswer, ConsentBy, Purpose, Recipient
from intake.domain.consent import Consent
from intake.store.filing import drop
from intake.store.reads import Guard, Reads, Row

TODAY: Final = "today"
"""The setting that holds the day it is here, in UTC."""

OF_CASE: Final = (
    "SELECT *, until <> '' AND until < coalesce((SELECT value FROM settings WHERE key = ?), '')"
    " AS is_over FROM consents WHERE case_id = ? ORDER BY hlc"
)
"""The answers of a case, oldest first; bound to `TODAY` and the case."""

SOME_OVER: Final = (
    "EXISTS (SELECT 1 FROM consents a WHERE a.case_id = c.id AND a.recipient = ''"
    " AND a.answer = 'yes' AND a.until <> ''"
    " AND a.until < coalesce((SELECT value FROM settings WHERE key = ?), '')"
    " AND NOT EXISTS (SELECT 1 FROM consents b WHERE b.case_id = a.case_id"
    "  AND b.individual = a.individual AND b.purpose = a.purpose AND b.recipient = ''"
    "  AND b.hlc > a.hlc))"
)
"""Whether an answer that holds in a case `c` is a yes whose time is over; bound to `TODAY`."""


class Days(Reads):
    """Lets days pass: what was agreed to up to yesterday is over today."""

    def __init__(self, db: Database, guard: Guard) -> None:
        super().__init__(db, guard)
        self._seen: date | None = None

    def turn(self, day: date) -> bool:
        """Let it be this day; whether that changed what anybody agrees to.

        Whoever it changes is taken off the cards in the same transaction, to be filed anew.
        A day before the last one gives back what a clock that ran ahead had ended.
        """
        if day == self._seen:
            return False
        with self._guard, self._db.atomic():
            cases = self._ending_between(*sorted((self._kept(), day.isoformat())))
            for case in cases:
                drop(self._db, case)
            self._db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", [TODAY, str(day)])
        self._seen = day
        return bool(cases)

    def _kept(self) -> str:
        """The day it was last; "" in a new store."""
        return str(self._one("SELECT value FROM settings WHERE key = ?", [TODAY]) or "")

    def _ending_between(self, first: str, end: str) -> list[str]:
        """Cases with an agreement whose last day is `first` or later, and before `end`."""
        rows = self._rows(
            "SELECT DISTINCT case_id FROM consents WHERE until <> '' AND until >= ? AND until < ?",
            [first, end],
        )
        return [row["case_id"] for row in rows]


def consent_of(row: Row) -> Consent:
    """One answer as it was recorded, and whether its time is over."""
    return Consent(
        individual=row["individual"],
        purpose=Purpose(row["purpose"]),
        answer=ConsentAnswer(row["answer"]),
        given_by=ConsentBy(row["given_by"]),
        language=row["language"],
        notice_version=row["notice_version"],
        carer=ConsentAnswer(row["carer"]),
        assent=ConsentAnswer(row["assent"]),
        reason=row["reason"],
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        is_over=bool(row["is_over"]),
        by=row["by"],
        at=row["at"],
        hlc=row["hlc"],
        recipient=Recipient(row["recipient"]) if row["recipient"] else None,
        explained=Channel(row["explained"]) if row["explained"] else None,
    )
