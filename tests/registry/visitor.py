"""A browser at a real registry: encrypted store, real passphrases, real one-time codes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pyotp
from flask import Flask
from flask.testing import FlaskClient

from intake.domain.codes import Role
from intake.registry.accounts import NewUser, add_user, new_secret
from intake.registry.app import Door, create_app
from intake.security.stretching import CHEAP
from intake.store import Store
from intake.store.users import User
from tests.builders import NOON, an_id
from tests.registry.boxes import whole

BASE = "http://127.0.0.1:8001"
PASSPHRASE = "an invented passphrase"


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **span: int) -> None:
        self.at += timedelta(**span)


@dataclass
class Registry:
    """A registry with its store, its app and its clock."""

    store: Store
    app: Flask
    clock: Clock

    def add(self, login: str, *roles: Role) -> User:
        """A user, recorded as the page of users records one."""
        new = NewUser(
            id=an_id(),
            login=login,
            name=login.title() + " Staff",
            roles=roles,
            passphrase=PASSPHRASE,
            secret=new_secret(),
        )
        event = add_user(self.store.users, new, by=new.id, at=self.clock(), profile=CHEAP)
        self.store.record(event)
        user = self.store.users.by_login(login)
        assert user is not None
        return user

    def visitor(self) -> "Visitor":
        return Visitor(self, self.app.test_client())

    def signed_in(self, login: str, *roles: Role) -> "Visitor":
        """A browser of a new user of these roles, after sign-in."""
        user = self.add(login, *roles)
        visitor = self.visitor()
        assert visitor.sign_in(user).status_code == 303
        return visitor


def a_registry(store: Store, **door: Any) -> Registry:
    """An app over a store, with a clock that stands at noon.

    Nothing is sampled for a second opinion unless a test asks for it.
    """
    door.setdefault("blind_one_in", 0)
    clock = Clock()
    app = create_app(store, Door(profile=CHEAP, **door), clock=clock)
    app.testing = True
    return Registry(store, app, clock)


class Visitor:
    """One browser: right host, keeps its cookie, takes tokens from pages."""

    def __init__(self, registry: Registry, client: FlaskClient) -> None:
        self.registry = registry
        self.client = client

    def get(self, path: str, **options: Any) -> Any:
        return whole(self.client.get(path, base_url=BASE, **options))

    def token(self, page: str) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.get(page).text)
        assert found is not None, f"no form on {page}"
        return found[1]

    def post(self, path: str, data: dict[str, Any] | None = None, *, page: str = "", **more: Any):
        """Send a form as its page would; `page` is where the form stands."""
        sent = {"csrf_token": self.token(page or path), **(data or {})}
        return whole(self.client.post(path, data=sent, base_url=BASE, **more))

    def cookie(self) -> str:
        """What the browser holds."""
        held = self.client.get_cookie("intake-registry", domain="127.0.0.1")
        assert held is not None
        return held.value

    def sign_in(self, user: User, **changed: str) -> Any:
        self.registry.clock.forward(seconds=60)  # a code is good for one sign-in only
        claim = {
            "login": user.login,
            "passphrase": PASSPHRASE,
            "code": code_of(user.totp_secret, self.registry.clock()),
        }
        return self.post("/sign-in", {**claim, **changed})


def code_of(secret: str, at: datetime) -> str:
    """What the phone shows."""
    return pyotp.TOTP(secret).at(at)


def text_of(page: str) -> str:
    """The words of a page without tags, spaces folded."""
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def ids_in(rows: Iterable[Any]) -> list[str]:
    return [row.id for row in rows]
