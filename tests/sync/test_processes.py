"""Two real processes: a laptop here, a registry there, HTTP between them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.errors import BundleTorn, ChainGap, RegistryUnreachable
from intake.store import Store
from intake.sync.enrol import approve, join
from intake.sync.exchange import Trip, sync
from intake.sync.invitation import invite
from intake.sync.outbox import outbox
from intake.sync.send import make_push
from intake.sync.wire import Wire
from tests.sync.parties import APPROVER, INVITER, WORKER, a_store, register, tell
from tests.sync.serve import served

pytestmark = pytest.mark.loopback


def now() -> datetime:
    """The wall clock, which the other process uses too."""
    return datetime.now(UTC)


@contextmanager
def at_the_desk(folder: Path) -> Iterator[Store]:
    """The registry's store, opened here while nobody serves it."""
    registry = a_store(folder)
    yield registry
    registry.close()


def joined_to(folder: Path, laptop: Store) -> None:
    """A laptop with the invitation of a new registry."""
    with at_the_desk(folder) as registry:
        text = invite(registry, label="1", name="Registry", url="", by=INVITER, at=now())
    join(laptop, text, by=WORKER, at=now())


def let_in_over_the_wire(folder: Path, laptop: Store) -> None:
    """Ask over the wire, wait, be approved."""
    joined_to(folder, laptop)
    with served(folder) as url:
        done = sync(Trip(laptop, Wire(url), at=now(), by=WORKER))
    assert done.problem is not None
    assert done.problem.facts == {"why": "requested"}
    with at_the_desk(folder) as registry:
        approve(registry, laptop.own_chain, by=APPROVER, at=now())


def test_records_go_to_a_registry_in_another_process_and_outcomes_come_back(
    stranger: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "served"
    let_in_over_the_wire(folder, stranger)
    group = register(stranger, "Олена Тест", "Petro Test")
    with served(folder) as url:
        assert sync(Trip(stranger, Wire(url), at=now(), by=WORKER)).problem is None
    assert outbox(stranger).received == 1
    with at_the_desk(folder) as registry:
        assert registry.cases.get(group.case) is not None
        tell(registry, stranger.own_chain, group.case, group.people[0])
    with served(folder) as url:
        done = sync(Trip(stranger, Wire(url), at=now(), by=WORKER))
        assert (done.problem, done.replies) == (None, 1)
    assert outbox(stranger).answered == 1
    done = sync(Trip(stranger, Wire(url), at=now(), by=WORKER))
    assert isinstance(done.problem, RegistryUnreachable)


def test_the_registry_tells_who_it_is_and_refuses_by_code(stranger: Store, tmp_path: Path) -> None:
    folder = tmp_path / "served"
    let_in_over_the_wire(folder, stranger)
    for number in range(2):
        register(stranger, f"Person {number}")
    push = make_push(stranger, 3, at=now())
    joined = stranger.devices.joined()
    assert push is not None
    assert joined is not None
    with served(folder) as url:
        about = Wire(url).about()
        assert (about["registry"], about["name"]) == (joined.registry, "Registry")
        assert about["seal_public"] == joined.seal_public
        with pytest.raises(ChainGap) as caught:
            Wire(url).post("push", push.bundle)
        assert caught.value.facts == {"expected": 1}
        for torn in (b"", b"INTAKE", b"x" * 5000):
            with pytest.raises(BundleTorn):
                Wire(url).post("push", torn)
