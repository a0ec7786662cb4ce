"""What is worth asking again before a record is read back, and where to change it."""

from dataclasses import dataclass

from flask import url_for

from intake.domain.case import Case
from intake.domain.codes import Doubt
from intake.domain.event import StatementsAdded
from intake.domain.plausibility import PATH, Doubtful, doubts
from intake.domain.statement import Statement
from intake.domain.stay import PATH as STAYS
from intake.errors import NotFound
from intake.field.hiding import answered_in_field
from intake.field.pages import Page
from intake.field.reading import called
from intake.web import access


@dataclass(frozen=True, slots=True)
class Worth:
    """One thing to ask again: whom it is about, and where it is changed."""

    found: Doubtful
    names: tuple[str, ...]
    href: str
    about: str = ""


def worth_asking(case: Case) -> list[Worth]:
    """Everything to ask again in this group, in the order of its people."""
    return [_worth(case, found) for found in doubts(case, access.now().date())]


def keep_as_said(case: Case, doubt: str, individual: str, other: str) -> StatementsAdded:
    """Write down that it was asked again and is so; raises NotFound for no such doubt."""
    for found in doubts(case, access.now().date()):
        if (found.doubt, found.individual, found.other) == (doubt, individual, other):
            kept = Statement(
                id=access.new_id(),
                subject=individual,
                path=PATH,
                value=found.doubt.value,
                source_ref=other,
            )
            return StatementsAdded(
                case=case.id, statements=(kept,), by=access.actor(), at=access.now()
            )
    raise NotFound(thing="doubt")


def _worth(case: Case, found: Doubtful) -> Worth:
    people = [case.member(found.individual), case.member(found.other)]
    line = _line(case, found)
    if line is not None:
        return Worth(found, tuple(called(one) for one in people if one is not None), *line)
    if found.doubt is Doubt.ANSWERS_DO_NOT_FIT:
        href = url_for("when.ask", case=case.id, person=found.individual)
    else:
        href = url_for("people.edit", case=case.id, person=found.individual, page=Page.WHO)
    return Worth(found, tuple(called(one) for one in people if one is not None), href)


def _line(case: Case, found: Doubtful) -> tuple[str, str] | None:
    """Where the line of a life is changed that a doubt is about, and its words."""
    person = case.member(found.individual)
    told = person.said if person else ()
    said = next((s.statement for s in told if s.statement.id == found.other), None)
    if said is None:
        return None
    page = "stays.edit" if said.path == STAYS else "relatives.edit"
    href = url_for(page, case=case.id, person=found.individual, line=said.id)
    return href, answered_in_field(said)
