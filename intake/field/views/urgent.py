"""The urgent screen: the first page after the notice, before any name."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import CaseStatus
from intake.domain.event import StatementsAdded
from intake.errors import CaseClosed
from intake.field import drafting, saving
from intake.field.forms.urgent import UrgentForm
from intake.field.pages import URGENT, Page
from intake.field.reading import case_here, interpreter_of
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("urgent", __name__)
PAGE = "urgent"


@bp.route("/cases/<case>/urgent", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def edit(case: str) -> ResponseReturnValue:
    """Ask what cannot wait; a yes tells the worker to act before going on."""
    found = case_here(case)
    if found.status is not CaseStatus.DRAFT:
        return redirect(url_for("record.show", case=case), code=303)
    visit = saving.Visit(
        paper=drafting.key(case, PAGE),
        subject=case,
        said=found.said,
        paths=URGENT,
        through=interpreter_of(found),
    )
    form = visit.fill(UrgentForm)
    if request.method == "POST" and form.validate():
        new = visit.statements(form, needed=URGENT, said_in=found.notice_language)
        if not visit.is_stale(new):
            _record(case, new)
            drafting.drop(visit.paper)
            if form.has_yes:
                flash(gettext("Help first: fetch it now. The record waits for you."), "warning")
            return redirect(_next(case), code=303)
    return visit.show("field/urgent.html", form, case=found)


def _record(case: str, new: saving.New) -> None:
    if new:
        event = StatementsAdded(case=case, statements=new, by=access.actor(), at=access.now())
        access.store().record(event)


def _next(case: str) -> str:
    found = case_here(case)
    if not found.members:
        raise CaseClosed(case=case)
    first = found.members[0]
    if first.was_asked("name"):
        return url_for("cases.show", case=case)
    return url_for("people.edit", case=case, person=first.id, page=Page.WHO)
