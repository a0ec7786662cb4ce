"""What is best for a child, before anybody of a match learns of the other."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain import best_interests as rules
from intake.domain.case import youngest
from intake.domain.codes import ViewPurpose
from intake.domain.event import BestInterestsLookedAt
from intake.domain.individual import Individual
from intake.errors import NotFound
from intake.i18n import gettext as _
from intake.registry import finding
from intake.registry.forms.best_interests import LookForm
from intake.registry.needing import best_interests_day, is_alone
from intake.registry.viewing import note_view
from intake.registry.views.contacts import handed_over, member
from intake.registry.views.stepping import acting, is_taken
from intake.security.roles import Action
from intake.web import access
from intake.web.fields import Answer

bp = Blueprint("best_interests", __name__)

KNOWN = ("guardian", "care-kind", "care-arrangement", "wish-tracing", "wish-with", "wish-not-with")
"""What the record says already of the child's care and wishes."""


@bp.route("/contacts/<sought>/people/<individual>/children/<child>/look", methods=["GET", "POST"])
@access.open_to(Action.FOLLOW_NEEDS)
def look(sought: str, individual: str, child: str) -> ResponseReturnValue:
    """Record what a look at a child's best interests found of this contact."""
    form = LookForm(request.form, data={"looked_on": Answer(access.now().date().isoformat())})
    found = _child(sought, individual, child)

    def looked() -> BestInterestsLookedAt:
        trace = handed_over(sought, individual)
        about = form.look_at(child)
        return rules.record(trace, about, id=access.new_id(), case=found.case, by=acting())

    if request.method == "POST" and form.validate() and is_taken(form, looked):
        flash(_("Recorded."), "good")
        here = url_for("contacts.show", sought=sought, individual=individual)
        return redirect(here, code=303)
    return _page(sought, individual, found, form)


def _page(sought: str, individual: str, child: Individual, form: LookForm) -> ResponseReturnValue:
    store, by, at = access.store(), access.actor(), access.now()
    note_view(store, child.case, child.id, purpose=ViewPurpose.PROTECTION, by=by, at=at)
    page = render_template(
        "registry/best_interests.html",
        sought=sought,
        individual=individual,
        child=child,
        ages=youngest([child], at.date()),
        due=best_interests_day(child),
        known=[(path, child.value(path)) for path in KNOWN if child.value(path)],
        looks=[one for one in store.traces.looks(sought, individual) if one.child == child.id],
        form=form,
    )
    return page, form.status


def _child(sought: str, individual: str, child: str) -> Individual:
    """The child without a carer on one side of a match; else `NotFound`."""
    store = access.store()
    handed_over(sought, individual)
    sides = (finding.search_of(store, sought).asker, member(individual))
    for one in sides:
        if one.id == child and is_alone(store, one, access.now().date()):
            return one
    raise NotFound(thing="child")
