"""Writing an answer into the record: one more statement, from the interview."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import InterviewStatus, Source, Why
from intake.domain.event import StatementsAdded
from intake.domain.individual import Individual
from intake.domain.statement import Statement
from intake.errors import InterviewUnfinished, NotAllowed, NotFound
from intake.i18n import gettext as _
from intake.registry.desk import desk
from intake.registry.forms.statements import ASKABLE, StatementForm, statement_form
from intake.registry.verifying import conducting
from intake.registry.views.interview_desk import note_look
from intake.security.roles import Action
from intake.store.interviews import Interview
from intake.web import access

bp = Blueprint("interview_statements", __name__)


@bp.get("/interviews/<interview>/statements/<path>")
@access.open_to(Action.INTERVIEW)
def write(interview: str, path: str) -> ResponseReturnValue:
    """Show one question of the record with what was answered to it."""
    held, person = _mine(interview, path)
    note_look(held)
    return _page(held, person, path, statement_form(path)())


@bp.post("/interviews/<interview>/statements/<path>")
@access.open_to(Action.INTERVIEW)
def add(interview: str, path: str) -> ResponseReturnValue:
    """Record the statement, and compare the corrected record with others again."""
    held, person = _mine(interview, path)
    form = statement_form(path)(request.form)
    if not form.validate():
        return _page(held, person, path, form)
    store = access.store()
    with store.together():
        store.record(_event(held, person, path, form))
        compare = desk().on_received
        if compare is not None:
            compare((held.case,))
    flash(_("Written into the record, with the interview as its source."), "good")
    return redirect(url_for("interviews.show", interview=interview), code=303)


def _event(held: Interview, person: Individual, path: str, form: StatementForm) -> StatementsAdded:
    standing = person.current(path)
    corrects = bool(form.corrects.answer.value) and bool(standing)
    statement = Statement(
        id=access.new_id(),
        subject=person.id,
        path=path,
        value=form.said.answer.value,
        source=Source.INTERVIEW,
        source_ref=held.id,
        said_in=held.language,
        interpreter=held.interpreter_code,
        saw=tuple(s.statement.id for s in standing) if corrects else (),
        why=Why.CORRECTION if corrects else None,
    )
    return StatementsAdded(
        case=held.case, statements=(statement,), by=access.actor(), at=access.now()
    )


def _mine(interview: str, path: str) -> tuple[Interview, Individual]:
    held = access.store().interviews.get(interview)
    if held is None or path not in ASKABLE:
        raise NotFound(thing="interview")
    if held.interviewer != access.actor():
        raise NotAllowed()
    if held.status is not InterviewStatus.FINISHED:
        raise InterviewUnfinished(interview=interview)
    return held, conducting.person_of(access.store(), held.individual)


def _page(
    held: Interview, person: Individual, path: str, form: StatementForm
) -> ResponseReturnValue:
    page = render_template(
        "registry/interview_statement.html",
        held=held,
        person=person,
        path=path,
        form=form,
        standing=[s for s in person.current(path) if s.statement.value is not None],
        asked=conducting.all_asked(held),
    )
    return page, form.status
