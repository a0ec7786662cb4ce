"""The slip people take along: a number to come back with, nothing about them."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake import i18n
from intake.domain.case import Case, add_member
from intake.domain.codes import Level
from intake.field.reading import case_here
from intake.i18n import Lazy, current
from intake.i18n import lazy_gettext as _l
from intake.security.roles import Action
from intake.web import access, qr, spoken

bp = Blueprint("slip", __name__)
ROLL = "roll"
"""Paper of 80 by 120 mm, one slip on each; else one sheet, to cut."""

LANGUAGES = 2
"""How many languages a slip speaks (V-23)."""

MOST = 60
"""More slips than this for one group are not printed at once."""

NOT_IDENTITY = _l("This is not an identity document. It shows a functional, not a legal, identity.")
KEEP = _l("Keep it: the number finds your record again.")
ASK = _l("To see, correct or delete your record, ask at:")
GROUP = _l("Number of the group")
PERSON = _l("Number of one person")


@dataclass(frozen=True, slots=True)
class Slip:
    """One paper: a number, its code, and which kind of number it is."""

    number: str
    code: qr.QrPath
    head: Lazy
    group: str = ""
    """On a part to tear off: the number of its group, so that split families can prove the link."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the slip in one of its languages."""

    text: str
    lang: str
    direction: str


@bp.get("/cases/<case>/slip")
@access.open_to(Action.REGISTER)
def show(case: str) -> ResponseReturnValue:
    """Show one slip for the group and one to tear off for each member."""
    found = case_here(case)
    return render_template(
        "field/slip.html",
        case=found,
        slips=slips(found),
        is_sheet=request.args.get("paper") != ROLL,
        counted=counted(found) if found.level is Level.QUICK and not found.members else 0,
        in_both=lambda text: lines(text, found.notice_language),
        group_head=GROUP,
        texts=(NOT_IDENTITY, KEEP, ASK),
        day=datetime.fromisoformat(found.opened_at),
    )


@bp.post("/cases/<case>/numbers")
@access.open_to(Action.REGISTER)
def numbers(case: str) -> ResponseReturnValue:
    """Give everybody counted in a quick group a number of their own to take along."""
    found, store = case_here(case), access.store()
    with store.together():
        for _ in range(counted(found) - len(found.members)):
            store.record(
                add_member(
                    case_here(case),
                    individual=access.new_id(),
                    number=access.new_number(),
                    by=access.actor(),
                    at=access.now(),
                )
            )
    return redirect(url_for("slip.show", case=case), code=303)


def counted(case: Case) -> int:
    """How many people a quick group was counted as."""
    tally = case.value("tally")
    found = tally.values() if isinstance(tally, dict) else ()
    return min(sum(n for n in found if isinstance(n, int)), MOST)


def slips(case: Case) -> list[Slip]:
    """What is printed for a group: nothing but numbers."""
    group = Slip(case.number, qr.draw(case.number), GROUP)
    return [group, *(Slip(m.number, qr.draw(m.number), PERSON, case.number) for m in case.members)]


def lines(text: Lazy, language: str) -> list[Line]:
    """A sentence in the person's language first, then in the screen's or in English."""
    tags = dict.fromkeys((spoken.screen_tag(language) or current(), current(), i18n.SOURCE))
    return [_line(text, tag) for tag in [*tags][:LANGUAGES]]


def _line(text: Lazy, tag: str) -> Line:
    return Line(spoken.say(text, tag), i18n.html_lang(tag), i18n.direction(tag))
