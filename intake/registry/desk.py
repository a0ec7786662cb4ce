"""What the registry gives the web shell: doorman, first-run token, staff names."""

import secrets
from dataclasses import dataclass, field
from typing import cast

from intake.domain.event import UserAdded
from intake.domain.ids import make_number, parse_number
from intake.errors import NumberInvalid
from intake.registry.doorman import Doorman
from intake.security.stretching import SIGN_IN, Profile
from intake.sync.receive import OnReceived
from intake.web import access
from intake.web.shell import Shell


@dataclass(slots=True)
class FirstRun:
    """The one-time token with which the first administrator is made."""

    token: str = field(default_factory=lambda: make_number(secrets.token_bytes(16)))
    prepared: UserAdded | None = None
    """The administrator who still has to show a fitting code."""

    def fits(self, typed: str) -> bool:
        """Whether this is the token, however it was typed; never once it was used."""
        try:
            return bool(self.token) and secrets.compare_digest(parse_number(typed), self.token)
        except NumberInvalid:
            return False

    def use_up(self) -> None:
        """The administrator is there; the token opens nothing any more."""
        self.token = ""
        self.prepared = None


@dataclass(frozen=True, kw_only=True)
class Desk(Shell):
    """The shell of a registry."""

    doorman: Doorman
    first_run: FirstRun
    profile: Profile = SIGN_IN
    """The price of a guess at a user's passphrase."""
    name: str = "Intake"
    """What laptops call this registry."""
    url: str = ""
    """Where laptops reach this registry, as written into invitations."""
    comment_days: int = 3
    """Working days in which a person can comment on a decision."""
    days_off: frozenset[int] = frozenset({5, 6})
    """Days that are no working days here, numbered from Monday 0."""
    blind_one_in: int = 10
    """One proposal in so many is decided on by its second person before they see it."""
    on_received: OnReceived | None = None
    """Told of every case that comes in, by network or on a stick."""


def desk() -> Desk:
    """The desk of this app."""
    return cast("Desk", access.shell())


def staff_name(user: str) -> str:
    """The name of somebody who works here or recorded on a laptop; the id if unknown."""
    users = access.store().users
    found = users.get(user) or users.officer(user)
    return found.name if found else user[:8]
