"""What a role gives the shared web part: its store, its people, its bar."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from intake.domain.codes import Role
from intake.gazetteer.shelf import NO_PLACES, Shelf
from intake.i18n import Lazy
from intake.security.roles import Action
from intake.web.holder import StoreHolder
from intake.web.session import MemoryRows, SessionRows

_USUAL_PORTS = (80, 443)


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the bar; shown to people who may do `action`."""

    endpoint: str
    label: Lazy
    action: Action | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """What the bar says of the work: a sign, a sentence, and whether it is late."""

    sign: str
    words: str
    late: bool = False


@dataclass(frozen=True, kw_only=True)
class Shell:
    """Everything make_app needs of a role; `place` stands beside the word mark.

    `places` are the lists in which a told place may be looked up.
    """

    holder: StoreHolder
    roles_of: Callable[[str], Collection[Role]]
    secret: str | bytes
    hosts: Sequence[str]
    port: int
    sign_in_endpoint: str
    role: Literal["field", "registry"] = "field"
    sign_out_endpoint: str = ""
    home_endpoint: str = ""
    help_endpoint: str = ""
    find_endpoint: str = ""
    """Takes a number in its address and, posted, a name: the box in the bar."""
    nav: Sequence[NavItem] = ()
    status: Callable[[], Status | None] = lambda: None
    place: Callable[[], str] = lambda: ""
    places: Shelf = NO_PLACES
    practising: Callable[[], bool] = lambda: False
    practice_endpoint: str = ""
    """Where a post ends practice."""
    rows: SessionRows = field(default_factory=MemoryRows)
    session_idle: timedelta = timedelta(hours=12)
    https: bool = False

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The Host headers that are ours; behind a proxy the port may be left out."""
        ported = {f"{host}:{self.port}" for host in self.hosts}
        plain = set(self.hosts) if self.https or self.port in _USUAL_PORTS else set()
        return frozenset(ported | plain)
