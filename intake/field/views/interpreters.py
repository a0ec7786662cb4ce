"""What is known of a group besides its people: who interprets, when it came."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, GroupKind, InterpreterKind
from intake.domain.event import StatementsAdded
from intake.domain.group import ARRIVAL, SIZE
from intake.domain.language import INTERPRETER
from intake.errors import CaseClosed
from intake.field.answers import Telling, known, new_statements
from intake.field.forms.cases import GroupForm
from intake.field.reading import case_here
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access
from intake.web.fields import NOTHING, Answer

bp = Blueprint("interpreters", __name__)
DIRECTLY = Answer({"kind": InterpreterKind.NONE_NEEDED.value})


@bp.route("/cases/<case>/interpreter", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def edit(case: str) -> ResponseReturnValue:
    """Write down who interprets now, and when they came; what was said keeps its own."""
    found = case_here(case)
    if found.is_forgotten:
        raise CaseClosed(case=case)
    standing = {path: known(found.said, path) for path in (INTERPRETER, ARRIVAL, SIZE)}
    form = GroupForm(request.form, data=standing)
    form.narrow(is_alone=found.group_kind is GroupKind.SINGLE)
    if request.method == "POST" and form.validate():
        _record(found, form.answers())
        flash(gettext("Recorded. What is told from now on says who interprets."))
        page = "cases.show" if found.status is CaseStatus.DRAFT else "record.show"
        return redirect(url_for(page, case=case), code=303)
    return render_template("field/interpreter.html", case=found, form=form), form.status


def _record(case: Case, answers: dict[str, Answer]) -> None:
    """Record what is new; emptied boxes say that nobody interprets any more."""
    before, said = known(case.said, INTERPRETER), answers.get(INTERPRETER, NOTHING)
    if before.is_given and not said.is_given:
        said = DIRECTLY
    telling = Telling(said_in=case.notice_language, new_id=access.new_id)
    new = new_statements(case.id, case.said, {**answers, INTERPRETER: said}, telling)
    if new:
        by, at = access.actor(), access.now()
        access.store().record(StatementsAdded(case=case.id, statements=new, by=by, at=at))
