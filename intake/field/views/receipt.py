"""A receipt of consent: what was agreed, how to take it back, and no name on it."""

from collections.abc import Sequence
from datetime import datetime

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import ConsentAnswer, Purpose, Recipient
from intake.domain.consent import newest, standing
from intake.errors import NotFound
from intake.field.reading import language_of, member_here
from intake.field.views.slip import ASK, NOT_IDENTITY, Line, lines
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.security.roles import Action
from intake.web import access, labels
from intake.web.wording import answer_in_words, line_in_words

bp = Blueprint("receipt", __name__)

TAKEN_BACK = _l("This paper says that an agreement was taken back.")
WHEN = _l("The registry carries it out when this laptop has synced.")
NO_HARM = _l("Taking it back has no bad effect for you.")
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
            (_said(labels.label(p), language), _said(_answer(found, person, p), language))
            for p in Purpose
        ],
        texts=[lines(text, language) for text in (TAKE_BACK, ASK, NOT_IDENTITY)],
        day=datetime.fromisoformat(max(given)) if given else access.now(),
    )


@bp.get("/cases/<case>/people/<person>/taken-back/<purpose>")
@bp.get("/cases/<case>/people/<person>/taken-back/<purpose>/<recipient>")
@access.open_to(Action.REGISTER)
def taken_back(case: str, person: str, purpose: str, recipient: str = "") -> ResponseReturnValue:
    """Show what one person took back and when, in their language too (DP-05)."""
    found, member = member_here(case, person)
    if purpose not in set(Purpose) or recipient not in ("", *Recipient):
        raise NotFound(thing="purpose")
    line = (Purpose(purpose), Recipient(recipient) if recipient else None)
    if standing(found.consents, person, *line) is not ConsentAnswer.WITHDRAWN:
        raise NotFound(thing="withdrawal")
    own = [c for c in found.consents if c.individual == person and c.line == line]
    return paper(
        member.number,
        what=[Lazy(lambda: line_in_words(*line))],
        language=language_of(found, member),
        at=datetime.fromisoformat(max(own, key=lambda c: c.hlc).at),
        back=url_for("record.show", case=case),
    )


def paper(
    number: str, *, what: Sequence[Lazy], language: str, at: datetime, back: str
) -> ResponseReturnValue:
    """The receipt of a withdrawal: a number, what, when; no name."""
    return render_template(
        "field/withdrawal.html",
        number=number,
        texts=[lines(text, language) for text in (TAKEN_BACK, WHEN, NO_HARM)],
        what=[_said(words, language) for words in what],
        at=at,
        back=back,
    )


def _answer(case: Case, person: str, purpose: Purpose) -> Lazy:
    """What somebody agrees to now, with the last day where there is one."""
    last = newest(case.consents, person, (purpose, None))
    if last is None:
        return labels.label(ConsentAnswer.NOT_ASKED)
    return Lazy(lambda: answer_in_words(last.holds, last.until))


def _said(words: Lazy, language: str) -> list[Line]:
    """The same words in both languages; once where they are the same."""
    both = lines(words, language)
    return both[:1] if len({line.text for line in both}) == 1 else both
