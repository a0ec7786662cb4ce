"""Ask anew what somebody agrees to, when they come to the registry for it."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case, could_be_child
from intake.domain.codes import ViewPurpose
from intake.domain.individual import Individual
from intake.errors import RuleBroken
from intake.i18n import gettext as _
from intake.registry import agreements
from intake.registry.forms.agreements import AskAgainForm
from intake.registry.views.opening import opened
from intake.security.roles import Action
from intake.web import access
from intake.web.agreeing import read_aloud
from intake.web.fields import Answer

bp = Blueprint("agreements", __name__)


@bp.route("/people/<individual>/agreements", methods=["GET", "POST"])
@access.open_to(Action.GIVE_COPY)
def ask_again(individual: str) -> ResponseReturnValue:
    """Show what holds, ask each purpose anew, record only what is answered now."""
    with access.store().together():
        case, person = opened(individual, ViewPurpose.PERSON_ASKS)
        form = _form(case, person)
        wants_text = request.form.get("do") == "language"
        if request.method == "GET" or wants_text or not form.validate():
            return _page(case, person, form)
        by, at = access.actor(), access.now()
        try:
            made = agreements.record(access.store(), case, person, form, by=by, at=at)
        except RuleBroken as error:
            form.refuse(error)
            return _page(case, person, form)
    if made:
        flash(_("What they answered is recorded. It holds from now on."), "good")
    else:
        flash(_("Nothing is different, so nothing was written."))
    return redirect(url_for("rights.show", individual=individual), code=303)


def _form(case: Case, person: Individual) -> AskAgainForm:
    language = Answer(case.notice_language)
    form = AskAgainForm(request.form or None, data={"language": language})
    form.narrow(
        may_be_child=could_be_child(person, access.now().date()),
        birth_known=bool(person.value("birth")),
    )
    return form


def _page(case: Case, person: Individual, form: AskAgainForm) -> ResponseReturnValue:
    page = render_template(
        "registry/agreements.html",
        person=person,
        form=form,
        held=agreements.held(case, person),
        may_be_child=could_be_child(person, access.now().date()),
        **read_aloud(form, case.notice_language),
    )
    return page, form.status
