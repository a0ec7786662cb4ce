"""Forgets what received records say, once the time to correct them here is over.

What a laptop does not hold, nobody can take from it (threat T3). Number, status,
receipt and the registry's answer stay.
"""

from datetime import datetime, timedelta

from intake.domain.case import forget_content
from intake.field.laptop import holder
from intake.store import Store
from intake.web import access

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


def forget_due() -> None:
    """Forget what is due on the laptop of this request."""
    forget_received(access.store(), keep=holder().keep, by=access.actor(), now=access.now())


def _is_clock_believable(store: Store, now: datetime) -> bool:
    receipt = store.devices.last_receipt(store.own_chain)
    if receipt is None:
        return False
    silent = now - datetime.fromisoformat(receipt.at)
    return timedelta(0) <= silent <= HEARD_WITHIN
