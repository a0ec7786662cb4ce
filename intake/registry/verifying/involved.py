"""Who worked on a person before, so that somebody else looks again."""

from intake.registry.verifying.conducting import person_of
from intake.store import Store


def involved_with(store: Store, individual: str) -> frozenset[str]:
    """Whoever recorded, interviewed, proposed, reviewed or answered for this person."""
    people = {said.by for said in person_of(store, individual).said}
    for held in store.interviews.of_individual(individual):
        people |= {held.interviewer, held.writer}
    for decided in store.decisions.of_individual(individual):
        people |= {decided.proposed_by, decided.reviewed_by, decided.interviewed_by}
        people |= {c.answered_by for c in store.identities.comments(decided.id)}
        people |= {opinion.by for opinion in store.second_looks.opinions(decided.id)}
    people |= {asked.answered_by for asked in store.second_looks.rechecks(individual)}
    return frozenset(people - {""})
