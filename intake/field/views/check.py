"""The read-back: the record in the person's language, its gaps, the last word."""

from functools import partial

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import PRIVATE_MOMENT, Case, Gap, complete
from intake.domain.codes import Absent, CaseStatus, ConsentAnswer, Purpose, ReadBack
from intake.domain.consent import standing
from intake.domain.event import StatementsAdded
from intake.domain.statement import Statement
from intake.errors import CaseClosed, RuleBroken
from intake.field import alike, doubting, drafting, reciting
from intake.field.forms.check import CheckForm
from intake.field.pages import open_questions
from intake.field.reading import called, case_here
from intake.field.views.alike import in_a_line
from intake.field.views.later import box_of
from intake.security.roles import Action
from intake.web import access, notices, spoken

bp = Blueprint("check", __name__)


@bp.route("/cases/<case>/check", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def show(case: str) -> ResponseReturnValue:
    """Read the record to the person; complete the case with what they say to it."""
    found = case_here(case)
    form = CheckForm(request.form)
    if request.method == "POST" and form.validate():
        try:
            _complete(found, form)
        except RuleBroken as error:
            form.refuse(error)
        else:
            drafting.drop(drafting.key(case, drafting.SIZE))
            return redirect(url_for("cases.show", case=case), code=303)
    return render_template(
        "field/check.html",
        case=found,
        form=form,
        opening=spoken.aloud([notices.READ_BACK], found.notice_language),
        people=reciting.people(found),
        alike=_alike(found),
        gaps=[(gap, *_where(found, gap)) for gap in open_questions(found, access.now().date())],
        worth=doubting.worth_asking(found),
        unwilling=_unwilling(found),
        is_draft=found.status is CaseStatus.DRAFT,
    ), form.status


@bp.post("/cases/<case>/rest")
@access.open_to(Action.REGISTER)
def rest(case: str) -> ResponseReturnValue:
    """Write down that what nobody asked was not asked."""
    found = case_here(case)
    if found.status is not CaseStatus.DRAFT:
        raise CaseClosed(case=case)
    unasked = tuple(
        Statement(id=access.new_id(), subject=gap.subject, path=gap.path, absent=Absent.NOT_ASKED)
        for gap in open_questions(found, access.now().date())
        if gap.path not in ("name", PRIVATE_MOMENT)
    )
    if unasked:
        event = StatementsAdded(case=case, statements=unasked, by=access.actor(), at=access.now())
        access.store().record(event)
    return redirect(url_for("check.show", case=case), code=303)


@bp.post("/cases/<case>/keep")
@access.open_to(Action.REGISTER)
def keep(case: str) -> ResponseReturnValue:
    """Write down that something was asked again and stays as it was said (V-03)."""
    asked = [request.form.get(name, "") for name in ("doubt", "individual", "other")]
    access.store().record(doubting.keep_as_said(case_here(case), *asked))
    return redirect(url_for("check.show", case=case), code=303)


def _complete(case: Case, form: CheckForm) -> None:
    """Complete the case; what is open is a gap the worker closes first."""
    event = complete(
        case,
        read_back=ReadBack(str(form.read_back.answer.value)),
        read_back_in=case.notice_language,
        reason=str(form.reason.answer.value or ""),
        by=access.actor(),
        at=access.now(),
    )
    access.store().record(event)


def _alike(case: Case) -> list[tuple[str, str, str]]:
    """Who may be registered here already: name, reasons in words, where to answer."""
    if case.status is not CaseStatus.DRAFT:
        return []
    found = [(m, alike.like(case, m)) for m in case.members]
    address = partial(url_for, "alike.show", case=case.id)
    return [(called(m), in_a_line(here), address(person=m.id)) for m, here in found if here]


def _unwilling(case: Case) -> list[str]:
    """Who said no to being recorded at all, by name."""
    said = [(m, standing(case.consents, m.id, Purpose.REGISTRATION)) for m in case.members]
    return [called(member) for member, answer in said if answer is ConsentAnswer.NO]


def _where(case: Case, gap: Gap) -> tuple[str, str]:
    """Whose gap it is, in words, and the page that closes it."""
    member = case.member(gap.subject)
    return called(member) if member else "", box_of(case, member, gap.path)
