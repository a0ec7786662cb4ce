"""Events to rows: one function per kind of event.

Dropped and rebuilt from the ledger at will.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlite_utils import Database

from intake.domain.event import Event
from intake.security.chain import Entry
from intake.store import filing
from intake.store.projections import (
    cases,
    corrections,
    decisions,
    devices,
    erasures,
    groups,
    identities,
    interviews,
    moves,
    pairs,
    records,
    second_looks,
    settings,
    supports,
    talks,
    traces,
    vouches,
    withdrawals,
)
from intake.store.schema import PROJECTIONS

Projection = Callable[[Database, Any, Entry], None]

BY_KIND: Mapping[str, Projection] = {
    **cases.BY_KIND,
    **pairs.BY_KIND,
    **vouches.BY_KIND,
    **traces.BY_KIND,
    **records.BY_KIND,
    **interviews.BY_KIND,
    **talks.BY_KIND,
    **decisions.BY_KIND,
    **second_looks.BY_KIND,
    **corrections.BY_KIND,
    **supports.BY_KIND,
    **erasures.BY_KIND,
    **groups.BY_KIND,
    **moves.BY_KIND,
    **devices.BY_KIND,
    **settings.BY_KIND,
    **withdrawals.BY_KIND,
}


_OF_MATCHES = ("traces", "trace_verdicts", "trace_wishes", "trace_releases", "best_interests")


def project(db: Database, event: Event, entry: Entry) -> None:
    """Bring the tables up to date with one event."""
    BY_KIND[event.kind](db, event, entry)
    identities.follow(db, event)


def empty(db: Database) -> None:
    """Drop every projected row and every card, before a rebuild."""
    filing.empty(db)
    for table in PROJECTIONS:
        db.table(table).delete_where()


def empty_case(db: Database, case: str) -> None:
    """Drop the projected rows and the cards of one case, after its key was forgotten."""
    filing.drop(db, case)
    for table in PROJECTIONS:
        columns = db.table(table).columns_dict
        # That it was erased is what stays of an erased case.
        if "case_id" in columns and table != "erasures":
            db.table(table).delete_where("case_id = ?", [case])
    for table in ("verdicts", "unlinks", "reopenings"):
        db.table(table).delete_where(
            "pair IN (SELECT id FROM pairs WHERE left_case = ? OR right_case = ?)", [case, case]
        )
    db.table("pairs").delete_where("left_case = ? OR right_case = ?", [case, case])
    db.table("likenesses").delete_where("other_case = ?", [case])
    # A match stands under the case of the search; whose record is gone is nobody's match.
    for table in _OF_MATCHES:
        db.table(table).delete_where("individual NOT IN (SELECT id FROM individuals)")
    db.table("cases").delete_where("id = ?", [case])
    identities.resettle(db)
