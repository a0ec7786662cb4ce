"""The records a person may be one with, as the plan weighs them: bits and groups.

No value leaves here, so nothing that is planned with it can lead (rule V-14).
"""

from collections.abc import Sequence

from intake.domain.codes import PairVerdict, Purpose
from intake.domain.individual import Individual
from intake.domain.pair import Pair
from intake.interview.telling_apart import Candidate, Holding
from intake.matching.person import Person
from intake.matching.stats import Stats
from intake.matching.weights import weights_of
from intake.matching.worth import SHARED, Prospect, prospects
from intake.registry.verifying.paths import path_of
from intake.store import Store
from intake.store.filable import filable

_STILL_OPEN = (PairVerdict.INTERVIEW, PairVerdict.CANNOT_TELL)


def open_pairs(store: Store, individual: str) -> tuple[Pair, ...]:
    """Pairs of an individual that people have not settled."""
    return tuple(p for p in store.pairs.of_individual(individual) if _is_open(p))


def candidates(store: Store, person: Individual, pairs: Sequence[Pair]) -> tuple[Candidate, ...]:
    """The other records of these pairs, by the weights in use now.

    Whoever does not agree to be compared any more, on either side, is left out.
    """
    asked = _as_compared(store, person.id)
    others = [(pair, _as_compared(store, _other(pair, person.id))) for pair in pairs]
    found = [(pair, other) for pair, other in others if other is not None]
    if asked is None or not found:
        return ()
    stats = Stats(store.filing.agreed_to(Purpose.VERIFICATION), weights_of())
    weighed = prospects(asked, [other for _, other in found], stats)
    return tuple(_candidate(pair, told) for (pair, _), told in zip(found, weighed, strict=True))


def _candidate(pair: Pair, told: Prospect) -> Candidate:
    holds = {
        path_of(field): Holding(worth.group, worth.agrees, worth.differs, field in SHARED)
        for field, worth in told.fields.items()
    }
    return Candidate(pair.id, told.odds, holds, told.kin)


def _as_compared(store: Store, individual: str) -> Person | None:
    case = store.cases.of_individual(individual)
    people = filable(case) if case else []
    agreeing = (p for p, to in people if p.id == individual and Purpose.VERIFICATION in to)
    return next(agreeing, None)


def _other(pair: Pair, individual: str) -> str:
    return pair.right if pair.left == individual else pair.left


def _is_open(pair: Pair) -> bool:
    return not pair.is_settled or pair.verdict in _STILL_OPEN
