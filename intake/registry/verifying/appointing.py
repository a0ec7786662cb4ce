"""Whether an interview may be planned, and what is booked twice at one time."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from intake.domain.event import InterviewScheduled
from intake.domain.individual import Individual
from intake.domain.interview import OPEN, FurtherTalk, TalksEnough, clashes
from intake.domain.interview import check_plan as check
from intake.registry.verifying import conducting
from intake.store import Store
from intake.store.interviews import Interview


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether somebody may plan an interview with this person now, and if not, why."""

    open: Interview | None
    held: int
    is_enough: bool
    waiting: FurtherTalk | None
    refused: FurtherTalk | None


def check_plan(store: Store, individual: str, *, planner: str, interviewer: str) -> None:
    """Refuse a plan too many; raises `TalkOpenAlready` or `TalksEnough`."""
    talks = store.interviews.of_individual(individual)
    check(
        [(talk.status, bool(talk.started_at)) for talk in talks],
        [t.answered_by for t in store.interviews.further_talks(individual) if t.agreed],
        planner=planner,
        interviewer=interviewer,
    )


def standing(store: Store, individual: str, user: str) -> Standing:
    """What the page of a plan says before anything is typed."""
    talks = store.interviews.of_individual(individual)
    asked = store.interviews.further_talks(individual)
    held = [talk for talk in talks if talk.started_at]
    is_enough = False
    try:
        agreed = [t.answered_by for t in asked if t.agreed]
        statuses = [(talk.status, True) for talk in held if talk.status not in OPEN]
        check(statuses, agreed, planner=user, interviewer=user)
    except TalksEnough:
        is_enough = True
    last = asked[-1] if asked else None
    return Standing(
        open=next((talk for talk in talks if talk.status in OPEN), None),
        held=len(held),
        is_enough=is_enough,
        waiting=last if last and last.agreed is None else None,
        refused=last if last and last.agreed is False else None,
    )


def left_over(store: Store, individual: str) -> tuple[str, ...]:
    """Questions an interviewer kept for another talk, not asked since."""
    kept: dict[str, None] = {}
    for talk in reversed(store.interviews.of_individual(individual)):
        for question in list(kept):
            if talk.answers_to(question):
                del kept[question]
        for noted in talk.happened("afterwork-noted")[-1:]:
            kept.update(dict.fromkeys(noted.body["unasked"]))
    return tuple(kept)


class Clash(StrEnum):
    """What is booked twice at one time: said, and never in the way."""

    INTERVIEWER = "interviewer"
    INTERPRETER = "interpreter"
    PLACE = "place"


def booked_twice(
    store: Store, made: InterviewScheduled, person: Individual
) -> list[tuple[Clash, Interview]]:
    """What else lies at that time, and with which interview."""
    held = store.interviews.get(made.interview)
    others = [t for t in store.interviews.with_a_day() if t.id != made.interview]
    minutes = conducting.limits_of(person, made.at.date()).minutes
    begun = [(datetime.fromisoformat(t.starts), minutes) for t in others]
    found = []
    for other in (others[index] for index in clashes(made.starts, minutes, begun)):
        if other.interviewer == made.interviewer:
            found.append((Clash.INTERVIEWER, other))
        if held and held.interpreter_code and held.interpreter_code == other.interpreter_code:
            found.append((Clash.INTERPRETER, other))
        if made.place and made.place.casefold() == other.place.casefold():
            found.append((Clash.PLACE, other))
    return found
