"""What the worker should know before beginning: disk, clock, registry, old drafts."""

import shutil
from datetime import datetime, timedelta

from intake.domain.clock import MAX_DRIFT
from intake.field.forgetting import lying
from intake.field.laptop import holder
from intake.i18n import gettext, ngettext
from intake.web import access

LOW_DISK_BYTES = 500 * 1024 * 1024
"""Room for some 10 000 records and their log, and for the laptop to work at all."""

CLOCK_JUMP = timedelta(days=1)
"""A clock further behind the last record than this is asked about (interface.md 5)."""


def now() -> list[str]:
    """Sentences for the start page; none when all is well."""
    store = access.store()
    told = []
    if shutil.disk_usage(store.directory).free < LOW_DISK_BYTES:
        told.append(gettext("The disk of this laptop is almost full. Tell your supervisor."))
    if _clock_went_back():
        told.append(gettext("The clock of this laptop went back. Check its date before you go on."))
    if store.devices.joined() is None:
        told.append(
            gettext("This laptop does not belong to a registry yet. Records wait here until then.")
        )
    days = holder().draft_days
    waiting = lying(store, days=days, now=access.now())
    if waiting:
        told.append(
            ngettext(
                "%(n)s draft lies here and nobody goes on with it. Finish it or give it up. "
                "After %(days)s days without a change it is given up by itself.",
                "%(n)s drafts lie here and nobody goes on with them. Finish them or give them up. "
                "After %(days)s days without a change they are given up by themselves.",
                waiting,
                days=days,
            )
        )
    return told


def _clock_went_back() -> bool:
    """Whether the newest case or receipt lies well after now."""
    store = access.store()
    newest = [line.opened_at for line in store.cases.latest(limit=1)]
    receipt = store.devices.last_receipt(store.own_chain)
    newest += [receipt.at] if receipt else []
    limit = access.now() + min(CLOCK_JUMP, MAX_DRIFT)
    return any(datetime.fromisoformat(moment) > limit for moment in newest)
