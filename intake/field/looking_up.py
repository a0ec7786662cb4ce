"""Offers the places of a list for what a person said; never chooses one."""

from flask import url_for

from intake.web.fields import PlaceField
from intake.web.forms import BaseForm

LOOK_UP = "lookup"
"""The button that draws a page anew with the places that fit; it saves nothing."""


def offer(form: BaseForm) -> None:
    """Let every place of a page be looked up."""
    for field in form.questions():
        if isinstance(field, PlaceField):
            field.lookup_at = url_for("places.fitting")
