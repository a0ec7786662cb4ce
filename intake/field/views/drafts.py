"""Takes what is being typed, a moment after each key, so that nothing is lost."""

from contextlib import suppress

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from intake import i18n
from intake.errors import NotFound, RuleBroken
from intake.field import drafting
from intake.field.views.unlock import lock as lock_now
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("drafts", __name__)


@bp.post("/drafts/<path:page>")
@access.open_to(Action.REGISTER)
def keep(page: str) -> ResponseReturnValue:
    """Keep the text of a page; 409 when a newer tab has typed since."""
    drafting.check_key(page)
    return {"rev": drafting.keep(page, request.form)}


@bp.post("/pause/<path:page>")
@access.open_to(Action.REGISTER)
def pause(page: str) -> ResponseReturnValue:
    """Keep the text as it is and leave the page: one action, nothing checked (V-24)."""
    drafting.check_key(page)
    _keep_or_tell(page)
    case = page.split("/", 1)[0]
    there = url_for("home.index") if case == "new" else url_for("cases.show", case=case)
    return redirect(there, code=303)


@bp.post("/turn/<lang>/<path:page>")
@access.open_to(Action.REGISTER)
def turn(lang: str, page: str) -> ResponseReturnValue:
    """Keep the text and show the page in another language, without script."""
    drafting.check_key(page)
    _keep_or_tell(page)
    here = drafting.page_of(request.form) or url_for("home.index")
    return redirect(f"{here}?lang={lang}" if i18n.known(lang) else here, code=303)


@bp.post("/lock-kept/<path:page>")
@access.open_to(Action.REGISTER)
def lock(page: str) -> ResponseReturnValue:
    """Keep the text if it can be kept; lock whatever comes of it."""
    with suppress(NotFound, RuleBroken):
        drafting.check_key(page)
        drafting.keep_anyway(page, request.form)
    return lock_now()


@bp.post("/undraft/<path:page>")
@access.open_to(Action.REGISTER)
def forget(page: str) -> ResponseReturnValue:
    """Throw away what was typed and not saved; what was saved stays."""
    drafting.check_key(page)
    drafting.drop(page)
    case = page.split("/", 1)[0]
    return redirect(url_for("cases.show", case=case), code=303)


def _keep_or_tell(page: str) -> None:
    """Keep the text of a page; say so where a newer one of another window is kept instead."""
    _rev, is_kept = drafting.keep_anyway(page, request.form)
    if not is_kept:
        flash(
            gettext("Newer text of this page, typed in another window, is kept; this one is not.")
        )
