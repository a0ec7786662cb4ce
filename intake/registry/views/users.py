"""People who work here: add them with roles and one-time codes, end their access."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.event import UserAdded
from intake.errors import NotFound, RuleBroken
from intake.i18n import gettext as _
from intake.registry.accounts import NewUser, add_user, code_uri, disable_user, new_secret
from intake.registry.desk import desk
from intake.registry.forms.accounts import UserForm
from intake.security.roles import Action
from intake.web import access, qr

bp = Blueprint("users", __name__)


@bp.get("/users")
@access.open_to(Action.MANAGE_USERS)
def everyone() -> ResponseReturnValue:
    """List who may sign in and who may not any more."""
    users = access.store().users.everyone()
    return render_template("registry/users.html", users=users, me=access.actor())


@bp.route("/users/new", methods=["GET", "POST"])
@access.open_to(Action.MANAGE_USERS)
def new() -> ResponseReturnValue:
    """Add somebody; their one-time codes are shown once, to be scanned at this screen."""
    form = UserForm(request.form)
    if request.method == "POST" and form.validate():
        try:
            event = _added(form)
        except RuleBroken as error:
            form.refuse(error)
        else:
            access.store().record(event)
            return _show_code(event)
    return render_template("registry/user_new.html", form=form), form.status


@bp.post("/users/<user>/disable")
@access.open_to(Action.MANAGE_USERS)
def disable(user: str) -> ResponseReturnValue:
    """End somebody's access and every session of theirs at once."""
    store = access.store()
    found = store.users.get(user)
    if found is None:
        raise NotFound(thing="user")
    store.record(disable_user(store.users, found, by=access.actor(), at=access.now()))
    store.papers.drop_sessions_of(user)
    flash(_("%(login)s can no longer sign in.", login=found.login))
    return redirect(url_for("users.everyone"), code=303)


def _added(form: UserForm) -> UserAdded:
    wanted = NewUser(
        id=access.new_id(),
        login=form.login.raw["text"],
        name=form.name.raw["text"],
        roles=form.roles(),
        passphrase=form.passphrase.raw["text"],
        secret=new_secret(),
    )
    return add_user(
        access.store().users,
        wanted,
        by=access.actor(),
        at=access.now(),
        profile=desk().profile,
    )


def _show_code(event: UserAdded) -> ResponseReturnValue:
    page = render_template(
        "registry/user_code.html",
        login=event.login,
        secret=event.totp_secret,
        qr=qr.draw(code_uri(event.login, event.totp_secret)),
    )
    return page, 201
