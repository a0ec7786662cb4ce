"""Laptops that know a registry, for the pages of what comes in."""

from pathlib import Path

from intake.store import Store, open_store
from intake.sync.enrol import approve, join, make_request, take_request
from intake.sync.invitation import invite
from intake.sync.stick import export_work
from tests.builders import NOON, Group, a_group

INVITER, APPROVER, WORKER = "user-ana", "user-ben", "officer-1"


def a_laptop(folder: Path) -> Store:
    """A fresh real store, as a laptop has one."""
    return open_store(folder, bytes(range(1, 33)))


def ask(laptop: Store, registry: Store, *, label: str = "North gate 1") -> None:
    """Join a registry and ask to be let in."""
    text = invite(
        registry, label=label, name="Registry", url="https://127.0.0.1", by=INVITER, at=NOON
    )
    join(laptop, text, by=WORKER, at=NOON)
    take_request(registry, make_request(laptop, at=NOON), at=NOON)


def let_in(laptop: Store, registry: Store, *, label: str = "North gate 1") -> None:
    """Ask and be approved; the laptop learns it from an answer it took."""
    ask(laptop, registry, label=label)
    approve(registry, laptop.own_chain, by=APPROVER, at=NOON)


def work_of(laptop: Store, *names: str) -> tuple[Group, bytes]:
    """Register a group and put the work on a stick."""
    group = a_group(*names)
    laptop.record(*group.events)
    (bundle,) = export_work(laptop, at=NOON).bundles
    return group, bundle
