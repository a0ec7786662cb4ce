"""A model of three laptops and a registry, run against the real program by Hypothesis.

What may happen: records, corrections, syncs over good and bad lines, sticks carried
late, twice or out of order, old requests replayed, outcomes told, clocks that jump,
backups restored. What must hold, whatever happens: see the invariants and `teardown`.
"""

import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from intake.domain.codes import DeviceStatus, Level, ReadBack
from intake.domain.event import CaseCompleted, Event, IndividualAdded
from intake.errors import ChainForked, SyncFailed
from intake.security.chain import Entry
from intake.store import Store, open_store
from intake.sync.exchange import Synced, Trip, sync
from intake.sync.outbox import is_approved
from intake.sync.parcel import reply_chain
from intake.sync.send import Limits, has_work, start
from intake.sync.stick import export_reply, export_work, import_bundle, import_reply
from tests.builders import NOON, OFFICER, a_statement, an_id, opened, statements
from tests.sync.faults import FAULTS, BadLine
from tests.sync.parties import KEY, a_store, let_in, tell

LAPTOPS = 3
FEW = Limits(entries=4)
JUMPS = (timedelta(days=-20_000), timedelta(days=-1), timedelta(hours=2), timedelta(days=4000))
ACTS = (
    *("work", "work", "sync", "sync", "fill_sticks", "carry", "carry_back", "replay"),
    *("tell", "jump", "copy", "copy"),
)
laptops = st.sampled_from((0, 0, 1, 2))
Said = tuple[str, str, str]


@dataclass
class Side:
    """One laptop: its store, its clock, and the people it knows."""

    store: Store
    folder: Path
    clock: timedelta = timedelta(0)
    cases: list[tuple[str, str]] = field(default_factory=list)
    backup: list[tuple[str, str]] | None = None


@cache
def enrolled() -> Path:
    """Folders of laptops already let in, made once and copied for every run."""
    root = Path(tempfile.mkdtemp(prefix="intake-model-"))
    registry = a_store(root / "registry")
    for number in range(LAPTOPS):
        laptop = a_store(root / str(number))
        let_in(laptop, registry)
        laptop.close()
    registry.close()
    return root


class SyncModel(RuleBasedStateMachine):
    """Everything that may happen to three laptops and a registry."""

    registry_kind: ClassVar[type[Store]] = Store
    laptop_kind: ClassVar[type[Store]] = Store

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="intake-run-"))
        shutil.copytree(enrolled(), self.root, dirs_exist_ok=True)
        self.registry = self._open("registry", self.registry_kind)
        self.sides = [
            Side(self._open(str(n), self.laptop_kind), self.root / str(n)) for n in range(LAPTOPS)
        ]
        self.line = BadLine(self.registry, rate=0.0)
        self.sticks: list[bytes] = []
        self.answers: list[tuple[Side, bytes]] = []
        # By entry: what was said in it. The registry must hold exactly this of what it holds.
        self.said: dict[str, tuple[Said, ...]] = {}
        self.acknowledged: dict[str, dict[int, str]] = {}

    @rule(what=st.sampled_from(ACTS), n=laptops, number=st.integers(0, 1 << 16))
    def happens(self, what: str, n: int, number: int) -> None:
        """One thing happens; `number` decides its details."""
        getattr(self, what)(self.sides[n], number)

    # What may happen. One rule draws all of it: Hypothesis would leave out most rules of
    # a run, and a fork needs four of them in a row.

    def work(self, side: Side, number: int) -> None:
        """Somebody arrives, or tells a birth year, perhaps another than before."""
        if number % 3 == 0 or not side.cases:
            self._register(side)
        case, person = side.cases[number % len(side.cases)]
        said = a_statement(person, "birth", {"edtf": str(1980 + number % 5)})
        self._record(side, statements(case, said, at=NOON + side.clock))

    def sync(self, side: Side, number: int) -> None:
        """A sync over a line that is good, or fails again and again in one way."""
        fault = (*FAULTS, None, None)[number % (len(FAULTS) + 2)]
        self.line.rate = 0.5 if fault else 0.0
        self.line.chance.seed(number)
        self.line.kinds = (fault,) if fault else FAULTS
        self._sync(side)

    def fill_sticks(self, side: Side, number: int) -> None:
        """Laptop and registry fill sticks, which are carried now, later, or never."""
        if is_approved(side.store) and has_work(side.store, start(side.store)):
            self.sticks += export_work(side.store, at=NOON + side.clock, limits=FEW).bundles
        self.answers.append((side, export_reply(self.registry, side.store.own_chain, at=NOON)))

    def carry(self, _side: Side, number: int) -> None:
        """Some stick reaches the registry, perhaps late, perhaps again."""
        if self.sticks:
            with suppress(SyncFailed):
                import_bundle(self.registry, self.sticks[number % len(self.sticks)], at=NOON)

    def carry_back(self, _side: Side, number: int) -> None:
        """Some answer reaches its laptop, perhaps late, perhaps again."""
        if self.answers:
            side, answer = self.answers[number % len(self.answers)]
            with suppress(SyncFailed):
                import_reply(side.store, answer, at=NOON + side.clock)

    def replay(self, _side: Side, number: int) -> None:
        """Somebody sends an old request once more."""
        if self.line.carried:
            with suppress(SyncFailed):
                self.line.deliver(*self.line.carried[number % len(self.line.carried)])

    def tell(self, side: Side, _number: int) -> None:
        """The registry decides something about the cases it holds of a laptop."""
        for case, person in side.cases[:2]:
            if self.registry.cases.get(case) is not None:
                tell(self.registry, side.store.own_chain, case, person)

    def jump(self, side: Side, number: int) -> None:
        """The clock of a laptop goes wrong."""
        side.clock = JUMPS[number % len(JUMPS)]

    def copy(self, side: Side, _number: int) -> None:
        """A laptop's folder is copied; next time, the copy takes the laptop's place."""
        copy = side.folder.with_name("backup-" + side.folder.name)
        side.store.close()
        if side.backup is None:
            shutil.copytree(side.folder, copy)
            side.backup = list(side.cases)
        else:
            shutil.rmtree(side.folder)
            shutil.move(copy, side.folder)
            side.cases, side.backup = side.backup, None
        side.store = self._open(side.folder.name, self.laptop_kind)

    # What must hold.

    @invariant()
    def receipts_claim_no_more_than_is_held(self) -> None:
        """Whatever a laptop has a receipt for is at the registry, unaltered."""
        for side in self.sides:
            chain = side.store.own_chain
            receipt = side.store.devices.last_receipt(chain)
            if receipt is not None:
                self.acknowledged.setdefault(chain, {})[receipt.seq] = receipt.head
        for chain, heads in self.acknowledged.items():
            for seq, head in heads.items():
                assert self.registry.ledger.hash_at(chain, seq) == head

    @invariant()
    def nothing_is_lost_between_laptop_and_registry(self) -> None:
        """What a laptop recorded and the registry lacks still waits to be sent."""
        for side in self.sides:
            store = side.store
            if self._is_prefix(side):
                held = self.registry.head(store.own_chain).seq
                assert start(store) <= held

    def teardown(self) -> None:
        """In the end, over a good line, everything has arrived, once."""
        try:
            self.line.rate = 0.0
            for side in self.sides:
                self._settle(side)
            self._nothing_missing_nothing_doubled()
            assert self.registry.verify() == []
            self.registry.rebuild()
            self._nothing_missing_nothing_doubled()
        finally:
            self.registry.close()
            for side in self.sides:
                side.store.close()
            shutil.rmtree(self.root)

    def _settle(self, side: Side) -> None:
        store, chain = side.store, side.store.own_chain
        status = self._status(chain)
        agree = self._is_prefix(side)
        done = self._sync(side)
        if status is DeviceStatus.FORKED or not agree:
            assert isinstance(done.problem, ChainForked)
            if has_work(store, self._common(side)):
                assert self._status(chain) is DeviceStatus.FORKED
                assert chain in {kept.chain for kept in self.registry.devices.quarantined()}
            return
        assert done.problem is None
        assert not has_work(store, self.registry.head(chain).seq)
        for entry in self._held(chain):
            assert store.ledger.hash_at(chain, entry.seq) == entry.hash
        replies = reply_chain(self.registry.own_chain, chain)
        assert store.head(replies) == self.registry.head(replies)
        assert store.verify() == []

    def _nothing_missing_nothing_doubled(self) -> None:
        expected: list[Said] = []
        for side in self.sides:
            for entry in self._held(side.store.own_chain):
                expected += self.said.get(entry.hash, ())
        found = [
            (s.statement.subject, s.statement.path, str(s.statement.value))
            for line in self.registry.cases.latest(limit=1000)
            for case in [self.registry.cases.get(line.id)]
            if case is not None
            for person in case.members
            for s in person.said
        ]
        assert sorted(found) == sorted(expected)

    # How.

    def _open(self, name: str, kind: type[Store]) -> Store:
        store = open_store(self.root / name, KEY)
        store.__class__ = kind
        return store

    def _register(self, side: Side) -> None:
        case, person, at = an_id(), an_id(), NOON + side.clock
        member = IndividualAdded(
            case=case, individual=person, number=person[:10], position=1, by=OFFICER, at=at
        )
        done = CaseCompleted(case=case, level=Level.FULL, read_back=ReadBack.YES, by=OFFICER, at=at)
        self._record(side, opened(case, number=case[:10]), member, done)
        side.cases.append((case, person))

    def _record(self, side: Side, *events: Event) -> None:
        for event, entry in zip(events, side.store.record(*events), strict=True):
            self.said[entry.hash] = tuple(
                (s.subject, s.path, str(s.value)) for s in getattr(event, "statements", ())
            )

    def _sync(self, side: Side) -> Synced:
        done = sync(Trip(side.store, self.line, at=NOON + side.clock, by=OFFICER, limits=FEW))
        assert done.acknowledged <= side.store.head(side.store.own_chain).seq
        return done

    def _status(self, chain: str) -> DeviceStatus:
        device = self.registry.devices.get(chain)
        assert device is not None
        return device.status

    def _held(self, chain: str) -> list[Entry]:
        return self.registry.entries_after(chain, 0, 100_000)

    def _common(self, side: Side) -> int:
        """How far laptop and registry tell the same story."""
        chain = side.store.own_chain
        for entry in self._held(chain):
            if side.store.ledger.hash_at(chain, entry.seq) != entry.hash:
                return entry.seq - 1
        return self.registry.head(chain).seq

    def _is_prefix(self, side: Side) -> bool:
        """Whether the laptop holds all that the registry holds of it."""
        return self._common(side) == self.registry.head(side.store.own_chain).seq
