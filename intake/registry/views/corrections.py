"""What a person wants corrected: asked, answered, and a refusal by two people."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import (
    CorrectionBy,
    CorrectionStatus,
    CorrectionVerdict,
    ReviewVerdict,
    Source,
    ToldHow,
    ViewPurpose,
    Why,
)
from intake.domain.correction import (
    answer_correction,
    ask_correction,
    review_refusal,
    tell_correction,
)
from intake.domain.event import (
    CorrectionAnswered,
    CorrectionAsked,
    CorrectionTold,
    RefusalReviewed,
    StatementsAdded,
)
from intake.domain.individual import Individual
from intake.domain.statement import Json, Statement
from intake.errors import NotFound, ReasonMissing, RuleBroken
from intake.i18n import gettext as _
from intake.registry.desk import desk
from intake.registry.forms.corrections import (
    CORRECTABLE,
    CorrectionAnswerForm,
    CorrectionForm,
    CorrectionTellForm,
    RefusalForm,
    answer_form,
    correction_form,
)
from intake.registry.masking import may_read
from intake.registry.views.opening import opened
from intake.registry.views.stepping import is_taken
from intake.security.roles import Action
from intake.store.corrections import Correction
from intake.web import access
from intake.web.fields import Answer
from intake.web.forms import BaseForm

bp = Blueprint("corrections", __name__)

_SOURCES = {
    CorrectionBy.SELF: Source.SELF,
    CorrectionBy.GUARDIAN: Source.CAREGIVER,
    CorrectionBy.CAREGIVER: Source.CAREGIVER,
}


@bp.get("/people/<individual>/corrections")
@access.open_to(Action.ASK_CORRECTION)
def everything(individual: str) -> ResponseReturnValue:
    """Show what was asked so far, and the questions that can be corrected."""
    case, member = _opened(individual)
    return render_template(
        "registry/corrections.html",
        case=case,
        member=member,
        paths=_paths(),
        asked=access.store().corrections.of_individual(individual),
    )


@bp.route("/people/<individual>/corrections/new/<path>", methods=["GET", "POST"])
@access.open_to(Action.ASK_CORRECTION)
def new(individual: str, path: str) -> ResponseReturnValue:
    """Write down what the person wants a value to be."""
    case, member = _opened(individual)
    if path not in _paths():
        raise NotFound(thing="question")
    form = correction_form(path)(request.form if request.method == "POST" else None)
    if request.method == "POST" and form.validate():
        try:
            access.store().record(
                ask_correction(_asked(case.id, member, path, form), access.actor_roles())
            )
        except RuleBroken as error:
            form.refuse(error)
        else:
            flash(_("Kept. It waits for an answer."), "good")
            return redirect(url_for("corrections.everything", individual=individual), code=303)
    page = render_template(
        "registry/correction_new.html",
        member=member,
        path=path,
        form=form,
        standing=member.current(path),
    )
    return page, form.status


@bp.get("/corrections/<correction>")
@access.open_to(Action.ANSWER_CORRECTION)
def show(correction: str) -> ResponseReturnValue:
    """Show one request beside what stands, and the form that is open."""
    return _page(_found(correction))


@bp.post("/corrections/<correction>/answer")
@access.open_to(Action.ANSWER_CORRECTION)
def answer(correction: str) -> ResponseReturnValue:
    """Correct the value, wholly or partly, or propose to refuse."""
    asked = _found(correction)
    form = answer_form(asked.path)(request.form)
    if not form.validate():
        return _page(asked, form)
    store = access.store()
    try:
        with store.together():
            _record_answer(_found(correction), form)
    except RuleBroken as error:
        form.refuse(error)
        return _page(_found(correction), form)
    flash(_("Answered, with your reason."), "good")
    return redirect(url_for("corrections.show", correction=correction), code=303)


@bp.post("/corrections/<correction>/refusal")
@access.open_to(Action.ANSWER_CORRECTION)
def second(correction: str) -> ResponseReturnValue:
    """Confirm or return a refusal as a second person."""
    form = RefusalForm(request.form)
    if not form.validate():
        return _page(_found(correction), form)
    store = access.store()
    try:
        with store.together():
            waiting = _found(correction)
            made = RefusalReviewed(
                case=_opened(waiting.individual)[0].id,
                correction=waiting.id,
                individual=waiting.individual,
                verdict=ReviewVerdict(str(form.verdict.answer.value)),
                reason=str(form.reason.answer.value),
                by=access.actor(),
                at=access.now(),
            )
            store.record(review_refusal(waiting, made, access.actor_roles()))
    except RuleBroken as error:
        form.refuse(error)
        return _page(_found(correction), form)
    flash(_("Recorded as second person, with your reason."), "good")
    return redirect(url_for("corrections.show", correction=correction), code=303)


@bp.post("/corrections/<correction>/told")
@access.open_to(Action.ANSWER_CORRECTION)
def told(correction: str) -> ResponseReturnValue:
    """Record that the person heard what came of it."""
    form = CorrectionTellForm(request.form)

    def step() -> CorrectionTold:
        asked = _found(correction)
        case, _member = _opened(asked.individual)
        made = CorrectionTold(
            case=case.id,
            correction=asked.id,
            individual=asked.individual,
            how=ToldHow(str(form.how.answer.value)),
            language=case.notice_language,
            by=access.actor(),
            at=access.now(),
        )
        explained = bool(form.explained.answer.value)
        return tell_correction(asked, made, access.actor_roles(), explained=explained)

    if not (form.validate() and is_taken(form, step)):
        return _page(_found(correction), form)
    flash(_("Recorded that the person heard it."), "good")
    return redirect(url_for("corrections.show", correction=correction), code=303)


def _asked(case: str, member: Individual, path: str, form: CorrectionForm) -> CorrectionAsked:
    return CorrectionAsked(
        case=case,
        correction=access.new_id(),
        individual=member.id,
        path=path,
        old=tuple(said.statement.id for said in member.current(path)),
        wanted=form.said.answer.value,
        asked_by=CorrectionBy(str(form.asked_by.answer.value)),
        evidence=str(form.evidence.answer.value or ""),
        by=access.actor(),
        at=access.now(),
    )


def _record_answer(asked: Correction, form: CorrectionAnswerForm) -> None:
    store = access.store()
    case, member = _opened(asked.individual)
    verdict = CorrectionVerdict(str(form.verdict.answer.value))
    made = CorrectionAnswered(
        case=case.id,
        correction=asked.id,
        individual=asked.individual,
        path=asked.path,
        verdict=verdict,
        reason=str(form.reason.answer.value or ""),
        by=access.actor(),
        at=access.now(),
    )
    answer_correction(asked, made, access.actor_roles())
    if verdict is not CorrectionVerdict.REFUSED:
        partly = verdict is CorrectionVerdict.PARTLY
        value = form.said.answer.value if partly else asked.wanted
        store.record(_corrected(case.id, member, asked, value))
    store.record(made)
    compare = desk().on_received
    if compare is not None and verdict is not CorrectionVerdict.REFUSED:
        compare((case.id,))


def _corrected(case: str, member: Individual, asked: Correction, value: Json) -> StatementsAdded:
    if value is None:
        raise ReasonMissing(fact=asked.path)
    standing = tuple(said.statement.id for said in member.current(asked.path))
    statement = Statement(
        id=access.new_id(),
        subject=member.id,
        path=asked.path,
        value=value,
        source=_SOURCES[asked.asked_by],
        saw=standing,
        why=Why.CORRECTION if standing else None,
    )
    return StatementsAdded(case=case, statements=(statement,), by=access.actor(), at=access.now())


def _opened(individual: str) -> tuple[Case, Individual]:
    return opened(individual, ViewPurpose.CORRECTION)


def _paths() -> list[str]:
    """What can be corrected and may be read by the one at work."""
    roles = access.actor_roles()
    return [path for path in CORRECTABLE if may_read(roles, path)]


def _found(correction: str) -> Correction:
    asked = access.store().corrections.get(correction)
    if asked is None or not may_read(access.actor_roles(), asked.path):
        raise NotFound(thing="correction")
    return asked


def _page(asked: Correction, refused: BaseForm | None = None) -> ResponseReturnValue:
    _case, member = _opened(asked.individual)
    form = refused or _form_of(asked)
    page = render_template(
        "registry/correction.html",
        asked=asked,
        member=member,
        form=form,
        standing=member.current(asked.path),
        is_refusal=isinstance(form, RefusalForm),
        is_telling=isinstance(form, CorrectionTellForm),
        is_mine=asked.answered_by == access.actor(),
    )
    return page, form.status if form else 200


def _form_of(asked: Correction) -> BaseForm | None:
    if asked.status is CorrectionStatus.ASKED:
        return answer_form(asked.path)(data={"said": Answer(asked.wanted)})
    if asked.status is CorrectionStatus.REFUSAL_PROPOSED:
        return RefusalForm()
    return None if asked.told_at else CorrectionTellForm()
