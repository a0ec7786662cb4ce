"""Further pages of a person, open before and after the record is complete."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, YesNo
from intake.domain.event import StatementsAdded
from intake.domain.individual import Individual
from intake.domain.plausibility import surely_too_young
from intake.errors import NotFound
from intake.field import drafting, saving
from intake.field.answers import new_statements
from intake.field.forms.more import LifeForm, MoreForm, NeedsForm, TonguesForm
from intake.field.looking_up import LOOK_UP, offer
from intake.field.pages import ASKED_ON_MORE, UNPROMPTED, More
from intake.field.reading import called, interpreter_of, language_of, member_here, telling_of
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access, spoken
from intake.web.fields import Answer

bp = Blueprint("more", __name__)
FORMS: dict[More, type[MoreForm]] = {
    More.TONGUES: TonguesForm,
    More.NEEDS: NeedsForm,
    More.LIFE: LifeForm,
}


@bp.route("/cases/<case>/people/<person>/more/<page>", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def edit(case: str, person: str, page: str) -> ResponseReturnValue:
    """Show one further page, keep what is typed, record what is said anew."""
    found, member = member_here(case, person)
    if page not in FORMS or found.is_forgotten:
        raise NotFound(thing="page")
    visit = _visit(found, member, More(page))
    form = _form(visit, More(page), found, member)
    if request.form.get("do") == LOOK_UP:
        drafting.keep(visit.paper, request.form)
        return redirect(request.path, code=303)
    if request.method == "POST" and form.validate():
        new = visit.statements(
            form, needed=(), said_in=language_of(found, member), why=form.changed_why
        )
        if not visit.is_stale(new):
            _record(case, new)
            drafting.drop(visit.paper)
            flash(gettext("Recorded."))
            return redirect(back_to(found), code=303)
    return visit.show(
        f"field/{page}.html",
        form,
        case=found,
        member=member,
        name=called(member),
        this_page=page,
        aloud=spoken.questions(_asked(form, visit), language_of(found, member)),
    )


@bp.post("/cases/<case>/people/<person>/specialist")
@access.open_to(Action.REGISTER)
def specialist(case: str, person: str) -> ResponseReturnValue:
    """Take down that the person wishes to speak with a specialist, or no longer does."""
    found, member = member_here(case, person)
    wish = YesNo.NO if request.form.get("do") == "take-back" else YesNo.YES
    telling = telling_of(found, member)
    answers = {"specialist": Answer(wish.value)}
    _record(case, new_statements(person, member.said, answers, telling))
    flash(gettext("It is recorded. Only a protection officer at the registry will see it."))
    return redirect(url_for("more.edit", case=case, person=person, page=More.NEEDS), code=303)


def back_to(case: Case) -> str:
    """Where a further page leads when it is saved."""
    page = "cases.show" if case.status is CaseStatus.DRAFT else "record.show"
    return url_for(page, case=case.id)


def _visit(case: Case, member: Individual, page: More) -> saving.Visit:
    return saving.Visit(
        paper=drafting.key(case.id, page, member.id),
        subject=member.id,
        said=member.said,
        paths=ASKED_ON_MORE[page],
        through=interpreter_of(case),
    )


def _form(visit: saving.Visit, page: More, case: Case, member: Individual) -> MoreForm:
    """The form of a page, without the questions that cannot be; its places looked up."""
    form = visit.fill(FORMS[page])
    form.narrow(is_draft=case.status is CaseStatus.DRAFT)
    if isinstance(form, LifeForm) and surely_too_young(member, access.now().date()):
        form.leave_out_marriage()
    offer(form)
    return form


def _asked(form: MoreForm, visit: saving.Visit) -> list[str]:
    """The questions of the page that are asked; some only wait for the person."""
    on_page = {name.replace("_", "-") for name in form.data}
    return [path for path in visit.paths if path in on_page and path not in UNPROMPTED]


def _record(case: str, new: saving.New) -> None:
    if new:
        event = StatementsAdded(case=case, statements=new, by=access.actor(), at=access.now())
        access.store().record(event)
