"""Events of vouching: somebody says that they know a person as this identity."""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import IdentityLevel, VouchCapacity, VouchFact, VouchMethod
from intake.domain.event.event import Event
from intake.domain.statement import Json


@dataclass(frozen=True, slots=True)
class VouchTold:
    """What the one who vouches says of one question, in the shape of that question."""

    path: str
    value: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class VouchRecorded(Event):
    """Somebody vouched for a person. Who it is may be read by few.

    `voucher` is a registered individual, or empty for a person from outside, whose name
    and safe contact stand in `name` and `contact`; `level` is the voucher's own.
    `crowded` says that this voucher vouched for so many that a reviewer has to agree.
    `told` are answers to compare with the person's own; none are asked for.
    """

    kind: ClassVar[str] = "vouch-recorded"
    vouch: str
    individual: str
    capacity: VouchCapacity
    level: IdentityLevel
    facts: tuple[VouchFact, ...]
    method: VouchMethod
    known_since: str
    known_how: str
    statement: str
    voucher: str = ""
    name: str = ""
    contact: str = ""
    same_household: bool = False
    authority: bool = False
    met: bool = False
    separately: bool = False
    signed: bool = False
    crowded: bool = False
    told: tuple[VouchTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VouchAgreed(Event):
    """A reviewer let one more vouch stand of somebody who vouched for many."""

    kind: ClassVar[str] = "vouch-agreed"
    vouch: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VouchWithdrawn(Event):
    """A vouch holds no longer; that it was given stays."""

    kind: ClassVar[str] = "vouch-withdrawn"
    vouch: str
    reason: str
