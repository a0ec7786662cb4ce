"""Laptops and a registry that know each other, and a line between them without a network."""

import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from intake.domain.codes import IdentityLevel, NextStep
from intake.domain.event import Event, OutcomeTold
from intake.errors import IntakeError
from intake.store import Store, open_store
from intake.sync.desk import BY_ACTION
from intake.sync.enrol import approve, join, make_request, take_request
from intake.sync.exchange import Synced, Trip, sync
from intake.sync.invitation import invite
from intake.sync.parcel import reply_chain
from intake.sync.receive import Arrival, OnReceived
from intake.sync.send import WIRE, Limits
from intake.sync.wire import refusal, refused
from tests.builders import NOON, Group, a_group

KEY = bytes(range(32))
INVITER, APPROVER, WORKER = "user-ana", "user-ben", "officer-1"
SMALL = Limits(entries=6)


def a_store(folder: Path) -> Store:
    """A fresh real store."""
    return open_store(folder, KEY)


def copied(store: Store, folder: Path) -> Path:
    """A copy of a store's folder, as a careless backup makes it."""
    folder.mkdir()
    with store.together():
        for file in store.directory.iterdir():
            if file.is_file():
                shutil.copy(file, folder)
    return folder


def invited(registry: Store, *, at: datetime = NOON, label: str = "Laptop 1") -> str:
    """The text of a new invitation."""
    return invite(
        registry, label=label, name="Registry", url="http://127.0.0.1:8001", by=INVITER, at=at
    )


def let_in(laptop: Store, registry: Store, *, at: datetime = NOON) -> None:
    """Invite, ask, approve: the laptop may send."""
    join(laptop, invited(registry, at=at), by=WORKER, at=at)
    take_request(registry, make_request(laptop, at=at), at=at)
    approve(registry, laptop.own_chain, by=APPROVER, at=at)


def register(laptop: Store, *names: str) -> Group:
    """Record an invented group."""
    group = a_group(*names)
    laptop.record(*group.events)
    return group


def tell(registry: Store, laptop: str, case: str, individual: str) -> Event:
    """Record an outcome into the reply chain of a laptop."""
    event = OutcomeTold(
        case=case,
        individual=individual,
        level=IdentityLevel.A2,
        facts=(),
        next_step=NextStep.ANOTHER_TALK,
        message="Come again on Monday.",
        by=APPROVER,
        at=NOON,
    )
    registry.record(event, chain=reply_chain(registry.own_chain, laptop))
    return event


@dataclass
class Line:
    """Carries bytes to the registry's desk as the wire does; errors travel as JSON."""

    registry: Store
    at: datetime = NOON
    on_received: OnReceived | None = None
    carried: list[tuple[str, bytes]] = field(default_factory=list)

    def post(self, action: str, body: bytes) -> bytes:
        """One request and its answer."""
        self.carried.append((action, body))
        return self.deliver(action, body)

    def deliver(self, action: str, body: bytes) -> bytes:
        """What the registry answers to these bytes."""
        arrival = Arrival(self.at, "wire", self.on_received)
        try:
            return BY_ACTION[action](self.registry, body, arrival).answer
        except IntakeError as error:
            raise refusal(400, refused(error)) from None


def synced(laptop: Store, line: "Line", *, at: datetime = NOON, limits: Limits = WIRE) -> Synced:
    """One sync at a time."""
    return sync(Trip(laptop, line, at=at, by=WORKER, limits=limits))
