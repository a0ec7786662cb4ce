"""Adding a question while talking: from the bank, or in one's own words."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.event import PlannedQuestion
from intake.domain.individual import Individual
from intake.errors import NotFound, RuleBroken
from intake.i18n import gettext as _
from intake.i18n import pgettext
from intake.interview import adding
from intake.interview.script import BankQuestion
from intake.registry.verifying import asking, conducting
from intake.registry.views import interview_desk
from intake.registry.views import interview_page as pages
from intake.registry.views.interview_desk import mine as _mine
from intake.registry.views.interviews import MOST_TYPED, _refused
from intake.security.roles import Action, may
from intake.store.interviews import Interview
from intake.web import access
from intake.web.forms import typed

bp = Blueprint("interview_questions", __name__)


@bp.app_template_filter("may_add")
def may_add(held: Interview, person: Individual) -> list[tuple[str, str]]:
    """The questions of the bank that may be added, with their words."""
    return [(q.id, pgettext("interview", q.text)) for q in _offered(held, person, thin=True)]


@bp.app_template_filter("left_out")
def left_out(held: Interview) -> list[str]:
    """Planned questions that are not asked as this talk is, in words."""
    planned = (q.question for q in held.questions)
    return [asking.words_of(held, q) for q in planned if asking.is_left_out(held, q)]


@bp.post("/interviews/<interview>/questions")
@access.open_to(Action.INTERVIEW, max_bytes=MOST_TYPED)
def add(interview: str) -> ResponseReturnValue:
    """Add one question; what was typed on the page is kept as it stands."""
    store = access.store()
    try:
        with store.together():
            held, person = _mine(interview)
            conducting.refuse_if_halted(held)
            wanted = _wanted(held, person)
            if wanted is not None:
                state = conducting.state_of(held, person, access.now().date())
                themes = asking.themes(held, [wanted.question])
                by, at = access.actor(), access.now()
                added = adding.add(wanted, state, held.questions, themes, by=by, at=at)
                interview_desk.take(held, added)
            _keep(held)
    except RuleBroken as error:
        held, person = _mine(interview)
        return _refused(held, person, error)
    if wanted is not None:
        flash(_("The question is added below the others."), "good")
    return redirect(url_for("interviews.show", interview=interview), code=303)


def _wanted(held: Interview, person: Individual) -> PlannedQuestion | None:
    """The question asked for; None for one that stands there already, or for nothing."""
    own = request.form.get("own_question", "").strip()
    if own:
        return adding.own_question(own, held.questions)
    chosen = request.form.get("add_question", "")
    if not chosen or held.planned(chosen):
        return None
    thin = request.form.get("thin") == "yes"
    offered = {q.id: q for q in _offered(held, person, thin=thin)}
    if chosen not in offered:
        raise NotFound(thing="question")
    return adding.from_bank(offered[chosen])


def _offered(held: Interview, person: Individual, *, thin: bool) -> tuple[BankQuestion, ...]:
    protection = may(access.actor_roles(), Action.FOLLOW_NEEDS)
    today = access.now().date()
    return asking.offered(held, person, today, thin=thin, protection=protection)


def _keep(held: Interview) -> None:
    """Keep what is typed of the answers, not the question that was just added."""
    papers, page = access.store().papers, pages.draft_name(held)
    kept = papers.draft(page)
    body = typed(request.form)
    for name in ("own_question", "add_question", "thin"):
        body.pop(name, None)
    papers.keep_draft(page, body, rev=kept.rev if kept else 0, at=access.now())
