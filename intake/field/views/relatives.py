"""The family page of one person: ties told, ties proposed, and one tie to write."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, Tie, Why, YesNo
from intake.domain.individual import Individual
from intake.domain.relative import RELATIVE, Line, Relative
from intake.errors import NotFound
from intake.field import drafting, once, relating
from intake.field.forms.relatives import RelativeForm, as_answers
from intake.field.looking_up import LOOK_UP, offer
from intake.field.reading import called, language_of, member_here, member_known
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access, spoken

bp = Blueprint("relatives", __name__)


@bp.get("/cases/<case>/people/<person>/family")
@access.open_to(Action.REGISTER)
def index(case: str, person: str) -> ResponseReturnValue:
    """List the ties of a person, and what others said that is to be asked."""
    found, member = member_here(case, person)
    if found.is_forgotten:
        return redirect(url_for("record.show", case=case), code=303)
    return render_template(
        "field/family.html",
        case=found,
        member=member,
        name=called(member),
        rows=relating.rows(found, member),
        proposed=relating.proposed(found, member),
        is_draft=found.status is CaseStatus.DRAFT,
        aloud=spoken.questions([RELATIVE], language_of(found, member)),
    )


@bp.route("/cases/<case>/people/<person>/family/new", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def new(case: str, person: str) -> ResponseReturnValue:
    """Write one tie down, filled with what was said already."""
    found, member = member_known(case, person)
    known = relating.proposal_of(found, member, request.args.get("of", ""))
    paper = drafting.key(case, "family", person)
    form = _form(found, member, paper, known).without_reason()
    if _is_looking_up():
        return _again(paper)
    if request.method == "POST" and form.validate():
        once.record_once(relating.told(found, member, form.relative, source=form.source))
        return _saved(found, member, paper)
    return _show(found, member, form, paper)


@bp.route("/cases/<case>/people/<person>/family/<line>", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def edit(case: str, person: str, line: str) -> ResponseReturnValue:
    """Say a tie anew; what stood before stays in the history."""
    found, member = member_known(case, person)
    before = relating.line_of(member, line)
    paper = drafting.key(case, "relative", line)
    form = _form(found, member, paper, before.relative)
    if found.status is CaseStatus.DRAFT:
        form.without_reason()
    if _is_looking_up():
        return _again(paper)
    if request.method == "POST" and form.validate():
        if form.relative != before.relative:
            _replace(found, member, before, form)
        return _saved(found, member, paper)
    return _show(found, member, form, paper, before)


@bp.post("/cases/<case>/people/<person>/family/<line>/remove")
@access.open_to(Action.REGISTER)
def remove(case: str, person: str, line: str) -> ResponseReturnValue:
    """Take a tie off the list: the person says there is none."""
    found, member = member_known(case, person)
    before = relating.line_of(member, line)
    none = Relative(Tie.NONE, to=before.relative.to, name=before.relative.name)
    access.store().record(relating.told(found, member, none, instead_of=before))
    flash(gettext("It is off the list. What was said before stays in the history."))
    return redirect(url_for("relatives.index", case=case, person=person), code=303)


@bp.post("/cases/<case>/people/<person>/family/answer")
@access.open_to(Action.REGISTER)
def answer(case: str, person: str) -> ResponseReturnValue:
    """Write down what this person says to a tie that another one told."""
    found, member = member_known(case, person)
    relative = relating.proposal_of(found, member, request.form.get("of", ""))
    if relative is None or not relative.to:
        raise NotFound(thing="relative")
    if request.form.get("says") != YesNo.YES:
        relative = Relative(Tie.NONE, to=relative.to)
    access.store().record(relating.told(found, member, relative))
    return redirect(url_for("relatives.index", case=case, person=person), code=303)


def _form(case: Case, person: Individual, paper: str, known: Relative | None) -> RelativeForm:
    """The page as posted, as typed before, or filled with what is known."""
    others = [(m.id, called(m)) for m in case.members if m.id != person.id]
    typed = request.form if request.method == "POST" else drafting.pick_up(paper).formdata
    form = RelativeForm(typed, others, data=as_answers(known) if known else None)
    offer(form)
    return form


def _is_looking_up() -> bool:
    return request.form.get("do") == LOOK_UP


def _again(paper: str) -> ResponseReturnValue:
    """The same page with what is typed, and the places that fit; nothing is recorded."""
    drafting.keep(paper, request.form)
    return redirect(request.path, code=303)


def _replace(case: Case, person: Individual, before: Line, form: RelativeForm) -> None:
    why = form.why.answer.value if form.why else None
    event = relating.told(
        case,
        person,
        form.relative,
        source=form.source,
        instead_of=before,
        why=Why(str(why)) if why else Why.CORRECTION,
    )
    access.store().record(event)


def _saved(case: Case, person: Individual, paper: str) -> ResponseReturnValue:
    drafting.drop(paper)
    return redirect(url_for("relatives.index", case=case.id, person=person.id), code=303)


def _show(
    case: Case, person: Individual, form: RelativeForm, paper: str, before: Line | None = None
) -> ResponseReturnValue:
    rev = drafting.keep_posted(paper, drafting.pick_up(paper).rev)
    return render_template(
        "field/relative.html",
        case=case,
        member=person,
        name=called(person),
        form=form,
        paper=paper,
        rev=rev,
        line=before.id if before else "",
        once=once.mark(),
    ), form.status
