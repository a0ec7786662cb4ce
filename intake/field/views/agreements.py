"""Ask anew what somebody agrees to once their record is complete."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import PRIVATE_MOMENT, Case, could_be_child
from intake.domain.codes import CaseStatus, Why
from intake.domain.consent import TEACH_BACK
from intake.domain.event import ConsentRecorded, Event, StatementsAdded
from intake.domain.individual import Individual
from intake.errors import CaseClosed, RuleBroken
from intake.field import asking_again, drafting, saving
from intake.field.forms.agreeing import AskAgainForm
from intake.field.pages import Page
from intake.field.reading import called, interpreter_of, language_of, member_known
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access
from intake.web.agreeing import read_aloud
from intake.web.fields import Answer

bp = Blueprint("agreements", __name__)
PATHS = (TEACH_BACK, PRIVATE_MOMENT)


@bp.route("/cases/<case>/people/<person>/agreements", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def edit(case: str, person: str) -> ResponseReturnValue:
    """Show what holds, ask each purpose anew, record only what is answered now."""
    found, member = member_known(case, person)
    if found.status is CaseStatus.DRAFT:
        there = url_for("people.edit", case=case, person=person, page=Page.CONSENT)
        return redirect(there, code=303)
    if found.status is CaseStatus.DISCARDED:
        raise CaseClosed(case=case)
    visit = _visit(found, member)
    form = _form(visit, found, member)
    if request.form.get("do") == "language":
        drafting.keep(visit.paper, request.form)
        return redirect(request.path, code=303)
    if request.method == "POST" and form.validate():
        events = _events(visit, form, found, member)
        if events is not None and not visit.is_stale(events):
            return _saved(case, visit, events)
    return _show(visit, form, found, member)


def _visit(case: Case, member: Individual) -> saving.Visit:
    return saving.Visit(
        paper=drafting.key(case.id, "agreements", member.id),
        subject=member.id,
        said=member.said,
        paths=PATHS,
        through=interpreter_of(case),
        also=asking_again.mark(case, member),
    )


def _form(visit: saving.Visit, case: Case, member: Individual) -> AskAgainForm:
    form = visit.fill(AskAgainForm, language=Answer(language_of(case, member)))
    form.narrow(
        may_be_child=could_be_child(member, access.now().date()),
        birth_known=bool(member.value("birth")),
    )
    return form


def _events(
    visit: saving.Visit, form: AskAgainForm, case: Case, member: Individual
) -> list[Event] | None:
    """What is answered and told now; None if the page has to be shown again."""
    by, at = access.actor(), access.now()
    try:
        answers = asking_again.answered_again(case, member, form, by=by, at=at)
    except RuleBroken as error:
        form.refuse(error)
        return None
    said_in = _language(answers, case, member)
    new = visit.statements(form, needed=(), said_in=said_in, why=Why.NEW_INFORMATION)
    told = [StatementsAdded(case=case.id, statements=new, by=by, at=at)] if new else []
    return [*told, *answers]


def _language(answers: list[ConsentRecorded], case: Case, member: Individual) -> str:
    """In which language they speak now: that of the answers, else as before."""
    return answers[0].language if answers else language_of(case, member)


def _saved(case: str, visit: saving.Visit, events: list[Event]) -> ResponseReturnValue:
    drafting.drop(visit.paper)
    if events:
        access.store().record(*events)
        flash(
            gettext("What they answered is recorded. The registry learns of it at the next sync.")
        )
    else:
        flash(gettext("Nothing is different, so nothing was written."))
    return redirect(url_for("record.show", case=case), code=303)


def _show(
    visit: saving.Visit, form: AskAgainForm, case: Case, member: Individual
) -> ResponseReturnValue:
    return visit.show(
        "field/agreements.html",
        form,
        case=case,
        member=member,
        name=called(member),
        held=asking_again.held(case, member),
        may_be_child=could_be_child(member, access.now().date()),
        **read_aloud(form, language_of(case, member)),
    )
