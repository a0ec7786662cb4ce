"""What pages of an interview share: whose it is, and how a step is taken."""

from datetime import datetime

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import ViewPurpose
from intake.domain.event import Event, InterviewScheduled
from intake.domain.individual import Individual
from intake.domain.interview import status_after
from intake.errors import NotAllowed, NotFound
from intake.i18n import gettext as _
from intake.i18n import lazy_gettext as _l
from intake.registry.desk import staff_name
from intake.registry.verifying import appointing, conducting
from intake.registry.verifying.appointing import Clash
from intake.registry.viewing import note_view
from intake.store.interviews import Interview
from intake.web import access


def found(interview: str) -> tuple[Interview, Individual]:
    """The interview and its person; raises `NotFound`."""
    held = access.store().interviews.get(interview)
    if held is None:
        raise NotFound(thing="interview")
    return held, conducting.person_of(access.store(), held.individual)


def mine(interview: str) -> tuple[Interview, Individual]:
    """An interview that the one at work holds; nobody else conducts it."""
    held, person = found(interview)
    if held.interviewer != access.actor():
        raise NotAllowed()
    return held, person


def take(held: Interview, *events: Event) -> None:
    """Record events that the table of steps allows from here; raises `StepNotOpen`."""
    status = held.status
    for event in events:
        status = status_after(status, event, access.actor_roles())
    access.store().record(*events)


def warn(made: InterviewScheduled, person: Individual) -> None:
    """Say what is booked twice at that time; the day stands all the same."""
    words = {
        Clash.INTERVIEWER: _l("%(who)s has another interview that day at %(at)s."),
        Clash.INTERPRETER: _l("This interpreter has another interview that day at %(at)s."),
        Clash.PLACE: _l("This place is used for another interview that day at %(at)s."),
    }
    for clash, other in appointing.booked_twice(access.store(), made, person):
        at = datetime.fromisoformat(other.starts).astimezone().strftime("%H:%M")
        told = words[clash] % {"who": staff_name(other.interviewer), "at": at}
        flash(str(told), "warning")
    if not made.private:
        flash(_("This place is not private. Find another one, or tell the person so."), "warning")


def note_look(held: Interview) -> None:
    """Leave a trace that somebody looked at the person's record for this interview."""
    note_view(
        access.store(),
        held.case,
        held.individual,
        purpose=ViewPurpose.INTERVIEW,
        by=access.actor(),
        at=access.now(),
    )


def back(interview: str) -> ResponseReturnValue:
    """Go to the page of the interview."""
    return redirect(url_for("interviews.show", interview=interview), code=303)
