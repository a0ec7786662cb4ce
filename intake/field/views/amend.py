"""Amend a complete record: a new statement takes an old one's place, with a why."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import CaseStatus, GroupKind, Why
from intake.domain.event import StatementsAdded
from intake.errors import NotFound
from intake.field import drafting, saving
from intake.field.forms.amend import AmendOriginForm, AmendStoryForm, AmendWhoForm
from intake.field.forms.people import WhoForm
from intake.field.forms.rest import PageForm
from intake.field.looking_up import LOOK_UP, offer
from intake.field.pages import ASKED_ON, Page
from intake.field.reading import called, interpreter_of, language_of, member_known
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("amend", __name__)
AROUND = ("why", "rest", "told_by")
FORMS: dict[Page, type[AmendWhoForm] | type[AmendOriginForm] | type[AmendStoryForm]] = {
    Page.WHO: AmendWhoForm,
    Page.ORIGIN: AmendOriginForm,
    Page.CONSENT: AmendStoryForm,
}


@bp.route("/cases/<case>/people/<person>/amend/<page>", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def edit(case: str, person: str, page: str) -> ResponseReturnValue:
    """Show what stands; record only what is said anew. Nothing is overwritten."""
    found, member = member_known(case, person)
    if page not in FORMS:
        raise NotFound(thing="page")
    if found.status is CaseStatus.DRAFT:
        return redirect(url_for("people.edit", case=case, person=person, page=page), code=303)
    visit = saving.Visit(
        paper=drafting.key(case, f"amend-{page}", person),
        subject=person,
        said=member.said,
        paths=ASKED_ON[Page(page)],
        through=interpreter_of(found),
    )
    form = visit.fill(FORMS[Page(page)])
    if isinstance(form, WhoForm):
        form.narrow(
            is_alone=found.group_kind is GroupKind.SINGLE,
            has_other_focal=found.focal not in ("", member.id),
        )
    offer(form)
    if request.form.get("do") == LOOK_UP:
        drafting.keep(visit.paper, request.form)
        return redirect(request.path, code=303)
    if request.method == "POST" and form.validate():
        new = visit.statements(
            form,
            needed=(),
            said_in=language_of(found, member),
            why=Why(str(form.why.answer.value)),
        )
        if not visit.is_stale(new):
            return _saved(case, visit, new)
    return visit.show(
        "field/amend.html",
        form,
        case=found,
        member=member,
        name=called(member),
        fields=_asked(form),
    )


def _saved(case: str, visit: saving.Visit, new: saving.New) -> ResponseReturnValue:
    drafting.drop(visit.paper)
    if new:
        by, at = access.actor(), access.now()
        access.store().record(StatementsAdded(case=case, statements=new, by=by, at=at))
        flash(gettext("The record is amended. What stood before stays in its history."))
    else:
        flash(gettext("Nothing is different, so nothing was written."))
    return redirect(url_for("record.show", case=case), code=303)


def _asked(form: PageForm) -> list[object]:
    """The questions of the page, without what stands before and after them."""
    return [field for field in form.questions() if field.short_name not in AROUND]
