"""Fills a laptop, and a registry beside it, with thousands of invented people.

Everything goes the way of real work: sealed vaults, one `record` a household,
enrolment by two people, bundles, receipts. Only the vault's price is low.
"""

import json
import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from intake.demo.names import households
from intake.demo.people import Household
from intake.demo.story import Teller
from intake.domain.codes import GroupKind
from intake.domain.event import OfficerAdded
from intake.registry.screening import Screening
from intake.security.passphrase import CHEAP, create_vault
from intake.store import Store, open_store
from intake.sync.desk import BY_ACTION
from intake.sync.enrol import approve, join, make_request, take_request
from intake.sync.exchange import Trip, sync
from intake.sync.invitation import invite
from intake.sync.receive import Arrival, OnReceived

PASSPHRASE = "only for this measurement"  # noqa: S105  opens invented records
OFFICER = "officer-1"
SITE = "North gate"
NOW = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
"""Today: a laptop forgets what was received long ago, by the clock of the machine."""
WAITING = 40
"""Households recorded after the last sync, so that the bar and the outbox have work."""


def crowd(individuals: int) -> list[Household]:
    """Invented households with at least so many people, oldest first, the last a draft."""
    chosen: list[Household] = []
    people = 0
    for household in households(individuals):
        kind = GroupKind.SINGLE if len(household.people) == 1 else household.kind
        chosen.append(replace(household, kind=kind))
        people += len(household.people)
        if people >= individuals:
            break
    chosen.sort(key=lambda h: -h.days_ago)
    chosen[-1] = replace(chosen[-1], draft=True)
    return chosen


def fresh(folder: Path) -> Store:
    """A new store behind a vault of low price."""
    folder.mkdir(mode=0o700, parents=True)
    return open_store(folder, create_vault(folder / "vault.json", PASSPHRASE, CHEAP))


def add_officer(laptop: Store) -> None:
    """The one who works at the laptop."""
    at = NOW - timedelta(days=90)
    laptop.record(
        OfficerAdded(officer=OFFICER, name="Mira", site=SITE, language="en", by=OFFICER, at=at)
    )


def write_down(laptop: Store, some: Sequence[Household], seed: int = 1) -> list[float]:
    """Record each household in one transaction; the milliseconds each took."""
    spent = []
    dice = random.Random(seed)  # noqa: S311
    for household in some:
        events = Teller(household, dice, by=OFFICER, now=NOW).events(SITE)
        start = perf_counter()
        laptop.record(*events)
        spent.append((perf_counter() - start) * 1000)
    return spent


@dataclass(frozen=True, slots=True)
class Corridor:
    """Carries bundles to the registry within this process."""

    registry: Store
    arrival: Arrival

    def post(self, action: str, body: bytes) -> bytes:
        """One request and its answer."""
        return BY_ACTION[action](self.registry, body, self.arrival).answer


def enrol(registry: Store, laptop: Store) -> None:
    """Join by invitation; two administrators let the laptop in."""
    at = NOW - timedelta(days=70)
    text = invite(
        registry, label=SITE, name="Registry", url="http://127.0.0.1:8001", by="ana", at=at
    )
    join(laptop, text, by=OFFICER, at=at)
    approve(registry, take_request(registry, make_request(laptop, at=at), at=at).id, by="b", at=at)


def send(laptop: Store, registry: Store, on_received: OnReceived | None = None) -> float:
    """Send all that waits; the seconds it took."""
    start = perf_counter()
    corridor = Corridor(registry, Arrival(NOW, on_received=on_received))
    done = sync(Trip(laptop, corridor, at=NOW))
    if done.problem is not None:
        raise done.problem
    return perf_counter() - start


@dataclass(slots=True)
class Settled:
    """A laptop and a registry that holds its work, closed; and what making them took."""

    laptop: Path
    registry: Path
    recorded: list[float] = field(default_factory=list)
    screened: list[float] = field(default_factory=list)


def settle(root: Path, individuals: int) -> Settled:
    """Make both, or take what an earlier run left in this folder.

    All but the last households are received and screened, case by case.
    """
    made = Settled(root / "laptop", root / "registry")
    figures = root / "figures.json"
    if figures.exists():
        made.recorded, made.screened = json.loads(figures.read_text())
        return made
    laptop, registry = fresh(made.laptop), fresh(made.registry)
    add_officer(laptop)
    enrol(registry, laptop)
    chosen = crowd(individuals)
    late = min(WAITING, len(chosen) // 2)
    made.recorded = write_down(laptop, chosen[:-late], seed=1)
    send(laptop, registry, _timed(Screening(registry), made.screened))
    made.recorded += write_down(laptop, chosen[-late:], seed=2)
    laptop.close()
    registry.close()
    figures.write_text(json.dumps([made.recorded, made.screened]))
    return made


def copy_of(made: Settled, folder: str) -> Settled:
    """The same stores at another place, so that a run leaves the kept ones as they are."""
    copies = [
        shutil.copytree(path, Path(folder) / path.name) for path in (made.laptop, made.registry)
    ]
    return replace(made, laptop=copies[0], registry=copies[1])


def _timed(screening: Screening, spent: list[float]) -> OnReceived:
    """Screen all cases of a bundle, and note the milliseconds of each on average."""

    def screen(cases: Sequence[str]) -> None:
        start = perf_counter()
        screening.screen(cases, NOW)
        spent.extend([(perf_counter() - start) * 1000 / len(cases)] * len(cases))

    return screen


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which this part of all lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def row(name: str, spent: Sequence[float], cpu: Sequence[float] = ()) -> str:
    """One line of a table of milliseconds."""
    figures = [percentile(spent, part) for part in (0.5, 0.95, 0.99)]
    figures += [percentile(cpu, part) for part in (0.5, 0.95, 0.99) if cpu]
    return name.ljust(34) + "".join(f"{ms:9.1f}" for ms in figures)


HEAD = "".ljust(34) + "   p50 ms   p95 ms   p99 ms  p50 cpu  p95 cpu  p99 cpu"
