"""After two people decided: the letter, telling it, comments, and making it final."""

from collections.abc import Callable
from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import CommentVerdict, ToldHow
from intake.domain.hearing import answer_comment, comment, make_final, tell
from intake.domain.machine import Actor
from intake.errors import NotFound, RuleBroken
from intake.i18n import gettext as _
from intake.registry.forms.hearings import CommentAnswerForm, CommentForm, TellForm
from intake.registry.verifying.grounds import dossier
from intake.registry.verifying.hearing import send_home, standing_of
from intake.registry.verifying.letter import letter
from intake.registry.views.decision_page import Forms, decision_page, found, last_day
from intake.registry.views.stepping import acting
from intake.security.roles import Action
from intake.store.decisions import Decision
from intake.web import access
from intake.web.forms import BaseForm

bp = Blueprint("hearings", __name__)


@bp.get("/decisions/<decision>/letter")
@access.open_to(Action.TELL_DECISION)
def print_letter(decision: str) -> ResponseReturnValue:
    """Show the whole decision in the person's language, to read out and to print."""
    decided = found(decision)
    about = dossier(access.store(), decided.interview, access.now().date())
    if decided.reviewed_by == "" or decided.status in ("proposed", "returned"):
        raise NotFound(thing="letter")
    until = date.fromisoformat(decided.comment_until) if decided.comment_until else last_day()
    told = date.fromisoformat(decided.told_at[:10]) if decided.told_at else access.now().date()
    language = decided.told_in or about.interview.language
    return render_template(
        "registry/letter.html",
        decided=decided,
        person=about.person,
        held=about.interview,
        letter=letter(decided, language, on=told, until=until),
    )


@bp.post("/decisions/<decision>/tell")
@access.open_to(Action.TELL_DECISION)
def tell_person(decision: str) -> ResponseReturnValue:
    """Record that the person heard it; the outcome goes to the laptop with it."""
    form = TellForm(request.form)

    def step(decided: Decision, who: Actor) -> None:
        store = access.store()
        about = dossier(store, decided.interview, access.now().date())
        told = tell(
            standing_of(store, decided),
            how=ToldHow(str(form.how.answer.value)),
            language=about.interview.language,
            until=last_day(),
            explained=bool(form.explained.answer.value),
            by=who,
        )
        store.record(told)
        send_home(store, decided, about.case.device, who, told.comment_until)

    done = _("Recorded. The person can comment until the day that the letter names.")
    return _take(decision, form, step, Forms(tell=form), done)


@bp.post("/decisions/<decision>/comments")
@access.open_to(Action.HEAR_PERSON)
def add_comment(decision: str) -> ResponseReturnValue:
    """Keep what the person says of it, word for word."""
    form = CommentForm(request.form)

    def step(decided: Decision, who: Actor) -> None:
        said = comment(
            standing_of(access.store(), decided),
            comment=access.new_id(),
            words=str(form.words.answer.value),
            said_in=decided.told_in,
            by=who,
        )
        access.store().record(said)

    done = _("Kept. Before the decision is final, somebody who did not propose it answers.")
    return _take(decision, form, step, Forms(comment=form), done)


@bp.post("/decisions/<decision>/comments/answer")
@access.open_to(Action.REVIEW_DECISION)
def answer(decision: str) -> ResponseReturnValue:
    """Say why the decision stays, or have it assessed again."""
    form = CommentAnswerForm(request.form)

    def step(decided: Decision, who: Actor) -> None:
        store = access.store()
        waiting = [c for c in store.identities.comments(decided.id) if c.verdict is None]
        answered = answer_comment(
            standing_of(store, decided),
            comment=waiting[0].id if waiting else "",
            verdict=CommentVerdict(str(form.verdict.answer.value)),
            reason=str(form.reason.answer.value),
            by=who,
        )
        store.record(answered)

    return _take(decision, form, step, Forms(answer=form), _("Answered, with your reason."))


@bp.post("/decisions/<decision>/final")
@access.open_to(Action.TELL_DECISION)
def finish(decision: str) -> ResponseReturnValue:
    """Let the decision hold, after the last day to comment."""
    form = CommentForm()

    def step(decided: Decision, who: Actor) -> None:
        store = access.store()
        about = dossier(store, decided.interview, access.now().date())
        store.record(make_final(standing_of(store, decided), who))
        send_home(store, decided, about.case.device, who, "")

    return _take(decision, None, step, Forms(comment=form), _("Final. The level holds now."))


def _take(
    decision: str,
    form: BaseForm | None,
    step: Callable[[Decision, Actor], None],
    forms: Forms,
    done: str,
) -> ResponseReturnValue:
    """Record one step in one transaction, or refuse it in words."""
    if form is not None and not form.validate():
        return decision_page(found(decision), forms)
    try:
        with access.store().together():
            step(found(decision), acting())
    except RuleBroken as error:
        (form or forms.comment).refuse(error)
        return decision_page(found(decision), forms)
    flash(done, "good")
    return redirect(url_for("decisions.show", decision=decision), code=303)
