"""Vouching: somebody says "I know them as this one"; what that counts.

A vouch is about identity, never about character or means. The rules of domain chapter
5.11, pure: nobody vouches for themselves or in a small circle, one of the household is
kin, a voucher counts up to their own level, and whoever has power over a person is
never the only one who vouches.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from intake.domain.codes import (
    IdentityLevel,
    Role,
    Source,
    VouchCapacity,
    VouchFact,
    VouchMethod,
    VouchStatus,
)
from intake.domain.event import VouchAgreed, VouchRecorded, VouchTold, VouchWithdrawn
from intake.domain.machine import Machine, Step
from intake.domain.statement import Said, Statement
from intake.errors import FieldMissing, NameMissing, ReasonMissing, RuleBroken, SecondPersonNeeded

MOST_ACTIVE: Final = 5
"""Vouches one voucher gives before a reviewer has to agree to each further one."""

CIRCLE: Final = 3
"""People who vouch for one another in a circle of so many or fewer support nobody."""

RECORDERS = frozenset({Role.INTERVIEWER, Role.PROTECTION})
_REVIEWERS = frozenset({Role.REVIEWER})
_FROM_AFAR = frozenset({VouchMethod.LETTER, VouchMethod.MESSAGE})

# The person's own words come first wherever the two stand side by side.
_AFTER_EVERY_CLOCK = "~"

_S = VouchStatus
MACHINE: Machine[VouchStatus] = Machine(
    "vouch",
    (
        Step(None, "vouch-recorded", _S.STANDS, RECORDERS),
        Step(None, "vouch-recorded", _S.WAITS, RECORDERS),
        Step(_S.WAITS, "vouch-agreed", _S.STANDS, _REVIEWERS, needs_reason=True),
        Step(_S.STANDS, "vouch-withdrawn", _S.WITHDRAWN, RECORDERS | _REVIEWERS, True),
        Step(_S.WAITS, "vouch-withdrawn", _S.WITHDRAWN, RECORDERS | _REVIEWERS, True),
    ),
)
"""What can become of a vouch. A withdrawn one stays in sight and counts no more."""


class SelfVouch(RuleBroken):
    """Nobody vouches for themselves, by whichever of their records."""

    code = "self-vouch"


class VouchCircle(RuleBroken):
    """The vouch would close a small circle of people who vouch for one another."""

    code = "vouch-circle"


@dataclass(frozen=True, slots=True)
class Vouch:
    """A vouch as it stands, with the voucher's level as it is now."""

    id: str
    case: str
    individual: str
    capacity: VouchCapacity
    level: IdentityLevel
    facts: tuple[VouchFact, ...]
    method: VouchMethod
    status: VouchStatus
    by: str
    at: str
    known_since: str = ""
    known_how: str = ""
    statement: str = ""
    voucher: str = ""
    name: str = ""
    contact: str = ""
    same_household: bool = False
    authority: bool = False
    met: bool = False
    separately: bool = False
    signed: bool = False
    withdrawn_reason: str = ""
    told: tuple[VouchTold, ...] = ()

    @property
    def is_kin(self) -> bool:
        """Whether it belongs to the class of relatives, as one of the household does."""
        return self.same_household or self.capacity is VouchCapacity.RELATIVE


@dataclass(frozen=True, slots=True)
class Weight:
    """What a vouch counts as: kin, or another's word up to a level."""

    kin: bool
    separately: bool
    outside_household: bool
    level: IdentityLevel


@dataclass(frozen=True, slots=True)
class Known:
    """What is known when a vouch is recorded: who is one with whom, and who vouches.

    `person` are the ids of the person's linked records, `voucher` those of the voucher.
    `edges` go from each voucher to whom they vouch for, by one id for each person;
    `active` counts the vouches of this voucher that hold.
    """

    person: frozenset[str]
    voucher: frozenset[str] = frozenset()
    edges: frozenset[tuple[str, str]] = frozenset()
    active: int = 0


def record(made: VouchRecorded, known: Known, roles: Collection[Role]) -> VouchRecorded:
    """Check a vouch and give it back, marked where a reviewer has to agree.

    Raises `NameMissing`, `FieldMissing`, `SelfVouch` or `VouchCircle`.
    """
    if not made.voucher and not made.name.strip():
        raise NameMissing(path="name")
    for path, told in (("facts", made.facts), ("statement", made.statement.strip())):
        if not told:
            raise FieldMissing(path=path)
    if known.person & (known.voucher | {made.voucher}):
        raise SelfVouch(path="number")
    if closes_circle(known.edges, known.voucher, known.person):
        raise VouchCircle(path="number")
    crowded = known.active >= MOST_ACTIVE
    MACHINE.take(None, made.kind, roles, status_when_made(crowded))
    return replace(made, crowded=crowded)


def statements_of(vouch: Vouch, individual: str) -> tuple[Said, ...]:
    """What a vouch that stands tells of a person; its statements name no voucher."""
    if vouch.status is not VouchStatus.STANDS:
        return ()
    return tuple(
        Said(
            Statement(
                id=f"{vouch.id}.{told.path}",
                subject=individual,
                path=told.path,
                value=told.value,
                source=Source.VOUCHER,
                source_ref=vouch.id,
            ),
            by=vouch.by,
            device="",
            at=vouch.at,
            hlc=_AFTER_EVERY_CLOCK,
        )
        for told in vouch.told
    )


def status_when_made(crowded: bool) -> VouchStatus:
    """Where a new vouch stands."""
    return VouchStatus.WAITS if crowded else VouchStatus.STANDS


def closes_circle(
    edges: Iterable[tuple[str, str]], voucher: Collection[str], person: Collection[str]
) -> bool:
    """Whether a vouch of one for the other would close a circle of `CIRCLE` or fewer."""
    lines = set(edges)
    reached = set(person)
    for _ in range(CIRCLE - 1):
        reached |= {after for before, after in lines if before in reached}
    return not reached.isdisjoint(voucher)


def agree(
    vouch: Vouch, *, reason: str, by: str, roles: Collection[Role], at: datetime
) -> VouchAgreed:
    """Let a further vouch of somebody stand who vouched for many.

    Raises `ReasonMissing`, `StepNotOpen`, or `SecondPersonNeeded` for its recorder.
    """
    _check_reason(vouch, reason)
    if vouch.by == by:
        raise SecondPersonNeeded(vouch=vouch.id)
    MACHINE.take(vouch.status, VouchAgreed.kind, roles)
    return VouchAgreed(case=vouch.case, vouch=vouch.id, reason=reason.strip(), by=by, at=at)


def withdraw(
    vouch: Vouch, *, reason: str, by: str, roles: Collection[Role], at: datetime
) -> VouchWithdrawn:
    """Take a vouch back, with the reason. Raises `ReasonMissing` or `StepNotOpen`."""
    _check_reason(vouch, reason)
    MACHINE.take(vouch.status, VouchWithdrawn.kind, roles)
    return VouchWithdrawn(case=vouch.case, vouch=vouch.id, reason=reason.strip(), by=by, at=at)


def weights(vouches: Sequence[Vouch]) -> tuple[Weight, ...]:
    """What the vouches for one person count as; none where all come from authority."""
    standing = [vouch for vouch in vouches if vouch.status is VouchStatus.STANDS]
    if all(vouch.authority for vouch in standing):
        return ()
    return tuple(_weight(vouch) for vouch in standing)


def _weight(vouch: Vouch) -> Weight:
    """A letter weighs less: alone it carries nobody beyond A2."""
    from_afar = vouch.method in _FROM_AFAR and not vouch.met
    level = min(vouch.level, IdentityLevel.A2) if from_afar else vouch.level
    return Weight(vouch.is_kin, vouch.separately, not vouch.same_household, level)


def _check_reason(vouch: Vouch, reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing(vouch=vouch.id)
