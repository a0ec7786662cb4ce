"""Erasing a group's record: one person asks with a reason, another confirms."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.errors import NotFound, RuleBroken
from intake.i18n import gettext as _
from intake.registry import erasing
from intake.registry.forms.erasures import EraseForm
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("erasures", __name__)


@bp.get("/cases/<case>/erase")
@access.open_to(Action.ERASE)
def show(case: str) -> ResponseReturnValue:
    """Show number and size of a record and who asked to erase it; never names."""
    return _page(case, EraseForm())


@bp.post("/cases/<case>/erase")
@access.open_to(Action.ERASE)
def ask(case: str) -> ResponseReturnValue:
    """Ask that a record be erased, with the reason."""
    form = EraseForm(request.form)
    if not form.validate():
        return _page(case, form)
    reason = str(form.reason.answer.value)
    try:
        erasing.ask(access.store(), case, reason=reason, by=access.actor(), at=access.now())
    except RuleBroken as error:
        form.refuse(error)
        return _page(case, form)
    flash(_("Asked. Nothing is erased before a second person confirms it."))
    return redirect(url_for("erasures.show", case=case), code=303)


@bp.post("/cases/<case>/erase/confirm")
@access.open_to(Action.ERASE)
def confirm(case: str) -> ResponseReturnValue:
    """Erase a record as the second person."""
    form = EraseForm()
    try:
        erasing.confirm(access.store(), case, by=access.actor(), at=access.now())
    except RuleBroken as error:
        form.refuse(error)
        return _page(case, form)
    flash(_("Erased. Nobody can read this record here any more."), "good")
    return redirect(url_for("work.today"), code=303)


def _page(case_id: str, form: EraseForm) -> ResponseReturnValue:
    store = access.store()
    case = store.cases.get(case_id)
    if case is None:
        raise NotFound(thing="case")
    places = store.moves.places([member.id for member in case.members])
    page = render_template(
        "registry/erase.html",
        case=case,
        asked=store.oversight.erasure(case_id),
        elsewhere=any(place.group != case.id for place in places),
        me=access.actor(),
        form=form,
    )
    return page, form.status
