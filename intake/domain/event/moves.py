"""Events of people who change their group: proposed, confirmed, refused.

What concerns people of several cases is written once under each, for each case has a key
of its own. The record itself stays where it is.
"""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import RegroupReason
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveProposed(Event):
    """Somebody proposed that people of this case go into another group, old or new."""

    kind: ClassVar[str] = "move-proposed"
    move: str
    individuals: tuple[str, ...]
    from_group: str
    from_number: str
    to_group: str
    to_number: str
    reason: RegroupReason
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveConfirmed(Event):
    """A second person agreed: from now on they belong to the other group."""

    kind: ClassVar[str] = "move-confirmed"
    move: str
    proposed_by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRefused(Event):
    """They stay: a second person said so, or the proposal was taken back."""

    kind: ClassVar[str] = "move-refused"
    move: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveTold(Event):
    """What goes back to the laptop of the case: in which group somebody is now.

    Without a number they were parted from others for safety: nothing of where.
    """

    kind: ClassVar[str] = "move-told"
    individual: str
    number: str = ""
