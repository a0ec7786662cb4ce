"""Contact after a search: both sides are asked before either is told of the other."""

from collections.abc import Callable, Iterable
from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain import trace as rules
from intake.domain.best_interests import newest
from intake.domain.codes import ContactWish, TraceSide, ViewPurpose
from intake.domain.event import Event, TraceReleased
from intake.domain.individual import Individual
from intake.domain.trace import Trace
from intake.errors import NotFound
from intake.i18n import gettext as _
from intake.registry import finding
from intake.registry.forms.links import WhyForm
from intake.registry.forms.tracing import ReleaseForm, WishForm
from intake.registry.needing import best_interests_day, is_alone
from intake.registry.viewing import note_view
from intake.registry.views.stepping import acting, is_taken
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("contacts", __name__)


@bp.get("/contacts")
@access.open_to(Action.FOLLOW_NEEDS)
def everybody() -> ResponseReturnValue:
    """List matches that were handed over, and searches that touch somebody who hides."""
    return _list(ReleaseForm())


def _list(form: WhyForm) -> ResponseReturnValue:
    store = access.store()
    handed = store.traces.handed_over()
    asked = {t.id: t for t in store.cases.tracing()}
    ids = {t.individual for t in handed} | {asked[t.request].individual for t in handed}
    page = render_template(
        "registry/contacts.html",
        handed=handed,
        asked=asked,
        people=store.cases.outlines(ids, "birth"),
        hidden=finding.hidden(store),
        why=form,
    )
    return page, form.status


@bp.get("/contacts/<sought>/people/<individual>")
@access.open_to(Action.FOLLOW_NEEDS)
def show(sought: str, individual: str) -> ResponseReturnValue:
    """Show where both sides of a match stand."""
    return _page(sought, individual, WishForm())


@bp.post("/contacts/<sought>/people/<individual>")
@access.open_to(Action.FOLLOW_NEEDS)
def answer(sought: str, individual: str) -> ResponseReturnValue:
    """Note what one side says to contact."""
    form = WishForm(request.form)

    def answered(trace: Trace) -> Event:
        side = TraceSide(str(form.side.answer.value))
        wish = ContactWish(str(form.wish.answer.value))
        return rules.answer(trace, side=side, wish=wish, reason=form.said, by=acting())

    if form.validate() and _done(sought, individual, form, answered):
        flash(_("Recorded."), "good")
        return redirect(_here(sought, individual), code=303)
    return _page(sought, individual, form)


@bp.post("/contacts/<sought>/people/<individual>/made")
@access.open_to(Action.FOLLOW_NEEDS)
def made(sought: str, individual: str) -> ResponseReturnValue:
    """Note that contact was made, once both sides agree."""
    form = WhyForm(request.form)

    def told(trace: Trace) -> Event:
        sides = (finding.search_of(access.store(), sought).asker, member(individual))
        looks = access.store().traces.looks(sought, individual)
        last = [newest(looks, child) for child in _alone(sides)]
        outcomes = [look.outcome if look else None for look in last]
        return rules.tell(trace, reason=form.said, by=acting(), found=outcomes)

    if form.validate() and _done(sought, individual, form, told):
        flash(_("Recorded."), "good")
        return redirect(_here(sought, individual), code=303)
    return _page(sought, individual, form)


@bp.post("/contacts/<sought>/people/<individual>/release")
@access.open_to(Action.FOLLOW_NEEDS)
def release(sought: str, individual: str) -> ResponseReturnValue:
    """Let one search see somebody who must stay hidden from others."""
    store, form = access.store(), ReleaseForm(request.form).of(f"{sought}-{individual}")
    touched = {(s.request.id, p.id): s for s, p in finding.hidden(store)}
    if (sought, individual) not in touched:
        raise NotFound(thing="candidate")
    if not form.validate():
        return _list(form)
    event = TraceReleased(
        case=touched[sought, individual].case.id,
        request=sought,
        individual=individual,
        reason=form.said,
        by=access.actor(),
        at=access.now(),
    )
    store.record(event)
    flash(_("This search may see the person now."), "good")
    return redirect(url_for("contacts.everybody"), code=303)


def _here(sought: str, individual: str) -> str:
    return url_for("contacts.show", sought=sought, individual=individual)


def handed_over(sought: str, individual: str) -> Trace:
    """A match that protection looks after; raises `NotFound`."""
    found = access.store().traces.get(sought, individual)
    if found is None or found not in access.store().traces.handed_over():
        raise NotFound(thing="candidate")
    return found


def member(individual: str) -> Individual:
    """Somebody of a match; raises `NotFound`."""
    found = access.store().cases.individual(individual)
    if found is None:
        raise NotFound(thing="individual")
    return found


def _alone(sides: Iterable[Individual]) -> dict[str, date | None]:
    """The children without a carer, each with the day of the look at their best interests."""
    store, today = access.store(), access.now().date()
    return {one.id: best_interests_day(one) for one in sides if is_alone(store, one, today)}


def _done(sought: str, individual: str, form: WhyForm, step: Callable[[Trace], Event]) -> bool:
    return is_taken(form, lambda: step(handed_over(sought, individual)))


def _wishing(form: WhyForm) -> WishForm:
    """The one form of the page, with the refusal of either of its buttons."""
    if isinstance(form, WishForm):
        return form
    shown = WishForm(request.form)
    shown.reason.errors = form.reason.errors
    return shown


def _page(sought: str, individual: str, form: WhyForm) -> ResponseReturnValue:
    store, by, at = access.store(), access.actor(), access.now()
    trace = handed_over(sought, individual)
    search = finding.search_of(store, sought)
    person = member(individual)
    for one in (search.asker, person):
        note_view(store, one.case, one.id, purpose=ViewPurpose.PROTECTION, by=by, at=at)
    page = render_template(
        "registry/contact.html",
        trace=trace,
        search=search,
        person=person,
        alone=_alone((search.asker, person)),
        looks=store.traces.looks(sought, individual),
        newest=newest,
        form=_wishing(form),
        why=form,
    )
    return page, form.status
