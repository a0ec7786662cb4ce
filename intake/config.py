"""The settings of both roles: frozen, optional, checked before a socket opens.

Every key is described in docs/for-operators.md. Secrets never stand here.
"""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

from intake.errors import ConfigInvalid

LARGEST_PORT = 65535
LOOPBACK = ("127.0.0.1", "::1", "localhost")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEAST_COMMENT_DAYS = 3
MOST_BETWEEN_OPINIONS = 20
LONGEST_TEXT = 253
"""The longest host name (RFC 1035); more than any site name needs."""


@dataclass(frozen=True, kw_only=True)
class Config:
    """What both roles can be told."""

    site: str = ""
    """The name of the place, shown at the top of the pages; never in an id."""

    def __post_init__(self) -> None:
        """Refuse a wrong type first, so that the limits compare like with like."""
        for field in fields(self):
            kept = getattr(self, field.name)
            # bool is an int to Python, but `port = true` is a slip of the pen.
            if type(kept) is not type(field.default):
                raise ConfigInvalid(key=field.name)
            if isinstance(kept, str) and (len(kept) > LONGEST_TEXT or not _is_one_line(kept)):
                raise ConfigInvalid(key=field.name)
        for key, is_fine in self._limits().items():
            if not is_fine:
                raise ConfigInvalid(key=key)

    def _limits(self) -> dict[str, bool]:
        return {}

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """Read the settings of one role; an unknown key is refused, not ignored."""
        try:
            given: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            raise ConfigInvalid(key="file") from None
        known = {field.name for field in fields(cls)}
        for key in given:
            if key not in known:
                raise ConfigInvalid(key="unknown")
        return cls(**given)

    @classmethod
    def read(cls, file: Path) -> Self:
        """Read the file, or take the defaults when there is none."""
        if not file.exists():
            return cls()
        try:
            return cls.from_toml(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            raise ConfigInvalid(key="file") from None


@dataclass(frozen=True, kw_only=True)
class FieldConfig(Config):
    """A field laptop. It listens on this machine only, so it has no host."""

    port: int = 8000
    """The port on 127.0.0.1; 0 takes any free one."""

    idle_minutes: int = 5
    """Minutes without a key press after which the store locks itself."""

    registry: str = ""
    """Where the registry answers, `https://…`, if not where its invitation said."""

    keep_hours: int = 72
    """Hours a sent record stays readable after its receipt; 0 in high risk."""

    draft_days: int = 45
    """Days after which a draft that nobody touched is given up; 0 never does."""

    def _limits(self) -> dict[str, bool]:
        return super()._limits() | {
            "port": 0 <= self.port <= LARGEST_PORT,
            "draft_days": 0 <= self.draft_days <= 365,
            "registry": not self.registry or _is_registry(self.registry),
            "idle_minutes": 1 <= self.idle_minutes <= 60,
            "keep_hours": 0 <= self.keep_hours <= 24 * 365,
        }


@dataclass(frozen=True, kw_only=True)
class RegistryConfig(Config):
    """A registry server. TLS is the work of the reverse proxy before it."""

    host: str = "127.0.0.1"
    """The address it listens on, behind the reverse proxy."""

    port: int = 8001
    """The port it listens on; 0 takes any free one."""

    public_hosts: str = ""
    """Host names it answers to besides its own address, with spaces between."""

    comment_days: int = 3
    """Working days in which a person can comment on a decision; never fewer than 3."""

    weekend: str = "sat sun"
    """The days of the week that are no working days here, with spaces between."""

    second_opinions: int = 10
    """One proposal in so many is read by its second person before they see it; 1 is each."""

    @property
    def days_off(self) -> frozenset[int]:
        """The days of `weekend`, numbered from Monday 0."""
        return frozenset(WEEKDAYS.index(day) for day in self.weekend.split())

    def _limits(self) -> dict[str, bool]:
        return super()._limits() | {
            "host": bool(self.host) and not set(self.host) & set(" /@"),
            "port": 0 <= self.port <= LARGEST_PORT,
            "public_hosts": not set(self.public_hosts) & set("/*@,"),
            "comment_days": LEAST_COMMENT_DAYS <= self.comment_days <= 60,
            "second_opinions": 1 <= self.second_opinions <= MOST_BETWEEN_OPINIONS,
            "weekend": set(self.weekend.split()) < set(WEEKDAYS),
        }


def _is_one_line(text: str) -> bool:
    return text.isprintable()


def _is_registry(address: str) -> bool:
    scheme, _, rest = address.partition("://")
    authority = rest.split("/", 1)[0]
    if not authority or set(authority) & set(" @?#"):
        return False
    host = authority.rsplit(":", 1)[0].strip("[]")
    # In the clear only to this very machine, as the demo does.
    return scheme == "https" or (scheme == "http" and host in LOOPBACK)
