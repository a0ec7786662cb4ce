"""Keeps what is typed on a page until it is sent; an older tab takes nothing back."""

from flask import request
from werkzeug.datastructures import MultiDict

from intake.web import access
from intake.web.forms import retyped, typed

MOST_DIGITS = 9
"""A revision is counted by hand strokes; a longer number would not fit a table."""

_BUTTONS = ("find", "keep", "warned", "repeated")
"""What a button or a warning adds to a page is no part of what was typed."""


def sent_rev() -> int:
    """The revision that the page was shown with, 0 for anything that is none."""
    sent = request.form.get("rev", "0")
    return int(sent) if sent.isdecimal() and len(sent) <= MOST_DIGITS else 0


def keep(paper: str, rev: int | None = None) -> int:
    """Keep what was sent, over whatever is kept where there is no `rev`.

    Gives the new revision. Raises `Stale` where another tab kept something since that revision.
    """
    body = typed(request.form)
    for name in _BUTTONS:
        body.pop(name, None)
    if rev is None:
        rev = kept_rev(paper)
    return access.store().papers.keep_draft(paper, body, rev=rev, at=access.now())


def kept(paper: str) -> "MultiDict[str, str] | None":
    """What was typed before and not sent."""
    held = access.store().papers.draft(paper)
    return retyped(held.body) if held else None


def kept_rev(paper: str) -> int:
    """The revision that is kept now."""
    held = access.store().papers.draft(paper)
    return held.rev if held else 0
