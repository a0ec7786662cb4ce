"""Hands what an interview showed over to a colleague who writes it from then on."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import InterviewStatus
from intake.domain.event import InterviewHandedOver
from intake.domain.individual import Individual
from intake.domain.interview import hand_over
from intake.errors import InterviewUnfinished, NotAllowed
from intake.i18n import gettext as _
from intake.registry.forms.talks import HandOverForm, hand_over_form
from intake.registry.verifying import planning
from intake.registry.views.interview_desk import found, note_look
from intake.registry.views.stepping import is_taken
from intake.security.roles import Action
from intake.store.interviews import Interview
from intake.web import access

bp = Blueprint("handing_over", __name__)


@bp.get("/interviews/<interview>/hand-over")
@access.open_to(Action.TELL_DECISION)
def show(interview: str) -> ResponseReturnValue:
    """Show who writes now, and who could take it over."""
    held, person = _open_to_me(interview)
    return _page(held, person, _form(held))


@bp.post("/interviews/<interview>/hand-over")
@access.open_to(Action.TELL_DECISION)
def give(interview: str) -> ResponseReturnValue:
    """Record that somebody else writes from now on."""
    held, person = _open_to_me(interview)
    form = _form(held, sent=True)

    def step() -> InterviewHandedOver:
        now, _person = found(interview)
        made = InterviewHandedOver(
            case=now.case,
            interview=now.id,
            to=str(form.to.answer.value),
            reason=str(form.reason.answer.value),
            by=access.actor(),
            at=access.now(),
        )
        return hand_over(
            made,
            status=now.status,
            writer=now.writer,
            able=[user.id for user in planning.interviewers(access.store())],
            roles=access.actor_roles(),
        )

    if not (form.validate() and is_taken(form, step)):
        return _page(held, person, form)
    flash(_("Handed over, with your reason."), "good")
    return redirect(url_for("interviews.show", interview=interview), code=303)


def _open_to_me(interview: str) -> tuple[Interview, Individual]:
    """A signed interview, for whoever writes of it and for reviewers."""
    held, person = found(interview)
    if held.writer != access.actor() and not access.may_now(Action.REVIEW_DECISION):
        raise NotAllowed()
    if held.status is not InterviewStatus.FINISHED:
        raise InterviewUnfinished(interview=interview)
    return held, person


def _form(held: Interview, *, sent: bool = False) -> HandOverForm:
    users = planning.interviewers(access.store())
    colleagues = [(user.id, user.name) for user in users if user.id != held.writer]
    return hand_over_form(colleagues)(request.form if sent else None)


def _page(held: Interview, person: Individual, form: HandOverForm) -> ResponseReturnValue:
    note_look(held)
    page = render_template("registry/interview_handover.html", held=held, person=person, form=form)
    return page, form.status
