"""The search for a missing relative: asked for by a member who agreed to it."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, Kin, Purpose, TracingStatus
from intake.domain.consent import agreed
from intake.domain.event import TracingRequested
from intake.domain.relative import RELATIVE
from intake.domain.tracing import TracingRequest, request_tracing
from intake.errors import NotFound, RuleBroken
from intake.field import drafting
from intake.field.drafting import Unsaved
from intake.field.forms.tracing import TracingForm
from intake.field.looking_up import LOOK_UP, offer
from intake.field.reading import called, case_known
from intake.field.relating import search_for
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access
from intake.web.fields import Answer

bp = Blueprint("tracing", __name__)
PAGE = "tracing"


@bp.route("/cases/<case>/tracing/new", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def new(case: str) -> ResponseReturnValue:
    """Write down who is sought, if the one who asks agreed to a search."""
    found = case_known(case)
    if not found.members:
        flash(gettext("First write down who asks: go on to a full registration."), "warning")
        return redirect(url_for("record.show", case=case), code=303)
    paper = drafting.key(case, PAGE)
    unsaved = drafting.pick_up(paper)
    form = _form(found, unsaved, _known(found))
    if request.form.get("do") == LOOK_UP:
        drafting.keep(paper, request.form)
        return redirect(request.path, code=303)
    if request.method == "POST" and form.validate():
        try:
            event = _requested(found, form)
        except RuleBroken as error:
            form.refuse(error)
        else:
            _record_once(event)
            drafting.drop(paper)
            flash(gettext("The search is asked for. It goes to the registry at the next sync."))
            page = "cases.show" if found.status is CaseStatus.DRAFT else "record.show"
            return redirect(url_for(page, case=case), code=303)
    return _show(found, form, unsaved)


def _known(case: Case) -> dict[str, Answer]:
    """What the family page says of the relative from whose line this page was opened."""
    line = request.args.get("relative", "")
    if not line:
        return {}
    for member in case.members:
        if any(s.statement.id == line for s in member.current(RELATIVE)):
            return search_for(member, line)
    raise NotFound(thing="relative")


def _form(case: Case, unsaved: Unsaved, known: dict[str, Answer]) -> TracingForm:
    members = [(m.id, called(m)) for m in case.members]
    first = case.focal or (members[0][0] if len(members) == 1 else None)
    typed = request.form if request.method == "POST" else unsaved.formdata
    if known and request.method == "GET":
        typed = None
    form = TracingForm(typed, members, data={"asker": Answer(first), **known})
    offer(form)
    return form


def _requested(case: Case, form: TracingForm) -> TracingRequested:
    wanted = TracingRequest(
        id=access.new_id(),
        case=case.id,
        individual=str(form.asker.answer.value),
        kin=Kin(str(form.kin.answer.value)),
        sought=form.sought(),
        must_not_know=str(form.must_not_know.answer.value or ""),
    )
    return request_tracing(wanted, consents=case.consents, by=access.actor(), at=access.now())


def _record_once(event: TracingRequested) -> None:
    """Record a search, unless the same one goes on: the page was sent twice."""
    store = access.store()
    with store.together():
        going_on = [r for r in store.cases.tracing(event.case) if r.status is TracingStatus.OPEN]
        if _what(event) not in [_what(request) for request in going_on]:
            store.record(event)


def _what(asked: TracingRequested | TracingRequest) -> tuple[object, ...]:
    return asked.individual, asked.kin, dict(asked.sought), asked.must_not_know


def _show(case: Case, form: TracingForm, unsaved: Unsaved) -> ResponseReturnValue:
    paper = drafting.key(case.id, PAGE)
    rev = drafting.keep_posted(paper, unsaved.rev)
    unasked = [
        (m.id, called(m)) for m in case.members if not agreed(case.consents, m.id, Purpose.TRACING)
    ]
    return render_template(
        "field/tracing_new.html", case=case, form=form, paper=paper, rev=rev, unasked=unasked
    ), form.status
