"""Which places of the lists fit what is being typed; nothing of it is kept."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from intake.field.forms.places import typed_place
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("places", __name__)


@bp.post("/places/fitting")
@access.open_to(Action.REGISTER)
def fitting() -> ResponseReturnValue:
    """A piece of a page with places to choose from; posted, so no URL holds a name."""
    return render_template("field/places_fitting.html", field=typed_place(request.form))
