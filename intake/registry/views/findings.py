"""Findings: what the answers show about each main fact, with the evidence named."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from intake.domain.codes import FindingResult, Indicator, InterviewStatus, ViewPurpose
from intake.domain.event import FindingRecorded
from intake.errors import InterviewUnfinished, NotAllowed, NotFound, RuleBroken, Stale
from intake.i18n import gettext as _
from intake.i18n import lazy_gettext as _l
from intake.interview.charged import charged_words
from intake.interview.findings import finding
from intake.registry.forms.decisions import FindingForm
from intake.registry.verifying import conducting
from intake.registry.verifying.evidence import evidence_on, named_evidence
from intake.registry.verifying.grounds import Dossier, dossier, explained, leading
from intake.registry.viewing import note_view
from intake.registry.views import papers
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
    before = papers.kept(_paper(about.interview, _fact(about.interview)))
    return _page(about, FindingForm(before), typed=before)


@bp.post("/interviews/<interview>/findings")
@access.open_to(Action.PROPOSE_DECISION)
def add(interview: str) -> ResponseReturnValue:
    """Record one finding, if the rules of findings allow it."""
    about = finished(interview)
    form = FindingForm(request.form)
    if request.form.get("keep"):
        return _kept_for_later(about, form)
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
    access.store().papers.drop_draft(_paper(about.interview, _fact(about.interview)))
    flash(_("The finding is recorded."), "good")
    return _back(about)


@bp.post("/interviews/<interview>/findings/draft")
@access.open_to(Action.PROPOSE_DECISION)
def draft(interview: str) -> ResponseReturnValue:
    """Keep what is being typed of one fact, so that a crash loses no word."""
    held = assessed(interview)
    return {"rev": papers.keep(_paper(held, _fact(held)), papers.sent_rev())}


def _kept_for_later(about: Dossier, form: FindingForm) -> ResponseReturnValue:
    """Keep what is typed because somebody says so; the way without script."""
    try:
        papers.keep(_paper(about.interview, _fact(about.interview)), papers.sent_rev())
    except Stale as error:
        form.refuse(error)
        return _page(about, form)
    flash(_("Kept. It is not recorded yet."), "good")
    return _back(about)


def _back(about: Dossier) -> ResponseReturnValue:
    here = url_for("findings.show", interview=about.interview.id, fact=_fact(about.interview))
    return redirect(here, code=303)


def _paper(held: Interview, fact: str) -> str:
    """Under which name what is typed of a fact is kept, for whoever types it alone."""
    return f"{held.case}/finding-{held.id}-{fact}-{access.actor()}"


def assessed(interview: str) -> Interview:
    """A finished interview whose findings and proposal this user writes.

    Raises `NotFound`, `NotAllowed` for a colleague, `InterviewUnfinished`.
    """
    held = access.store().interviews.get(interview)
    if held is None:
        raise NotFound(thing="interview")
    refuse_colleagues(held)
    if held.status is not InterviewStatus.FINISHED:
        raise InterviewUnfinished(interview=interview)
    return held


def finished(interview: str) -> Dossier:
    """All of a finished interview, for whoever writes what it showed.

    The look is recorded. Raises `NotAllowed` for a colleague, `InterviewUnfinished` before
    it is signed.
    """
    store = access.store()
    assessed(interview)
    about = dossier(store, interview, access.now().date())
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
    offered = {one.id for one in evidence_on(access.store(), about, _fact(held))}
    made = FindingRecorded(
        case=held.case,
        interview=held.id,
        finding=access.new_id(),
        fact=_fact(held),
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


def _fact(held: Interview) -> str:
    facts = held.facts
    wanted = request.values.get("fact") or next(iter(facts), "")
    if wanted not in facts:
        raise NotFound(thing="fact")
    return wanted


def _page(
    about: Dossier,
    form: FindingForm,
    charged: tuple[str, ...] = (),
    typed: "MultiDict[str, str] | None" = None,
) -> ResponseReturnValue:
    fact = _fact(about.interview)
    sent = typed if typed is not None else request.form
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
        chosen={side: sent.getlist(side) for side in _SIDES},
        kept=typed is not None,
        rev=papers.kept_rev(_paper(about.interview, fact)),
        named=named_evidence(access.store(), about),
        counts={
            f: sum(x.fact == f for x in about.interview.findings) for f in about.interview.facts
        },
    )
    return page, 422 if charged else form.status
