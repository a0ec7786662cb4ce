"""What the steps after a decision need to know, gathered from the store."""

from intake.domain.event import OutcomeTold
from intake.domain.hearing import Standing
from intake.domain.machine import Actor
from intake.store import Store
from intake.store.decisions import Decision


def standing_of(store: Store, decided: Decision) -> Standing:
    """A decision with the state of the identity that it is about."""
    return Standing(
        case=decided.case,
        decision=decided.id,
        individual=decided.individual,
        state=store.identities.of(decided.individual).state,
        proposed_by=decided.proposed_by,
        comment_until=decided.comment_until,
    )


def standing_on(store: Store, individual: str, case: str) -> Standing:
    """An identity without a decision that is on its way."""
    return Standing(
        case=case, decision="", individual=individual, state=store.identities.of(individual).state
    )


def send_home(store: Store, decided: Decision, device: str, who: Actor, until: str) -> None:
    """Send what was decided to the laptop of the case, with the last day to comment."""
    # Only what came from a laptop goes back to one, in that laptop's own reply chain.
    if device == store.own_chain:
        return
    told = OutcomeTold(
        case=decided.case,
        individual=decided.individual,
        level=decided.level,
        facts=decided.facts,
        next_step=decided.next_step,
        message=decided.message,
        helps=decided.helps,
        review_by=decided.review_by,
        decision=decided.id,
        comment_until=until,
        by=who.id,
        at=who.at,
    )
    store.record(told, chain=f"{store.own_chain}.{device}")
