"""A person's rights: a copy of the record, who looked, agreements taken back."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake import i18n
from intake.domain.case import Case
from intake.domain.codes import ConsentAnswer, Purpose, Recipient, ViewPurpose
from intake.domain.consent import MAIN, Consent, Line, lines, newest, withdraw
from intake.domain.individual import Individual
from intake.errors import RuleBroken
from intake.i18n import gettext as _
from intake.registry import rights
from intake.registry.forms.rights import CopyForm, TakeBackForm, copy_form
from intake.registry.views.opening import opened
from intake.security.roles import Action
from intake.web import access
from intake.web.outcome_words import LEVELS, NEXT

bp = Blueprint("rights", __name__)


@bp.get("/people/<individual>/rights")
@access.open_to(Action.GIVE_COPY)
def show(individual: str) -> ResponseReturnValue:
    """Show what the person can ask for, and who looked at the record."""
    case, person = _opened(individual)
    return _page(case, person, copy_form()(data={"language": _language_of(case)}))


@bp.get("/people/<individual>/copy")
@access.open_to(Action.GIVE_COPY)
def print_copy(individual: str) -> ResponseReturnValue:
    """Show the copy, whole in the person's language, ready to print."""
    case, person = _opened(individual)
    form = copy_form()(request.args)
    if not form.validate():
        return _page(case, person, form)
    copy = rights.copy_of(access.store(), case, person, short=bool(form.short.answer.value))
    with i18n.use_locale(str(form.language.answer.value)):
        return render_template(
            "registry/copy.html", copy=copy, today=access.now(), levels=LEVELS, steps=NEXT
        )


@bp.post("/people/<individual>/rights/take-back")
@access.open_to(Action.GIVE_COPY)
def take_back(individual: str) -> ResponseReturnValue:
    """Take back one agreement, because the person says so; nobody asks why."""
    form, store = TakeBackForm(request.form), access.store()
    with store.together():
        case, person = _opened(individual)
        if not form.validate():
            return _page(case, person, copy_form()(), problem=form)
        by, at = access.actor(), access.now()
        try:
            event = withdraw(
                case.consents, case=case.id, individual=person.id, line=_line(form), by=by, at=at
            )
        except RuleBroken as error:
            form.refuse(error)
            return _page(case, person, copy_form()(), problem=form)
        store.record(event)
    flash(_("Taken back. It holds from now on."), "good")
    return redirect(url_for("rights.show", individual=individual), code=303)


def _opened(individual: str) -> tuple[Case, Individual]:
    """The record, with the look noted: the person asked for it."""
    return opened(individual, ViewPurpose.PERSON_ASKS)


def _page(
    case: Case, person: Individual, form: CopyForm, *, problem: TakeBackForm | None = None
) -> ResponseReturnValue:
    page = render_template(
        "registry/rights.html",
        case=case,
        person=person,
        form=form,
        problem=problem or form,
        agreed=_agreed(case, person),
        looks=rights.looks_at(access.store(), person.id),
    )
    return page, (problem or form).status


def _agreed(case: Case, person: Individual) -> list[Consent]:
    """What the person agrees to now."""
    main: list[Line] = [(purpose, None) for purpose in MAIN]
    held = (*main, *lines(case.consents, person.id))
    last = (newest(case.consents, person.id, line) for line in held)
    return [one for one in last if one is not None and one.holds is ConsentAnswer.YES]


def _line(form: TakeBackForm) -> Line:
    recipient = form.recipient.answer.value
    return Purpose(str(form.purpose.answer.value)), Recipient(str(recipient)) if recipient else None


def _language_of(case: Case) -> str:
    """The language in which the group got the notice, if the screen speaks it."""
    return i18n.on_screen(case.notice_language) or i18n.current()
