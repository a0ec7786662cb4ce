"""A proposal before the second person, who confirms or returns it."""

from datetime import date

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain import identity
from intake.domain.codes import IdentityState, ReviewVerdict
from intake.domain.decision import review
from intake.domain.opinion import refuse_unread
from intake.errors import RuleBroken
from intake.i18n import format_date
from intake.i18n import gettext as _
from intake.registry.forms.decisions import ReviewForm
from intake.registry.verifying import leases
from intake.registry.verifying.grounds import dossier, recorders
from intake.registry.views.decision_page import Forms, decision_page, found
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("decisions", __name__)


@bp.app_template_filter("day")
def day_words(stored: str) -> str:
    """A stored day as the language writes it."""
    return format_date(date.fromisoformat(stored))


@bp.get("/decisions/<decision>")
@access.open_to(Action.HEAR_PERSON)
def show(decision: str) -> ResponseReturnValue:
    """Show the record, findings and proposal; to whoever may go on, also the form."""
    return decision_page(found(decision), Forms())


@bp.post("/decisions/<decision>")
@access.open_to(Action.REVIEW_DECISION)
def second(decision: str) -> ResponseReturnValue:
    """Confirm or return a proposal as the second person."""
    form = ReviewForm(request.form)
    if not form.validate():
        return decision_page(found(decision), Forms(review=form))
    try:
        verdict = _review(decision, form)
    except RuleBroken as error:
        form.refuse(error)
        return decision_page(found(decision), Forms(review=form))
    if verdict is ReviewVerdict.CONFIRM:
        flash(_("Confirmed. Now the person has to be told."), "good")
    else:
        flash(_("Returned to whoever proposed it, with your reason."), "good")
    return redirect(url_for("decisions.show", decision=decision), code=303)


def _review(decision: str, form: ReviewForm) -> ReviewVerdict:
    store = access.store()
    verdict = ReviewVerdict(str(form.verdict.answer.value))
    with store.together():
        waiting = found(decision)
        about = dossier(store, waiting.interview, access.now().date())
        opinions = store.second_looks.opinions(decision)
        refuse_unread(
            waiting,
            blind=waiting.blind,
            given_by=[opinion.by for opinion in opinions],
            by=access.actor(),
        )
        made = review(
            waiting,
            recorders=recorders(about.person),
            verdict=verdict,
            reason=str(form.reason.answer.value),
            by=access.actor(),
            at=access.now(),
        )
        leases.need(store, leases.review_of(decision), access.actor(), access.now())
        confirmed = verdict is ReviewVerdict.CONFIRM
        to = IdentityState.DECIDED if confirmed else IdentityState.RETURNED
        state = store.identities.of(waiting.individual).state
        store.record(identity.taken(state, made, access.actor_roles(), to))
        leases.let_go(store, leases.review_of(decision), access.actor())
    return verdict
