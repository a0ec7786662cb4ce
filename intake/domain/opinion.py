"""A second person decides on the record first, and sees the proposal only then.

For a sample that nobody chooses: indicators are not rated independently, and a
proposal that is seen first draws the second look after it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from intake.domain.codes import IdentityState, Role
from intake.domain.decision import PROPOSED, DecisionWaiting
from intake.domain.event import FactDecision, FactOpinion, OpinionGiven
from intake.domain.identity import taken
from intake.errors import AlreadyDecided, ReasonMissing, RuleBroken, SecondPersonNeeded


class OpinionFirst(RuleBroken):
    """This one is in the sample: first decide on the record, then see the proposal."""

    code = "opinion-first"


class OpinionGivenBefore(RuleBroken):
    """This person has said what they think of it."""

    code = "opinion-given-before"


@dataclass(frozen=True, slots=True)
class Seat:
    """From where somebody gives an opinion: who they are, what was asked."""

    state: IdentityState
    roles: Collection[Role]
    involved: Collection[str]
    given_by: Collection[str]
    material: Sequence[str]


def give_opinion(waiting: DecisionWaiting, made: OpinionGiven, seat: Seat) -> OpinionGiven:
    """Check what a second person thinks, each once; raises as `review` does."""
    if waiting.status != PROPOSED:
        raise AlreadyDecided(decision=waiting.id)
    if made.by in {waiting.proposed_by, waiting.interviewed_by, *seat.involved}:
        raise SecondPersonNeeded(decision=waiting.id)
    if made.by in seat.given_by:
        raise OpinionGivenBefore(decision=waiting.id)
    said = {one.fact for one in made.facts}
    for fact in seat.material:
        if fact not in said:
            raise ReasonMissing(fact=fact)
    return taken(seat.state, made, seat.roles)


def refuse_unread(
    waiting: DecisionWaiting, *, blind: bool, given_by: Collection[str], by: str
) -> None:
    """Raise `OpinionFirst` for one of the sample that this person has not decided on."""
    if blind and waiting.status == PROPOSED and by not in given_by:
        raise OpinionFirst(decision=waiting.id)


def agreement(opinion: Sequence[FactOpinion], decided: Sequence[FactDecision]) -> tuple[int, int]:
    """How many facts both people said the same of, and of how many."""
    proposed = {fact.fact: fact.outcome for fact in decided}
    both = [one for one in opinion if one.fact in proposed]
    return sum(proposed[one.fact] is one.outcome for one in both), len(both)
