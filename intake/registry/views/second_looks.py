"""Second looks: an opinion before the proposal is seen, and a recheck when asked."""

from datetime import date

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import DecisionStatus, FactOutcome, IdentityLevel, RecheckVerdict
from intake.domain.event import FactOpinion, OpinionGiven
from intake.domain.opinion import Seat, give_opinion
from intake.domain.recheck import Recheck, answer, ask
from intake.errors import NotFound, RuleBroken
from intake.i18n import gettext as _
from intake.registry.forms.decisions import FactOpinionForm
from intake.registry.forms.hearings import RecheckAnswerForm, RecheckForm
from intake.registry.verifying import leases
from intake.registry.verifying.grounds import dossier, recorders
from intake.registry.verifying.hearing import standing_of
from intake.registry.verifying.involved import involved_with
from intake.registry.views.decision_page import (
    Blind,
    Forms,
    blind_page,
    decision_page,
    found,
)
from intake.registry.views.stepping import acting
from intake.security.roles import Action
from intake.store.decisions import Decision
from intake.web import access

bp = Blueprint("second_looks", __name__)


@bp.post("/decisions/<decision>/opinion")
@access.open_to(Action.REVIEW_DECISION)
def give(decision: str) -> ResponseReturnValue:
    """Record what a second person finds on the record alone, then show the proposal."""
    waiting = found(decision)
    store = access.store()
    about = dossier(store, waiting.interview, access.now().date())
    form = Blind.read(about.interview.facts, request.form)
    if not form.validate():
        return blind_page(waiting, about, form)
    try:
        with store.together():
            _record_opinion(found(decision), form)
    except RuleBroken as error:
        form.level.refuse(error)
        return blind_page(waiting, about, form)
    flash(_("Kept. Now you see what was proposed."), "good")
    return redirect(url_for("decisions.show", decision=decision), code=303)


def _record_opinion(waiting: Decision, form: Blind) -> None:
    store = access.store()
    leases.need(store, leases.review_of(waiting.id), access.actor(), access.now())
    about = dossier(store, waiting.interview, access.now().date())
    seat = Seat(
        state=store.identities.of(waiting.individual).state,
        roles=access.actor_roles(),
        involved=recorders(about.person),
        given_by=[o.by for o in store.second_looks.opinions(waiting.id)],
        material=about.interview.facts,
    )
    made = OpinionGiven(
        case=waiting.case,
        decision=waiting.id,
        individual=waiting.individual,
        facts=tuple(_opinion(fact, one) for fact, one in form.facts),
        level=IdentityLevel(str(form.level.level.answer.value)),
        by=access.actor(),
        at=access.now(),
    )
    store.record(give_opinion(waiting, made, seat))


def _opinion(fact: str, form: FactOpinionForm) -> FactOpinion:
    return FactOpinion(fact, FactOutcome(str(form.outcome.answer.value)))


@bp.post("/decisions/<decision>/rechecks")
@access.open_to(Action.HEAR_PERSON)
def request_recheck(decision: str) -> ResponseReturnValue:
    """Record that the person asks for somebody uninvolved."""
    form = RecheckForm(request.form)
    if not form.validate():
        return decision_page(found(decision), Forms(recheck=form))
    store = access.store()
    try:
        with store.together():
            decided = found(decision)
            if not decided.told_at:
                raise NotFound(thing="recheck")
            asked = ask(
                standing_of(store, decided),
                recheck=access.new_id(),
                words=str(form.words.answer.value),
                told=date.fromisoformat(decided.told_at[:10]),
                late=str(form.late.answer.value or ""),
                by=acting(),
            )
            store.record(asked)
    except RuleBroken as error:
        form.refuse(error)
        return decision_page(found(decision), Forms(recheck=form))
    flash(_("Kept. Help goes on, and the level stays meanwhile."), "good")
    return redirect(url_for("decisions.show", decision=decision), code=303)


@bp.post("/decisions/<decision>/rechecks/answer")
@access.open_to(Action.REVIEW_DECISION)
def answer_recheck(decision: str) -> ResponseReturnValue:
    """Answer as somebody who has not worked on it."""
    form = RecheckAnswerForm(request.form)
    if not form.validate():
        return decision_page(found(decision), Forms(recheck_answer=form))
    try:
        with access.store().together():
            _answer(found(decision), form)
    except RuleBroken as error:
        form.refuse(error)
        return decision_page(found(decision), Forms(recheck_answer=form))
    flash(_("Answered, with your reason."), "good")
    return redirect(url_for("decisions.show", decision=decision), code=303)


def _answer(decided: Decision, form: RecheckAnswerForm) -> None:
    store = access.store()
    asked = store.second_looks.rechecks(decided.individual)
    waiting = next((one for one in asked if one.verdict is None), None)
    event = answer(
        standing_of(store, decided),
        Recheck(
            id=waiting.id if waiting else "",
            involved=involved_with(store, decided.individual),
            is_final=decided.status is DecisionStatus.FINAL,
        ),
        verdict=RecheckVerdict(str(form.verdict.answer.value)),
        reason=str(form.reason.answer.value),
        by=acting(),
    )
    store.record(event)
