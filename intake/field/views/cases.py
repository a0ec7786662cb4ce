"""The case of one group: opened after the notice, then its list of tasks."""

from datetime import date
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case, add_member, discard, name_focal_point
from intake.domain.child import standing_of
from intake.domain.codes import CaseStatus, GroupKind, Level
from intake.domain.depth import depth_of, lacking, next_depth
from intake.domain.event import CaseOpened, IndividualAdded, StatementsAdded
from intake.domain.group import ARRIVAL, SIZE, may_regroup, stated_size
from intake.domain.individual import Individual
from intake.domain.language import INTERPRETER, interpreted_by
from intake.errors import CaseClosed, FocalPointMissing, RuleBroken
from intake.field import drafting
from intake.field.answers import Telling, known, new_statements
from intake.field.forms.cases import CaseForm
from intake.field.forms.check import FocalForm
from intake.field.once import mark
from intake.field.opening import case_of_page, is_open, opened
from intake.field.pages import Page, Progress, progress, urgent_progress
from intake.field.reading import called, case_here
from intake.field.views.later import box_of, words_of
from intake.i18n import Lazy, current
from intake.i18n import lazy_gettext as _l
from intake.security.roles import Action
from intake.web import access, notices, spoken
from intake.web.fields import Answer
from intake.web.tongue_words import interpreter_in_words
from intake.web.wording import in_words

bp = Blueprint("cases", __name__)
CASE_LINKS: tuple[tuple[str, Lazy], ...] = (
    ("record.show", _l("Record with its history")),
    ("slip.show", _l("Slip to take along")),
    ("later.show", _l("Questions to ask later")),
    ("tracing.new", _l("Search for a missing relative")),
)
"""Further pages of a case: endpoint and words."""


@bp.route("/cases/new", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def new() -> ResponseReturnValue:
    """Give the notice first; then open the case with one empty record in it."""
    form = CaseForm(request.form, data=_presets())
    language = str(form.language.answer.value or current())
    reading = request.form.get("do") == "language"
    if request.method == "POST" and not reading and form.validate():
        try:
            case = _begun(form)
        except RuleBroken as error:
            form.refuse(error)
        else:
            return redirect(url_for("urgent.edit", case=case), code=303)
    notice = spoken.aloud(notices.NOTICE, language)
    status = 200 if reading else form.status
    once = mark()
    return render_template("field/case_new.html", form=form, notice=notice, once=once), status


@bp.get("/cases/<case>")
@access.open_to(Action.REGISTER)
def show(case: str) -> ResponseReturnValue:
    """Show what is done for each member and what comes next."""
    found = case_here(case)
    if found.is_forgotten:
        return redirect(url_for("record.show", case=case), code=303)
    unsaved = drafting.unsaved_pages(case)
    today = access.now().date()
    tasks = [
        (
            member,
            called(member),
            [(page, progress(found, member, page, on=today, drafts=unsaved)) for page in Page],
        )
        for member in found.members
    ]
    return render_template(
        "field/case_show.html",
        case=found,
        tasks=tasks,
        urgent=urgent_progress(found),
        standings={m.id: standing_of(found, m, today) for m in found.members},
        focal=_focal_form(found),
        stated=stated_size(found),
        interpreter=interpreter_in_words(known(found.said, INTERPRETER).value),
        arrival=_arrival(found),
        may_regroup=may_regroup(found),
        **_depth(found, today),
        Progress=Progress,
        is_draft=found.status is CaseStatus.DRAFT,
        is_quick=found.level is Level.QUICK,
        case_links=CASE_LINKS,
    )


@bp.post("/cases/<case>/people")
@access.open_to(Action.REGISTER)
def add(case: str) -> ResponseReturnValue:
    """Give one more member of the group a record and open its first page."""
    found = case_here(case)
    if found.status is not CaseStatus.DRAFT:
        raise CaseClosed(case=case)
    event = _added(found)
    access.store().record(event)
    return redirect(
        url_for("people.edit", case=case, person=event.individual, page=Page.WHO), code=303
    )


@bp.post("/cases/<case>/focal")
@access.open_to(Action.REGISTER)
def focal(case: str) -> ResponseReturnValue:
    """Keep whom the group wants us to talk to."""
    found = case_here(case)
    form = _focal_form(found)
    if not form.validate():
        raise FocalPointMissing(case=case)
    chosen = str(form.focal.answer.value)
    if chosen != found.focal:
        event = name_focal_point(found, chosen, by=access.actor(), at=access.now())
        access.store().record(event)
    return redirect(url_for("cases.show", case=case), code=303)


@bp.route("/cases/<case>/discard", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def drop(case: str) -> ResponseReturnValue:
    """Give up a draft, after asking once; nobody can read it again."""
    found = case_here(case)
    if request.method == "POST":
        event = discard(found, reason="given-up", by=access.actor(), at=access.now())
        access.store().record(event)
        return redirect(url_for("home.index"), code=303)
    return render_template("field/case_discard.html", case=found)


def _arrival(case: Case) -> str:
    """When the group came, as it said; empty if nobody said it."""
    value = case.value(ARRIVAL)
    return in_words(ARRIVAL, value) if value is not None else ""


def _depth(case: Case, on: date) -> dict[str, Any]:
    """How much was asked, and each question that the next level still lacks."""
    reached = depth_of(case, on)
    deeper = next_depth(reached)
    left = lacking(case, deeper, on) if deeper is not None else ()
    held = [(gap, case.member(gap.subject)) for gap in left]
    return {
        "depth": reached,
        "deeper": deeper,
        "lacks": [
            (words_of(gap.path), called(member) if member else "", box_of(case, member, gap.path))
            for gap, member in held
        ],
    }


def _presets() -> dict[str, Answer]:
    """The screen's language as a first guess; nothing else is preset (DP-04)."""
    kind = request.args.get("kind", "")
    known = {k.value for k in GroupKind}
    return {
        "language": Answer(spoken.likely(current())),
        "group_kind": Answer(kind if kind in known else None),
    }


def _begun(form: CaseForm) -> str:
    """Open the case with one empty record in it, once; gives its id."""
    store = access.store()
    with store.together():
        case = case_of_page()
        if not is_open(case):
            begun = opened(form, Level.FULL, case)
            store.record(begun, _first_member(begun), *_first_words(begun, form))
            drafting.expect(case, form.expected)
    return case


def _first_member(begun: CaseOpened) -> IndividualAdded:
    return IndividualAdded(
        case=begun.case,
        individual=access.new_id(),
        number=access.new_number(),
        position=1,
        by=begun.by,
        at=begun.at,
    )


def _first_words(begun: CaseOpened, form: CaseForm) -> list[StatementsAdded]:
    """Who interprets, when they came, and how many they say they are."""
    said = {INTERPRETER: form.interpreter.answer, ARRIVAL: form.arrival.answer}
    if begun.group_kind is not GroupKind.SINGLE:
        said[SIZE] = form.people.answer
    telling = Telling(
        said_in=begun.notice_language,
        new_id=access.new_id,
        interpreter=interpreted_by(form.interpreter.answer.value),
    )
    told = new_statements(begun.case, (), said, telling)
    if not told:
        return []
    return [StatementsAdded(case=begun.case, statements=told, by=begun.by, at=begun.at)]


def _added(case: Case) -> IndividualAdded:
    return add_member(
        case,
        individual=access.new_id(),
        number=access.new_number(),
        by=access.actor(),
        at=access.now(),
    )


def _focal_form(case: Case) -> FocalForm:
    named: list[tuple[str, str]] = [(m.id, called(m)) for m in _named(case)]
    return FocalForm(request.form, named)


def _named(case: Case) -> list[Individual]:
    return [member for member in case.members if member.text("name")]
