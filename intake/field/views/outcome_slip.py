"""The paper of an outcome: a number, how far it came and what comes next; no name."""

from datetime import datetime

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from intake.errors import NotFound
from intake.field.outcomes import day_of
from intake.field.reading import language_of, member_here
from intake.field.views.slip import ASK, NOT_IDENTITY, lines
from intake.i18n import lazy_gettext as _l
from intake.security.roles import Action
from intake.store.decisions import Outcome
from intake.web import access
from intake.web.outcome_words import LEVELS, NEXT, REMEDY

bp = Blueprint("outcome_slip", __name__)

HEAD = _l("What the registry tells you")
AGAIN = _l("It is looked at again by:")


@bp.get("/cases/<case>/people/<person>/outcome")
@access.open_to(Action.REGISTER)
def show(case: str, person: str) -> ResponseReturnValue:
    """Show the paper in the person's language and in that of the screen.

    Facts and reasons are told by mouth: whoever finds the paper must not learn them.
    """
    found, member = member_here(case, person)
    told, language = _told(case, person), language_of(found, member)
    return render_template(
        "field/outcome_slip.html",
        case=found,
        member=member,
        head=lines(HEAD, language),
        texts=[lines(text, language) for text in (LEVELS[told.level], NEXT[told.next_step])],
        again=lines(AGAIN, language) if told.review_by else [],
        again_day=day_of(told.review_by),
        rights=[lines(text, language) for text in (REMEDY, ASK, NOT_IDENTITY)],
        day=datetime.fromisoformat(told.at),
    )


def _told(case: str, person: str) -> Outcome:
    for outcome in access.store().decisions.outcomes(case):
        if outcome.individual == person:
            return outcome
    raise NotFound(thing="outcome")
