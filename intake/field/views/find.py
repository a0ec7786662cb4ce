"""Find a record by its number, by a scan of the slip, or by a name in any script."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from intake.domain.case import Case
from intake.domain.codes import CaseStatus
from intake.domain.ids import parse_number
from intake.errors import NumberInvalid
from intake.field.forms.find import FindForm
from intake.field.reading import initials
from intake.i18n import gettext
from intake.security.roles import Action
from intake.store.cases import CaseLine
from intake.web import access

bp = Blueprint("find", __name__)
MOST = 25


@dataclass(frozen=True, slots=True)
class Hit:
    """One found case as a list may show it: initials, never a whole name (DP-12)."""

    line: CaseLine
    initials: str
    address: str


@bp.get("/find")
@access.open_to(Action.REGISTER)
def show() -> ResponseReturnValue:
    """Show the empty box; a number in the address leads to its record, a name never."""
    number = _number(request.args.get("q", ""))
    case = access.store().cases.by_number(number) if number else None
    if case is not None:
        return redirect(address_of(case.id, case.status), code=303)
    form = FindForm(MultiDict({"words": number}) if number else None)
    if number:
        form.words.errors = [gettext("No record on this laptop has this number.")]
    return render_template("field/find.html", form=form, hits=None), form.status


@bp.post("/find")
@access.open_to(Action.REGISTER)
def search() -> ResponseReturnValue:
    """Look for what was typed; the page that answers holds no name in its address."""
    form = FindForm(request.form)
    if not form.validate():
        return render_template("field/find.html", form=form, hits=None), form.status
    case = _by_number(form)
    if case is not None:
        return redirect(address_of(case.id, case.status), code=303)
    hits = None if form.problems() else _by_name(form.typed)
    return render_template("field/find.html", form=form, hits=hits), form.status


def address_of(case: str, status: CaseStatus) -> str:
    """Where a case is opened: a draft at its tasks, a complete one at its record."""
    return url_for("cases.show" if status is CaseStatus.DRAFT else "record.show", case=case)


def _by_number(form: FindForm) -> Case | None:
    """The case with this number; what looks like a number and is none is said so."""
    looks = any(char.isdigit() for char in form.typed)
    number = _number(form.typed)
    found = access.store().cases.by_number(number) if number else None
    if found is None and looks:
        words = gettext("No record on this laptop has this number.")
        if not number:
            words = gettext("This is not a whole number. Compare each letter with the slip.")
        form.words.errors = [*form.words.errors, words]
    return found


def _number(text: str) -> str:
    try:
        return parse_number(text)
    except NumberInvalid:
        return ""


def _by_name(words: str) -> list[Hit]:
    return [_hit(line) for line in access.store().cases.find(words, limit=MOST)]


def _hit(line: CaseLine) -> Hit:
    focal = access.store().cases.individual(line.focal) if line.focal else None
    letters = initials(focal.text("name")) if focal else ""
    return Hit(line, letters, address_of(line.id, line.status))
