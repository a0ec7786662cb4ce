"""Events of groups that part or come together; who belongs where stays told."""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import Channel, GroupKind, GroupPart, RegroupReason
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSplit(Event):
    """Some of a group went on as a group of their own.

    Recorded once under each case; `part` says which of the two this is, `other_number`
    is the number of the other, `individuals` are those who went.
    """

    kind: ClassVar[str] = "group-split"
    part: GroupPart
    other_number: str
    individuals: tuple[str, ...]
    reason: RegroupReason


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsMerged(Event):
    """Another group became part of this one; its number goes on leading here.

    Besides the number, what the opening of the other case told is kept.
    """

    kind: ClassVar[str] = "groups-merged"
    number: str
    group_kind: GroupKind
    site: str
    opened_at: str
    opened_by: str
    notice_version: str
    notice_language: str
    notice_channel: Channel
    individuals: tuple[str, ...]
    reason: RegroupReason
