"""Makes the app of the registry: its pages, its bar, sessions in the store."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from flask import Blueprint, Flask

from intake.domain.codes import Role
from intake.errors import Locked
from intake.i18n import lazy_gettext as _l
from intake.registry import filters
from intake.registry.desk import Desk, FirstRun, staff_name
from intake.registry.doorman import Doorman
from intake.registry.screening import Screening
from intake.registry.sessions import IDLE, StoreRows
from intake.registry.settings import idle
from intake.registry.views import (
    agreements,
    audit,
    best_interests,
    contacts,
    corrections,
    decisions,
    devices,
    erasures,
    figures,
    findings,
    further_talks,
    handing_over,
    hearings,
    identities,
    incoming,
    interview_days,
    interview_halfway,
    interview_plans,
    interview_questions,
    interview_statements,
    interviews,
    links,
    moves,
    needs,
    pairs,
    people,
    proposals,
    rights,
    search,
    second_looks,
    settings,
    setup,
    signin,
    states,
    supports,
    sync,
    tracing,
    users,
    vouches,
    work,
)
from intake.registry.withdrawing import carry_out
from intake.security.roles import Action
from intake.security.stretching import SIGN_IN, Profile
from intake.store import Store
from intake.store.filable import file_missing
from intake.sync.receive import OnReceived
from intake.web import access
from intake.web.app import make_app
from intake.web.holder import StoreHolder, utc_now
from intake.web.shell import NavItem, Status

BLUEPRINTS: tuple[Blueprint, ...] = (
    signin.bp,
    setup.bp,
    work.bp,
    search.bp,
    people.bp,
    incoming.bp,
    users.bp,
    devices.bp,
    audit.bp,
    pairs.bp,
    links.bp,
    moves.bp,
    vouches.bp,
    tracing.bp,
    states.bp,
    contacts.bp,
    best_interests.bp,
    interview_plans.bp,
    interviews.bp,
    interview_questions.bp,
    interview_days.bp,
    interview_halfway.bp,
    further_talks.bp,
    handing_over.bp,
    interview_statements.bp,
    findings.bp,
    proposals.bp,
    decisions.bp,
    hearings.bp,
    second_looks.bp,
    corrections.bp,
    supports.bp,
    identities.bp,
    erasures.bp,
    needs.bp,
    rights.bp,
    agreements.bp,
    figures.bp,
    settings.bp,
)

NAV = (
    NavItem("work.today", _l("Work today"), Action.OWN_ACCOUNT, key="w"),
    NavItem("search.find", _l("Search"), Action.SEARCH, key="f"),
    NavItem("pairs.waiting", _l("Compare records"), Action.JUDGE_PAIR, key="c"),
    NavItem("tracing.everybody", _l("Searches"), Action.TRACE, key="t"),
    NavItem("needs.everybody", _l("Needs"), Action.FOLLOW_NEEDS, key="n"),
    NavItem("contacts.everybody", _l("Contact after a search"), Action.FOLLOW_NEEDS),
    NavItem("incoming.everything", _l("Incoming"), Action.SEE_INCOMING),
    NavItem("figures.show", _l("Figures"), Action.SEE_FIGURES),
    NavItem("users.everyone", _l("People and roles"), Action.MANAGE_USERS),
    NavItem("devices.everyone", _l("Laptops"), Action.MANAGE_DEVICES),
    NavItem("settings.everything", _l("Settings"), Action.SEE_SETTINGS),
    NavItem("audit.overview", _l("Oversight"), Action.SEE_AUDIT),
)


@dataclass(frozen=True, kw_only=True)
class Door:
    """Where the registry listens and how it lets people in."""

    hosts: Sequence[str] = ("127.0.0.1", "localhost")
    port: int = 8001
    https: bool = False
    site: str = ""
    url: str = "http://127.0.0.1:8001"
    """Where laptops reach this registry, as written into invitations."""
    totp_off: bool = False
    comment_days: int = 3
    days_off: frozenset[int] = frozenset({5, 6})
    blind_one_in: int = 10
    profile: Profile = SIGN_IN
    first_run: FirstRun = field(default_factory=FirstRun)


def create_app(
    store: Store,
    door: Door,
    *,
    blueprints: Sequence[Blueprint] = BLUEPRINTS,
    clock: Callable[[], datetime] = utc_now,
) -> Flask:
    """Make the app over a store that was opened with its passphrase at start."""
    holder = StoreHolder(_no_unlock, idle=None, clock=clock)
    _begin(holder, store)
    desk = Desk(
        holder=holder,
        roles_of=_roles_of(store),
        secret=secrets.token_bytes(32),
        hosts=door.hosts,
        port=door.port,
        https=door.https,
        role="registry",
        sign_in_endpoint="signin.sign_in",
        sign_out_endpoint="signin.sign_out",
        home_endpoint="work.today",
        nav=NAV,
        status=_who,
        place=lambda: door.site,
        rows=StoreRows(holder, clock, lambda: idle(store)),
        session_idle=IDLE,
        doorman=Doorman(totp_off=door.totp_off),
        first_run=door.first_run,
        profile=door.profile,
        name=door.site or "Intake",
        url=door.url,
        comment_days=door.comment_days,
        days_off=door.days_off,
        blind_one_in=door.blind_one_in,
        on_received=_compare(store, clock),
    )
    sync_door = sync.make_blueprint(name=desk.name, on_received=desk.on_received)
    app = make_app("intake.registry", desk, blueprints=[*blueprints, sync_door])
    filters.install(app)
    app.before_request(_turn_day)
    return app


def _turn_day() -> None:
    """End what was agreed to up to yesterday, before anybody looks, searches or sends."""
    store = access.store()
    if store.days.turn(access.now().date()):
        file_missing(store)


def _begin(holder: StoreHolder, store: Store) -> None:
    """Keep the store open; end what is over before anybody is filed."""
    holder.hold(store)
    store.days.turn(holder.clock().astimezone(UTC).date())
    file_missing(store)


def _compare(store: Store, clock: Callable[[], datetime]) -> OnReceived:
    """What is done with every case that comes in; what waited comes first."""
    screening = Screening(store)

    def compare(cases: Sequence[str]) -> None:
        carry_out(store, clock())
        screening.screen([*screening.waiting(), *cases], clock())

    compare(())
    return compare


def _roles_of(store: Store) -> Callable[[str], tuple[Role, ...]]:
    def roles(user_id: str) -> tuple[Role, ...]:
        user = store.users.get(user_id)
        return user.roles if user is not None and not user.disabled else ()

    return roles


def _who() -> Status:
    return Status("●", staff_name(access.actor()))


def _no_unlock(_: str) -> Store:
    """Nobody opens the store over the web: it is opened at the start, or not at all."""
    raise Locked()
