"""Papers one by one: listed, added, changed, taken out; what stood before stays."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import Absent, CaseStatus, DocumentKind, DocumentStatus, Why
from intake.domain.event import StatementsAdded
from intake.domain.individual import Individual
from intake.domain.paper import Paper, Papers
from intake.errors import NotFound
from intake.field import drafting
from intake.field.answers import new_statements, stamp
from intake.field.forms.papers import PaperForm
from intake.field.reading import called, member_known, telling_of
from intake.field.saving import SEEN
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access
from intake.web.fields import Answer
from intake.web.labels import coded
from intake.web.wording import in_words

bp = Blueprint("papers", __name__)
PATHS = ("documents", "documents.taken-by")
PLACES = "abcdefghijklmnopqrstuvwxyz"
"""How many papers a person may have here, and how the unsaved text of each is named."""


@bp.get("/cases/<case>/people/<person>/papers")
@access.open_to(Action.REGISTER)
def show(case: str, person: str) -> ResponseReturnValue:
    """List the papers of a person."""
    found, member = member_known(case, person)
    rows = [_row(paper) for paper in _papers(member).listed]
    return render_template(
        "field/papers.html",
        case=found,
        member=member,
        name=called(member),
        rows=rows,
        has_room=len(rows) < len(PLACES),
    )


@bp.route("/cases/<case>/people/<person>/papers/<int:place>", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def edit(case: str, person: str, place: int) -> ResponseReturnValue:
    """Change one paper, or add one after the last."""
    found, member = member_known(case, person)
    papers = _papers(member)
    if place > min(len(papers.listed), len(PLACES) - 1):
        raise NotFound(thing="paper")
    before = papers.at(place) or {}
    unsaved = drafting.pick_up(_draft(case, person, place))
    typed = request.form if request.method == "POST" else unsaved.formdata
    form = PaperForm(typed, paper=before, is_draft=found.status is CaseStatus.DRAFT)
    form.hide_taker(recorded=bool(before) and papers.was_taken(before.get("kind")))
    seen = stamp(member.said, PATHS)
    if request.method == "POST" and form.validate():
        if request.form.get(SEEN, seen) != seen:
            form.say_stale()
        else:
            _record(found, member, _answers(papers, place, form), form.changed_why)
            drafting.drop(_draft(case, person, place))
            return _back(case, person)
    return _page(found, member, place, form, unsaved.rev)


@bp.post("/cases/<case>/people/<person>/papers/<int:place>/remove")
@access.open_to(Action.REGISTER)
def remove(case: str, person: str, place: int) -> ResponseReturnValue:
    """Take one paper out of the list; it stays in the history."""
    found, member = member_known(case, person)
    papers = _papers(member)
    paper = papers.at(place)
    if paper is None:
        raise NotFound(thing="paper")
    left = papers.without(place)
    answers = {"documents": Answer(left) if left else Answer(absent=Absent.NOT_ASKED)}
    if papers.was_taken(paper.get("kind")):
        others = papers.taken_without(str(paper.get("kind")))
        answers[PATHS[1]] = Answer(others)
    _record(found, member, answers, Why.CORRECTION)
    return _back(case, person)


def _papers(member: Individual) -> Papers:
    return Papers.from_values(member.value(PATHS[0]), member.value(PATHS[1]))


def _row(paper: Paper) -> tuple[str, str, str]:
    """What it is, where it is, and what else is known, in words."""
    rest = {part: value for part, value in paper.items() if part not in ("kind", "status")}
    kind = coded(DocumentKind, paper.get("kind"))
    return kind, coded(DocumentStatus, paper.get("status")), in_words("documents", [rest])


def _answers(papers: Papers, place: int, form: PaperForm) -> dict[str, Answer]:
    before = papers.at(place) or {}
    paper = form.paper(before, access.actor())
    answers = {"documents": Answer(papers.with_paper(place, paper))}
    if form.taker is not None:
        answers[PATHS[1]] = Answer(papers.with_taker(str(paper["kind"]), form.taker))
    return answers


def _record(case: Case, member: Individual, answers: dict[str, Answer], why: Why) -> None:
    telling = telling_of(case, member, why)
    new = new_statements(member.id, member.said, answers, telling)
    if new:
        event = StatementsAdded(case=case.id, statements=new, by=access.actor(), at=access.now())
        access.store().record(event)
        flash(gettext("Recorded. What stood before stays in its history."))


def _draft(case: str, person: str, place: int) -> str:
    return drafting.key(case, f"paper-{PLACES[place]}", person)


def _back(case: str, person: str) -> ResponseReturnValue:
    return redirect(url_for("papers.show", case=case, person=person), code=303)


def _page(
    case: Case, member: Individual, place: int, form: PaperForm, rev: int
) -> ResponseReturnValue:
    paper = _draft(case.id, member.id, place)
    rev = drafting.keep_posted(paper, rev)
    return render_template(
        "field/paper.html",
        case=case,
        member=member,
        name=called(member),
        place=place,
        form=form,
        paper=paper,
        rev=rev,
        seen=stamp(member.said, PATHS),
    ), form.status
