"""Forgets what received records say, and gives up drafts that nobody goes on with.

What a laptop does not hold, nobody can take from it (threat T3). Of a received record
number, status, receipt and the registry's answer stay; of a draft its count.
"""

from datetime import datetime, timedelta

from intake.domain.case import discard, forget_content
from intake.field.laptop import holder
from intake.store import Store
from intake.web import access

WARNED = timedelta(days=15)
"""So long before a draft is given up, the start page says so."""

HEARD_WITHIN = timedelta(days=30)
"""A clock that says the registry was silent for longer may have jumped (threat T17)."""


def forget_received(store: Store, *, keep: timedelta, by: str, now: datetime) -> int:
    """Forget what was received whole at least `keep` ago; returns how many cases.

    Nothing is forgotten when the clock contradicts the last receipt.
    """
    if not _is_clock_believable(store, now):
        return 0
    due = store.cases.received_before((now - keep).isoformat())
    found = [case for case in map(store.cases.get, due) if case is not None]
    for case in found:
        store.record(forget_content(case, by=by, at=now))
    return len(found)


def give_up_lying(store: Store, *, days: int, by: str, now: datetime) -> int:
    """Give up drafts untouched for so many days; returns how many. 0 gives up none.

    None is given up while the clock contradicts the last receipt, or without any.
    """
    if not days or not _is_clock_believable(store, now):
        return 0
    due = store.lying.untouched_since(now - timedelta(days=days))
    found = [case for case in map(store.cases.get, due) if case is not None]
    for case in found:
        store.record(discard(case, reason="untouched", by=by, at=now))
    return len(found)


def lying(store: Store, *, days: int, now: datetime) -> int:
    """How many drafts will be given up within `WARNED` unless somebody goes on."""
    return len(store.lying.untouched_since(now - timedelta(days=days) + WARNED)) if days else 0


def kept_until(case: str) -> datetime | None:
    """When a received record is due to be forgotten on this laptop (DP-21)."""
    received = access.store().lying.received_at(case)
    return received + holder().keep if received else None


def forget_due() -> None:
    """Forget what is due on the laptop of this request."""
    store, by, now = access.store(), access.actor(), access.now()
    forget_received(store, keep=holder().keep, by=by, now=now)
    give_up_lying(store, days=holder().draft_days, by=by, now=now)


def _is_clock_believable(store: Store, now: datetime) -> bool:
    receipt = store.devices.last_receipt(store.own_chain)
    if receipt is None:
        return False
    silent = now - datetime.fromisoformat(receipt.at)
    return timedelta(0) <= silent <= HEARD_WITHIN
