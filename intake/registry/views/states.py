"""Where a record stands: out of use, back in one click; closed, reopened by two."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain import record as rules
from intake.domain.codes import InactiveReason, RecordState, ViewPurpose
from intake.domain.event import Event, RecordReopened
from intake.domain.machine import Actor
from intake.domain.record import Standing
from intake.errors import RuleBroken
from intake.i18n import gettext as _
from intake.i18n import lazy_gettext as _l
from intake.registry.forms.links import WhyForm
from intake.registry.forms.states import InactiveForm
from intake.registry.keeping import due_after, last_heard, standing
from intake.registry.viewing import open_record
from intake.registry.views.opening import opened
from intake.registry.views.stepping import acting, is_taken
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("states", __name__)

_CLOSED = _l("A closed record is used again when two people say so.")


@bp.get("/people/<individual>/standing")
@access.open_to(Action.KEEP_RECORD)
def show(individual: str) -> ResponseReturnValue:
    """Show where a record stands and what was done about it."""
    return _page(individual, InactiveForm())


@bp.post("/people/<individual>/standing/tried")
@access.open_to(Action.KEEP_RECORD)
def tried(individual: str) -> ResponseReturnValue:
    """Note that the person could not be reached."""
    form = WhyForm(request.form)
    form.reason.label.text = _("How, and what came of it")
    return _take(individual, form, rules.tried)


@bp.post("/people/<individual>/standing/inactive")
@access.open_to(Action.KEEP_RECORD)
def inactivate(individual: str) -> ResponseReturnValue:
    """Put a record out of use for now."""
    form = InactiveForm(request.form)

    def step(found: Standing, *, reason: str, by: Actor) -> Event:
        code = InactiveReason(str(form.code.answer.value))
        return rules.inactivate(found, code=code, reason=reason, by=by)

    return _take(individual, form, step)


@bp.post("/people/<individual>/standing/close")
@access.open_to(Action.KEEP_RECORD)
def ask_close(individual: str) -> ResponseReturnValue:
    """Ask that a record be closed."""
    return _take(individual, WhyForm(request.form), rules.ask_close)


@bp.post("/people/<individual>/standing/closed")
@access.open_to(Action.KEEP_RECORD)
def close(individual: str) -> ResponseReturnValue:
    """Close a record as the second person."""
    return _take(individual, WhyForm(request.form), rules.close)


@bp.post("/people/<individual>/standing/reopen")
@access.open_to(Action.KEEP_RECORD)
def ask_reopen(individual: str) -> ResponseReturnValue:
    """Ask that a closed record be used again."""
    return _take(individual, WhyForm(request.form), rules.ask_reopen)


@bp.post("/people/<individual>/standing/reopened")
@access.open_to(Action.KEEP_RECORD)
def reopen(individual: str) -> ResponseReturnValue:
    """Put a closed record back in use as the second person, who reviews."""
    return _take(individual, WhyForm(request.form), rules.reopen)


@bp.post("/people/<individual>/standing/keep-closed")
@access.open_to(Action.KEEP_RECORD)
def keep_closed(individual: str) -> ResponseReturnValue:
    """Leave a closed record closed."""
    return _take(individual, WhyForm(request.form), rules.keep_closed)


@bp.post("/people/<individual>/standing/back")
@access.open_to(Action.SEE_PERSON)
def come_back(individual: str) -> ResponseReturnValue:
    """Put a record back in use, in one click: nobody is registered anew."""
    store = access.store()
    case, member = open_record(store, individual, access.actor_roles())
    try:
        with store.together():
            store.record(rules.come_back(standing(store, case, member), by=acting()))
    except RuleBroken:
        state = store.records.state(individual)[0]
        is_open = state is RecordState.OPEN
        flash(_("This record is in use already.") if is_open else str(_CLOSED))
    else:
        flash(_("Welcome back: the record is in use again, as it was."), "good")
    here = url_for("people.show", individual=individual, purpose=ViewPurpose.PERSON_ASKS.value)
    return redirect(here, code=303)


def _take(individual: str, form: WhyForm, step: Callable[..., Event]) -> ResponseReturnValue:
    """Record one step; read and written at once."""

    def taken() -> Event:
        case, member = open_record(access.store(), individual, access.actor_roles())
        found = standing(access.store(), case, member)
        return step(found, reason=form.said, by=acting())

    if not (form.validate() and is_taken(form, taken)):
        return _page(individual, form)
    flash(_("Recorded."), "good")
    return redirect(url_for("states.show", individual=individual), code=303)


def _page(individual: str, form: WhyForm) -> ResponseReturnValue:
    store, by = access.store(), access.actor()
    case, member = opened(individual, ViewPurpose.CORRECTION)
    now = standing(store, case, member)
    is_inactive = isinstance(form, InactiveForm) and now.state is RecordState.OPEN
    shown: dict[str, Any] = {
        "standing": now,
        "why": form if is_inactive else form.of("step"),
        "steps": store.records.steps(individual),
        "heard": last_heard(store, case, member),
        "due": due_after(store, individual),
        "may_reopen": RecordReopened.kind
        in rules.MACHINE.open_events(RecordState.REOPEN_ASKED, access.actor_roles()),
        "inactive": form if is_inactive else InactiveForm(),
    }
    page = render_template("registry/standing.html", member=member, me=by, **shown)
    return page, form.status
