"""Read back to one person at a time: large, in their language, to be corrected."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import CaseStatus
from intake.domain.consent import MAIN
from intake.domain.individual import Individual
from intake.domain.relative import RELATIVE
from intake.domain.stay import PATH as STAYS
from intake.field import telling
from intake.field.reading import called, case_here, language_of, member_here
from intake.field.telling import Line, Telling
from intake.field.views.later import box_of
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("aloud", __name__)
_PAGES = {
    RELATIVE: "relatives.index",
    STAYS: "stays.index",
    telling.SHARING: "sharing.edit",
}
"""Where what has a page of its own is corrected."""


@bp.get("/cases/<case>/aloud")
@access.open_to(Action.REGISTER)
def group(case: str) -> ResponseReturnValue:
    """Show what the group said of itself, to be read to all of them."""
    found = case_here(case)
    return _show(found, None, telling.to_group(found))


@bp.get("/cases/<case>/aloud/<person>")
@access.open_to(Action.REGISTER)
def person(case: str, person: str) -> ResponseReturnValue:
    """Show what one person said, sentence by sentence, and nobody else's words."""
    found, member = member_here(case, person)
    return _show(found, member, telling.to_person(found, member, language_of(found, member)))


def _show(case: Case, member: Individual | None, told: Telling) -> ResponseReturnValue:
    before, after = _around(case, member)
    return render_template(
        "field/aloud.html",
        case=case,
        name=called(member) if member else "",
        told=told,
        lines=[(line, _correct(case, member, line)) for line in told.lines],
        before=before,
        after=after,
        is_draft=case.status is CaseStatus.DRAFT,
    )


def _around(case: Case, member: Individual | None) -> tuple[str, tuple[str, str] | None]:
    """The address before this one, and name and address of the person after it."""
    stops: list[Individual | None] = [None, *case.members]
    at = stops.index(member)
    following = stops[at + 1] if at + 1 < len(stops) else None
    after = (called(following), _address(case, following)) if following else None
    return _address(case, stops[at - 1]) if at else "", after


def _address(case: Case, member: Individual | None) -> str:
    if member is None:
        return url_for("aloud.group", case=case.id)
    return url_for("aloud.person", case=case.id, person=member.id)


def _correct(case: Case, member: Individual | None, line: Line) -> str:
    """The box in which this sentence is corrected."""
    if member is not None and line.path in {purpose.value for purpose in MAIN}:
        return url_for("agreements.edit", case=case.id, person=member.id)
    if member is not None and line.path in _PAGES:
        return url_for(_PAGES[line.path], case=case.id, person=member.id)
    return box_of(case, member, line.path)
