"""Pages that are sent twice write once: a slow laptop invites a second press."""

import hashlib
from collections.abc import Mapping

from flask import request

from intake.domain import ids
from intake.domain.event import StatementsAdded
from intake.security.canonical import canonical
from intake.web import access

ONCE = "once"
"""The hidden field that is another each time the page is shown."""

_ID_BYTES = 16
_UNTOLD = frozenset({"csrf_token", "rev", "at"})
"""What may differ between two sendings of one page."""


def mark() -> tuple[str, str]:
    """The hidden field for a page that is shown now: its name and value."""
    return ONCE, access.new_id()


def id_of_page() -> str:
    """An id that is the same if this page is sent twice unchanged; else a new one."""
    if not request.form.get(ONCE):
        return access.new_id()
    told: Mapping[str, list[str]] = request.form.to_dict(flat=False)
    sent = canonical({name: told[name] for name in told if name not in _UNTOLD})
    return ids.new_id(hashlib.sha256(sent).digest()[:_ID_BYTES])


def record_once(event: StatementsAdded) -> None:
    """Record statements, unless these very ones stand: the page was sent twice."""
    store = access.store()
    with store.together():
        case = store.cases.get(event.case)
        members = case.members if case else ()
        known = {said.statement.id for member in members for said in member.said}
        if known.isdisjoint(statement.id for statement in event.statements):
            store.record(event)
