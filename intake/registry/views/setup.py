"""The first run: the first administrator is made by whoever sees the terminal."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import Role
from intake.domain.event import UserAdded
from intake.errors import NotFound, RuleBroken
from intake.i18n import gettext as _
from intake.registry.accounts import NewUser, SetupTokenWrong, add_user, code_uri, new_secret
from intake.registry.desk import desk
from intake.registry.doorman import code_step
from intake.registry.forms.accounts import CodeForm, SetupForm
from intake.web import access, qr

bp = Blueprint("setup", __name__)


@bp.route("/setup", methods=["GET", "POST"])
@access.open_to_everyone
def first_administrator() -> ResponseReturnValue:
    """Ask for the token and who the administrator is; then for the first code."""
    _refuse_late()
    form = SetupForm(request.form)
    if request.method == "POST" and form.validate():
        try:
            event = _administrator(form)
        except RuleBroken as error:
            form.refuse(error)
        else:
            return _finish(event) if desk().doorman.totp_off else _show_code(event)
    return render_template("registry/setup.html", form=form), form.status


@bp.post("/setup/code")
@access.open_to_everyone
def first_code() -> ResponseReturnValue:
    """Record the administrator once the phone shows fitting codes."""
    _refuse_late()
    event = desk().first_run.prepared
    if event is None or not desk().first_run.fits(request.form.get("token", "")):
        return redirect(url_for("setup.first_administrator"), code=303)
    form = CodeForm(request.form)
    if form.validate():
        if code_step(event.totp_secret, form.code.raw["text"], access.now()) is not None:
            return _finish(event)
        form.form_errors = [_("This code does not fit. Wait for the next one and type it.")]
    return _show_code(event, form)


def _refuse_late() -> None:
    if access.store().users.everyone():
        raise NotFound()


def _administrator(form: SetupForm) -> UserAdded:
    first_run = desk().first_run
    if not first_run.fits(form.token.raw["text"]):
        raise SetupTokenWrong(path="token")
    new = NewUser(
        id=access.new_id(),
        login=form.login.raw["text"],
        name=form.name.raw["text"],
        roles=(Role.ADMINISTRATOR,),
        passphrase=form.passphrase.raw["text"],
        secret=new_secret(),
    )
    event = add_user(access.store().users, new, by=new.id, at=access.now(), profile=desk().profile)
    first_run.prepared = event
    return event


def _show_code(event: UserAdded, form: CodeForm | None = None) -> ResponseReturnValue:
    form = form or CodeForm()
    page = render_template(
        "registry/setup_code.html",
        form=form,
        token=desk().first_run.token,
        secret=event.totp_secret,
        qr=qr.draw(code_uri(event.login, event.totp_secret)),
    )
    return page, form.status


def _finish(event: UserAdded) -> ResponseReturnValue:
    access.store().record(event)
    desk().first_run.use_up()
    return redirect(url_for("signin.sign_in"), code=303)
