"""Who worked on a person before, so that somebody else looks again."""

from intake.registry.verifying.conducting import person_of
from intake.store import Store


def involved_with(store: Store, individual: str) -> frozenset[str]:
    """Whoever recorded, interviewed, proposed, reviewed or answered for this person."""
    people = {said.by for said in person_of(store, individual).said}
    people |= {held.interviewer for held in store.interviews.of_individual(individual)}
    for decided in store.decisions.of_individual(individual):
        people |= {decided.proposed_by, decided.reviewed_by, decided.interviewed_by}
        people |= {c.answered_by for c in store.identities.comments(decided.id)}
    return frozenset(people - {""})
