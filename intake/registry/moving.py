"""People who change their group here: what rules look at, what pages tell.

No Flask. Which group a number belongs to is looked up within the transaction that records.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from intake.domain import move as rules
from intake.domain.case import children_alone
from intake.domain.codes import RegroupReason, Role
from intake.domain.event import MoveConfirmed, MoveProposed, MoveRefused, MoveTold
from intake.domain.individual import Individual
from intake.domain.machine import Actor
from intake.domain.move import GUARDS, Move, Place, Standing, Target, Wish
from intake.errors import NotFound, NumberInvalid
from intake.store import Store


@dataclass(frozen=True, slots=True)
class Look:
    """A proposal as its page shows it: who goes, who stays, who is there already.

    `alone` holds the possible children that would be without anybody surely grown up.
    """

    move: Move
    going: tuple[Individual, ...]
    staying: tuple[Individual, ...]
    there: tuple[Individual, ...]
    alone: tuple[Individual, ...]
    guarded: bool


def propose(
    store: Store, individual: str, wish: Wish, *, move: str, by: Actor
) -> list[MoveProposed]:
    """Propose that people of the group of this person go into another."""
    here = group_of(store, individual)
    linked = {one for who in wish.leaving for one in store.pairs.linked_with(who)}
    along = [one for one in store.moves.places(linked) if one.individual not in wish.leaving]
    people = {*(one.individual for one in (*here, *along)), *wish.leaving}
    standing = Standing(here, along, store.moves.busy(people))
    return rules.propose(standing, wish, move=move, by=by)


def confirm(store: Store, move: Move, *, reason: str, by: Actor) -> list[MoveConfirmed]:
    """Agree to a proposal as the second person."""
    staying = len(_staying(store, move)) if _is_new(store, move) else 1
    return rules.confirm(move, now=_around(store, move), staying=staying, reason=reason, by=by)


def send_home(store: Store, move: Move, by: Actor) -> None:
    """Tell the laptop of each case where its people belong; of those apart, not where."""
    apart = store.moves.apart(move.individuals)
    for leg in move.legs:
        case = store.cases.get(leg.case)
        # Only what came from a laptop goes back to one, in that laptop's own reply chain.
        if case is None or case.device == store.own_chain:
            continue
        told = [
            MoveTold(
                case=leg.case,
                individual=one,
                number="" if one in apart else move.to_number,
                by=by.id,
                at=by.at,
            )
            for one in leg.individuals
        ]
        store.record(*told, chain=f"{store.own_chain}.{case.device}")


def refuse(store: Store, move: Move, *, reason: str, by: Actor) -> list[MoveRefused]:
    """Let people stay as they are, or take one's own proposal back."""
    return rules.refuse(move, now=_around(store, move), reason=reason, by=by)


def group_of(store: Store, individual: str) -> list[Place]:
    """Everybody who belongs to the group of a person now."""
    place = store.moves.place(individual)
    return store.moves.in_group(place.group) if place else []


def target_of(store: Store, number: str) -> Target:
    """The group with a number, also one that everybody left; raises `NumberInvalid`."""
    found = store.moves.group_of_number(number)
    if found is None:
        raise NumberInvalid(path="number")
    return Target(*found)


def found(store: Store, move: str, user: str, roles: Collection[Role]) -> Move:
    """A proposal; raises `NotFound` for one that these roles may not know of."""
    there = store.moves.get(move)
    if there is None or not may_see(store, there, user, roles):
        raise NotFound(thing="move")
    return there


def may_see(store: Store, move: Move, user: str, roles: Collection[Role]) -> bool:
    """Whether a proposal is shown: to few and its author if it keeps people apart."""
    if GUARDS & set(roles):
        return True
    if move.reason is RegroupReason.PROTECTION:
        return False
    return move.proposed_by == user or not rules.needs_guard(move, _around(store, move))


def waiting(store: Store, user: str, roles: Collection[Role]) -> list[Move]:
    """Proposals of others that somebody with these roles can answer, oldest first."""
    if not rules.SECOND & set(roles):
        return []
    open_ones = (move for move in store.moves.waiting() if move.proposed_by != user)
    return [move for move in open_ones if may_see(store, move, user, roles)]


def own(store: Store, user: str) -> list[Move]:
    """What somebody proposed and nobody answered yet."""
    return [move for move in store.moves.waiting() if move.proposed_by == user]


def look(store: Store, move: Move, on: date) -> Look:
    """Who would be where, and which child would be without an adult."""
    going = _people(store, move.individuals)
    staying, there = _people(store, _staying(store, move)), _people(store, _there(store, move))
    alone = [*children_alone((*going, *there), on), *children_alone(staying, on)]
    guarded = rules.needs_guard(move, _around(store, move))
    return Look(move, going, staying, there, tuple(alone), guarded)


def answer_for(move: Move, guarded: bool, roles: Collection[Role]) -> Move:
    """A proposal without the words of protection, for those who may not read them."""
    return replace(move, answer="") if guarded and not GUARDS & set(roles) else move


def _people(store: Store, ids: Collection[str]) -> tuple[Individual, ...]:
    found = map(store.cases.individual, ids)
    return tuple(one for one in found if one is not None)


def _around(store: Store, move: Move) -> list[Place]:
    """Those who are to move, and whoever is where they would come."""
    people = [*store.moves.places(move.individuals), *store.moves.in_group(move.to_group)]
    apart = store.moves.apart({one.individual for one in people})
    return [replace(one, apart=one.individual in apart) for one in people]


def _staying(store: Store, move: Move) -> list[str]:
    groups = dict.fromkeys(leg.from_group for leg in move.legs)
    left = [one.individual for group in groups for one in store.moves.in_group(group)]
    return [one for one in left if one not in move.individuals]


def _there(store: Store, move: Move) -> list[str]:
    here = store.moves.in_group(move.to_group)
    return [one.individual for one in here if one.individual not in move.individuals]


def _is_new(store: Store, move: Move) -> bool:
    return store.moves.group_of_number(move.to_number) is None
