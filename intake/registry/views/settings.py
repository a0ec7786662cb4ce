"""Settings in force: one administrator proposes, another confirms."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain import setting as rules
from intake.domain.event import SettingDeclined, SettingProposed
from intake.domain.setting import Change
from intake.errors import NotFound
from intake.i18n import gettext as _
from intake.registry import settings
from intake.registry.desk import desk
from intake.registry.forms.links import WhyForm
from intake.registry.forms.settings import SettingForm
from intake.registry.views.stepping import acting, is_taken
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("settings", __name__)


@bp.get("/settings")
@access.open_to(Action.SEE_SETTINGS)
def everything() -> ResponseReturnValue:
    """Show every number in force that touches people, what waits, and the history."""
    return _page(WhyForm())


@bp.route("/settings/<setting>/change", methods=["GET", "POST"])
@access.open_to(Action.MANAGE_SETTINGS)
def change(setting: str) -> ResponseReturnValue:
    """Propose another value, with the reason."""
    held = _held(setting)
    form = SettingForm(request.form)
    if request.method == "POST" and _is_proposed(held, form):
        flash(_("Proposed. It holds when another administrator confirms it."), "good")
        return redirect(url_for("settings.everything"), code=303)
    return render_template("registry/setting_change.html", held=held, form=form), form.status


@bp.post("/settings/changes/<change>/confirm")
@access.open_to(Action.MANAGE_SETTINGS)
def confirm(change: str) -> ResponseReturnValue:
    """Put a colleague's change in force."""
    form = WhyForm()
    if not is_taken(form, lambda: rules.confirm(_found(change), by=acting())):
        return _page(form)
    flash(_("Confirmed. It holds from now on."), "good")
    return redirect(url_for("settings.everything"), code=303)


@bp.post("/settings/changes/<change>/decline")
@access.open_to(Action.MANAGE_SETTINGS)
def decline(change: str) -> ResponseReturnValue:
    """Leave a setting as it is, with the reason."""
    _found(change)
    form = WhyForm(request.form).of(change)

    def declined() -> SettingDeclined:
        return rules.decline(_found(change), reason=form.said, by=acting())

    if not (form.validate() and is_taken(form, declined)):
        return _page(form)
    flash(_("Recorded. The setting stays as it was."), "good")
    return redirect(url_for("settings.everything"), code=303)


def _is_proposed(held: settings.Held, form: SettingForm) -> bool:
    return form.validate() and is_taken(form, lambda: _proposed(held, form))


def _proposed(held: settings.Held, form: SettingForm) -> SettingProposed:
    """Read anew within the transaction, so that of two proposals one is first."""
    now = _held(held.setting.value)
    wanted = rules.Wanted(
        id=access.new_id(),
        setting=now.setting,
        value=int(str(form.value.answer.value)),
        reason=form.said,
    )
    waiting = {one.setting for one in access.store().settings.waiting()}
    return rules.propose(wanted, holds=now.value, waiting=waiting, by=acting())


def _held(setting: str) -> settings.Held:
    for held in settings.in_force(access.store(), desk()):
        if held.setting.value == setting:
            return held
    raise NotFound(thing="setting")


def _found(change: str) -> Change:
    found = access.store().settings.get(change)
    if found is None:
        raise NotFound(thing="setting")
    return found


def _page(form: WhyForm) -> ResponseReturnValue:
    store = access.store()
    page = render_template(
        "registry/settings.html",
        held=settings.in_force(store, desk()),
        fixed=settings.fixed(desk()),
        waiting=store.settings.waiting(),
        history=store.settings.history(),
        me=access.actor(),
        form=form,
    )
    return page, form.status
