"""The page of a possible child: found, brought, cared for, remembered, wished."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.child import standing_of
from intake.domain.codes import CaseStatus, Why
from intake.domain.event import StatementsAdded
from intake.field import drafting, saving
from intake.field.forms.children import ChildForm
from intake.field.looking_up import LOOK_UP, offer
from intake.field.reading import called, interpreter_of, language_of, member_known
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access, spoken

bp = Blueprint("children", __name__)
PAGE = "child"
PATHS = tuple(ChildForm.paths().values())
CHILD_HEARS = tuple(path for path in PATHS if path not in ("found-where", "found-when", "found-by"))
"""What the child itself is asked; who found it is asked of others."""


@bp.route("/cases/<case>/people/<person>/child", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def edit(case: str, person: str) -> ResponseReturnValue:
    """Ask what helps to find a child's family, and what the child wishes."""
    found, member = member_known(case, person)
    paper = drafting.key(case, PAGE, person)
    visit = saving.Visit(
        paper=paper, subject=person, said=member.said, paths=PATHS, through=interpreter_of(found)
    )
    form = visit.fill(ChildForm)
    offer(form)
    is_draft = found.status is CaseStatus.DRAFT
    if is_draft:
        del form.why
    if request.form.get("do") == LOOK_UP:
        drafting.keep(paper, request.form)
        return redirect(request.path, code=303)
    if request.method == "POST" and form.validate():
        why = Why.CORRECTION if is_draft else Why(str(form.why.answer.value))
        new = visit.statements(form, needed=PATHS, said_in=language_of(found, member), why=why)
        if not visit.is_stale(new):
            return _saved(
                visit, new, url_for("cases.show" if is_draft else "record.show", case=case)
            )
    return visit.show(
        "field/child.html",
        form,
        case=found,
        member=member,
        name=called(member),
        standing=standing_of(found, member, access.now().date()),
        is_draft=is_draft,
        aloud=spoken.questions(CHILD_HEARS, language_of(found, member)),
    )


def _saved(visit: saving.Visit, new: saving.New, target: str) -> ResponseReturnValue:
    case = visit.paper.split("/", 1)[0]
    if new:
        by, at = access.actor(), access.now()
        access.store().record(StatementsAdded(case=case, statements=new, by=by, at=at))
        flash(gettext("Kept. Tell the child what happens next, in simple words."))
    drafting.drop(visit.paper)
    return redirect(target, code=303)
