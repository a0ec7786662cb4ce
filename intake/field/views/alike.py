"""Perhaps registered on this laptop already: look while typing, compare, answer."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, Likeness
from intake.domain.likeness import answer_likeness
from intake.errors import NotFound
from intake.field import alike, drafting
from intake.field.alike import Alike
from intake.field.pages import Page
from intake.field.reading import called, member_here
from intake.field.views.find import address_of
from intake.i18n import gettext, ngettext
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("alike", __name__)
ANSWERS = tuple(Likeness)
NAMES = ("name", "name_latin")


@bp.post("/cases/<case>/people/<person>/alike/look")
@access.open_to(Action.REGISTER)
def look(case: str, person: str) -> ResponseReturnValue:
    """Tell the page that is being typed whether somebody here is like this."""
    found, member = member_here(case, person)
    typed = [request.form.get(name, "") for name in NAMES]
    here = alike.like(found, member, typed=typed)
    if not here:
        return {"words": ""}
    href = url_for("alike.show", case=case, person=person)
    return {"words": in_a_line(here), "link": gettext("Compare"), "href": href}


@bp.get("/cases/<case>/people/<person>/alike")
@access.open_to(Action.REGISTER)
def show(case: str, person: str) -> ResponseReturnValue:
    """Show each record that is like this one beside it, field by field."""
    found, member = member_here(case, person)
    here = alike.like(found, member, typed=_typed_before(case, person))
    return render_template(
        "field/alike.html",
        case=found,
        member=member,
        name=called(member),
        found=[(one, alike.side_by_side(member, one)) for one in here],
        answers=ANSWERS,
        is_draft=found.status is CaseStatus.DRAFT,
    )


@bp.post("/cases/<case>/people/<person>/alike/<other>")
@access.open_to(Action.REGISTER)
def answer(case: str, person: str, other: str) -> ResponseReturnValue:
    """Keep what the person said; for the same one, open that record instead."""
    found, member = member_here(case, person)
    said = request.form.get("answer", "")
    here = alike.like(found, member, typed=_typed_before(case, person))
    one = next((one for one in here if one.person.id == other), None)
    if one is None or said not in {a.value for a in ANSWERS}:
        raise NotFound(thing="record")
    event = answer_likeness(
        member,
        one.person,
        answer=Likeness(said),
        reasons=one.reasons,
        by=access.actor(),
        at=access.now(),
    )
    access.store().record(event)
    return redirect(_after(found, person, one, Likeness(said)), code=303)


def in_a_line(here: list[Alike]) -> str:
    """How many records are like this one, and why the likeliest is."""
    words = ngettext(
        "%(n)s record on this laptop may be the same person",
        "%(n)s records on this laptop may be the same person",
        len(here),
    )
    return f"{words} ({here[0].words})"


def _typed_before(case: str, person: str) -> tuple[str, ...]:
    """Names that stand on the page of this person and are not saved yet."""
    typed = drafting.pick_up(drafting.key(case, Page.WHO, person)).formdata
    return tuple(typed.get(name, "") for name in NAMES) if typed else ()


def _after(case: Case, person: str, one: Alike, said: Likeness) -> str:
    """The other record for the same person, else what is left to compare, else the tasks."""
    if said is Likeness.SAME:
        flash(gettext("This is the record from before. Go on here; the new one can be given up."))
        return address_of(one.case.id, one.case.status)
    member = case.member(person)
    if member is not None and alike.like(case, member):
        return url_for("alike.show", case=case.id, person=person)
    return url_for("cases.show", case=case.id)
