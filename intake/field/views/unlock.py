"""Unlock, say who works, and lock: the door of the laptop."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.errors import Locked, RuleBroken
from intake.field.forgetting import forget_due
from intake.field.forms.setup import UnlockForm, WhoWorksForm
from intake.field.laptop import holder
from intake.security.roles import Action
from intake.store.users import Officer
from intake.web import access

bp = Blueprint("unlock", __name__)
LAST_OFFICER = "last-officer"


@bp.route("/unlock", methods=["GET", "POST"])
@access.open_to_everyone
def show() -> ResponseReturnValue:
    """Ask for the passphrase; nothing on this page tells what the laptop holds."""
    if holder().laptop.is_new:
        return redirect(url_for("setup.show"), code=303)
    form = UnlockForm(request.form)
    if request.method == "POST" and form.validate():
        try:
            holder().open(str(form.passphrase.answer.value))
        except (Locked, RuleBroken) as error:
            form.refuse(error)
        else:
            return _let_in()
    return render_template("field/unlock.html", form=form), form.status


@bp.route("/officer", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def officer() -> ResponseReturnValue:
    """Ask which of several officers works now."""
    officers = access.store().users.officers()
    form = WhoWorksForm(request.form, officers)
    if request.method == "POST" and form.validate():
        chosen = access.store().users.officer(str(form.officer.answer.value))
        if chosen is not None:
            _sign_in(chosen)
            return redirect(access.next_page(url_for("home.index")), code=303)
    return render_template("field/officer.html", form=form), form.status


@bp.post("/lock")
@access.open_to_everyone
def lock() -> ResponseReturnValue:
    """Forget the key at once and let the browser forget; drafts are kept."""
    access.sign_out()
    holder().close()
    answer = redirect(url_for("unlock.show"), code=303)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _let_in() -> ResponseReturnValue:
    store = access.store()
    officers = store.users.officers()
    if not officers:
        return redirect(url_for("setup.officer"), code=303)
    last = store.users.officer(store.papers.setting(LAST_OFFICER))
    _sign_in(last or officers[0])
    if len(officers) > 1:
        return redirect(url_for("unlock.officer"), code=303)
    return redirect(access.next_page(url_for("home.index")), code=303)


def _sign_in(chosen: Officer) -> None:
    access.sign_in(chosen.id, lang=chosen.language)
    access.store().papers.keep_setting(LAST_OFFICER, chosen.id)
    forget_due()
