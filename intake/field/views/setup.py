"""The first start: choose the passphrase and name the first officer."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake import i18n
from intake.domain.event import OfficerAdded
from intake.errors import Locked, RuleBroken
from intake.field.forms.setup import OfficerForm, SetupForm
from intake.field.laptop import holder
from intake.web import access
from intake.web.fields import Answer

bp = Blueprint("setup", __name__)


@bp.route("/setup", methods=["GET", "POST"])
@access.open_to_everyone
def show() -> ResponseReturnValue:
    """Set this laptop up; once it has a passphrase this page only leads to unlocking."""
    if not holder().laptop.is_new:
        return redirect(url_for("unlock.show"), code=303)
    form = SetupForm(request.form, data=_presets())
    if request.method == "POST" and form.validate():
        try:
            _begin(form)
        except (RuleBroken, Locked) as error:
            form.refuse(error)
        else:
            return redirect(url_for("home.index"), code=303)
    return render_template("field/setup.html", form=form), form.status


@bp.route("/setup/officer", methods=["GET", "POST"])
@access.open_to_everyone
def officer() -> ResponseReturnValue:
    """Name the first officer when the first start was cut off before that."""
    if not holder().is_open or holder().store.users.officers():
        return redirect(url_for("unlock.show"), code=303)
    form = OfficerForm(request.form, data={"language": Answer(i18n.current())})
    if request.method == "POST" and form.validate():
        _name_officer(form)
        return redirect(url_for("home.index"), code=303)
    return render_template("field/setup_officer.html", form=form), form.status


def _presets() -> dict[str, Answer]:
    """What is known before anybody types: the screen's language, the operator's site."""
    return {"language": Answer(i18n.current()), "site": Answer(holder().site or None)}


def _begin(form: SetupForm) -> None:
    """Make vault and store, name the officer, and let them in."""
    passphrase = str(form.passphrase.answer.value)
    holder().laptop.choose(passphrase)
    holder().open(passphrase)
    _name_officer(form)


def _name_officer(form: OfficerForm) -> None:
    event = officer_added(form)
    holder().store.record(event)
    access.sign_in(event.officer, lang=event.language)


def officer_added(form: OfficerForm) -> OfficerAdded:
    """The event of a new officer, who is also the one who says so."""
    officer = access.new_id()
    return OfficerAdded(
        officer=officer,
        name=str(form.name.answer.value),
        site=str(form.site.answer.value),
        language=str(form.language.answer.value),
        by=officer,
        at=access.now(),
    )
