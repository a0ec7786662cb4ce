"""A receipt of consent: what was agreed, how to take it back, and no name on it."""

from datetime import datetime

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from intake.domain.codes import Purpose
from intake.domain.consent import standing
from intake.field.reading import language_of, member_here
from intake.field.views.slip import ASK, NOT_IDENTITY, Line, lines
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.security.roles import Action
from intake.web import access, labels

bp = Blueprint("receipt", __name__)

HEAD = _l("What you agreed to")
TAKE_BACK = _l(
    "You can take each answer back whenever you want: tell the registration desk this number. "
    "You need not say why, and you lose nothing by it."
)


@bp.get("/cases/<case>/people/<person>/receipt")
@access.open_to(Action.REGISTER)
def show(case: str, person: str) -> ResponseReturnValue:
    """Show the paper for one person, in their language and in that of the screen."""
    found, member = member_here(case, person)
    language = language_of(found, member)
    given = [c.at for c in found.consents if c.individual == person]
    return render_template(
        "field/receipt.html",
        case=found,
        member=member,
        head=lines(HEAD, language),
        rows=[
            (_said(labels.label(p), language), _said(labels.label(answer), language))
            for p in Purpose
            for answer in [standing(found.consents, person, p)]
        ],
        texts=[lines(text, language) for text in (TAKE_BACK, ASK, NOT_IDENTITY)],
        day=datetime.fromisoformat(max(given)) if given else access.now(),
    )


def _said(words: Lazy, language: str) -> list[Line]:
    """The same words in both languages; once where they are the same."""
    both = lines(words, language)
    return both[:1] if len({line.text for line in both}) == 1 else both
