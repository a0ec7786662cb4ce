"""A proposal before the second person, who confirms or returns it."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import ReviewVerdict, ViewPurpose
from intake.domain.decision import PROPOSED, review
from intake.domain.event import OutcomeTold
from intake.errors import NotAllowed, NotFound, RuleBroken
from intake.i18n import format_date
from intake.i18n import gettext as _
from intake.registry.forms.decisions import ReviewForm
from intake.registry.masking import may_read
from intake.registry.verifying import conducting
from intake.registry.verifying.grounds import dossier, recorders
from intake.registry.viewing import note_view
from intake.security.roles import Action
from intake.store.decisions import Decision
from intake.web import access

bp = Blueprint("decisions", __name__)


@bp.app_template_filter("day")
def day_words(stored: str) -> str:
    """A stored day as the language writes it."""
    return format_date(date.fromisoformat(stored))


@bp.get("/decisions/<decision>")
@access.open_to(Action.SEE_PERSON)
def show(decision: str) -> ResponseReturnValue:
    """Show the record, findings and proposal; to a second person, also the form."""
    if not may_read(access.actor_roles(), "testimony"):
        raise NotAllowed()
    return _decision_page(_found(decision), ReviewForm())


@bp.post("/decisions/<decision>")
@access.open_to(Action.REVIEW_DECISION)
def second(decision: str) -> ResponseReturnValue:
    """Confirm or return a proposal as the second person."""
    form = ReviewForm(request.form)
    if not form.validate():
        return _decision_page(_found(decision), form)
    try:
        verdict = _review(decision, form)
    except RuleBroken as error:
        form.refuse(error)
        return _decision_page(_found(decision), form)
    if verdict is ReviewVerdict.CONFIRM:
        flash(_("Confirmed. The outcome goes back to the laptop with its next sync."), "good")
    else:
        flash(_("Returned to whoever proposed it, with your reason."), "good")
    return redirect(url_for("decisions.show", decision=decision), code=303)


def _review(decision: str, form: ReviewForm) -> ReviewVerdict:
    store = access.store()
    verdict = ReviewVerdict(str(form.verdict.answer.value))
    with store.together():
        waiting = _found(decision)
        about = dossier(store, waiting.interview, access.now().date())
        made = review(
            waiting,
            recorders=recorders(about.person),
            verdict=verdict,
            reason=str(form.reason.answer.value),
            by=access.actor(),
            at=access.now(),
        )
        store.record(made)
        # Only what came from a laptop goes back to one, in that laptop's own reply chain.
        if verdict is ReviewVerdict.CONFIRM and about.case.device != store.own_chain:
            store.record(_told(waiting), chain=f"{store.own_chain}.{about.case.device}")
    return verdict


def _told(decided: Decision) -> OutcomeTold:
    return OutcomeTold(
        case=decided.case,
        individual=decided.individual,
        level=decided.level,
        facts=decided.facts,
        next_step=decided.next_step,
        message=decided.message,
        helps=decided.helps,
        review_by=decided.review_by,
        by=access.actor(),
        at=access.now(),
    )


def _found(decision: str) -> Decision:
    found = access.store().decisions.get(decision)
    if found is None:
        raise NotFound(thing="decision")
    return found


def _decision_page(decided: Decision, form: ReviewForm) -> ResponseReturnValue:
    store, user = access.store(), access.actor()
    about = dossier(store, decided.interview, access.now().date())
    note_view(
        store, decided.case, about.person.id, purpose=ViewPurpose.DECISION, by=user, at=access.now()
    )
    involved = {decided.proposed_by, decided.interviewed_by, *recorders(about.person)}
    waits = decided.status == PROPOSED
    page = render_template(
        "registry/decision.html",
        decided=decided,
        about=about,
        held=about.interview,
        person=about.person,
        form=form,
        asked=conducting.all_asked(about.interview),
        found=conducting.differences(about.interview, about.person),
        waits=waits,
        is_involved=user in involved,
        may_review=waits and user not in involved and access.may_now(Action.REVIEW_DECISION),
    )
    return page, form.status
