"""The first page after signing in: what waits for me today."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from intake.registry import erasing, needing, work
from intake.registry.seconding import seconds
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("work", __name__)


@bp.get("/")
@access.open_to(Action.OWN_ACCOUNT)
def today() -> ResponseReturnValue:
    """Show the queue of the one who asks, by role, children first."""
    user, now = access.actor(), access.now()
    waiting = work.today(access.store(), user, access.actor_roles(), now.date(), now)
    before = access.store().oversight.sign_ins(user, limit=2)[1:]
    to_erase = erasing.waiting(access.store(), user) if access.may_now(Action.ERASE) else None
    due = erasing.due(access.store(), now.date()) if access.may_now(Action.ERASE) else []
    in_need = None
    if access.may_now(Action.FOLLOW_NEEDS):
        in_need = needing.waiting(access.store(), now.date())
    return render_template(
        "registry/work.html",
        today=waiting,
        before=before,
        erasures=to_erase,
        due=due,
        in_need=in_need,
        seconds=seconds(access.store(), user, access.actor_roles(), now.date()),
    )
