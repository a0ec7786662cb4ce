"""Holding an interview, stage by stage. Every rule stands in interview/conduct.py.

A page shows only what its stage allows: contradictions wait for theirs (V-14). What
was said is added to, never changed.
"""

from collections.abc import Callable

from flask import Blueprint, flash, render_template, request
from flask.typing import ResponseReturnValue

from intake.domain.codes import InterpreterKind, InterviewStatus, Stage, StopReason
from intake.domain.event import Event, InterviewHalted
from intake.domain.individual import Individual
from intake.errors import NotAllowed, NotFound, RuleBroken
from intake.i18n import gettext as _
from intake.interview import conduct
from intake.registry.masking import may_read
from intake.registry.verifying import conducting
from intake.registry.views import interview_desk, interview_halfway, papers
from intake.registry.views import interview_page as pages
from intake.registry.views.interview_desk import back as _back
from intake.registry.views.interview_desk import found as _found
from intake.registry.views.interview_desk import mine as _mine
from intake.security.roles import Action
from intake.store.interviews import Interview
from intake.web import access

bp = Blueprint("interviews", __name__)
OVER = (InterviewStatus.FINISHED, InterviewStatus.STOPPED)
MOST_TYPED = 4 * 1024 * 1024
"""Bytes of one page of an interview: a long story in a script of three bytes a letter."""

Step = Callable[[Interview, Individual, conduct.ConductState], list[Event]]


@bp.get("/interviews/<interview>")
@access.open_to(Action.SEE_PERSON)
def show(interview: str) -> ResponseReturnValue:
    """Show the stage that is open, or the record when the interview is over."""
    held, person = _found(interview)
    if held.interviewer != access.actor() and not may_read(access.actor_roles(), "testimony"):
        raise NotAllowed()
    interview_desk.note_look(held)
    if held.status in OVER:
        return pages.record(held, person)
    if held.interviewer != access.actor():
        return render_template("registry/interview_elsewhere.html", held=held, person=person)
    if held.status is InterviewStatus.PAUSED:
        return interview_halfway.page(held, person)
    return pages.stage(held, person)


@bp.post("/interviews/<interview>/save")
@access.open_to(Action.INTERVIEW, max_bytes=MOST_TYPED)
def save(interview: str) -> ResponseReturnValue:
    """Record what was typed on this page."""
    return _take(interview, lambda held, person, state: [])


@bp.post("/interviews/<interview>/stage")
@access.open_to(Action.INTERVIEW, max_bytes=MOST_TYPED)
def enter(interview: str) -> ResponseReturnValue:
    """Record what was typed and go on to another stage, if its gate opens."""
    _mine(interview)
    wanted = _stage(request.form.get("to", ""))

    def step(held: Interview, person: Individual, state: conduct.ConductState) -> list[Event]:
        conducting.refuse_if_open(held, wanted)
        if wanted is Stage.NARRATIVE and pages.wants_another(held):
            return [_halted(held, StopReason.NO_INTERPRETER.value, final=False)]
        confirmed = pages.confirmed(state, wanted)
        return [conduct.enter(wanted, state, confirmed, by=access.actor(), at=access.now())]

    return _take(interview, step)


@bp.post("/interviews/<interview>/close")
@access.open_to(Action.INTERVIEW, max_bytes=MOST_TYPED)
def close(interview: str) -> ResponseReturnValue:
    """Record what was typed, and sign the record that was read back."""
    form = pages.close_form()
    if not form.validate():
        held, person = _mine(interview)
        if held.status in OVER:
            return pages.record(held, person, problem=conducting.InterviewOver(interview=held.id))
        return pages.stage(held, person, closing=form)

    def step(held: Interview, person: Individual, state: conduct.ConductState) -> list[Event]:
        said = pages.closing(form)
        return [conduct.close(state, said, by=access.actor(), at=access.now())]

    return _take(interview, step)


@bp.post("/interviews/<interview>/halt")
@access.open_to(Action.INTERVIEW, max_bytes=MOST_TYPED)
def halt(interview: str) -> ResponseReturnValue:
    """Pause at once; what was typed is kept as it stands."""
    store = access.store()
    with store.together():
        held, _person = _mine(interview)
        conducting.refuse_if_halted(held)
        interview_desk.take(held, _halted(held, request.form.get("reason", ""), final=False))
        # In the same transaction: a page that says "refused" must have changed nothing.
        _keep(held, rev=None)
    return _back(interview)


@bp.post("/interviews/<interview>/end")
@access.open_to(Action.INTERVIEW)
def end(interview: str) -> ResponseReturnValue:
    """End a talk for good without reading back; another one can be planned."""
    with access.store().together():
        held, _person = _mine(interview)
        if held.status in OVER:
            raise conducting.InterviewOver(interview=interview)
        reason = held.halt_reason or StopReason.ASKED_TO_STOP.value
        interview_desk.take(held, _halted(held, reason, final=True))
    return _back(interview)


@bp.post("/interviews/<interview>/resume")
@access.open_to(Action.INTERVIEW)
def resume(interview: str) -> ResponseReturnValue:
    """Take up a paused interview again, because the person wants to."""
    try:
        with access.store().together():
            held, person = _mine(interview)
            if held.status in OVER:
                raise conducting.InterviewOver(interview=interview)
            if held.status is InterviewStatus.PAUSED:
                _resume(held, person)
    except RuleBroken as error:
        held, person = _mine(interview)
        if held.status is not InterviewStatus.PAUSED:
            return _refused(held, person, error)
        return interview_halfway.page(held, person, problem=error)
    return _back(interview)


def _resume(held: Interview, person: Individual) -> None:
    """Note what the interpreter declares and the person says of them, then go on."""
    interview_desk.take(held, *pages.said_of_interpreter(held))
    held, person = _mine(held.id)
    if held.interpreter is not InterpreterKind.NONE_NEEDED and pages.wants_another(held):
        return
    state = conducting.state_of(held, person, access.now().date())
    interview_desk.take(held, conduct.resume(state, by=access.actor(), at=access.now()))


@bp.post("/interviews/<interview>/draft")
@access.open_to(Action.INTERVIEW, max_bytes=MOST_TYPED)
def draft(interview: str) -> ResponseReturnValue:
    """Keep what is being typed, so that a crash loses no word."""
    held, _person = _mine(interview)
    return {"rev": _keep(held, rev=papers.sent_rev())}


@bp.post("/interviews/<interview>/amend")
@access.open_to(Action.INTERVIEW, max_bytes=MOST_TYPED)
def amend(interview: str) -> ResponseReturnValue:
    """Add to an answer after signing; the answer itself stays as it was said."""
    store = access.store()
    with store.together():
        held, person = _mine(interview)
        old, form = pages.amend_form(held)
        if not form.validate():
            return pages.record(held, person, adding=form)
        text = str(form.text.answer.value or "")
        try:
            added = pages.amendment(held, person, old, text)
        except RuleBroken as error:
            return pages.record(held, person, problem=error, adding=form)
        interview_desk.take(held, added)
    flash(_("Added. The answer before it stays."), "good")
    return _back(interview)


def _take(interview: str, step: Step) -> ResponseReturnValue:
    """Record the page and one step in one transaction, or refuse both in words."""
    store = access.store()
    try:
        with store.together():
            held, person = _mine(interview)
            conducting.refuse_if_halted(held)
            interview_desk.take(held, *pages.said(held, person))
            held, person = _mine(interview)
            state = conducting.state_of(held, person, access.now().date())
            interview_desk.take(held, *step(held, person, state))
            store.papers.drop_draft(pages.draft_name(held))
    except pages.Mistyped as mistyped:
        held, person = _mine(interview)
        return pages.stage(held, person, mistyped=mistyped)
    except RuleBroken as error:
        held, person = _mine(interview)
        return _refused(held, person, error)
    return _back(interview)


def _refused(held: Interview, person: Individual, error: RuleBroken) -> ResponseReturnValue:
    if held.status in OVER:
        return pages.record(held, person, problem=error)
    return pages.stage(held, person, problem=error)


def _halted(held: Interview, reason: str, *, final: bool) -> InterviewHalted:
    known = reason in {r.value for r in StopReason}
    return InterviewHalted(
        case=held.case,
        interview=held.id,
        reason=StopReason(reason) if known else StopReason.BREAK,
        final=final,
        by=access.actor(),
        at=access.now(),
    )


def _keep(held: Interview, *, rev: int | None) -> int:
    return papers.keep(pages.draft_name(held), rev)


def _stage(code: str) -> Stage:
    if code not in {stage.value for stage in Stage}:
        raise NotFound(thing="stage")
    return Stage(code)
