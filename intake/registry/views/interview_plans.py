"""Planning an interview: why to talk, about what, in which language, through whom."""

import re
from collections.abc import Collection, Iterable
from enum import StrEnum

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain import codes
from intake.domain.case import could_be_child
from intake.domain.codes import (
    Absent,
    InterpreterKind,
    InterpreterWish,
    ReadBack,
    StopReason,
    Supporter,
    ViewPurpose,
)
from intake.domain.event import InterviewPlanned, InterviewScheduled, PlannedQuestion
from intake.domain.individual import Individual
from intake.domain.interview import INTERVIEW, WhyMissing, schedule
from intake.domain.language import not_to_talk_in, to_talk_in
from intake.domain.questions import MATERIAL
from intake.errors import RuleBroken
from intake.i18n import gettext as _
from intake.i18n import pgettext
from intake.interview.adding import own_question
from intake.interview.bank import BANK_VERSION, QUESTION_BANK
from intake.interview.checks import Check
from intake.interview.facts import EXAMINABLE
from intake.interview.never_ask import NEVER_ASK
from intake.interview.plan import CLOSING, NARRATIVE
from intake.interview.script import Never
from intake.registry.forms.interviews import LANGUAGES, PlanForm, plan_form
from intake.registry.forms.talks import FurtherForm
from intake.registry.verifying import appointing, leases, planning
from intake.registry.verifying.asking import avoided
from intake.registry.verifying.conducting import limits_of
from intake.registry.verifying.planning import Preparation
from intake.registry.views import interview_desk
from intake.registry.views.opening import opened
from intake.security.roles import Action
from intake.store import Store
from intake.web import access, labels
from intake.web.fields import Answer
from intake.web.labels.interviewing import FACT_STATES, WHY_ASKED

bp = Blueprint("interview_plans", __name__)
ALWAYS = (NARRATIVE, *CLOSING)
"""Questions that belong to every interview: the person's own story, and the end."""

_WISHES = ("language-skills", "interpreter-wanted", "interpreter-sex")
"""What the person said of languages and interpreters, shown beside the choice of both."""

_WISHED = {
    "woman": InterpreterWish.WOMAN,
    "man": InterpreterWish.MAN,
    "either": InterpreterWish.NO_WISH,
}

_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)


@bp.app_template_filter("why_asked")
def why_asked(code: str) -> str:
    """Why a question was chosen."""
    return str(WHY_ASKED[code])


@bp.app_template_filter("fact_state")
def fact_state(code: str) -> str:
    """How a fact stands in the record."""
    return str(FACT_STATES[code])


@bp.app_template_filter("open_point")
def open_point(key: str) -> str:
    """The short name of something to clear up."""
    return str(labels.open_point(key))


@bp.app_template_filter("bank_text")
def bank_text(question: str) -> str:
    """The words of a question in the language of the screen."""
    return pgettext("interview", QUESTION_BANK[question].text)


@bp.app_template_filter("absent_words")
def absent_words(code: str) -> str:
    """Why there is no answer."""
    return str(labels.label(Absent(code)))


@bp.app_template_filter("stop_reason")
def stop_reason(code: str) -> str:
    """Why an interview paused or stopped."""
    return str(labels.label(StopReason(code)))


@bp.app_template_filter("read_back")
def read_back(code: str) -> str:
    """What the person said of the record."""
    return str(labels.label(ReadBack(code)))


@bp.app_template_filter("code")
def code_words(code: str, name: str) -> str:
    """A stored code of this list in words; "" for one that is not said any more."""
    kind: type[StrEnum] = Check if name == "Check" else getattr(codes, name)
    return str(labels.label(kind(code))) if code in {item.value for item in kind} else ""


@bp.get("/people/<individual>/interviews/new")
@access.open_to(Action.INTERVIEW)
def prepare(individual: str) -> ResponseReturnValue:
    """Show what speaks for an interview and propose its questions."""
    return begin(_person(individual), FurtherForm())


def begin(person: Individual, further: FurtherForm) -> ResponseReturnValue:
    """The page of a plan not typed in yet, with a request for one more talk."""
    known = _known_language(access.store(), person)
    wish = _WISHED.get(str(person.value("interpreter-sex")))
    form = _form()(
        data={
            "interviewer": Answer(access.actor()),
            "language": Answer(known or None),
            "wish": Answer(wish.value if wish else None),
        }
    )
    return _page(person, access.new_id(), form, further)


@bp.post("/people/<individual>/interviews/new")
@access.open_to(Action.INTERVIEW)
def plan(individual: str) -> ResponseReturnValue:
    """Record the plan; sent twice, it is one plan."""
    person = _person(individual)
    sent = request.form.get("interview", "")
    interview = sent if _ID.fullmatch(sent) else access.new_id()
    form = _form()(request.form)
    if form.validate():
        try:
            if _record(person, interview, form):
                flash(_("The interview is planned."), "good")
        except RuleBroken as error:
            form.refuse(error)
        else:
            return redirect(url_for("interviews.show", interview=interview), code=303)
    return _page(person, interview, form)


def _record(person: Individual, interview: str, form: PlanForm) -> bool:
    """Record the plan, and its day if it has one; False when it is recorded already."""
    store, now, user = access.store(), access.now(), access.actor()
    with store.together():
        if store.interviews.get(interview) is not None:
            return False
        leases.need(store, leases.plan_of(person.id), user, now)
        planner = str(form.interviewer.answer.value)
        appointing.check_plan(store, person.id, planner=user, interviewer=planner)
        avoid = _avoid(form)
        found = planning.prepare(store, person, interview, now.date(), avoid)
        made = _event(person, interview, form, found, avoid)
        INTERVIEW.take(None, made.kind, access.actor_roles())
        store.record(made)
        if form.starts.moment is not None:
            _give_a_day(interview, form)
        leases.let_go(store, leases.plan_of(person.id), user)
    return True


def _give_a_day(interview: str, form: PlanForm) -> None:
    held, person = interview_desk.found(interview)
    made = InterviewScheduled(
        case=held.case,
        interview=interview,
        starts=form.starts.moment or access.now(),
        place=str(form.place.answer.value or ""),
        private=form.private_place.is_yes,
        interviewer=held.interviewer,
        by=access.actor(),
        at=access.now(),
    )
    interview_desk.take(held, schedule(made, held.appointment, seen=""))
    interview_desk.warn(made, person)


def _event(
    person: Individual,
    interview: str,
    form: PlanForm,
    found: Preparation,
    avoid: Collection[Never],
) -> InterviewPlanned:
    facts = tuple(p for p in EXAMINABLE if p in request.form.getlist("fact")) or MATERIAL
    alone = str(form.alone_because.answer.value or "")
    is_alone = form.supporter.code not in (Supporter.GUARDIAN, Supporter.ADVISER)
    if could_be_child(person, access.now().date()) and is_alone and not alone:
        raise WhyMissing(fact="alone-because")
    return InterviewPlanned(
        case=person.case,
        interview=interview,
        individual=person.id,
        interviewer=str(form.interviewer.answer.value),
        language=str(form.language.answer.value),
        private_place=form.private_place.is_yes,
        wish=InterpreterWish(form.wish.code or InterpreterWish.NOT_ASKED),
        supporter=Supporter(form.supporter.code or Supporter.NOBODY),
        alone_because=alone,
        questions=_questions(form, found),
        facts=facts,
        bank_version=BANK_VERSION,
        avoid=tuple(sorted(code.value for code in avoid)),
        **form.interpreter_facts(),
        by=access.actor(),
        at=access.now(),
    )


def _questions(form: PlanForm, found: Preparation) -> tuple[PlannedQuestion, ...]:
    """The story, what was chosen, the interviewer's own question, and the closing ones."""
    wanted = {*request.form.getlist("question"), *ALWAYS}
    chosen = [q for q in found.questions if q.question in wanted]
    own = str(form.own.answer.value or "")
    typed = [own_question(own, ())] if own else []
    closing = [q for q in chosen if q.question in CLOSING]
    return (*(q for q in chosen if q not in closing), *typed, *closing)


def _avoid(form: PlanForm) -> frozenset[Never]:
    return avoided(
        InterpreterKind(str(form.interpreter.answer.value)),
        private=form.private_place.is_yes,
        others=form.supporter.code not in (None, Supporter.NOBODY),
        employer_unsafe=bool(form.employer_unsafe.answer.value),
    )


def _person(individual: str) -> Individual:
    return opened(individual, ViewPurpose.INTERVIEW)[1]


def _known_language(store: Store, person: Individual) -> str:
    """The language the person would rather talk in, as told, else the one of the notice."""
    case = store.cases.get(person.case)
    refused = not_to_talk_in(person)
    told = [*to_talk_in(person), *([case.notice_language] if case else [])]
    told = [tag for tag in told if tag not in refused]
    return next((tag for tag in told if tag in LANGUAGES), "")


def _form() -> type[PlanForm]:
    users = planning.interviewers(access.store())
    return plan_form([(user.id, user.name) for user in users])


def _page(
    person: Individual, interview: str, form: PlanForm, further: FurtherForm | None = None
) -> ResponseReturnValue:
    store, now, user = access.store(), access.now(), access.actor()
    found = planning.prepare(store, person, interview, now.date())
    is_mine = leases.keep(store, leases.plan_of(person.id), user, now)
    page = render_template(
        "registry/interview_plan.html",
        person=person,
        interview=interview,
        form=form,
        found=found,
        chosen=_chosen("question", [q.question for q in found.questions]),
        examined=_chosen("fact", MATERIAL),
        wishes=[path for path in _WISHES if person.value(path) is not None],
        choosable=[q for q in found.questions if q.question not in ALWAYS],
        limits=limits_of(person, now.date()),
        is_child=could_be_child(person, now.date()),
        standing=appointing.standing(store, person.id, user),
        further=further or FurtherForm(),
        is_mine=is_mine,
        until=now + leases.KEPT_FOR,
        left_over=appointing.left_over(store, person.id),
        never=[pgettext("interview", text) for text in NEVER_ASK],
    )
    return page, max(form.status, further.status if further else 0)


def _chosen(name: str, otherwise: Iterable[str]) -> set[str]:
    return set(request.form.getlist(name) if request.method == "POST" else otherwise)
