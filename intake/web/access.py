"""Who is asking, and may they? A view that does not say is shut."""

import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast

from flask import Flask, current_app, g, request, session

from intake.domain import ids
from intake.domain.codes import Role
from intake.errors import Locked, NotAllowed
from intake.gazetteer.shelf import Shelf
from intake.security.roles import Action, may
from intake.web.session import ServerSession
from intake.web.shell import Shell

if TYPE_CHECKING:
    from intake.store.store import Store

View = TypeVar("View", bound=Callable[..., Any])
_MARK = "intake_open_to"
_ID_BYTES = 16
_NUMBER_BYTES = 16


@dataclass(frozen=True, slots=True)
class Opening:
    """To whom a view is open. `machine` views take no session and no CSRF token."""

    action: Action | None = None
    machine: bool = False
    max_bytes: int | None = None


def open_to(action: Action, *, max_bytes: int | None = None) -> Callable[[View], View]:
    """Declare that a view serves signed-in people who may do `action`."""
    return _mark(Opening(action=action, max_bytes=max_bytes))


def open_to_everyone(view: View) -> View:
    """Declare that a view needs no sign-in: unlock, sign in, help, health."""
    return _mark(Opening())(view)


def open_to_machines(*, max_bytes: int | None = None) -> Callable[[View], View]:
    """Declare a view for devices that sign what they send; no cookie, no CSRF."""
    return _mark(Opening(machine=True, max_bytes=max_bytes))


def _mark(opening: Opening) -> Callable[[View], View]:
    def mark(view: View) -> View:
        setattr(view, _MARK, opening)
        return view

    return mark


def opening_of(app: Flask, endpoint: str | None) -> Opening | None:
    """The declaration of a view; None means shut."""
    if endpoint == "static":
        return Opening()
    view = app.view_functions.get(endpoint or "")
    return getattr(view, _MARK, None)


def check_access() -> None:
    """Before each request: shut unless declared; Locked when nobody is signed in."""
    if request.endpoint is None:
        return
    opening = opening_of(current_app, request.endpoint)
    if opening is None:
        raise NotAllowed()
    if opening.max_bytes is not None:
        request.max_content_length = opening.max_bytes
    if opening.action is None:
        return
    if not is_signed_in():
        raise Locked()
    if not may(actor_roles(), opening.action):
        raise NotAllowed(action=str(opening.action))


def is_signed_in() -> bool:
    """Whether this session belongs to somebody; one from before a lock ends."""
    if session.get("user") and not is_at_work():
        sign_out()
    return bool(session.get("user"))


def is_at_work() -> bool:
    """Whether somebody signed in since the store was opened, and it is open still."""
    held = shell().holder
    is_of_now = held.is_open and session.get("opening", 0) == held.openings
    return is_of_now and bool(session.get("user"))


def actor() -> str:
    """The id of the officer or user at work; raises Locked when nobody is."""
    user = session.get("user")
    if not user:
        raise Locked()
    return str(user)


def actor_roles() -> tuple[Role, ...]:
    """The roles of the one at work, asked anew once a request."""
    if "roles" not in g:
        found: Collection[Role] = shell().roles_of(actor())
        g.roles = tuple(found)
    return tuple(g.roles)


def may_now(action: Action) -> bool:
    """Whether the one at work may do this; for showing or hiding a link."""
    return bool(session.get("user")) and may(actor_roles(), action)


def sign_in(user_id: str, **remembered: str) -> None:
    """Begin a session under a new id; language and theme are kept.

    A language that was chosen on the page before wins over the one `remembered`.
    """
    kept = {name: session[name] for name in ("lang", "theme", "next") if name in session}
    if session.get("lang_chosen"):
        remembered.pop("lang", None)
    session.clear()
    session.update(kept, user=user_id, opening=shell().holder.openings, **remembered)
    _own_session().rotate()
    g.pop("csrf_token", None)
    g.pop("roles", None)


def sign_out() -> None:
    """End the session; the page to come back to, language and theme are kept."""
    kept = {name: session[name] for name in ("lang", "theme", "next") if name in session}
    session.clear()
    session.update(kept)
    _own_session().rotate()
    g.pop("csrf_token", None)
    g.pop("roles", None)


def next_page(fallback: str) -> str:
    """Where to go after sign-in: the page asked for before, if it is one of ours."""
    wanted = str(session.pop("next", ""))
    return wanted if is_own_path(wanted) else fallback


def is_own_path(path: str) -> bool:
    r"""Whether a path stays on this site; "//evil" and "/\evil" do not."""
    plain = path.isprintable() and "\\" not in path
    return plain and path.startswith("/") and not path.startswith("//")


def now() -> datetime:
    """The time of this request, aware, in UTC; the same for all it records."""
    if "now" not in g:
        g.now = shell().holder.clock().astimezone(UTC)
    moment: datetime = g.now
    return moment


def store() -> "Store":
    """The open store; raises Locked."""
    return shell().holder.store


def shelf() -> Shelf:
    """The lists of places of this app; empty where nobody looks places up."""
    return shell().places


def new_id() -> str:
    """A fresh id for anything stored: random, tells nothing."""
    return ids.new_id(secrets.token_bytes(_ID_BYTES))


def new_number() -> str:
    """A fresh case or individual number that can be said on the phone."""
    return ids.make_number(secrets.token_bytes(_NUMBER_BYTES))


def _own_session() -> ServerSession:
    return cast("ServerSession", session)


def shell() -> Shell:
    """What the role gave this app."""
    given: Shell = current_app.extensions["intake"]
    return given
