"""Events of the settings: a change proposed, confirmed by another, or declined."""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import Setting
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingProposed(Event):
    """One administrator proposes another value; `was` held when they did."""

    kind: ClassVar[str] = "setting-proposed"
    change: str
    setting: Setting
    value: int
    was: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingConfirmed(Event):
    """A second administrator confirmed the change; it holds from now on."""

    kind: ClassVar[str] = "setting-confirmed"
    change: str
    setting: Setting
    value: int
    proposed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingDeclined(Event):
    """The change is not made; whoever proposed it can also take it back."""

    kind: ClassVar[str] = "setting-declined"
    change: str
    setting: Setting
    reason: str
