"""The settings in force: what two administrators changed, else the file.

Read at every use, so that a change holds from the moment it is confirmed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from intake.config import FieldConfig
from intake.domain.codes import Setting
from intake.domain.figures import FEWEST, STEP
from intake.domain.interview import MOST_INTERVIEWS
from intake.domain.recheck import IN_TIME
from intake.domain.record import ATTEMPTS, SILENT_FOR
from intake.domain.setting import BOUNDS, Bounds, Change
from intake.domain.support import LONG_ENOUGH
from intake.interview.plan import MOST
from intake.logs import DAYS_KEPT
from intake.matching.weights import NEWEST, NEWEST_TRACING, weights_of
from intake.matching.why import Band
from intake.registry.desk import Desk
from intake.registry.oversight import MANY
from intake.registry.sessions import LONGEST
from intake.registry.verifying.leases import KEPT_FOR
from intake.store import Store
from intake.sync.invitation import LASTS

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Held:
    """One setting as it holds: its value, its bounds, the change it rests on."""

    setting: Setting
    value: int
    bounds: Bounds
    change: Change | None = None
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of weights: its version, and from which weight on each band begins."""

    version: str
    bands: tuple[tuple[Band, float], ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a release fixes: a rule of the house, a measure, or a table of weights."""

    records: Table
    searches: Table
    days_off: frozenset[int]
    rounded_to: int = STEP
    questions: int = MOST
    interviews: int = MOST_INTERVIEWS
    recheck_days: int = IN_TIME.days
    silent_days: int = SILENT_FOR.days
    tries: int = ATTEMPTS
    continuity_days: int = LONG_ENOUGH.days
    session_hours: int = LONGEST // timedelta(hours=1)
    lease_minutes: int = KEPT_FOR // _MINUTE
    many_records: int = MANY
    invitation_days: int = LASTS.days
    log_days: int = DAYS_KEPT
    laptop_hours: int = FieldConfig.keep_hours
    laptop_draft_days: int = FieldConfig.draft_days


def usual(desk: Desk) -> Mapping[Setting, int]:
    """What holds where nobody changed anything: the file, or the program's own number."""
    said = {Setting.COMMENT_DAYS: desk.comment_days, Setting.SECOND_OPINIONS: desk.blind_one_in}
    return {setting: said.get(setting, bounds.usual) for setting, bounds in BOUNDS.items()}


def in_force(store: Store, desk: Desk) -> list[Held]:
    """Every setting that can be changed here, as it holds now."""
    changed, waiting = store.settings.in_force(), {c.setting for c in store.settings.waiting()}
    return [
        Held(
            setting,
            changed[setting].value if setting in changed else number,
            BOUNDS[setting],
            changed.get(setting),
            setting in waiting,
        )
        for setting, number in usual(desk).items()
    ]


def fixed(desk: Desk) -> Fixed:
    """What nobody changes while the registry runs."""
    return Fixed(_table(NEWEST), _table(NEWEST_TRACING), desk.days_off)


def _table(version: str) -> Table:
    weights = weights_of(version)
    bands = (Band.MANY, Band.SOME)
    return Table(version, tuple((band, weights["band." + band.value]) for band in bands))


def comment_days(store: Store, desk: Desk) -> int:
    """Working days in which a person can comment on a decision."""
    return store.settings.value(Setting.COMMENT_DAYS, desk.comment_days)


def blind_one_in(store: Store, desk: Desk) -> int:
    """One proposal in so many is read by its second person before they see it."""
    return store.settings.value(Setting.SECOND_OPINIONS, desk.blind_one_in)


def keep_years(store: Store) -> int:
    """Years that a record is kept after it went out of use."""
    return _ours(store, Setting.KEEP_YEARS)


def fewest_shown(store: Store) -> int:
    """A count of people below this is hidden in the figures; never below five."""
    return max(FEWEST, _ours(store, Setting.FEWEST_SHOWN))


def idle(store: Store) -> timedelta:
    """How long a session may rest before it ends."""
    return _ours(store, Setting.IDLE_MINUTES) * _MINUTE


def _ours(store: Store, setting: Setting) -> int:
    return store.settings.value(setting, BOUNDS[setting].usual)
