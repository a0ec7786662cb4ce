"""The tray of questions to ask later: each line leads to its page and its box."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import Absent, ConsentAnswer
from intake.domain.depth import CONSENT
from intake.domain.individual import Individual
from intake.domain.later import OVER, PUT_OFF, Later, asked_later
from intake.field.pages import ASKED_ON_MORE, OF_CHILDREN, Page, open_questions, page_of
from intake.field.reading import called, case_here, initials
from intake.field.reciting import page_title
from intake.i18n import Lazy, gettext
from intake.i18n import lazy_gettext as _l
from intake.security.roles import Action
from intake.web import access, labels

bp = Blueprint("later", __name__)
ASK_AGAIN = _l("Ask again what they agree to")
FINDS_OUT = _l("will find out")
MOST = 100
"""Groups on one page; more than this is a day's work of its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question that waits, the address of its box, and why where it is no gap."""

    words: Lazy
    href: str
    chip: Lazy | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person, or the group as a whole, with the questions that wait."""

    number: str
    who: str
    lines: tuple[Line, ...]


@bp.get("/later")
@access.open_to(Action.REGISTER)
def index() -> ResponseReturnValue:
    """List what waits on this laptop: numbers and first letters, never names (DP-12)."""
    cases = access.store().cases
    found = (cases.get(case) for case in cases.put_off(PUT_OFF, limit=MOST))
    groups = [(case, trays(case, is_named=False)) for case in found if case is not None]
    return render_template("field/later.html", groups=[g for g in groups if g[1]], case=None)


@bp.get("/cases/<case>/later")
@access.open_to(Action.REGISTER)
def show(case: str) -> ResponseReturnValue:
    """List what waits in one group, person by person."""
    found = case_here(case)
    tray = trays(found, is_named=True)
    return render_template("field/later.html", groups=[(found, tray)] if tray else [], case=found)


def trays(case: Case, *, is_named: bool) -> list[Waiting]:
    """Who of a group has questions that wait: the group first, then by place in it."""
    waiting: dict[str, list[Later]] = {}
    for later in waiting_in(case):
        waiting.setdefault(later.subject, []).append(later)
    return list(_trays(case, waiting, is_named=is_named))


def waiting_in(case: Case) -> tuple[Later, ...]:
    """Everything of a case that waits."""
    return asked_later(case, open_questions(case, access.now().date()))


def _trays(case: Case, waiting: dict[str, list[Later]], *, is_named: bool) -> Iterator[Waiting]:
    if case.id in waiting:
        lines = tuple(_line(case, None, later) for later in waiting[case.id])
        yield Waiting(case.number, gettext("The group"), lines)
    for member in case.members:
        if member.id in waiting:
            who = called(member) if is_named else initials(member.text("name"))
            lines = tuple(_line(case, member, later) for later in waiting[member.id])
            yield Waiting(member.number, who, lines)


def _line(case: Case, member: Individual | None, later: Later) -> Line:
    there = box_of(case, member, later.path)
    if later.path == OVER:
        return Line(ASK_AGAIN, there, labels.label(ConsentAnswer.OVER))
    chip = FINDS_OUT if later.why is Absent.LATER else None
    return Line(labels.question(later.path), there, chip)


def words_of(path: str) -> Lazy:
    """The short name of a question, or of the page that asks what somebody agrees to."""
    return page_title(Page.CONSENT) if path == CONSENT else labels.question(path)


def box_of(case: Case, member: Individual | None, path: str) -> str:
    """The address of the page that asks a question, down to its box."""
    anchor = "q-" + path.replace(".", "-")
    if member is not None and path in (CONSENT, OVER):
        return url_for("agreements.edit", case=case.id, person=member.id)
    if member is None:
        return url_for("urgent.edit", case=case.id, _anchor=anchor)
    more = next((page for page, paths in ASKED_ON_MORE.items() if path in paths), None)
    there = partial(url_for, case=case.id, person=member.id, _anchor=anchor)
    if more is not None:
        return there("more.edit", page=more)
    page = page_of(path)
    if page is not None:
        return there("people.edit", page=page)
    if path in OF_CHILDREN:
        return there("children.edit")
    return url_for("cases.show", case=case.id)
