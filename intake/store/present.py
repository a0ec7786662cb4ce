"""Cases as people stand today: whoever moved is read with the group of now.

The record stays as it came; `get` reads it so. What is read here follows every move.
"""

from dataclasses import replace

from sqlite_utils import Database

from intake.domain.case import Case
from intake.domain.codes import GroupKind
from intake.domain.individual import Individual
from intake.domain.move import Place
from intake.store.agreements import Days
from intake.store.cases import Cases
from intake.store.moves import Moves
from intake.store.reads import Guard

_TO_THE_FOCAL_POINT = "relationship"


class Present(Cases):
    """Registration groups as they are now, over the cases as they came."""

    def __init__(self, db: Database, guard: Guard, own: str) -> None:
        super().__init__(db, guard, own)
        self.moves = Moves(db, guard)
        self.days = Days(db, guard)

    def of_individual(self, individual: str) -> Case | None:
        """The record of an individual, with the group they belong to now."""
        case = super().of_individual(individual)
        return self.now(case, individual) if case else None

    def now(self, case: Case, individual: str) -> Case:
        """A record that was read already, with the group its individual belongs to now."""
        if not self.moves.has_moved(individual, case.id):
            return case
        place = self.moves.place(individual)
        return self._in_group(case, place) if place else case

    def as_came(self, individual: str) -> Case | None:
        """The record of an individual, with everybody they came in with."""
        return super().of_individual(individual)

    def company(self, individual: str) -> Case | None:
        """The record with the group of now, and whoever came in with them besides.

        Nobody is among these whom a move for protection parted from the others.
        """
        came = self.as_came(individual)
        now = self.now(came, individual) if came else None
        if now is None or came is None or now is came:
            return now
        here = {member.id for member in now.members}
        gone = [member for member in came.members if member.id not in here]
        apart = self.moves.apart({individual, *(member.id for member in gone)})
        if individual in apart:
            return now
        also = tuple(member for member in gone if member.id not in apart)
        return replace(now, members=(*now.members, *also), focal=came.focal) if also else now

    def by_number(self, number: str) -> Case | None:
        """The group with this number as it is now, or that of somebody with it.

        The number of a group that everybody left leads to where they went, unless somebody
        has to be protected.
        """
        found = self._one("SELECT id FROM individuals WHERE number = ?", [number])
        if found:
            return self.of_individual(found)
        group = self.moves.group_of_number(number)
        if group is None:
            return None
        people = [one.individual for one in self.moves.in_group(group[0])]
        if not people:
            people = self._gone_from(group[0])
        if people:
            return self.of_individual(people[0])
        bare = self.get(group[0])  # a draft on a laptop that only has its number so far
        return bare if bare is not None and not bare.members else None

    def _gone_from(self, group: str) -> list[str]:
        left = [
            one
            for move in self.moves.about([group])
            for leg in move.legs
            for one in leg.individuals
            if leg.from_group == group
        ]
        apart = self.moves.apart(left)
        return [one for one in left if one not in apart]

    def _in_group(self, case: Case, place: Place) -> Case:
        ids = [one.individual for one in self.moves.in_group(place.group)]
        people = [one for one in map(self.individual, ids) if one is not None]
        others = [self.get(one) for one in {person.case for person in people} - {case.id}]
        is_home = place.group == case.id
        return replace(
            case,
            number=place.number,
            also=case.also if is_home else (),
            group_kind=GroupKind.SINGLE if len(people) == 1 else self._kind(case, place.group),
            focal=_focal(case, ids),
            members=tuple(_as_seen(person, case.id) for person in people),
            said=() if place.apart else case.said,
            consents=(*case.consents, *(c for o in others if o is not None for c in o.consents)),
        )

    def _kind(self, case: Case, group: str) -> GroupKind:
        found = self._one("SELECT group_kind FROM cases WHERE id = ?", [group])
        return GroupKind(found) if found else case.group_kind


def _focal(case: Case, ids: list[str]) -> str:
    """Whom those who came in named, if still with them; somebody alone is it themselves."""
    if len(ids) == 1:
        return ids[0]
    return case.focal if case.focal in ids else ""


def _as_seen(person: Individual, case: str) -> Individual:
    """A member from another record, without what they were to the focal point there."""
    if person.case == case:
        return person
    said = tuple(one for one in person.said if one.statement.path != _TO_THE_FOCAL_POINT)
    return replace(person, said=said)
