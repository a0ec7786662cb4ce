"""Sign in and out: name, passphrase, one-time code."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.event import SignedIn
from intake.errors import TooManyAttempts, WrongPassphrase
from intake.i18n import gettext as _
from intake.registry.desk import desk
from intake.registry.doorman import Claim
from intake.registry.forms.accounts import SignInForm
from intake.web import access

bp = Blueprint("signin", __name__)


@bp.route("/sign-in", methods=["GET", "POST"])
@access.open_to_everyone
def sign_in() -> ResponseReturnValue:
    """Let somebody of the registry in; a fresh registry first needs its administrator."""
    if not access.store().users.everyone():
        return redirect(url_for("setup.first_administrator"), code=303)
    form = SignInForm(request.form)
    if request.method == "POST" and _opens(form):
        return redirect(access.next_page(url_for("work.today")), code=303)
    page = render_template("registry/sign_in.html", form=form, totp_off=desk().doorman.totp_off)
    return page, form.status


@bp.post("/sign-out")
@access.open_to_everyone
def sign_out() -> ResponseReturnValue:
    """End the session and let the browser forget what it showed."""
    access.sign_out()
    answer = redirect(url_for("signin.sign_in"), code=303)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _opens(form: SignInForm) -> bool:
    if not form.validate():
        return False
    claim = Claim(
        form.login.raw["text"],
        form.passphrase.raw["text"],
        form.code.raw["text"],
        request.remote_addr or "",
    )
    try:
        user = desk().doorman.check(access.store(), claim, access.now())
    except WrongPassphrase:
        words = _("Sign-in name, passphrase and code do not fit together. Check all three.")
        form.form_errors = [*form.form_errors, words]
        return False
    except TooManyAttempts as error:
        form.refuse(error)
        return False
    access.sign_in(user.id)
    access.store().record(SignedIn(user=user.id, by=user.id, at=access.now()))
    return True
