"""What the bar says on every page: what waits, since when, and where we are."""

from datetime import datetime, timedelta

from intake.domain.codes import CaseStatus
from intake.i18n import format_datetime, gettext, ngettext
from intake.web import access
from intake.web.shell import Status

_BAR = "d MMM HH:mm"
"""The year says nothing here, and the bar is narrow."""

LATE_AFTER = timedelta(days=3)
"""A record that waits longer than this is told as late (interface.md 5)."""


def status() -> Status:
    """The state of the work in words; only a signed receipt makes a record synced."""
    store = access.store()
    counts = store.cases.counts()
    refused = counts.get(CaseStatus.REFUSED, 0)
    waiting = counts.get(CaseStatus.READY, 0) + counts.get(CaseStatus.SENT, 0)
    if refused:
        words = ngettext("%(n)s record refused, look", "%(n)s records refused, look", refused)
        return Status("!", words, late=True)
    if waiting:
        words = ngettext("%(n)s record waiting to sync", "%(n)s records waiting to sync", waiting)
        return Status("⏳", f"{words} · {_last_sync()}", late=_is_late())
    if store.devices.last_receipt(store.own_chain) is None:
        return Status("–", gettext("Nothing waits to sync"))
    words = gettext("All synced")
    return Status("✓", f"{words} · {_last_sync()}")


def place() -> str:
    """The site of the officer at work."""
    officer = access.store().users.officer(access.actor())
    return officer.site if officer else ""


def _last_sync() -> str:
    store = access.store()
    receipt = store.devices.last_receipt(store.own_chain)
    if receipt is None:
        return gettext("never synced")
    moment = datetime.fromisoformat(receipt.at)
    return gettext("last sync %(moment)s", moment=format_datetime(moment, _BAR))


def _is_late() -> bool:
    oldest = access.store().cases.oldest_waiting()
    return bool(oldest) and access.now() - datetime.fromisoformat(oldest) > LATE_AFTER
