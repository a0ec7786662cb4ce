"""Proposing what is established: outcome and reason by fact, level, next step."""

from collections.abc import Collection
from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain import identity
from intake.domain.codes import DecisionStatus, FactOutcome, IdentityLevel, NextStep
from intake.domain.decision import FindingMissing, LevelFalls, propose, unfound
from intake.domain.event import DecisionProposed, FactDecision
from intake.errors import AlreadyDecided, LevelTooHigh, RuleBroken, Stale
from intake.i18n import gettext as _
from intake.interview.boilerplate import LAST, repeated
from intake.interview.charged import charged_words
from intake.registry import settings
from intake.registry.desk import desk
from intake.registry.forms.decisions import FactForm, ProposalForm, fact_forms
from intake.registry.verifying import conducting
from intake.registry.verifying.evidence import named_evidence
from intake.registry.verifying.grounds import Dossier, Reach, dossier, explained, grounds, reach
from intake.registry.verifying.supports import is_authoritative, supports_of
from intake.registry.views import papers
from intake.registry.views.findings import assessed, finished, refuse_colleagues
from intake.registry.views.supports import support_lines
from intake.security.roles import Action
from intake.security.sampling import is_sampled
from intake.store.decisions import Decision
from intake.store.interviews import Interview
from intake.web import access, labels
from intake.web.fields import Answer
from intake.web.forms import BaseForm
from intake.web.sentences import sentence

bp = Blueprint("proposals", __name__)
LET_GO = (DecisionStatus.RETURNED, DecisionStatus.REOPENED)


class Sheet:
    """The forms of one proposal, read from what was sent or from a returned proposal."""

    def __init__(self, about: Dossier) -> None:
        self.kept = papers.kept(_paper(about.interview)) if request.method == "GET" else None
        sent = self.kept or (request.form if request.method == "POST" else None)
        self.returned = _let_go(about)
        before = self.returned
        told = (
            {f.fact: (f.outcome.value, f.reason, f.weighed) for f in before.facts} if before else {}
        )
        self.facts: list[tuple[str, FactForm]] = fact_forms(about.interview.facts, sent, told)
        self.proposal = ProposalForm(sent, data=_before(before))
        self.charged: tuple[str, ...] = ()
        self.repeated: tuple[str, ...] = ()

    def forms(self) -> list[BaseForm]:
        """All of them, in page order."""
        return [*(form for _fact, form in self.facts), self.proposal]

    def validate(self) -> bool:
        """Check every form, so that all problems show at once."""
        checked = [form.validate() for form in self.forms()]
        return all(checked)

    def problems(self) -> list[tuple[str, str]]:
        """What the error summary lists."""
        return [problem for form in self.forms() for problem in form.problems()]

    def texts(self) -> str:
        """Everything the person will hear, to look for words about how somebody seemed."""
        fields = [box for _fact, form in self.facts for box in (form.reason, form.weighed)]
        fields += [self.proposal.message, self.proposal.helps, self.proposal.falls]
        return "\n".join(str(field.answer.value or "") for field in fields)

    def warn(self, about: Dossier) -> bool:
        """Point out charged words and reasons written before, unless kept on purpose."""
        if request.form.get("warned") != "yes":
            self.charged = charged_words(self.texts())
        if request.form.get("repeated") != "yes":
            before = access.store().decisions.reasons_by(
                access.actor(), besides=about.interview.id, limit=LAST
            )
            written = [str(form.reason.answer.value) for _fact, form in self.facts]
            self.repeated = repeated(written, before)
        return bool(self.charged or self.repeated)

    def refuse(self, error: RuleBroken) -> None:
        """Show a refusal beside what it is about."""
        if isinstance(error, LevelFalls):
            self.proposal.falls.errors = [*self.proposal.falls.errors, sentence(error)]
            return
        if error.facts.get("part") == "weighed":
            self._refuse_weighed(error)
            return
        if isinstance(error, FindingMissing):
            self._refuse_unfound(str(error.facts["facts"]).split())
            return
        if isinstance(error, LevelTooHigh):
            self.proposal.level.errors = [*self.proposal.level.errors, sentence(error)]
            return
        about = error.facts.get("fact")
        for form in self.forms():
            if any(about and about == field.question for field in form.questions()):
                form.refuse(error)
                return
        self.proposal.refuse(error)

    def _refuse_unfound(self, facts: Collection[str]) -> None:
        for fact, form in self.facts:
            if fact in facts:
                words = _("%(what)s: first record what was found.", what=labels.question(fact))
                form.outcome.errors = [*form.outcome.errors, words]

    def _refuse_weighed(self, error: RuleBroken) -> None:
        box = next(form.weighed for fact, form in self.facts if fact == error.facts["fact"])
        box.errors = [*box.errors, _("Write what was made of the explanation.")]


@bp.get("/interviews/<interview>/decision")
@access.open_to(Action.PROPOSE_DECISION)
def show(interview: str) -> ResponseReturnValue:
    """Show what was found and the forms of a proposal, or the one that stands."""
    about = finished(interview)
    standing = _standing(about.person.id)
    if standing:
        return redirect(url_for("decisions.show", decision=standing.id), code=303)
    return _proposal_page(about, Sheet(about))


@bp.post("/interviews/<interview>/decision")
@access.open_to(Action.PROPOSE_DECISION)
def send(interview: str) -> ResponseReturnValue:
    """Record a proposal, or say why it cannot stand."""
    store, about = access.store(), finished(interview)
    sheet = Sheet(about)
    if request.form.get("keep"):
        return _kept_for_later(about, sheet)
    find = request.form.get("find")
    if find in about.interview.facts:
        papers.keep(_paper(about.interview))
        return redirect(url_for("findings.show", interview=interview, fact=find), code=303)
    if not sheet.validate():
        return _proposal_page(about, sheet)
    if sheet.warn(about):
        return _proposal_page(about, sheet)
    try:
        made = _propose(interview, sheet)
    except RuleBroken as error:
        if isinstance(error, FindingMissing):
            papers.keep(_paper(about.interview))
        sheet.refuse(error)
        return _proposal_page(about, sheet)
    store.papers.drop_draft(_paper(about.interview))
    flash(_("The proposal waits for a second person."), "good")
    return redirect(url_for("decisions.show", decision=made.decision), code=303)


@bp.post("/interviews/<interview>/decision/draft")
@access.open_to(Action.PROPOSE_DECISION)
def draft(interview: str) -> ResponseReturnValue:
    """Keep what is being typed, so that a crash loses no word."""
    held = assessed(interview)
    if _standing(held.individual):
        raise AlreadyDecided(interview=interview)
    return {"rev": papers.keep(_paper(held), papers.sent_rev())}


def _propose(interview: str, sheet: Sheet) -> DecisionProposed:
    store = access.store()
    with store.together():  # gathered and recorded at once: of two proposals one is first
        about = dossier(store, interview, access.now().date())
        refuse_colleagues(about.interview)
        now = store.identities.of(about.person.id)
        if _standing(about.person.id):
            raise AlreadyDecided(interview=interview)
        made = propose(_proposed(about, sheet), grounds(about, _reach(about), now.level))
        store.record(identity.taken(now.state, made, access.actor_roles()))
    return made


def _proposed(about: Dossier, sheet: Sheet) -> DecisionProposed:
    told = sheet.proposal
    weeks = told.again.answer.value
    review_by = access.now().date() + timedelta(weeks=int(str(weeks))) if weeks else None
    decision = access.new_id()
    store = access.store()
    secret = store.identity.sign_private
    return DecisionProposed(
        case=about.case.id,
        decision=decision,
        blind=is_sampled(secret, decision, one_in=settings.blind_one_in(store, desk())),
        interview=about.interview.id,
        individual=about.person.id,
        facts=tuple(_fact_decision(fact, form) for fact, form in sheet.facts),
        level=IdentityLevel(str(told.level.answer.value)),
        supports=tuple(dict.fromkeys(s.kind for s in supports_of(access.store(), about.person.id))),
        next_step=NextStep(str(told.next_step.answer.value)),
        message=str(told.message.answer.value),
        helps=str(told.helps.answer.value or ""),
        falls=str(told.falls.answer.value or ""),
        review_by=review_by.isoformat() if review_by else "",
        by=access.actor(),
        at=access.now(),
    )


def _fact_decision(fact: str, form: FactForm) -> FactDecision:
    outcome = FactOutcome(str(form.outcome.answer.value))
    weighed = str(form.weighed.answer.value or "")
    return FactDecision(fact, outcome, str(form.reason.answer.value), weighed)


def _standing(individual: str) -> Decision | None:
    """The decision on this person that is on its way, or that is final and not reopened."""
    state = access.store().identities.of(individual).state
    if state in identity.MAY_PROPOSE:
        return None
    made = access.store().decisions.of_individual(individual)
    return next((d for d in made if d.status not in LET_GO), None)


def _let_go(about: Dossier) -> Decision | None:
    """The last one on this interview, if it was returned or is looked at again."""
    made = access.store().decisions.of_interview(about.interview.id)
    return made[0] if made and made[0].status in LET_GO else None


def _paper(held: Interview) -> str:
    """Under which name what is typed is kept, for whoever types it alone."""
    return f"{held.case}/proposal-{held.id}-{access.actor()}"


def _kept_for_later(about: Dossier, sheet: Sheet) -> ResponseReturnValue:
    """Keep what is typed because somebody says so; the way without script."""
    try:
        papers.keep(_paper(about.interview), papers.sent_rev())
    except Stale as error:
        sheet.proposal.refuse(error)
        return _proposal_page(about, sheet)
    flash(_("Kept. It is not proposed yet."), "good")
    return redirect(url_for("proposals.show", interview=about.interview.id), code=303)


def _before(decision: Decision | None) -> dict[str, Answer]:
    if decision is None:
        return {}
    return {
        "level": Answer(decision.level.value),
        "next_step": Answer(decision.next_step.value),
        "message": Answer(decision.message),
        "helps": Answer(decision.helps or None),
        "falls": Answer(decision.falls or None),
    }


def _reach(about: Dossier) -> Reach:
    store, who = access.store(), about.person.id
    return reach(store, about, supports_of(store, who), authoritative=is_authoritative(store, who))


def _proposal_page(about: Dossier, sheet: Sheet) -> ResponseReturnValue:
    page = render_template(
        "registry/proposal.html",
        about=about,
        held=about.interview,
        person=about.person,
        sheet=sheet,
        rev=papers.kept_rev(_paper(about.interview)),
        reached=_reach(about),
        **support_lines(about.person.id),
        held_level=access.store().identities.of(about.person.id).level,
        explained=explained(about.interview),
        unfound=unfound(about.interview.facts, about.interview.findings),
        found=conducting.differences(about.interview, about.person),
        named=named_evidence(access.store(), about),
    )
    return page, 422 if sheet.problems() or sheet.charged or sheet.repeated else 200
