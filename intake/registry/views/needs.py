"""Needs at the registry: who waits for help, and what became of it."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import ViewPurpose, YesNo
from intake.domain.individual import Individual
from intake.i18n import gettext as _
from intake.registry.following import follow_up, look_after
from intake.registry.forms.needs import NeedsForm
from intake.registry.needing import BEST_INTERESTS, is_alone, urgent_of, waiting
from intake.registry.views.opening import opened
from intake.security.roles import Action
from intake.web import access
from intake.web.fields import Answer

bp = Blueprint("needs", __name__)


@bp.get("/needs")
@access.open_to(Action.FOLLOW_NEEDS)
def everybody() -> ResponseReturnValue:
    """List whoever waits for help by number, the most urgent first."""
    people = waiting(access.store(), access.now().date())
    return render_template("registry/needs.html", people=people)


@bp.route("/people/<individual>/needs", methods=["GET", "POST"])
@access.open_to(Action.FOLLOW_NEEDS)
def edit(individual: str) -> ResponseReturnValue:
    """Confirm, change or close a person's needs; the look is recorded."""
    store, by, at = access.store(), access.actor(), access.now()
    case, member = opened(individual, ViewPurpose.PROTECTION)
    urgent = urgent_of(case) if case.focal == individual else ()
    form = _form(member, urgent=bool(urgent))
    if request.method == "POST" and form.validate():
        values = {path: answer.value for path, answer in form.changes().items()}
        done = [
            follow_up(member, values, new_id=access.new_id, by=by, at=at),
            look_after(case, urgent if form.is_met else (), new_id=access.new_id, by=by, at=at),
        ]
        if events := [event for event in done if event is not None]:
            store.record(*events)
            flash(_("Recorded. What stood before stays in its history."), "good")
        return redirect(url_for("needs.everybody"), code=303)
    page = render_template("registry/needs_edit.html", form=form, member=member, urgent=urgent)
    return page, form.status


def _form(member: Individual, *, urgent: bool) -> NeedsForm:
    wishes = member.current("specialist")
    return NeedsForm(
        request.form,
        known={
            "needs": Answer(member.value("needs")),
            "best_interests": Answer(member.value(BEST_INTERESTS)),
        },
        wishes=bool(wishes) and wishes[-1].statement.value == YesNo.YES,
        alone=is_alone(access.store(), member, access.now().date()) is not None,
        urgent=urgent,
    )
