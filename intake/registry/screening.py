"""Duplicate search over what arrives: puts pairs before people, decides nothing.

Screening only ever suggests. It compares people who agreed to be compared
(Purpose.VERIFICATION), never two members of one group, and never a pair that was
suggested before: what people said of a pair stands (domain chapters 8.6 and 9.4).
"""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, Purpose
from intake.domain.consent import agreed
from intake.domain.event import CaseScreened, EvidenceRow, MatchSuggested
from intake.domain.ids import new_id
from intake.matching.index import Candidate, Index, search
from intake.matching.person import Person, from_individual, with_companions
from intake.store import Store

BY = "screening"
"""Who suggests: no person."""

MOST_PAIRS = 5
"""Pairs suggested for one person; whoever resembles more is a common name, not a lead."""

_LOOKED_AT = 20
_UNFINISHED = (CaseStatus.DRAFT, CaseStatus.DISCARDED)


class Screening:
    """Everybody who may be compared, held in memory beside the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._index = Index()
        self._group_of: dict[str, str] = {}
        for case in store.cases.complete_ids():
            self._learn(case)

    def __len__(self) -> int:
        return len(self._index)

    def screen(self, case_ids: Iterable[str], at: datetime) -> int:
        """Search for the people of new or changed cases; returns how many pairs are new.

        Called within the transaction that took the cases in. Doing it again changes
        nothing, and a corrected statement is looked up under what it says now.
        """
        with self._store.together():
            waiting = set(self._store.cases.unscreened())
            return sum(self._screen(c, c in waiting, at) for c in dict.fromkeys(case_ids))

    def forget(self, case: str) -> None:
        """Leave the people of a case out of every later search."""
        for person in [p for p, group in self._group_of.items() if group == case]:
            self._index.remove(person)
            del self._group_of[person]

    def _screen(self, case_id: str, is_new: bool, at: datetime) -> int:
        case = self._learn(case_id)
        if case is None:
            return 0
        found = [made for person in _comparable(case) for made in self._suggest(person, at)]
        if not found and not is_new:
            return 0
        known = {pair.id for m in case.members for pair in self._store.pairs.of_individual(m.id)}
        self._store.record(CaseScreened(case=case.id, suggestions=len(known), by=BY, at=at))
        return len(found)

    def _learn(self, case_id: str) -> Case | None:
        """Index the people of a complete case as they are now; None if it is not one."""
        self.forget(case_id)
        case = self._store.cases.get(case_id)
        if case is None or case.status in _UNFINISHED:
            return None
        for person in _comparable(case):
            self._index.add(person)
            self._group_of[person.id] = case.id
        return case

    def _suggest(self, person: Person, at: datetime) -> list[MatchSuggested]:
        room = MOST_PAIRS - len(self._store.pairs.of_individual(person.id))
        made = [self._suggestion(person, c, at) for c in self._worth_a_look(person)][: max(room, 0)]
        self._store.record(*made)
        return made

    def _worth_a_look(self, person: Person) -> Iterator[Candidate]:
        for candidate in search(self._index, person, top=_LOOKED_AT):
            strangers = self._group_of[candidate.person_id] != person.group
            new = self._store.pairs.between(person.id, candidate.person_id) is None
            if strangers and new and candidate.comparison.is_suggested:
                yield candidate

    def _suggestion(self, person: Person, found: Candidate, at: datetime) -> MatchSuggested:
        comparison = found.comparison
        return MatchSuggested(
            case=person.group,
            pair=new_id(secrets.token_bytes(16)),
            left=person.id,
            right=found.person_id,
            right_case=self._group_of[found.person_id],
            band=comparison.band.value,
            score=comparison.score,
            weights_version=str(comparison.weights_version),
            evidence=tuple(
                EvidenceRow(row.field, row.outcome.value, round(row.weight, 2), row.why.value)
                for row in comparison.evidence
            ),
            by=BY,
            at=at,
        )


def _comparable(case: Case) -> Sequence[Person]:
    """The members who agreed to be compared, with one another as companions."""
    agreeing = [m for m in case.members if agreed(case.consents, m.id, Purpose.VERIFICATION)]
    return list(with_companions(from_individual(member) for member in agreeing))
