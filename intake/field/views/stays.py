"""Journey and places: the lines of one person, and one line to write."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import CaseStatus
from intake.domain.event import StatementsAdded
from intake.domain.individual import Individual
from intake.domain.stay import PATH, Stay, stays
from intake.errors import RuleBroken
from intake.field import drafting, once, staying
from intake.field.forms.stays import StayForm, as_answers
from intake.field.looking_up import LOOK_UP, offer
from intake.field.reading import called, language_of, member_here, member_known
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access, spoken

bp = Blueprint("stays", __name__)


@bp.get("/cases/<case>/people/<person>/journey")
@access.open_to(Action.REGISTER)
def index(case: str, person: str) -> ResponseReturnValue:
    """List the places of a person's life; nothing here has to be filled in."""
    found, member = member_here(case, person)
    if found.is_forgotten:
        return redirect(url_for("record.show", case=case), code=303)
    return render_template(
        "field/stays.html",
        case=found,
        member=member,
        name=called(member),
        rows=stays(member),
        is_draft=found.status is CaseStatus.DRAFT,
        same=staying.to_copy(found, member),
        copying="same" in request.args,
        called=called,
        aloud=spoken.questions([PATH], language_of(found, member)),
    )


@bp.post("/cases/<case>/people/<person>/journey/same")
@access.open_to(Action.REGISTER)
def same(case: str, person: str) -> ResponseReturnValue:
    """Write down, after asking, the lines shared with another's journey."""
    found, member = member_known(case, person)
    new = tuple(staying.copied(found, member, request.form.getlist("line")))
    if new:
        by, at = access.actor(), access.now()
        access.store().record(StatementsAdded(case=case, statements=new, by=by, at=at))
    return redirect(url_for("stays.index", case=case, person=person), code=303)


@bp.route("/cases/<case>/people/<person>/journey/new", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def new(case: str, person: str) -> ResponseReturnValue:
    """Write one place down; it replaces nothing."""
    found, member = member_known(case, person)
    return _line(found, member, drafting.key(case, "stay", person))


@bp.route("/cases/<case>/people/<person>/journey/<line>", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def edit(case: str, person: str, line: str) -> ResponseReturnValue:
    """Say a line anew; what stood before stays in the history."""
    found, member = member_known(case, person)
    known = staying.line_of(member, line)
    return _line(found, member, drafting.key(case, "stay", line), line, known)


@bp.post("/cases/<case>/people/<person>/journey/<line>/remove")
@access.open_to(Action.REGISTER)
def remove(case: str, person: str, line: str) -> ResponseReturnValue:
    """Take a line out of the list: the person takes it back."""
    found, member = member_known(case, person)
    staying.line_of(member, line)
    access.store().record(staying.taken_out(found, member, line))
    flash(gettext("It is off the list. What was said before stays in the history."))
    return redirect(url_for("stays.index", case=case, person=person), code=303)


def _line(
    case: Case, person: Individual, paper: str, line: str = "", known: Stay | None = None
) -> ResponseReturnValue:
    """One line as posted, as typed before, or as it stands; recorded when it is right."""
    form = _form(case, paper, known)
    if request.form.get("do") == LOOK_UP:
        drafting.keep(paper, request.form)
        return redirect(request.path, code=303)
    if request.method == "POST" and form.validate():
        try:
            if form.stay() != known:
                once.record_once(staying.told(case, person, form, line=line))
        except RuleBroken as error:
            form.refuse(error)
        else:
            drafting.drop(paper)
            return redirect(url_for("stays.index", case=case.id, person=person.id), code=303)
    return _show(case, person, form, paper)


def _form(case: Case, paper: str, known: Stay | None) -> StayForm:
    typed = request.form if request.method == "POST" else drafting.pick_up(paper).formdata
    form = StayForm(typed, data=as_answers(known) if known else None)
    offer(form)
    if known is None or case.status is CaseStatus.DRAFT:
        del form.why
    return form


def _show(case: Case, person: Individual, form: StayForm, paper: str) -> ResponseReturnValue:
    rev = drafting.keep_posted(paper, drafting.pick_up(paper).rev)
    page = {"case": case, "member": person, "name": called(person), "paper": paper, "rev": rev}
    return render_template("field/stay.html", form=form, once=once.mark(), **page), form.status
