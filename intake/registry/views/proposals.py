"""Proposing what is established: outcome and reason by fact, level, next step."""

from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import FactOutcome, IdentityLevel, NextStep
from intake.domain.decision import propose
from intake.domain.event import DecisionProposed, FactDecision
from intake.errors import AlreadyDecided, LevelTooHigh, RuleBroken
from intake.i18n import gettext as _
from intake.interview.charged import charged_words
from intake.registry.forms.decisions import FactForm, ProposalForm, SupportsForm, fact_forms
from intake.registry.verifying import conducting
from intake.registry.verifying.grounds import Dossier, Reach, dossier, grounds, reach
from intake.registry.views.findings import finished
from intake.security.roles import Action
from intake.store.decisions import Decision
from intake.web import access
from intake.web.fields import Answer
from intake.web.forms import BaseForm
from intake.web.sentences import sentence

bp = Blueprint("proposals", __name__)
RETURNED = "returned"


class Sheet:
    """The forms of one proposal, read from what was sent or from a returned proposal."""

    def __init__(self, about: Dossier) -> None:
        sent = request.form if request.method == "POST" else None
        self.returned = _latest(about, returned=True)
        before = self.returned
        told = {f.fact: (f.outcome.value, f.reason) for f in before.facts} if before else {}
        self.facts: list[tuple[str, FactForm]] = fact_forms(about.interview.facts, sent, told)
        self.supports = SupportsForm(sent)
        self.proposal = ProposalForm(sent, data=_before(before))
        self.charged: tuple[str, ...] = ()

    def forms(self) -> list[BaseForm]:
        """All of them, in page order."""
        return [*(form for _fact, form in self.facts), self.supports, self.proposal]

    def validate(self) -> bool:
        """Check every form, so that all problems show at once."""
        checked = [form.validate() for form in self.forms()]
        return all(checked)

    def problems(self) -> list[tuple[str, str]]:
        """What the error summary lists."""
        return [problem for form in self.forms() for problem in form.problems()]

    def texts(self) -> str:
        """Everything the person will hear, to look for words about how somebody seemed."""
        fields = [form.reason for _fact, form in self.facts]
        fields += [self.proposal.message, self.proposal.helps]
        return "\n".join(str(field.answer.value or "") for field in fields)

    def refuse(self, error: RuleBroken) -> None:
        """Show a refusal beside what it is about."""
        if isinstance(error, LevelTooHigh):
            self.proposal.level.errors = [*self.proposal.level.errors, sentence(error)]
            return
        about = error.facts.get("fact")
        for form in self.forms():
            if any(about and about == field.question for field in form.questions()):
                form.refuse(error)
                return
        self.proposal.refuse(error)


@bp.get("/interviews/<interview>/decision")
@access.open_to(Action.PROPOSE_DECISION)
def show(interview: str) -> ResponseReturnValue:
    """Show what was found and the forms of a proposal, or the one that stands."""
    about = finished(interview)
    standing = _latest(about, returned=False)
    if standing:
        return redirect(url_for("decisions.show", decision=standing.id), code=303)
    return _proposal_page(about, Sheet(about))


@bp.post("/interviews/<interview>/decision")
@access.open_to(Action.PROPOSE_DECISION)
def send(interview: str) -> ResponseReturnValue:
    """Record a proposal, or show how far its supports reach, or why it cannot stand."""
    about = finished(interview)
    sheet = Sheet(about)
    if request.form.get("look"):
        return _proposal_page(about, sheet)
    if not sheet.validate():
        return _proposal_page(about, sheet)
    sheet.charged = charged_words(sheet.texts())
    if sheet.charged and request.form.get("warned") != "yes":
        return _proposal_page(about, sheet)
    try:
        made = _propose(interview, sheet)
    except RuleBroken as error:
        sheet.refuse(error)
        return _proposal_page(about, sheet)
    flash(_("The proposal waits for a second person."), "good")
    return redirect(url_for("decisions.show", decision=made.decision), code=303)


def _propose(interview: str, sheet: Sheet) -> DecisionProposed:
    store = access.store()
    with store.together():  # gathered and recorded at once: of two proposals one is first
        about = dossier(store, interview, access.now().date())
        if _latest(about, returned=False):
            raise AlreadyDecided(interview=interview)
        made = propose(_proposed(about, sheet), grounds(about, _reach(about, sheet)))
        store.record(made)
    return made


def _proposed(about: Dossier, sheet: Sheet) -> DecisionProposed:
    told = sheet.proposal
    weeks = told.again.answer.value
    review_by = access.now().date() + timedelta(weeks=int(str(weeks))) if weeks else None
    return DecisionProposed(
        case=about.case.id,
        decision=access.new_id(),
        interview=about.interview.id,
        individual=about.person.id,
        facts=tuple(_fact_decision(fact, form) for fact, form in sheet.facts),
        level=IdentityLevel(str(told.level.answer.value)),
        supports=sheet.supports.classes(),
        next_step=NextStep(str(told.next_step.answer.value)),
        message=str(told.message.answer.value),
        helps=str(told.helps.answer.value or ""),
        review_by=review_by.isoformat() if review_by else "",
        by=access.actor(),
        at=access.now(),
    )


def _fact_decision(fact: str, form: FactForm) -> FactDecision:
    outcome = FactOutcome(str(form.outcome.answer.value))
    return FactDecision(fact, outcome, str(form.reason.answer.value))


def _latest(about: Dossier, *, returned: bool) -> Decision | None:
    """The newest proposal on this interview that was returned, or that was not."""
    made = access.store().decisions.of_interview(about.interview.id)
    return next((d for d in made if (d.status == RETURNED) is returned), None)


def _before(decision: Decision | None) -> dict[str, Answer]:
    if decision is None:
        return {}
    return {
        "level": Answer(decision.level.value),
        "next_step": Answer(decision.next_step.value),
        "message": Answer(decision.message),
        "helps": Answer(decision.helps or None),
    }


def _reach(about: Dossier, sheet: Sheet) -> Reach:
    confirmed = bool(sheet.supports.authoritative.answer.value)
    given = sheet.supports.supports()
    return reach(access.store(), about, given, authoritative=confirmed)


def _proposal_page(about: Dossier, sheet: Sheet) -> ResponseReturnValue:
    page = render_template(
        "registry/proposal.html",
        about=about,
        held=about.interview,
        person=about.person,
        sheet=sheet,
        reached=_reach(about, sheet),
        found=conducting.differences(about.interview, about.person),
    )
    return page, 422 if sheet.problems() or sheet.charged else 200
