"""Searches for relatives: candidates, both sides, verdicts of two people."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain import trace as rules
from intake.domain.codes import TraceStatus, TraceVerdict, ViewPurpose
from intake.domain.event import Event
from intake.domain.trace import Trace
from intake.i18n import gettext as _
from intake.registry import finding
from intake.registry.forms.links import WhyForm
from intake.registry.forms.tracing import TraceForm
from intake.registry.verifying import leases
from intake.registry.viewing import note_view
from intake.registry.views.stepping import acting, is_taken
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("tracing", __name__)


@bp.get("/tracing")
@access.open_to(Action.TRACE)
def everybody() -> ResponseReturnValue:
    """List the searches that stand, by number, with what was said of their candidates."""
    store, user = access.store(), access.actor()
    lines = [
        (search, [t.told(user) for t in store.traces.of_request(search.request.id)])
        for search in finding.standing(store)
    ]
    return render_template("registry/searches.html", lines=lines)


@bp.get("/tracing/<sought>")
@access.open_to(Action.TRACE)
def candidates(sought: str) -> ResponseReturnValue:
    """Show what is asked and who may be the one, best first."""
    store = access.store()
    search = finding.search_of(store, sought)
    _looked(search.case.id, search.asker.id)
    found = finding.found_by(store, search)
    work, now = leases.trace_of(sought), access.now()
    return render_template(
        "registry/search_for.html",
        search=search,
        found=found,
        me=_me(),
        held=store.papers.held_by_others(work, _me(), now),
    )


@bp.get("/tracing/<sought>/people/<individual>")
@access.open_to(Action.TRACE)
def compare(sought: str, individual: str) -> ResponseReturnValue:
    """Show what the asker told beside what a candidate says."""
    return _page(sought, individual, TraceForm())


@bp.post("/tracing/<sought>/people/<individual>")
@access.open_to(Action.TRACE)
def decide(sought: str, individual: str) -> ResponseReturnValue:
    """Record whether a candidate is the one sought."""
    form = TraceForm(request.form)

    def judged(trace: Trace) -> Event:
        verdict = TraceVerdict(str(form.verdict.answer.value))
        return rules.judge(trace, verdict=verdict, reason=form.said, by=acting())

    if form.validate() and _done(sought, individual, form, judged):
        flash(_("What you think is recorded."), "good")
        return redirect(url_for("tracing.candidates", sought=sought), code=303)
    return _page(sought, individual, form)


@bp.post("/tracing/<sought>/people/<individual>/protection")
@access.open_to(Action.TRACE)
def hand_over(sought: str, individual: str) -> ResponseReturnValue:
    """Hand a verified match to protection, who ask both sides."""
    form = WhyForm(request.form)

    def asked(trace: Trace) -> Event:
        return rules.ask_protection(trace, reason=form.said, by=acting())

    if form.validate() and _done(sought, individual, form, asked):
        flash(
            _("Handed over. The protection team asks both sides; until then nobody is told."),
            "good",
        )
        return redirect(url_for("tracing.candidates", sought=sought), code=303)
    return _page(sought, individual, form)


def _me() -> str:
    return access.actor()


def _looked(case: str, individual: str) -> None:
    by, at = access.actor(), access.now()
    note_view(access.store(), case, individual, purpose=ViewPurpose.TRACING, by=by, at=at)


def _done(sought: str, individual: str, form: WhyForm, step: Callable[[Trace], Event]) -> bool:
    work = leases.trace_of(sought, individual)

    def taken() -> Event:
        search = finding.search_of(access.store(), sought)
        event = step(finding.one_found(access.store(), search, individual).trace)
        leases.need(access.store(), work, access.actor(), access.now())
        leases.let_go(access.store(), work, access.actor())
        return event

    return is_taken(form, taken)


def _is_mine(work: str) -> bool:
    """Take the work when its page is opened; a page that came back takes nothing more."""
    store, user, now = access.store(), access.actor(), access.now()
    if request.method == "POST":
        return store.papers.holder(work, now) in ("", user)
    return leases.keep(store, work, user, now)


def _has_form(trace: Trace) -> bool:
    """Whether there is something to do for the one at work."""
    return trace.is_open_for(access.actor()) or trace.status is TraceStatus.VERIFIED


def _page(sought: str, individual: str, form: WhyForm) -> ResponseReturnValue:
    store, user = access.store(), access.actor()
    search = finding.search_of(store, sought)
    found = finding.one_found(store, search, individual)
    _looked(search.case.id, search.asker.id)
    _looked(found.person.case, individual)
    is_mine = not _has_form(found.trace) or _is_mine(leases.trace_of(sought, individual))
    latin = request.args.get("latin") == "1"
    page = render_template(
        "registry/candidate.html",
        search=search,
        found=found,
        rows=finding.rows(store, search, found, latin),
        latin=latin,
        form=form if isinstance(form, TraceForm) else TraceForm(),
        why=form,
        is_open=found.trace.is_open_for(user),
        taken=not is_mine,
        said=found.trace.seen_by(user),
    )
    return page, form.status
