"""One step from a form: read and written at once, or its refusal beside the boxes."""

from collections.abc import Callable

from intake.domain.event import Event
from intake.errors import RuleBroken
from intake.web import access
from intake.web.forms import BaseForm


def is_taken(form: BaseForm, step: Callable[[], Event]) -> bool:
    """Record what a step gives; False with the refusal on the form.

    The step reads within the transaction it is written in, so that of two people who
    press at once one is told that the other was first.
    """
    store = access.store()
    try:
        with store.together():
            store.record(step())
    except RuleBroken as error:
        form.refuse(error)
        return False
    return True
