"""Events of a record's standing: not reached, out of use, back, closed, reopened."""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import InactiveReason
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactTried(Event):
    """Somebody tried to reach a person and did not."""

    kind: ClassVar[str] = "contact-tried"
    individual: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInactivated(Event):
    """A record is not in use for now; it stays searchable."""

    kind: ClassVar[str] = "record-inactivated"
    individual: str
    code: InactiveReason
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReturned(Event):
    """The person is back: the record is in use again."""

    kind: ClassVar[str] = "record-returned"
    individual: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseAsked(Event):
    """Somebody asked that a record that is not in use be closed."""

    kind: ClassVar[str] = "close-asked"
    individual: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordClosed(Event):
    """A second person closed a record."""

    kind: ClassVar[str] = "record-closed"
    individual: str
    asked_by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenAsked(Event):
    """Somebody asked that a closed record be used again."""

    kind: ClassVar[str] = "reopen-asked"
    individual: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReopened(Event):
    """A second person put a closed record back in use."""

    kind: ClassVar[str] = "record-reopened"
    individual: str
    asked_by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenDeclined(Event):
    """A closed record stays closed; whoever asked can also take it back."""

    kind: ClassVar[str] = "reopen-declined"
    individual: str
    reason: str
