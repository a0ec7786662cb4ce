"""The record of a group: answers with history, agreements, what came back."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.child import standing_of
from intake.domain.codes import CaseStatus, Depth, Kin, Level, Purpose, Recipient
from intake.domain.consent import TEACH_BACK
from intake.domain.consent import withdraw as withdraw_consent
from intake.domain.depth import depth_of
from intake.domain.group import stated_size
from intake.domain.individual import Individual
from intake.errors import NotFound
from intake.field import history, outcomes
from intake.field.forgetting import kept_until
from intake.field.reading import called, case_here, language_of, member_here
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("record", __name__)


@bp.get("/cases/<case>/record")
@access.open_to(Action.REGISTER)
def show(case: str) -> ResponseReturnValue:
    """Show all versions of all answers, what may be withdrawn, and the outcome."""
    found = case_here(case)
    officers = history.names_of_officers()
    return render_template(
        "field/record.html",
        case=found,
        group=history.told(found.said, officers),
        people=[_person(found, member, officers) for member in found.members],
        outcomes=_outcomes(found),
        moved=_moved(found),
        requests=_requests(found),
        regroupings=access.store().groups.history(case),
        stated=stated_size(found),
        depth=_depth(found),
        standings={m.id: standing_of(found, m, access.now().date()) for m in found.members},
        is_draft=found.status is CaseStatus.DRAFT,
        is_quick=found.level is Level.QUICK,
        until=None if found.is_forgotten else kept_until(case),
    )


@bp.post("/cases/<case>/people/<person>/withdraw/<purpose>")
@bp.post("/cases/<case>/people/<person>/withdraw/<purpose>/<recipient>")
@access.open_to(Action.REGISTER)
def withdraw(case: str, person: str, purpose: str, recipient: str = "") -> ResponseReturnValue:
    """Take back what a person agreed to; nobody asks them why. A receipt follows."""
    found, member = member_here(case, person)
    if purpose not in set(Purpose) or recipient not in ("", *Recipient):
        raise NotFound(thing="purpose")
    event = withdraw_consent(
        found.consents,
        case=case,
        individual=member.id,
        line=(Purpose(purpose), Recipient(recipient) if recipient else None),
        by=access.actor(),
        at=access.now(),
    )
    access.store().record(event)
    flash(gettext("The agreement is withdrawn. The registry learns of it at the next sync."))
    target = url_for(
        "receipt.taken_back", case=case, person=person, purpose=purpose, recipient=recipient or None
    )
    return redirect(target, code=303)


def _person(case: Case, member: Individual, officers: Mapping[str, str]) -> tuple[object, ...]:
    """A member with what they said, what they agree to, and how they put it themselves."""
    told = history.told(member.said, officers)
    return (
        member,
        called(member),
        [row for row in told if row.path != TEACH_BACK],
        history.agreements(case, member, officers),
        [row for row in told if row.path == TEACH_BACK],
    )


def _depth(case: Case) -> Depth | None:
    """How much was asked; a count says so itself, and of a forgotten record nobody knows."""
    if case.is_forgotten or case.level is Level.QUICK:
        return None
    return depth_of(case, access.now().date())


def _outcomes(case: Case) -> list[tuple[str, outcomes.Heard]]:
    """Who was told what, by the name they go by."""
    told = access.store().decisions.outcomes(case.id)
    named = {m.id: (called(m), language_of(case, m)) for m in case.members}
    return [
        (named[o.individual][0], outcomes.heard(o, named[o.individual][1]))
        for o in told
        if o.individual in named
    ]


def _moved(case: Case) -> list[tuple[str, str, str]]:
    """Who is in another group by now: name and number of each, and that of the group."""
    told = access.store().moves.told(case.id)
    return [(called(m), m.number, told[m.id]) for m in case.members if m.id in told]


def _requests(case: Case) -> list[tuple[str, Kin, str, str]]:
    """Searches for relatives: who asks, kin and name of the one sought, since when."""
    named = {m.id: called(m) for m in case.members}
    rows = []
    for request in access.store().cases.tracing(case.id):
        name = request.sought.get("name")
        sought = str(name.get("text", "")) if isinstance(name, dict) else ""
        rows.append((named.get(request.individual, ""), request.kin, sought, request.at))
    return rows
