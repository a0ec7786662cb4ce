"""Settings of this laptop, its officers, and the page of keys."""

from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake import __version__
from intake.domain.event import OfficerAdded
from intake.errors import Locked, RuleBroken
from intake.field import bar
from intake.field.forms.settings import (
    IDLE_MINUTES,
    NewOfficerForm,
    NewPassphraseForm,
    SettingsForm,
)
from intake.field.laptop import VAULT, holder
from intake.i18n import current, gettext
from intake.security.passphrase import change_passphrase
from intake.security.roles import Action
from intake.web import access, language
from intake.web.fields import Answer

bp = Blueprint("settings", __name__)
IDLE = "idle-minutes"


@bp.route("/settings", methods=["GET", "POST"])
@access.open_to(Action.SETTINGS)
def show() -> ResponseReturnValue:
    """Keep what the worker chose; the address carries language and colours on."""
    form = SettingsForm(request.form, data=_now())
    if request.method == "POST" and form.validate():
        access.store().papers.keep_setting(IDLE, str(form.idle.answer.value))
        keep_idle()
        flash(gettext("The settings are kept."))
        lang, theme = str(form.language.answer.value), str(form.theme.answer.value)
        return redirect(url_for("settings.show", lang=lang, theme=theme), code=303)
    return _page(form, NewOfficerForm(None, prefix="new-", data=_like_now()))


@bp.post("/settings/officers")
@access.open_to(Action.SETTINGS)
def officer() -> ResponseReturnValue:
    """Let one more person work on this laptop."""
    form = NewOfficerForm(request.form, prefix="new-")
    if form.validate():
        access.store().record(_added(form))
        flash(gettext("The officer is added. Choose who works now."))
        return redirect(url_for("unlock.officer"), code=303)
    return _page(SettingsForm(None, data=_now()), form)


@bp.route("/settings/passphrase", methods=["GET", "POST"])
@access.open_to(Action.SETTINGS)
def passphrase() -> ResponseReturnValue:
    """Put a new passphrase in the place of the old one; records stay as they are."""
    form = NewPassphraseForm(request.form)
    if request.method == "POST" and form.validate():
        vault = holder().laptop.folder / VAULT
        try:
            change_passphrase(vault, str(form.old.answer.value), str(form.new.answer.value))
        except (Locked, RuleBroken) as error:
            form.refuse(error)
        else:
            flash(gettext("The passphrase is changed. Tell the other officers in person."))
            return redirect(url_for("settings.show"), code=303)
    return render_template("field/passphrase.html", form=form), form.status


@bp.get("/keys")
@access.open_to_everyone
def keys() -> ResponseReturnValue:
    """List the keys and what to do when something is wrong."""
    return render_template("field/keys.html", version=__version__)


@bp.before_app_request
def keep_idle() -> None:
    """Lock after the time the workers chose, once the store can tell it."""
    holder = access.shell().holder
    if not holder.is_open:
        return
    minutes = holder.store.papers.setting(IDLE)
    if minutes in map(str, IDLE_MINUTES):
        holder.idle = timedelta(minutes=int(minutes))


def _now() -> dict[str, Answer]:
    """What is in force."""
    idle = access.shell().holder.idle
    minutes = int(idle.total_seconds() // 60) if idle else IDLE_MINUTES[0]
    return {
        "language": Answer(current()),
        "theme": Answer(language.theme()),
        "idle": Answer(str(minutes)),
    }


def _like_now() -> dict[str, Answer]:
    """A further officer most likely works at the same site, in the same language."""
    return {"site": Answer(bar.place()), "language": Answer(current())}


def _added(form: NewOfficerForm) -> OfficerAdded:
    return OfficerAdded(
        officer=access.new_id(),
        name=str(form.name.answer.value),
        site=str(form.site.answer.value),
        language=str(form.language.answer.value),
        by=access.actor(),
        at=access.now(),
    )


def _page(form: SettingsForm, new: NewOfficerForm) -> ResponseReturnValue:
    officers = access.store().users.officers()
    return render_template(
        "field/settings.html", form=form, new=new, officers=officers, at_work=access.actor()
    ), max(form.status, new.status)
