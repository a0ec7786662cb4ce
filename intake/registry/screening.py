"""Duplicate search over what arrives: puts pairs before people, decides nothing.

Screening only ever suggests. It compares people who agreed to be compared
(Purpose.VERIFICATION), never two members of one group, never a pair that was suggested
before, and nobody whom verdicts have made one or told apart, through others too: what
people said of a pair stands (domain chapters 8.6 and 9.4). What linked records tell counts
for each of them, and of several linked records one at most is suggested.
"""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from intake.domain.codes import Purpose
from intake.domain.event import CaseScreened, EvidenceRow, MatchSuggested
from intake.domain.ids import new_id
from intake.domain.pair import Pair
from intake.matching.person import Person
from intake.matching.score import Comparison, compare
from intake.matching.search import Candidate, search
from intake.matching.stats import Stats
from intake.matching.weights import weights_of
from intake.registry.linking import as_one
from intake.store import Store
from intake.store.filable import file_case, one_by_one

BY = "screening"
"""Who suggests: no person."""

MOST_PAIRS = 5
"""Pairs suggested for one person; whoever resembles more is a common name, not a lead."""

_LOOKED_AT = 20


class Screening:
    """Looks everybody who comes in up among all who are filed in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._index = store.filing.agreed_to(Purpose.VERIFICATION)

    def waiting(self) -> list[str]:
        """Complete cases not looked at since they came or last changed."""
        return [*self._store.cases.unscreened(), *self._store.filing.missing()]

    def screen(self, case_ids: Iterable[str], at: datetime) -> int:
        """Search for the people of new or changed cases; returns how many pairs are new.

        Called within the transaction that took the cases in. Doing it again changes
        nothing, and a corrected statement is looked up under what it says now. A case
        that fails is kept as it came, waits on, and holds up no other.
        """
        found: list[MatchSuggested] = []
        with self._store.together():
            waiting = set(self._store.cases.unscreened())
            one_by_one(
                self._store,
                self._store.filing.missing(),
                lambda case: file_case(self._store, case),
            )
            one_by_one(
                self._store,
                dict.fromkeys(case_ids),
                lambda case: found.extend(self._screen(case, case in waiting, at)),
            )
        return len(found)

    def _screen(self, case: str, is_new: bool, at: datetime) -> list[MatchSuggested]:
        people = [self._whole(person) for person in self._index.of_case(case)]
        mates = {person.id for person in people}
        mates |= {one for mate in mates for one in self._store.pairs.linked_with(mate)}
        made = [m for person in people for m in self._suggest(person, mates, at)]
        if made or is_new:
            own = (person.id for person in people)
            pairs = {pair.id for mate in own for pair in self._store.pairs.of_individual(mate)}
            self._store.record(CaseScreened(case=case, suggestions=len(pairs), by=BY, at=at))
        return made

    def _suggest(self, person: Person, mates: set[str], at: datetime) -> list[MatchSuggested]:
        room = MOST_PAIRS - len(self._store.pairs.of_individual(person.id))
        made = [_suggestion(person, c, at) for c in self._worth_a_look(person, mates)]
        made = made[: max(room, 0)]
        self._store.record(*made)
        return made

    def _worth_a_look(self, person: Person, mates: set[str]) -> Iterator[Candidate]:
        known = mates | self._store.pairs.never_again(person.id)
        for candidate in search(self._index, person, top=_LOOKED_AT, leave_out=known):
            linked = self._store.pairs.linked_with(candidate.person_id)
            found = self._reread(person, candidate) if linked else candidate
            if known.isdisjoint([found.person_id, *linked]) and found.comparison.is_suggested:
                yield found
                known |= {*linked}

    def _whole(self, person: Person) -> Person:
        """A person with what those linked records tell whose people agreed to it."""
        others = map(self._index.named, self._store.pairs.linked_with(person.id))
        return as_one(person, [other for other in others if other is not None])

    def _reread(self, person: Person, candidate: Candidate) -> Candidate:
        """A candidate compared anew, with all that the records linked with it tell."""
        known = self._index.named(candidate.person_id)
        if known is None:
            return candidate
        stats = Stats(self._index, weights_of(candidate.comparison.weights_version))
        return replace(candidate, comparison=compare(person, self._whole(known), stats))


def replay(store: Store, pair: Pair) -> Comparison | None:
    """Compare the two records of a pair as they are now, by the weights of its day.

    The rarity of names is that of today. None if one of the two is not filed any more;
    raises `KeyError` for a weight table that is not kept.
    """
    index = store.filing.agreed_to(Purpose.VERIFICATION)
    with store.together():
        left, right = index.named(pair.left), index.named(pair.right)
        if left is None or right is None:
            return None
        return compare(left, right, Stats(index, weights_of(pair.weights_version)))


def evidence_rows(comparison: Comparison) -> tuple[EvidenceRow, ...]:
    """What is kept of a comparison: no value of either record."""
    return tuple(
        EvidenceRow(row.field, row.outcome.value, round(row.weight, 2), row.why.value)
        for row in comparison.evidence
    )


def _suggestion(person: Person, found: Candidate, at: datetime) -> MatchSuggested:
    comparison = found.comparison
    return MatchSuggested(
        case=person.group,
        pair=new_id(secrets.token_bytes(16)),
        left=person.id,
        right=found.person_id,
        right_case=found.group,
        band=comparison.band.value,
        score=comparison.score,
        weights_version=comparison.weights_version,
        evidence=evidence_rows(comparison),
        by=BY,
        at=at,
    )
