"""How often a second person found the same on the record alone; counts, no shares."""

from dataclasses import dataclass

from intake.domain.opinion import agreement
from intake.store import Store


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of so many opinions the same in all, and of so many facts the same one by one."""

    opinions: int = 0
    same: int = 0
    facts: int = 0
    same_facts: int = 0


def agreement_so_far(store: Store) -> Agreement:
    """Compare every opinion with the proposal that it was given on."""
    total = Agreement()
    for opinion in store.second_looks.opinions():
        decided = store.decisions.get(opinion.decision)
        if decided is None:
            continue
        same, of = agreement(opinion.facts, decided.facts)
        whole = same == of and opinion.level == decided.level
        total = Agreement(
            total.opinions + 1, total.same + whole, total.facts + of, total.same_facts + same
        )
    return total
