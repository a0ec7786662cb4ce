"""Sets the demo up: a registry with staff, two laptops, households, first syncs.

Everything is made with the same parts a real operation uses: real vaults and
encrypted files, enrolment by two people, sealed bundles, screening on arrival.
"""

import random
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from intake.demo.names import households
from intake.demo.people import STORY, Household
from intake.demo.story import Teller
from intake.domain.codes import Role
from intake.domain.event import OfficerAdded, RegistryJoined
from intake.registry.accounts import NewUser, add_user, new_secret
from intake.registry.screening import Screening
from intake.security.passphrase import SIGN_IN, Profile, create_vault, open_vault
from intake.store import Store, open_store
from intake.sync.desk import BY_ACTION
from intake.sync.enrol import approve, join, make_request, take_request
from intake.sync.exchange import Trip, sync
from intake.sync.invitation import invite
from intake.sync.receive import Arrival

# Demo passphrases are printed on the screen by design; nothing real is behind them.
LAPTOP_PASSPHRASE = "river lantern orchard"  # noqa: S105
REGISTRY_PASSPHRASE = "harbour window maple"  # noqa: S105
STAFF_PASSPHRASE = "meadow candle bridge"  # noqa: S105
SITES = {"a": "North gate", "b": "Station hall"}
REGISTRY_NAME = "Demo registry"
SECOND = "demo-second-laptop"
STILL_WAITING_DAYS = 4
"""Households this young are recorded after the first laptop's last sync."""

STAFF: tuple[tuple[str, str, tuple[Role, ...]], ...] = (
    ("clerk", "Klara Demo", (Role.CLERK,)),
    ("interviewer", "Ivan Demo", (Role.INTERVIEWER,)),
    ("reviewer", "Rita Demo", (Role.REVIEWER,)),
    ("protection", "Petra Demo", (Role.PROTECTION,)),
    ("protection2", "Pavel Demo", (Role.PROTECTION,)),
    ("tracing", "Tomas Demo", (Role.TRACING,)),
    ("tracing2", "Tara Demo", (Role.TRACING,)),
    ("officer", "Dora Demo", (Role.DPO,)),
    ("admin", "Ada Demo", (Role.ADMINISTRATOR,)),
    ("admin2", "Amir Demo", (Role.ADMINISTRATOR,)),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the demo is, what time it is, where the registry answers."""

    count: int
    now: datetime
    registry_url: str
    profile: Profile
    say: Callable[[str], None]
    sign_in: Profile = SIGN_IN


def folders(root: Path) -> tuple[Path, Path]:
    """Where the laptop's and the registry's data lie."""
    return root / "demo-laptop", root / "demo-registry"


def is_set(root: Path) -> bool:
    """Whether a demo was completely set up in this folder before."""
    return (root / "demo-ready").exists()


def set_up(root: Path, plan: Plan) -> None:
    """Make both data folders with everything in them; say what is done."""
    laptop_folder, registry_folder = folders(root)
    # What an interrupted set-up left behind; the names are the demo's alone.
    for folder in (laptop_folder, registry_folder, root / SECOND):
        shutil.rmtree(folder, ignore_errors=True)
    plan.say("making the registry and its staff")
    registry = _fresh(registry_folder, REGISTRY_PASSPHRASE, plan.profile)
    _add_staff(registry, plan)
    screening = Screening(registry)
    shares = share_out(plan.count)
    plan.say(f"recording {sum(map(len, shares.values()))} households")
    other = _fresh(root / SECOND, LAPTOP_PASSPHRASE, plan.profile)
    laptop = _fresh(laptop_folder, LAPTOP_PASSPHRASE, plan.profile)
    for name, store in (("b", other), ("a", laptop)):
        _enrol(registry, store, SITES[name], plan)
        early = [h for h in shares[name] if name == "b" or h.days_ago > STILL_WAITING_DAYS]
        _record(store, early, name, plan)
        _sync(registry, store, screening, plan)
    late = [h for h in shares["a"] if h.days_ago <= STILL_WAITING_DAYS]
    _record(laptop, late, "a", plan)
    for store in (other, laptop, registry):
        store.close()
    (root / "demo-ready").touch(mode=0o600)


def open_registry(root: Path) -> Store:
    """Open the demo registry's store with its printed passphrase."""
    folder = folders(root)[1]
    return open_store(folder, open_vault(folder / "vault.json", REGISTRY_PASSPHRASE))


def readdress(root: Path, plan: Plan) -> None:
    """Tell the laptop where the registry answers when the demo moved to another port."""
    folder = folders(root)[0]
    laptop = open_store(folder, open_vault(folder / "vault.json", LAPTOP_PASSPHRASE))
    joined = laptop.devices.joined()
    if joined is not None and joined.url != plan.registry_url:
        moved = RegistryJoined(
            **{**asdict(joined), "url": plan.registry_url}, by="demo-officer", at=plan.now
        )
        laptop.record(moved)
    laptop.close()


def share_out(count: int) -> dict[str, list[Household]]:
    """The households by laptop, oldest first: the story's first, then made ones."""
    chosen = list(STORY[:count])
    chosen += households(count - len(chosen))
    chosen.sort(key=lambda h: -h.days_ago)
    return {name: [h for h in chosen if h.laptop == name] for name in SITES}


def _fresh(folder: Path, passphrase: str, profile: Profile) -> Store:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return open_store(folder, create_vault(folder / "vault.json", passphrase, profile))


def _add_staff(registry: Store, plan: Plan) -> None:
    for login, name, roles in STAFF:
        new = NewUser("demo-" + login, login, name, roles, STAFF_PASSPHRASE, new_secret())
        at = plan.now - timedelta(days=90)
        registry.record(add_user(registry.users, new, by="demo", at=at, profile=plan.sign_in))


def _enrol(registry: Store, laptop: Store, label: str, plan: Plan) -> None:
    at = plan.now - timedelta(days=70)
    text = invite(
        registry, label=label, name=REGISTRY_NAME, url=plan.registry_url, by="demo-admin", at=at
    )
    join(laptop, text, by="demo-officer", at=at)
    device = take_request(registry, make_request(laptop, at=at), at=at)
    approve(registry, device.id, by="demo-admin2", at=at)


def _record(laptop: Store, some: Iterable[Household], name: str, plan: Plan) -> None:
    officer = "demo-officer-" + name
    if laptop.users.officer(officer) is None:
        laptop.record(_officer(officer, SITES[name], plan.now))
    for number, household in enumerate(some):
        dice = random.Random(f"{name}{household.days_ago}{number}")  # noqa: S311
        laptop.record(*Teller(household, dice, by=officer, now=plan.now).events(SITES[name]))


def _officer(officer: str, site: str, now: datetime) -> OfficerAdded:
    name = "Olha Demo" if site == SITES["a"] else "Samir Demo"
    at = now - timedelta(days=65)
    return OfficerAdded(officer=officer, name=name, site=site, language="en", by=officer, at=at)


@dataclass(frozen=True, slots=True)
class _Corridor:
    """Carries bytes to the registry in the same process, as the wire does."""

    registry: Store
    arrival: Arrival

    def post(self, action: str, body: bytes) -> bytes:
        """One request and its answer."""
        return BY_ACTION[action](self.registry, body, self.arrival).answer


def _sync(registry: Store, laptop: Store, screening: Screening, plan: Plan) -> None:
    at = plan.now - timedelta(days=STILL_WAITING_DAYS)

    def on_received(cases: Sequence[str]) -> None:
        screening.screen(cases, at)

    corridor = _Corridor(registry, Arrival(at, on_received=on_received))
    done = sync(Trip(laptop, corridor, at=at))
    if done.problem is not None:
        raise done.problem
