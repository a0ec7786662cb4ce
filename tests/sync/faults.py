"""A line that fails in seven ways, as often as it is told; repeatable by its seed."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.errors import RegistryUnreachable
from intake.store import Store
from tests.builders import NOON
from tests.sync.parties import Line

FAULTS = (
    "request-lost",
    "answer-lost",
    "delivered-twice",
    "request-cut",
    "request-altered",
    "answer-altered",
    "old-request-again",
)


def cut(data: bytes, at: int) -> bytes:
    """The beginning of these bytes."""
    return data[: at % len(data)]


def altered(data: bytes, at: int) -> bytes:
    """The same bytes with one bit changed."""
    at %= len(data)
    return data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :]


@dataclass
class BadLine(Line):
    """Fails at a rate, each kind of fault as likely as the others."""

    chance: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311  repeatable
    rate: float = 0.6
    kinds: Sequence[str] = FAULTS
    met: Counter[str] = field(default_factory=Counter)

    def post(self, action: str, body: bytes) -> bytes:
        """One request, which may be hurt on its way there or back."""
        self.carried.append((action, body))
        if self.chance.random() >= self.rate:
            return self.deliver(action, body)
        fault = self.chance.choice(self.kinds)
        self.met[fault] += 1
        return self.hurt(fault, action, body)

    def hurt(self, fault: str, action: str, body: bytes) -> bytes:
        """The answer, if one comes, when this fault strikes."""
        where = self.chance.randrange(1 << 20)
        if fault == "request-cut":
            return self.deliver(action, cut(body, where))
        if fault == "request-altered":
            return self.deliver(action, altered(body, where))
        if fault == "answer-altered":
            return altered(self.deliver(action, body), where) if action != "enrol" else b""
        if fault == "delivered-twice":
            self.deliver(action, body)
            return self.deliver(action, body)
        if fault == "old-request-again":
            return self.deliver(*self.carried[where % len(self.carried)])
        if fault == "answer-lost":
            self.deliver(action, body)
        raise RegistryUnreachable(why="timeout")


def bad_line(registry: Store, seed: int, rate: float = 0.6) -> BadLine:
    """A bad line to a registry."""
    return BadLine(registry, NOON, chance=random.Random(seed), rate=rate)  # noqa: S311  repeatable
