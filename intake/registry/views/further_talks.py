"""One more interview than two: an interviewer asks, a reviewer answers."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import ViewPurpose
from intake.domain.event import FurtherTalkAnswered, FurtherTalkAsked
from intake.domain.interview import FurtherTalk, answer_request
from intake.errors import NotFound, RuleBroken
from intake.i18n import gettext as _
from intake.registry.forms.talks import FurtherAnswerForm, FurtherForm
from intake.registry.verifying import appointing
from intake.registry.verifying.conducting import person_of
from intake.registry.viewing import note_view, open_record
from intake.registry.views import interview_plans
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("further_talks", __name__)


@bp.post("/people/<individual>/interviews/further")
@access.open_to(Action.INTERVIEW)
def ask(individual: str) -> ResponseReturnValue:
    """Ask a reviewer for one more interview with this person."""
    store = access.store()
    case, person = open_record(store, individual, access.actor_roles())
    form = FurtherForm(request.form)
    if not form.validate():
        return interview_plans.begin(person, form)
    if _ask(case.id, person.id, str(form.reason.answer.value)):
        flash(_("A reviewer is asked. You find the answer on this page."), "good")
    else:
        flash(_("Somebody has asked for this already."), "warning")
    return redirect(url_for("interview_plans.prepare", individual=individual), code=303)


def _ask(case: str, individual: str, reason: str) -> bool:
    """Record the request; False when one waits for its answer already."""
    store = access.store()
    with store.together():
        if appointing.standing(store, individual, access.actor()).waiting:
            return False
        made = FurtherTalkAsked(
            case=case,
            request=access.new_id(),
            individual=individual,
            reason=reason,
            by=access.actor(),
            at=access.now(),
        )
        store.record(made)
    return True


@bp.get("/further-talks/<request_id>")
@access.open_to(Action.REVIEW_DECISION)
def show(request_id: str) -> ResponseReturnValue:
    """Show why one more interview is asked for, and what was held before."""
    asked, by, at = _found(request_id), access.actor(), access.now()
    purpose = ViewPurpose.INTERVIEW
    note_view(access.store(), asked.case, asked.individual, purpose=purpose, by=by, at=at)
    return _page(asked, FurtherAnswerForm())


@bp.post("/further-talks/<request_id>")
@access.open_to(Action.REVIEW_DECISION)
def answer(request_id: str) -> ResponseReturnValue:
    """Agree to one more interview or not, with the reason."""
    form = FurtherAnswerForm(request.form)
    if form.validate():
        try:
            _answer(request_id, form)
        except RuleBroken as error:
            form.refuse(error)
        else:
            flash(_("Your answer is recorded."), "good")
            return redirect(url_for("work.today"), code=303)
    return _page(_found(request_id), form)


def _answer(request_id: str, form: FurtherAnswerForm) -> None:
    store = access.store()
    with store.together():
        asked = _found(request_id)
        made = FurtherTalkAnswered(
            case=asked.case,
            request=asked.id,
            individual=asked.individual,
            agreed=form.agreed.is_yes,
            reason=str(form.reason.answer.value or ""),
            by=access.actor(),
            at=access.now(),
        )
        store.record(answer_request(asked, made))


def _found(request_id: str) -> FurtherTalk:
    found = access.store().interviews.further_talk(request_id)
    if found is None:
        raise NotFound(thing="request")
    return found


def _page(asked: FurtherTalk, form: FurtherAnswerForm) -> ResponseReturnValue:
    store = access.store()
    talks = [t for t in store.interviews.of_individual(asked.individual) if t.started_at]
    shown = render_template(
        "registry/further_talk.html",
        asked=asked,
        person=person_of(store, asked.individual),
        talks=talks,
        form=form,
        is_mine=asked.agreed is None and asked.asked_by != access.actor(),
    )
    return shown, form.status
