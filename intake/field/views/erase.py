"""Emergency erase: two steps, no passphrase, and the laptop is new."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.field.forms.erase import EraseForm
from intake.field.laptop import holder
from intake.web import access

bp = Blueprint("erase", __name__)


@bp.route("/erase", methods=["GET", "POST"])
@access.open_to_everyone
def show() -> ResponseReturnValue:
    """Ask once more, then forget the key; what follows is a new laptop."""
    if holder().laptop.is_new:
        return redirect(url_for("setup.show"), code=303)
    form = EraseForm(request.form)
    if request.method == "POST" and form.validate():
        return _erased() if form.sure.answer.value == "erase" else _kept()
    return render_template("field/erase.html", form=form), form.status


def _erased() -> ResponseReturnValue:
    access.sign_out()
    holder().erase()
    answer = redirect(url_for("setup.show"), code=303)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _kept() -> ResponseReturnValue:
    return redirect(url_for("home.index"), code=303)
