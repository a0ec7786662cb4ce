"""Who belongs to which group once records have come: moved by two people.

Records stay as they came. What changes is only where somebody belongs, so a later move
back undoes an earlier one, and every step stays in the history (docs/decisions/0020).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from intake.domain.codes import MoveStatus, RegroupReason, Role
from intake.domain.event import MoveConfirmed, MoveProposed, MoveRefused
from intake.domain.machine import Actor, Machine, Step
from intake.errors import FieldMissing, NotAllowed, ReasonMissing, RuleBroken, SecondPersonNeeded

PROPOSERS = frozenset({Role.CLERK, Role.PROTECTION})
SECOND = frozenset({Role.REVIEWER, Role.PROTECTION})
GUARDS = frozenset({Role.PROTECTION})
"""Who alone proposes, confirms and reads a move that keeps people apart."""

_S = MoveStatus
MACHINE: Machine[MoveStatus] = Machine(
    "move",
    (
        Step(None, "move-proposed", _S.PROPOSED, PROPOSERS, needs_reason=True),
        Step(_S.PROPOSED, "move-confirmed", _S.CONFIRMED, SECOND, needs_reason=True),
        Step(_S.PROPOSED, "move-refused", _S.REFUSED, PROPOSERS | SECOND, needs_reason=True),
    ),
)
"""What can become of a proposal. Undoing is a proposal of its own, the other way."""


class NobodyStays(RuleBroken):
    """Everybody would leave for a new group, which would be the same group again."""

    code = "nobody-stays"


class GroupTheSame(RuleBroken):
    """Whoever is to move is in that group already."""

    code = "group-the-same"


class MoveWaits(RuleBroken):
    """Somebody of them is in another proposal that waits for a second person."""

    code = "move-waits"


class GroupChanged(RuleBroken):
    """Somebody of them stands in another group by now."""

    code = "group-changed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one person belongs now; `case` is the record they came with."""

    individual: str
    case: str
    group: str
    number: str
    apart: bool = False
    """Whether they were parted from others to protect somebody."""


@dataclass(frozen=True, slots=True)
class Target:
    """The group people are to go into; `is_new` when it is made for them."""

    group: str
    number: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Leg:
    """The people of one case who leave one group together."""

    case: str
    individuals: tuple[str, ...]
    from_group: str
    from_number: str


@dataclass(frozen=True, slots=True)
class Move:
    """A proposal that people change their group, and what became of it."""

    id: str
    legs: tuple[Leg, ...]
    to_group: str
    to_number: str
    reason: RegroupReason
    words: str
    proposed_by: str
    proposed_at: str
    status: MoveStatus = MoveStatus.PROPOSED
    answered_by: str = ""
    answered_at: str = ""
    answer: str = ""

    @property
    def individuals(self) -> tuple[str, ...]:
        """Everybody who is to move."""
        return tuple(one for leg in self.legs for one in leg.individuals)

    @property
    def from_numbers(self) -> tuple[str, ...]:
        """The numbers of the groups they leave, each once."""
        return tuple(dict.fromkeys(leg.from_number for leg in self.legs))


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules look at before people move.

    `group` holds whoever belongs to the group now, `along` other records of the same
    people, `busy` whoever is in a proposal that waits.
    """

    group: Collection[Place]
    along: Collection[Place] = ()
    busy: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """Who is to leave, for where, and why."""

    leaving: Collection[str]
    to: Target
    reason: RegroupReason
    words: str


def propose(standing: Standing, wish: Wish, *, move: str, by: Actor) -> list[MoveProposed]:
    """Propose that people of one group go into another.

    To protect somebody, the other records of the same people go along, so that none of
    them leads back. Raises `ReasonMissing`, `FieldMissing(path="people")`, `NobodyStays`,
    `GroupTheSame`, `GroupChanged`, `MoveWaits`, or `NotAllowed`.
    """
    _check_reason(wish.words)
    MACHINE.take(None, MoveProposed.kind, by.roles)
    if wish.reason is RegroupReason.PROTECTION and not GUARDS & set(by.roles):
        raise NotAllowed()
    _check_people(standing, wish)
    going = [one for one in standing.group if one.individual in wish.leaving]
    if wish.reason is RegroupReason.PROTECTION:
        going += [one for one in standing.along if one.group != wish.to.group]
    if any(one.individual in standing.busy for one in going):
        raise MoveWaits(path="people")
    return [
        MoveProposed(
            case=leg.case,
            move=move,
            individuals=leg.individuals,
            from_group=leg.from_group,
            from_number=leg.from_number,
            to_group=wish.to.group,
            to_number=wish.to.number,
            reason=wish.reason,
            words=wish.words.strip(),
            by=by.id,
            at=by.at,
        )
        for leg in legs(going)
    ]


def confirm(
    move: Move, *, now: Collection[Place], staying: int, reason: str, by: Actor
) -> list[MoveConfirmed]:
    """Agree as the second person; nothing of it may have changed meanwhile.

    `now` is where the people stand, `staying` how many would stay where they leave; it counts
    only for a group that is made anew. Raises `ReasonMissing`,
    `StepNotOpen`, `SecondPersonNeeded`, `NotAllowed`, `GroupChanged` or `NobodyStays`.
    """
    _check_reason(reason)
    MACHINE.take(move.status, MoveConfirmed.kind, by.roles)
    if move.proposed_by == by.id:
        raise SecondPersonNeeded(move=move.id)
    if needs_guard(move, now) and not GUARDS & set(by.roles):
        raise NotAllowed()
    here = {one.individual: one.group for one in now}
    if any(here.get(one) != leg.from_group for leg in move.legs for one in leg.individuals):
        raise GroupChanged()
    if not staying:
        raise NobodyStays()
    return [
        MoveConfirmed(
            case=case,
            move=move.id,
            proposed_by=move.proposed_by,
            reason=reason.strip(),
            by=by.id,
            at=by.at,
        )
        for case in _cases(move)
    ]


def refuse(move: Move, *, now: Collection[Place], reason: str, by: Actor) -> list[MoveRefused]:
    """Let people stay where they are; whoever proposed it may take it back.

    Raises `ReasonMissing`, `StepNotOpen` or `NotAllowed`.
    """
    _check_reason(reason)
    MACHINE.take(move.status, MoveRefused.kind, by.roles)
    allowed = GUARDS if needs_guard(move, now) else SECOND
    if move.proposed_by != by.id and not allowed & set(by.roles):
        raise NotAllowed()
    return [
        MoveRefused(case=case, move=move.id, reason=reason.strip(), by=by.id, at=by.at)
        for case in _cases(move)
    ]


def needs_guard(move: Move, around: Collection[Place]) -> bool:
    """Whether a protection officer has to be the second person.

    So it is for a move that protects somebody, and for every move of or to people who
    were parted from others: whoever proposes one need not know, and is not told.
    """
    return move.reason is RegroupReason.PROTECTION or any(one.apart for one in around)


def is_apart(event_reason: RegroupReason, before: Place, to_group: str) -> bool:
    """Whether somebody counts as parted from others after a move.

    It ends only by going back to the group they came in with, for any other reason.
    """
    if event_reason is RegroupReason.PROTECTION:
        return True
    return before.apart and to_group != before.case


def moved(places: Mapping[str, Place], move: Move) -> dict[str, Place]:
    """Where everybody belongs once a move is confirmed."""
    after = dict(places)
    for one in move.individuals:
        if (before := places.get(one)) is not None:
            apart = is_apart(move.reason, before, move.to_group)
            after[one] = Place(one, before.case, move.to_group, move.to_number, apart)
    return after


def legs(going: Collection[Place]) -> Iterator[Leg]:
    """People by the case whose key holds their words, and by the group they leave."""

    def key(one: Place) -> tuple[str, str, str]:
        return one.case, one.group, one.number

    for (case, group, number), some in groupby(sorted(going, key=key), key=key):
        yield Leg(case, tuple(one.individual for one in some), group, number)


def _check_people(standing: Standing, wish: Wish) -> None:
    here = {one.individual: one.group for one in standing.group}
    if not wish.leaving:
        raise FieldMissing(path="people")
    if not set(wish.leaving) <= set(here):
        raise GroupChanged()
    if wish.to.is_new and len(set(wish.leaving)) == len(here):
        raise NobodyStays(path="people")
    if not wish.to.is_new and wish.to.group in here.values():
        raise GroupTheSame(path="number")


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing(path="words")


def _cases(move: Move) -> list[str]:
    """The cases a move is written down under, each once."""
    return list(dict.fromkeys(leg.case for leg in move.legs))
