"""What supports an account from outside: seen or heard, by whom, when and where.

Ticked classes prove nothing; each support is a record that a second person can read.
That an account stayed the same over time is computed, never claimed.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from intake.domain.codes import SupportClass
from intake.domain.event import SupportRecorded, SupportTakenBack
from intake.errors import ReasonMissing, RuleBroken

BY_HAND = (
    SupportClass.KIN,
    SupportClass.DOCUMENT,
    SupportClass.RECORD,
    SupportClass.PLACE,
)
"""The classes that somebody records; vouchers come as they were given, time is computed."""

LONG_ENOUGH = timedelta(days=182)
LEAST_CONTACTS = 2

_SEEN = (SupportClass.DOCUMENT, SupportClass.RECORD)


class SupportNotThere(RuleBroken):
    """Nobody was heard alone, or this class is not recorded by hand; fact: `part`."""

    code = "support-not-there"


class SupportTwice(RuleBroken):
    """The same relative, or knowledge of places, counts once."""

    code = "support-twice"


@dataclass(frozen=True, slots=True)
class Heard:
    """A relative who was heard alone, and whether they live elsewhere."""

    individual: str
    interview: str
    outside_household: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A support that stands."""

    of: SupportClass
    relative: str = ""


def record_support(
    made: SupportRecorded, *, relatives: Collection[Heard], held: Iterable[Held]
) -> SupportRecorded:
    """Check one support and give it back to be recorded.

    Raises `SupportNotThere`, `SupportTwice` or `ReasonMissing` with its `fact`.
    """
    if made.of not in BY_HAND:
        raise SupportNotThere(part=made.of.value)
    if not made.what.strip():
        raise ReasonMissing(fact="what")
    if made.of in _SEEN and not made.where.strip():
        raise ReasonMissing(fact="where")
    if date.fromisoformat(made.seen_on) > made.at.date():
        raise SupportNotThere(part="seen-on")
    heard = {one.individual: one for one in relatives}.get(made.relative)
    if made.of is SupportClass.KIN and (heard is None or heard.interview != made.interview):
        raise SupportNotThere(part="relative")
    _refuse_twice(made, held)
    return made


def _refuse_twice(made: SupportRecorded, held: Iterable[Held]) -> None:
    for one in held:
        once = made.of is SupportClass.PLACE and one.of is SupportClass.PLACE
        if once or (made.relative and one.relative == made.relative):
            raise SupportTwice(of=made.of.value)


def take_back(made: SupportTakenBack, *, stands: bool) -> SupportTakenBack:
    """Check that a support still stands and that somebody says why it counts no more."""
    if not stands:
        raise SupportNotThere(part="support")
    if not made.reason.strip():
        raise ReasonMissing(fact="reason")
    return made


def is_continuous(contacts: Collection[date]) -> bool:
    """Whether somebody came at least twice over half a year or more."""
    days = set(contacts)
    return len(days) >= LEAST_CONTACTS and max(days) - min(days) >= LONG_ENOUGH
