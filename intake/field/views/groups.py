"""A group that parts, or two that come together, as long as they are drafts here."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import RegroupReason
from intake.domain.group import may_regroup
from intake.domain.ids import show_number
from intake.errors import CaseClosed, RuleBroken
from intake.field import regrouping
from intake.field.forms.groups import MergeForm, SplitForm
from intake.field.reading import called, case_here
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("groups", __name__)


@bp.route("/cases/<case>/split", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def split(case: str) -> ResponseReturnValue:
    """Let some of a group go on as a group of their own, with their own number."""
    found = case_here(case)
    if not may_regroup(found):
        raise CaseClosed(case=case)
    form = SplitForm(request.form, [(m.id, called(m)) for m in found.members])
    if request.method == "POST" and form.validate():
        try:
            new = regrouping.part(found, form.leaving, RegroupReason(str(form.reason.code)))
        except RuleBroken as error:
            form.refuse(error)
        else:
            number = show_number(new.number)
            flash(gettext("They are a group of their own now, number %(number)s.", number=number))
            return redirect(url_for("cases.show", case=new.leaving), code=303)
    return render_template("field/group_split.html", case=found, form=form), form.status


@bp.route("/cases/<case>/merge", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def merge(case: str) -> ResponseReturnValue:
    """Take another draft of this laptop into this group; its number leads here then."""
    found = case_here(case)
    if not may_regroup(found):
        raise CaseClosed(case=case)
    form = MergeForm(request.form)
    if request.method == "POST" and form.validate():
        other = access.store().cases.by_number(str(form.number.answer.value))
        if other is not None and other.id != found.id and may_regroup(other):
            return _joined(found, other, form)
        form.refuse_number()
    return _merging(found, form)


def _joined(case: Case, other: Case, form: MergeForm) -> ResponseReturnValue:
    try:
        new = regrouping.join(case, other, RegroupReason(str(form.reason.code)))
    except RuleBroken as error:
        form.refuse(error)
        return _merging(case, form)
    flash(gettext("The two groups are one now. Both numbers lead here."))
    return redirect(url_for("cases.show", case=new), code=303)


def _merging(case: Case, form: MergeForm) -> ResponseReturnValue:
    return render_template("field/group_merge.html", case=case, form=form), form.status
