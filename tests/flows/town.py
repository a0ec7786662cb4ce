"""A demo that serves from the test's own process, with a clock that the test moves.

The same parts as `run.py demo`, which the story and its own tests start as users do; here
passphrases cost little, nothing is sampled, and two months pass in a moment.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from intake.cli.demo import served
from intake.config import FieldConfig
from intake.demo import stage
from intake.field.app import Options
from intake.field.app import create_app as create_laptop
from intake.registry.app import Door
from intake.registry.app import create_app as create_registry
from intake.security.passphrase import CHEAP
from tests.flows.browser import Addresses, a_free_port

HOST = "http://127.0.0.1"


class Clock:
    """The hour of both sides: now, and what was let pass."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def forward(self, **span: float) -> None:
        """Let time pass; whoever was at work signs in again."""
        self.ahead += timedelta(**span)


@dataclass(frozen=True)
class Town(Addresses):
    """Where the two roles answer, and what o'clock it is there."""

    clock: Clock = field(default_factory=Clock)


def a_plan(registry: str, households: int) -> stage.Plan:
    """A small demo whose passphrases are quickly checked."""
    return stage.Plan(
        count=households,
        now=datetime.now(UTC),
        registry_url=registry,
        profile=CHEAP,
        sign_in=CHEAP,
        say=lambda _text: None,
    )


@cache
def the_ports() -> tuple[int, int]:
    """The same for every town of a process, so that a browser knows the styles and fonts."""
    return a_free_port(), a_free_port()


@contextmanager
def a_town(folder: Path, households: int = 1) -> Iterator[Town]:
    """Set a demo up in this folder and serve both roles of it."""
    ports = the_ports()
    town = Town(*(f"{HOST}:{port}" for port in ports))
    stage.set_up(folder, a_plan(town.registry, households))
    registry = stage.open_registry(folder)
    options = Options(profile=CHEAP, clock=town.clock)
    door = Door(port=ports[1], totp_off=True, blind_one_in=0, profile=CHEAP)
    laptop_app = create_laptop(stage.folders(folder)[0], FieldConfig(port=ports[0]), options)
    registry_app = create_registry(registry, door, clock=town.clock)
    try:
        with served(laptop_app, ports[0]), served(registry_app, ports[1]):
            yield town
    finally:
        laptop_app.extensions["intake"].holder.close()
        registry.close()
