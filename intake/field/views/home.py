"""The day at a glance: what to begin, what to continue, what was done last."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import CaseStatus
from intake.domain.later import PUT_OFF
from intake.field import drafting, warnings
from intake.field.pages import Step, next_step
from intake.field.reading import case_here, initials
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.security.roles import Action
from intake.store.cases import CaseLine
from intake.web import access

bp = Blueprint("home", __name__)
LATEST = 10
MOST_DRAFTS = 200


@dataclass(frozen=True, slots=True)
class Begin:
    """One of the big buttons: where it leads, its words, what it is for."""

    endpoint: str
    words: Lazy
    purpose: Lazy
    kind: str = ""


ACTIONS: tuple[Begin, ...] = (
    Begin(
        "cases.new",
        _l("New family or group"),
        _l("Give the notice, then one page after the other"),
        "family",
    ),
    Begin("cases.new", _l("New person"), _l("Somebody who came alone"), "single"),
    Begin("quick.new", _l("Quick group"), _l("Many arrive at once: count first")),
)


@bp.get("/")
@access.open_to(Action.REGISTER)
def index() -> ResponseReturnValue:
    """Show the start page; names stay off it, anybody may look over a shoulder."""
    cases = access.store().cases
    return render_template(
        "field/home.html",
        actions=ACTIONS,
        drafts=cases.counts().get(CaseStatus.DRAFT, 0),
        lines=[(line, _initials(line)) for line in cases.latest(limit=LATEST)],
        has_later=bool(cases.put_off(PUT_OFF, limit=1)),
        warnings=warnings.now(),
    )


@bp.get("/drafts")
@access.open_to(Action.REGISTER)
def drafts() -> ResponseReturnValue:
    """List the cases that are begun and not complete."""
    lines = access.store().cases.latest(CaseStatus.DRAFT, limit=MOST_DRAFTS)
    return render_template(
        "field/draft_list.html", lines=[(line, _initials(line)) for line in lines]
    )


@bp.get("/resume")
@access.open_to(Action.REGISTER)
def resume() -> ResponseReturnValue:
    """Open the page and the box where somebody stopped, also after the power failed."""
    place = drafting.latest_place()
    if place:
        return redirect(place, code=303)
    lines = access.store().cases.latest(CaseStatus.DRAFT, limit=1)
    if not lines:
        return redirect(url_for("home.index"), code=303)
    case = case_here(lines[0].id)
    step = next_step(case, access.now().date(), after=Step(""))
    if step.person:
        there = url_for("people.edit", case=case.id, person=step.person, page=step.page)
    else:
        there = url_for("check.show", case=case.id)
    return redirect(there, code=303)


def _initials(line: CaseLine) -> str:
    focal = access.store().cases.individual(line.focal) if line.focal else None
    return initials(focal.text("name")) if focal else ""
