"""A paused interview: what the person needs, another interpreter, another day."""

from flask import Blueprint, flash, render_template, request
from flask.typing import ResponseReturnValue

from intake.domain.codes import InterpreterKind, Stage
from intake.domain.event import AfterworkNoted, InterpreterChanged
from intake.domain.individual import Individual
from intake.errors import RuleBroken
from intake.i18n import gettext as _
from intake.interview import conduct
from intake.registry.forms.talks import (
    HalfwayForm,
    InterpreterFields,
    after_form,
    declaration_form,
)
from intake.registry.verifying import conducting
from intake.registry.views import interview_desk
from intake.registry.views import interview_page as pages
from intake.security.roles import Action
from intake.store.interviews import Interview
from intake.web import access
from intake.web.fields import Answer

bp = Blueprint("interview_halfway", __name__)
_AFTER_WELCOME = tuple(Stage)[2:]


def page(
    held: Interview, person: Individual, *, problem: RuleBroken | None = None
) -> ResponseReturnValue:
    """The page of a pause, with what is still to be said of the interpreter."""
    is_interpreted = held.interpreter is not InterpreterKind.NONE_NEEDED
    shown = render_template(
        "registry/interview_paused.html",
        held=held,
        person=person,
        problems=pages.Problems(pages.problems(problem)),
        declaring=declaration_form(request.form or None),
        asking=HalfwayForm(request.form or None),
        must_declare=is_interpreted and not held.is_declared,
        must_ask=is_interpreted and not held.is_understood and held.stage in _AFTER_WELCOME,
        wants_another=is_interpreted and pages.wants_another(held),
        pace=conducting.pace_of(held, person, access.now()),
    )
    return shown, 422 if problem else 200


@bp.get("/interviews/<interview>/interpreter")
@access.open_to(Action.INTERVIEW)
def interpreter(interview: str) -> ResponseReturnValue:
    """Show through whom the talk goes, to be changed."""
    held, person = interview_desk.mine(interview)
    known = {
        "interpreter": Answer(held.interpreter.value),
        "interpreter_code": Answer(held.interpreter_code or None),
        "interpreter_sex": Answer(held.interpreter_sex or None),
        "dialect": Answer(held.dialect or None),
        "platform": Answer(held.platform or None),
    }
    return _interpreter_page(held, person, InterpreterFields(data=known))


@bp.post("/interviews/<interview>/interpreter")
@access.open_to(Action.INTERVIEW)
def change_interpreter(interview: str) -> ResponseReturnValue:
    """Name another interpreter, who declares and is asked about anew."""
    held, person = interview_desk.mine(interview)
    form = InterpreterFields(request.form)
    if form.validate():
        try:
            _change(interview, form)
        except RuleBroken as error:
            form.refuse(error)
        else:
            flash(_("The interpreter is changed."), "good")
            return interview_desk.back(interview)
    return _interpreter_page(held, person, form)


def _change(interview: str, form: InterpreterFields) -> None:
    with access.store().together():
        held, _person = interview_desk.mine(interview)
        made = InterpreterChanged(
            case=held.case,
            interview=held.id,
            **form.interpreter_facts(),
            by=access.actor(),
            at=access.now(),
        )
        interview_desk.take(held, made)


def _interpreter_page(
    held: Interview, person: Individual, form: InterpreterFields
) -> ResponseReturnValue:
    shown = render_template(
        "registry/interview_interpreter.html", held=held, person=person, form=form
    )
    return shown, form.status


@bp.post("/interviews/<interview>/afterwork")
@access.open_to(Action.INTERVIEW)
def afterwork(interview: str) -> ResponseReturnValue:
    """Note what the interpreter says of the language, the self-check, what stays open."""
    held, person = interview_desk.mine(interview)
    form = after_form(request.form)
    if form.validate():
        try:
            _note_afterwork(interview)
        except RuleBroken as error:
            form.refuse(error)
        else:
            flash(_("The time after the talk is noted."), "good")
            return interview_desk.back(interview)
    return pages.record(held, person, after=form)


def _note_afterwork(interview: str) -> None:
    form = after_form(request.form)
    with access.store().together():
        held, person = interview_desk.mine(interview)
        open_ones = conducting.unasked(held)
        made = AfterworkNoted(
            case=held.case,
            interview=held.id,
            debrief=form.debrief_code,
            language_note=str(form.language_note.answer.value or ""),
            checked=form.checked(),
            unasked=tuple(q for q in open_ones if q in request.form.getlist("again")),
            by=access.actor(),
            at=access.now(),
        )
        state = conducting.state_of(held, person, access.now().date())
        interview_desk.take(held, conduct.note_afterwork(made, state))
