"""Takes what is being typed, a moment after each key, so that nothing is lost."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from intake.field import drafting
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("drafts", __name__)


@bp.post("/drafts/<path:page>")
@access.open_to(Action.REGISTER)
def keep(page: str) -> ResponseReturnValue:
    """Keep the text of a page; 409 when a newer tab has typed since."""
    drafting.check_key(page)
    return {"rev": drafting.keep(page, request.form)}


@bp.post("/undraft/<path:page>")
@access.open_to(Action.REGISTER)
def forget(page: str) -> ResponseReturnValue:
    """Throw away what was typed and not saved; what was saved stays."""
    drafting.check_key(page)
    drafting.drop(page)
    case = page.split("/", 1)[0]
    return redirect(url_for("cases.show", case=case), code=303)
