"""One step from a form: read and written at once, or its refusal beside the boxes."""

from collections.abc import Callable, Sequence

from intake.domain.event import Event
from intake.domain.machine import Actor
from intake.errors import RuleBroken
from intake.web import access
from intake.web.forms import BaseForm


def acting() -> Actor:
    """Whoever is signed in, as the tables of steps ask for it."""
    return Actor(access.actor(), access.actor_roles(), access.now())


def is_taken(form: BaseForm, step: Callable[[], Event]) -> bool:
    """Record what a step gives; False with the refusal on the form.

    The step reads within the transaction it is written in, so that of two people who
    press at once one is told that the other was first.
    """
    return are_taken(form, lambda: (step(),))


def are_taken(form: BaseForm, steps: Callable[[], Sequence[Event]]) -> bool:
    """Record what belongs to one act, as `is_taken` does: all of it or nothing."""
    store = access.store()
    try:
        with store.together():
            store.record(*steps())
    except RuleBroken as error:
        form.refuse(error)
        return False
    return True
