"""The day of an interview, who did not come, and how somebody tries to reach them."""

from datetime import datetime

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import OutreachOutcome, OutreachWay, StopReason
from intake.domain.event import InterviewHalted, InterviewMissed, InterviewScheduled, OutreachNoted
from intake.domain.individual import Individual
from intake.domain.interview import OPEN, miss, schedule
from intake.errors import NotAllowed, RuleBroken
from intake.i18n import format_datetime
from intake.i18n import gettext as _
from intake.registry.forms.talks import DayForm, OutreachForm, day_form
from intake.registry.masking import may_read
from intake.registry.verifying import planning
from intake.registry.views import interview_desk
from intake.security.roles import Action
from intake.store.interviews import Interview
from intake.web import access
from intake.web.fields import Answer

bp = Blueprint("interview_days", __name__)


@bp.app_template_filter("appointment")
def appointment(stored: str) -> str:
    """A day and time by the clock of this place."""
    return format_datetime(datetime.fromisoformat(stored).astimezone()) if stored else ""


@bp.get("/interviews/<interview>/day")
@access.open_to(Action.INTERVIEW)
def day(interview: str) -> ResponseReturnValue:
    """Show when and where the interview is, to be set or moved."""
    held, person = interview_desk.found(interview)
    interview_desk.note_look(held)
    known = {
        "starts": Answer(held.starts or None),
        "place": Answer(held.place or None),
        "private": Answer(("yes" if held.private_place else "no") if held.place else None),
        "interviewer": Answer(held.interviewer),
    }
    return _page(held, person, _form()(data=known), held.starts)


@bp.post("/interviews/<interview>/day")
@access.open_to(Action.INTERVIEW)
def set_day(interview: str) -> ResponseReturnValue:
    """Set the day, or move it with a reason."""
    form, seen = _form()(request.form), request.form.get("seen", "")
    if form.validate():
        try:
            _schedule(interview, form, seen)
        except RuleBroken as error:
            form.refuse(error)
        else:
            flash(_("The day is set."), "good")
            return interview_desk.back(interview)
    held, person = interview_desk.found(interview)
    return _page(held, person, form, seen)


def _schedule(interview: str, form: DayForm, seen: str) -> None:
    store = access.store()
    with store.together():
        held, person = interview_desk.found(interview)
        made = InterviewScheduled(
            case=held.case,
            interview=interview,
            starts=form.starts.moment or access.now(),
            place=str(form.place.answer.value or ""),
            private=form.private.is_yes,
            interviewer=str(form.interviewer.answer.value),
            reason=str(form.reason.answer.value or ""),
            by=access.actor(),
            at=access.now(),
        )
        interview_desk.take(held, schedule(made, held.appointment, seen=seen))
        interview_desk.warn(made, person)


@bp.post("/interviews/<interview>/missed")
@access.open_to(Action.INTERVIEW)
def missed(interview: str) -> ResponseReturnValue:
    """Note that the person did not come; somebody now tries to reach them."""
    held, person = interview_desk.found(interview)
    try:
        with access.store().together():
            held, person = interview_desk.found(interview)
            made = InterviewMissed(
                case=held.case, interview=interview, by=access.actor(), at=access.now()
            )
            interview_desk.take(held, miss(made, held.appointment))
    except RuleBroken as error:
        form = _form()(data={"interviewer": Answer(held.interviewer)})
        form.refuse(error)
        return _page(held, person, form, held.starts)
    return _to_outreach(interview)


@bp.get("/interviews/<interview>/outreach")
@access.open_to(Action.REACH_OUT)
def outreach(interview: str) -> ResponseReturnValue:
    """Show how somebody tried to reach the person, and by what way it is safe."""
    held, person = interview_desk.found(interview)
    interview_desk.note_look(held)
    return _outreach_page(held, person, OutreachForm())


@bp.post("/interviews/<interview>/outreach")
@access.open_to(Action.REACH_OUT)
def reach(interview: str) -> ResponseReturnValue:
    """Note one attempt and what came of it."""
    form = OutreachForm(request.form)
    if form.validate():
        try:
            _reach(interview, form)
        except RuleBroken as error:
            form.refuse(error)
        else:
            flash(_("The attempt is noted."), "good")
            return _to_outreach(interview)
    held, person = interview_desk.found(interview)
    return _outreach_page(held, person, form)


@bp.post("/interviews/<interview>/leave")
@access.open_to(Action.INTERVIEW)
def leave(interview: str) -> ResponseReturnValue:
    """End an interview that the person does not want now; it counts against nobody."""
    with access.store().together():
        held, _person = interview_desk.found(interview)
        if held.started_at and held.interviewer != access.actor():
            raise NotAllowed()  # a talk that goes on is ended by whoever holds it
        made = InterviewHalted(
            case=held.case,
            interview=interview,
            reason=StopReason.ASKED_TO_STOP,
            final=True,
            by=access.actor(),
            at=access.now(),
        )
        if held.status in OPEN:
            interview_desk.take(held, made)
    return interview_desk.back(interview)


def _reach(interview: str, form: OutreachForm) -> None:
    with access.store().together():
        held, _person = interview_desk.found(interview)
        made = OutreachNoted(
            case=held.case,
            interview=interview,
            way=OutreachWay(str(form.way.answer.value)),
            outcome=OutreachOutcome(str(form.outcome.answer.value)),
            note=str(form.note.answer.value or ""),
            again_on=str(form.again_on.answer.value or ""),
            by=access.actor(),
            at=access.now(),
        )
        interview_desk.take(held, made)


def _form() -> type[DayForm]:
    users = planning.interviewers(access.store())
    return day_form([(user.id, user.name) for user in users])


def _page(held: Interview, person: Individual, form: DayForm, seen: str) -> ResponseReturnValue:
    shown = render_template(
        "registry/interview_day.html",
        held=held,
        person=person,
        form=form,
        seen=seen,
        is_past=bool(held.starts) and datetime.fromisoformat(held.starts) <= access.now(),
    )
    return shown, form.status


def _outreach_page(held: Interview, person: Individual, form: OutreachForm) -> ResponseReturnValue:
    may_see = may_read(access.actor_roles(), "safe-contact")
    shown = render_template(
        "registry/interview_outreach.html",
        held=held,
        person=person,
        form=form,
        attempts=held.happened("outreach-noted"),
        safe_contact=person.value("safe-contact") if may_see else None,
        may_see_contact=may_see,
        has_contact=person.was_asked("safe-contact"),
        may_hold=access.may_now(Action.INTERVIEW),
    )
    return shown, form.status


def _to_outreach(interview: str) -> ResponseReturnValue:
    return redirect(url_for("interview_days.outreach", interview=interview), code=303)
