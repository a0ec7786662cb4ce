"""Search for a person: by POST, so that no name ever stands in an address."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from intake.domain.codes import ViewPurpose
from intake.registry.forms.people import SearchForm
from intake.registry.searching import Found, search
from intake.registry.viewing import note_search
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("search", __name__)


@bp.route("/search", methods=["GET", "POST"])
@access.open_to(Action.SEARCH)
def find() -> ResponseReturnValue:
    """Ask whom and why; the search is recorded, the words are not."""
    form = SearchForm(request.form)
    found: Found | None = None
    purpose = ""
    if request.method == "POST" and form.validate():
        purpose = str(form.purpose.answer.value)
        words = str(form.words.answer.value)
        store = access.store()
        note_search(store, purpose=ViewPurpose(purpose), by=access.actor(), at=access.now())
        found = search(store, words, access.actor_roles())
    page = render_template("registry/search.html", form=form, found=found, purpose=purpose)
    return page, form.status
