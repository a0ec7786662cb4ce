"""Who belongs together and who did, as far as a role may know."""

from collections.abc import Collection

from intake.domain.codes import RegroupReason, Role
from intake.domain.individual import Individual
from intake.domain.move import Move
from intake.domain.pair import Pair
from intake.registry.masking import may_read
from intake.store import Store
from intake.store.groups import Regrouping

APART = "group-apart"
"""No question of a record: that a group was parted to protect somebody, of the highest class."""


def regroupings(
    store: Store, case: str, roles: Collection[Role], individual: str = ""
) -> list[Regrouping]:
    """How a group changed on its laptop; that somebody was parted for safety, to few."""
    if may_read(roles, APART):
        return store.groups.history(case)
    if individual and _left_for_safety(store, individual):
        return []
    return [one for one in store.groups.history(case) if one.reason is not RegroupReason.PROTECTION]


def moves_around(store: Store, individual: str, roles: Collection[Role]) -> list[Move]:
    """How the groups of a person changed at the registry, oldest first.

    For most roles a group that somebody was parted from for safety is no part of it.
    """
    place = store.moves.place(individual)
    if place is None:
        return []
    sees_all = may_read(roles, APART)
    groups = {place.group} if place.apart and not sees_all else {place.group, place.case}
    return [one for one in store.moves.about(groups) if sees_all or not keeps_apart(store, one)]


def came_with(
    store: Store, individual: str, roles: Collection[Role]
) -> list[tuple[Individual, str]]:
    """Who came in with a person and is in another group now, with its number."""
    came, now = store.cases.as_came(individual), store.cases.of_individual(individual)
    hidden = hidden_from(store, individual, roles)
    here = {member.id for member in now.members} if now else set()
    gone = [m for m in (came.members if came else ()) if m.id not in here | hidden]
    numbers = {place.individual: place.number for place in store.moves.places([m.id for m in gone])}
    return [(member, numbers[member.id]) for member in gone]


def keeps_apart(store: Store, move: Move) -> bool:
    """Whether a move would tell where somebody is who was parted for safety."""
    is_protection = move.reason is RegroupReason.PROTECTION
    return is_protection or bool(store.moves.apart(move.individuals))


def hidden_from(store: Store, individual: str, roles: Collection[Role] = ()) -> set[str]:
    """Whoever must not be told of beside this person: they were parted for safety.

    Those are all who ever were in a group with them and are not now, with every other record
    of the same people; and a record linked with this one that stands in another group.
    """
    if may_read(roles, APART):
        return set()
    own = store.pairs.linked_with(individual)
    before = {one for who in (individual, *own) for one in store.moves.once_with(who)}
    apart = store.moves.apart({individual, *own, *before})
    if not apart:
        return set()
    if individual in apart:
        hidden = {*before, *own}
    else:
        hidden = {one for one in {*before, *own} if one in apart}
    hidden |= {one for who in hidden for one in store.pairs.linked_with(who)}
    return hidden - _here(store, individual)


def hidden_pairs(store: Store, pairs: Collection[Pair]) -> set[str]:
    """Pairs whose two records must not be seen together: nobody compares those."""
    apart = store.moves.everybody_apart()
    known = apart | {other for one in apart for other in store.pairs.linked_with(one)}
    near = [pair for pair in pairs if not known.isdisjoint((pair.left, pair.right))]
    return {pair.id for pair in near if pair.right in hidden_from(store, pair.left)}


def strays(store: Store) -> list[str]:
    """Records linked with somebody parted for safety that stand in another group."""
    apart = store.moves.everybody_apart()
    linked = {other: one for one in sorted(apart) for other in store.pairs.linked_with(one)}
    return [other for other, one in linked.items() if other not in _here(store, one)]


def _here(store: Store, individual: str) -> set[str]:
    place = store.moves.place(individual)
    now = store.moves.in_group(place.group) if place else []
    return {individual, *(one.individual for one in now)}


def _left_for_safety(store: Store, individual: str) -> bool:
    place = store.moves.place(individual)
    return place is not None and place.apart
