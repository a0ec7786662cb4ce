"""The day sheet for the logbook of a station: counts, and the head of the ledger."""

from datetime import date

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from intake.domain.codes import CaseStatus
from intake.domain.day_sheet import SEXES, bands, day_sheet
from intake.field import bar
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("day", __name__)
_GROUP = 4


@bp.get("/day")
@access.open_to(Action.REGISTER)
def show() -> ResponseReturnValue:
    """Show the counts of a day, to be printed and signed; no line is about a person."""
    store, day = access.store(), _day(request.args.get("day", ""))
    found = (store.cases.get(case) for case in store.cases.opened_on(day.isoformat()))
    head = store.head(store.own_chain)
    counts = store.cases.counts()
    return render_template(
        "field/day.html",
        day=day,
        site=bar.place(),
        sheet=day_sheet((case for case in found if case is not None), day),
        sexes=SEXES,
        bands=bands(),
        drafts=counts.get(CaseStatus.DRAFT, 0),
        waiting=counts.get(CaseStatus.READY, 0) + counts.get(CaseStatus.SENT, 0),
        seq=head.seq,
        head=_in_groups(head.hash),
    )


def _day(text: str) -> date:
    """The day asked for, else today."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return access.now().date()


def _in_groups(code: str) -> list[str]:
    """A long code in pieces that can be compared by eye."""
    return [code[at : at + _GROUP] for at in range(0, len(code), _GROUP)]
