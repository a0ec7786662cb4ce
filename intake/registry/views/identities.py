"""Where one identity stands: its whole way so far, and what can be done next."""

from collections.abc import Callable
from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import IdentityState, LookAgain, ViewPurpose
from intake.domain.event import Event
from intake.domain.hearing import Standing, ask_more, information_came, reopen
from intake.domain.identity import MAY_PROPOSE
from intake.domain.machine import Actor
from intake.i18n import gettext as _
from intake.registry.forms.hearings import CameForm, MoreForm, ReopenForm
from intake.registry.verifying.hearing import standing_on
from intake.registry.viewing import open_record
from intake.registry.views.opening import opened
from intake.registry.views.stepping import acting, is_taken
from intake.security.roles import Action
from intake.web import access
from intake.web.forms import BaseForm

bp = Blueprint("identities", __name__)


@bp.get("/people/<individual>/identity")
@access.open_to(Action.TELL_DECISION)
def show(individual: str) -> ResponseReturnValue:
    """Show the state, the decisions, and the form of the step that is open."""
    return _page(individual)


@bp.post("/people/<individual>/identity/reopen")
@access.open_to(Action.TELL_DECISION)
def open_again(individual: str) -> ResponseReturnValue:
    """Assess again what was final; the level that holds stays meanwhile."""
    form = ReopenForm(request.form)

    def event(on: Standing, who: Actor) -> Event:
        why = LookAgain(str(form.why.answer.value))
        return reopen(on, why=why, reason=str(form.reason.answer.value), by=who)

    return _take(individual, form, event, _("It is assessed again. The level stays meanwhile."))


@bp.post("/people/<individual>/identity/more")
@access.open_to(Action.TELL_DECISION)
def more(individual: str) -> ResponseReturnValue:
    """Ask for something before anything is proposed."""
    form = MoreForm(request.form)

    def event(on: Standing, who: Actor) -> Event:
        until = access.now().date() + timedelta(weeks=int(str(form.weeks.answer.value)))
        return ask_more(on, reason=str(form.reason.answer.value), until=until, by=who)

    return _take(individual, form, event, _("It waits for this until the day that is set."))


@bp.post("/people/<individual>/identity/came")
@access.open_to(Action.TELL_DECISION)
def came(individual: str) -> ResponseReturnValue:
    """Go on with what came, or without it."""
    form = CameForm(request.form)

    def event(on: Standing, who: Actor) -> Event:
        return information_came(on, reason=str(form.reason.answer.value), by=who)

    return _take(individual, form, event, _("It is assessed with what there is."))


def _take(
    individual: str, form: BaseForm, event: Callable[[Standing, Actor], Event], done: str
) -> ResponseReturnValue:
    if not form.validate():
        return _page(individual, form)

    def step() -> Event:
        case, _member = open_record(access.store(), individual, access.actor_roles())
        return event(standing_on(access.store(), individual, case.id), acting())

    if not is_taken(form, step):
        return _page(individual, form)
    flash(done, "good")
    return redirect(url_for("identities.show", individual=individual), code=303)


def _page(individual: str, refused: BaseForm | None = None) -> ResponseReturnValue:
    store = access.store()
    _case, member = opened(individual, ViewPurpose.DECISION)
    standing = store.identities.of(individual)
    kind = _form_of(standing.state)
    form = refused or (kind() if kind else None)
    page = render_template(
        "registry/identity.html",
        member=member,
        identity=standing,
        decisions=store.decisions.of_individual(individual),
        interviews=store.interviews.of_individual(individual),
        form=form,
        step=_STEP[type(form)] if form else "",
        is_due=standing.look_again and standing.look_again <= access.now().date().isoformat(),
    )
    return page, form.status if form else 200


def _form_of(state: IdentityState) -> type[BaseForm] | None:
    if state in MAY_PROPOSE:
        return MoreForm
    return {IdentityState.FINAL: ReopenForm, IdentityState.MORE_INFORMATION: CameForm}.get(state)


_STEP: dict[type[BaseForm], str] = {ReopenForm: "reopen", MoreForm: "more", CameForm: "came"}
