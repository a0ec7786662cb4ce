"""Events of what supports an account from outside of it."""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import SupportClass
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportRecorded(Event):
    """Somebody saw or heard something that supports an account.

    `what` it is, `seen_on` which day, `where`. For kin, `relative` and `interview` name
    who was heard alone; `confirmed` says through a channel safe for the person.
    """

    kind: ClassVar[str] = "support-recorded"
    support: str
    individual: str
    of: SupportClass
    what: str
    seen_on: str
    where: str
    relative: str = ""
    interview: str = ""
    outside_household: bool = False
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportTakenBack(Event):
    """A support counts no more: it was a mistake, or no longer holds."""

    kind: ClassVar[str] = "support-taken-back"
    support: str
    individual: str
    reason: str
