"""Practice with invented people: a switch in, one out, no way to send anything."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.field.laptop import holder
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("practice", __name__)

SHUT = frozenset({"settings.passphrase", "settings.officer", "erase.show"})
"""What would change the laptop itself, and waits until practice is left."""

READ_ONLY = frozenset({"settings.show"})
"""What may be looked at in practice, and would change the laptop if it were sent."""


@bp.get("/practice")
@access.open_to(Action.REGISTER)
def show() -> ResponseReturnValue:
    """Say what practice is, and offer the switch."""
    return render_template("field/practice.html")


@bp.post("/practice/begin")
@access.open_to(Action.REGISTER)
def begin() -> ResponseReturnValue:
    """Put the records away and open a store with invented people."""
    holder().practise(at=access.now())
    return redirect(url_for("home.index"), code=303)


@bp.post("/practice/leave")
@access.open_to(Action.REGISTER)
def leave() -> ResponseReturnValue:
    """Wipe everything that was typed in practice and go back to the records."""
    holder().leave_practice()
    flash(gettext("Practice is over and wiped. These are the real records again."))
    return redirect(url_for("home.index"), code=303)


@bp.before_app_request
def keep_apart() -> ResponseReturnValue | None:
    """In practice nothing syncs and nothing of the laptop changes, whatever is posted."""
    if not holder().is_practising:
        return None
    if not _is_of_laptop():
        return None
    flash(gettext("Nothing can be sent or changed from practice. Leave practice first."), "warning")
    return redirect(url_for("practice.show"), code=303)


def _is_of_laptop() -> bool:
    """Whether this request would send something or change more than the practice store."""
    is_change = request.method == "POST" and request.endpoint in READ_ONLY
    return is_change or request.blueprint == "sync" or request.endpoint in SHUT
