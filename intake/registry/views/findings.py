"""Findings: what the answers show about each main fact, with the evidence named."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import FindingResult, Indicator, InterviewStatus, ViewPurpose
from intake.domain.event import FindingRecorded
from intake.errors import InterviewUnfinished, NotAllowed, NotFound, RuleBroken
from intake.i18n import gettext as _
from intake.i18n import lazy_gettext as _l
from intake.interview.charged import charged_words
from intake.interview.findings import finding
from intake.registry.forms.decisions import FindingForm
from intake.registry.verifying import conducting
from intake.registry.verifying.evidence import evidence_on, named_evidence
from intake.registry.verifying.grounds import Dossier, dossier, explained, leading
from intake.registry.viewing import note_view
from intake.security.roles import Action
from intake.store.interviews import Interview
from intake.web import access

bp = Blueprint("findings", __name__)

_SIDES = {
    "evidence": _l("Choose the answers or statements that show it."),
    "against": _l("Choose what speaks against it."),
}


@bp.get("/interviews/<interview>/findings")
@access.open_to(Action.PROPOSE_DECISION)
def show(interview: str) -> ResponseReturnValue:
    """Show one fact after the other, with what was said of it."""
    about = finished(interview)
    return _page(about, FindingForm())


@bp.post("/interviews/<interview>/findings")
@access.open_to(Action.PROPOSE_DECISION)
def add(interview: str) -> ResponseReturnValue:
    """Record one finding, if the rules of findings allow it."""
    about = finished(interview)
    form = FindingForm(request.form)
    if not form.validate():
        return _page(about, form)
    charged = charged_words(str(form.reason.answer.value))
    if charged and request.form.get("warned") != "yes":
        return _page(about, form, charged)
    try:
        with access.store().together():
            refuse_colleagues(access.store().interviews.get(interview))
            access.store().record(_checked(about, form))
    except RuleBroken as error:
        if error.facts.get("part") in _SIDES:
            form.form_errors = [str(_SIDES[str(error.facts["part"])])]
        else:
            form.refuse(error)
        return _page(about, form)
    flash(_("The finding is recorded."), "good")
    return redirect(url_for("findings.show", interview=interview, fact=_fact(about)), code=303)


def finished(interview: str) -> Dossier:
    """All of a finished interview, for whoever writes what it showed.

    The look is recorded. Raises `NotAllowed` for a colleague, `InterviewUnfinished` before
    it is signed.
    """
    store = access.store()
    about = dossier(store, interview, access.now().date())
    refuse_colleagues(about.interview)
    if about.interview.status is not InterviewStatus.FINISHED:
        raise InterviewUnfinished(interview=interview)
    note_view(
        store,
        about.case.id,
        about.person.id,
        purpose=ViewPurpose.DECISION,
        by=access.actor(),
        at=access.now(),
    )
    return about


def refuse_colleagues(held: Interview | None) -> None:
    """Let only whoever writes what an interview showed go on."""
    if held is None or held.writer != access.actor():
        raise NotAllowed()


def _checked(about: Dossier, form: FindingForm) -> FindingRecorded:
    held = about.interview
    offered = {one.id for one in evidence_on(access.store(), about, _fact(about))}
    made = FindingRecorded(
        case=held.case,
        interview=held.id,
        finding=access.new_id(),
        fact=_fact(about),
        indicator=Indicator(str(form.indicator.answer.value)),
        result=FindingResult(str(form.result.answer.value)),
        central=bool(form.central.answer.value),
        evidence=tuple(e for e in request.form.getlist("evidence") if e in offered),
        against=tuple(e for e in request.form.getlist("against") if e in offered),
        reason=str(form.reason.answer.value),
        by=access.actor(),
        at=access.now(),
    )
    return finding(made, child=about.child, explained=explained(held), leading=leading(held))


def _fact(about: Dossier) -> str:
    facts = about.interview.facts
    wanted = request.values.get("fact") or facts[0]
    if wanted not in facts:
        raise NotFound(thing="fact")
    return wanted


def _page(about: Dossier, form: FindingForm, charged: tuple[str, ...] = ()) -> ResponseReturnValue:
    fact = _fact(about)
    found = {d.path: d for d in conducting.differences(about.interview, about.person)}
    page = render_template(
        "registry/findings.html",
        about=about,
        held=about.interview,
        person=about.person,
        fact=fact,
        form=form,
        charged=charged,
        difference=found.get(fact),
        evidence=evidence_on(access.store(), about, fact),
        chosen={side: request.form.getlist(side) for side in _SIDES},
        named=named_evidence(access.store(), about),
        counts={
            f: sum(x.fact == f for x in about.interview.findings) for f in about.interview.facts
        },
    )
    return page, 422 if charged else form.status
