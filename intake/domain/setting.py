"""A setting that touches people is changed by two, and never beyond its bounds.

What the file of the registry says holds until a change was confirmed. The bounds are
those of the rules: a window to comment of three working days at least, one opinion in
twenty at least, no count below five shown, five years at most after a record went out
of use, a quarter of an hour at most before an idle session ends.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from intake.domain.codes import ChangeStatus, Role, Setting
from intake.domain.edtf import years_after
from intake.domain.event import SettingConfirmed, SettingDeclined, SettingProposed
from intake.domain.machine import Actor, Machine, Step
from intake.errors import AlreadyDecided, ReasonMissing, RuleBroken, SecondPersonNeeded

_ADMIN = frozenset({Role.ADMINISTRATOR})
_C = ChangeStatus
MACHINE: Machine[ChangeStatus] = Machine(
    "setting",
    (
        Step(None, "setting-proposed", _C.PROPOSED, _ADMIN, needs_reason=True),
        Step(_C.PROPOSED, "setting-confirmed", _C.IN_FORCE, _ADMIN),
        Step(_C.PROPOSED, "setting-declined", _C.DECLINED, _ADMIN, needs_reason=True),
    ),
)
"""What can become of a change; the one in force is never edited, only followed by another."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most a setting may be, and what it is where nobody said."""

    least: int
    most: int
    usual: int


BOUNDS: Mapping[Setting, Bounds] = {
    Setting.COMMENT_DAYS: Bounds(3, 60, 3),
    Setting.SECOND_OPINIONS: Bounds(1, 20, 10),
    Setting.KEEP_YEARS: Bounds(1, 5, 5),
    Setting.FEWEST_SHOWN: Bounds(5, 20, 5),
    Setting.IDLE_MINUTES: Bounds(5, 15, 15),
}


class SettingOutOfBounds(RuleBroken):
    """A rule allows no such value; facts: `least`, `most`."""

    code = "setting-out-of-bounds"


class SettingUnchanged(RuleBroken):
    """The value proposed is the one that holds already."""

    code = "setting-unchanged"


class ChangeWaits(RuleBroken):
    """A change of this setting was proposed before and still waits."""

    code = "change-waits"


@dataclass(frozen=True, slots=True)
class Change:
    """One change with its history: who proposed it, who answered, when and why."""

    id: str
    setting: Setting
    value: int
    was: int
    reason: str
    status: ChangeStatus
    proposed_by: str
    proposed_at: str
    answered_by: str = ""
    answered_at: str = ""
    answer_reason: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A change as somebody wishes it."""

    id: str
    setting: Setting
    value: int
    reason: str


def propose(
    wanted: Wanted, *, holds: int, waiting: Collection[Setting], by: Actor
) -> SettingProposed:
    """Propose another value; `holds` is in force, `waiting` waits already.

    Raises `ReasonMissing`, `SettingOutOfBounds`, `SettingUnchanged`, `ChangeWaits`.
    """
    MACHINE.take(None, SettingProposed.kind, by.roles)
    bounds = BOUNDS[wanted.setting]
    if not bounds.least <= wanted.value <= bounds.most:
        raise SettingOutOfBounds(path="value", least=bounds.least, most=bounds.most)
    if wanted.value == holds:
        raise SettingUnchanged(path="value")
    if not wanted.reason.strip():
        raise ReasonMissing(path="reason")
    if wanted.setting in waiting:
        raise ChangeWaits(setting=wanted.setting.value)
    return SettingProposed(
        change=wanted.id,
        setting=wanted.setting,
        value=wanted.value,
        was=holds,
        reason=wanted.reason.strip(),
        by=by.id,
        at=by.at,
    )


def confirm(found: Change, *, by: Actor) -> SettingConfirmed:
    """Put a change in force as the second person.

    Raises `AlreadyDecided`, or `SecondPersonNeeded` for the one who proposed it.
    """
    _refuse_answered(found)
    MACHINE.take(found.status, SettingConfirmed.kind, by.roles)
    if found.proposed_by == by.id:
        raise SecondPersonNeeded(setting=found.setting.value)
    return SettingConfirmed(
        change=found.id,
        setting=found.setting,
        value=found.value,
        proposed_by=found.proposed_by,
        by=by.id,
        at=by.at,
    )


def decline(found: Change, *, reason: str, by: Actor) -> SettingDeclined:
    """Leave it as it is, or take one's own proposal back.

    Raises `ReasonMissing` or `AlreadyDecided`.
    """
    _refuse_answered(found)
    MACHINE.take(found.status, SettingDeclined.kind, by.roles)
    if not reason.strip():
        raise ReasonMissing(path="reason")
    return SettingDeclined(
        change=found.id, setting=found.setting, reason=reason.strip(), by=by.id, at=by.at
    )


def kept_until(out_of_use: date, years: int) -> date:
    """The day after which a record that went out of use then is due to be erased."""
    return years_after(out_of_use, years)


def _refuse_answered(found: Change) -> None:
    if found.status is not ChangeStatus.PROPOSED:
        raise AlreadyDecided(setting=found.setting.value)
