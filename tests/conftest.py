"""What holds for every test: no test reaches out of this machine."""

import ipaddress
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from intake.store import Store, engine, open_store
from intake.store.migrations import migrations
from intake.store.store import FILE

# How long one example takes says nothing here: speed belongs in benchmarks/.
# The gate tries the same examples each time; HYPOTHESIS_PROFILE=deep looks for new ones.
settings.register_profile("gate", deadline=None, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=20_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))

MEMORY = Path("/dev/shm")  # noqa: S108 - a place for what no test leaves behind
ROOM = 2 * 1024**3


def pytest_configure() -> None:
    """Keep the stores of tests in memory where there is room: thousands are made and gone.

    What is written to a disk is waited for, each time, and takes half of a run. What a kill
    leaves of a store is the same in either place.
    """
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


REACHING = ("connect", "connect_ex", "bind", "sendto")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process: Playwright runs only once in each."""
    from tests.flows.browser import chromium

    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def begin_store(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, bytes], Store]:
    """Open a new store; tables are made once for each key, and every store begins as a copy."""
    made: dict[bytes, Path] = {}

    def begin(directory: Path, key: bytes) -> Store:
        if key not in made:
            made[key] = tmp_path_factory.mktemp("tables") / FILE
            db = engine.connect(made[key], key)
            migrations.apply(db)
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            db.close()
        directory.mkdir(mode=0o700)
        shutil.copyfile(made[key], directory / FILE)
        return open_store(directory, key)

    return begin


class SocketRefused(AssertionError):
    """A test opened a socket that it may not open."""

    def __init__(self, address: object, *, loopback: bool) -> None:
        may = "only 127.0.0.1" if loopback else "no socket; mark it with pytest.mark.loopback"
        super().__init__(f"{address!r}: this test may open {may}")


def is_loopback(address: object) -> bool:
    """Tell whether a socket address lies on this machine's loopback."""
    if not isinstance(address, tuple):
        return False
    host = address[0]
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def guarded(original: Callable[..., Any], *, loopback: bool) -> Callable[..., Any]:
    """The socket's method behind a check of the address, its last argument."""

    def method(self: socket.socket, *arguments: Any) -> Any:
        __tracebackhide__ = True
        if loopback and is_loopback(arguments[-1]):
            return original(self, *arguments)
        raise SocketRefused(arguments[-1], loopback=loopback)

    return method


@pytest.fixture(autouse=True)
def _stay_on_this_machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forbid sockets, except loopback ones in tests marked for that."""
    loopback = any(request.node.get_closest_marker(name) for name in ("loopback", "browser"))
    for name in REACHING:
        monkeypatch.setattr(
            socket.socket, name, guarded(getattr(socket.socket, name), loopback=loopback)
        )
