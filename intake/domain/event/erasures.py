"""Events of erasing a record at the registry.

They belong to the registry, not to the case, whose key is gone afterwards: that a
record was erased, when, by whom and why has to outlive the record.
"""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureAsked(Event):
    """Somebody asks that a group's record be erased; a second person has to confirm."""

    kind: ClassVar[str] = "erasure-asked"
    asked_case: str
    number: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseErased(Event):
    """A second person confirmed; the keys of the record are forgotten for good."""

    kind: ClassVar[str] = "case-erased"
    erased: str
    reason: str
    asked_by: str
