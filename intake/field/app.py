"""The field app: the pages of one laptop, served to that laptop alone."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from flask import Blueprint, Flask

from intake.config import LOOPBACK, FieldConfig
from intake.domain.codes import Role
from intake.field import bar
from intake.field.laptop import Laptop, LaptopHolder, holder
from intake.field.pages import More
from intake.field.reciting import page_title
from intake.field.views import (
    agreements,
    alike,
    aloud,
    amend,
    cases,
    check,
    children,
    day,
    drafts,
    erase,
    find,
    groups,
    home,
    interpreters,
    later,
    more,
    outcome_slip,
    papers,
    people,
    places,
    practice,
    quick,
    receipt,
    record,
    relatives,
    settings,
    setup,
    sharing,
    slip,
    stays,
    sync,
    tracing,
    unlock,
    urgent,
    when,
    write,
)
from intake.gazetteer.shelf import Shelf
from intake.gazetteer.sources import at_hand
from intake.i18n import format_datetime
from intake.i18n import lazy_gettext as _l
from intake.security.passphrase import STRONG, Profile
from intake.security.roles import Action
from intake.web import access
from intake.web.app import make_app
from intake.web.holder import utc_now
from intake.web.shell import NavItem, Shell

BLUEPRINTS: tuple[Blueprint, ...] = (
    setup.bp,
    unlock.bp,
    erase.bp,
    home.bp,
    later.bp,
    cases.bp,
    interpreters.bp,
    people.bp,
    relatives.bp,
    places.bp,
    more.bp,
    outcome_slip.bp,
    papers.bp,
    stays.bp,
    alike.bp,
    aloud.bp,
    receipt.bp,
    day.bp,
    sharing.bp,
    children.bp,
    urgent.bp,
    when.bp,
    write.bp,
    check.bp,
    drafts.bp,
    find.bp,
    record.bp,
    amend.bp,
    agreements.bp,
    slip.bp,
    quick.bp,
    groups.bp,
    tracing.bp,
    sync.bp,
    settings.bp,
    practice.bp,
)
NAV: tuple[NavItem, ...] = (
    NavItem("home.index", _l("Home"), Action.REGISTER),
    NavItem("cases.new", _l("New"), Action.REGISTER, key="n"),
    NavItem("sync.show", _l("Sync"), Action.SYNC),
    NavItem("settings.show", _l("Settings"), Action.SETTINGS),
)


@dataclass(frozen=True, kw_only=True)
class Options:
    """What only tests and the demo choose differently."""

    profile: Profile = STRONG
    clock: Callable[[], datetime] = utc_now
    blueprints: Sequence[Blueprint] = field(default=BLUEPRINTS)


def create_app(
    folder: Path, config: FieldConfig | None = None, options: Options | None = None
) -> Flask:
    """Make the app of the laptop whose store lies in `folder`."""
    config = config or FieldConfig()
    options = options or Options()
    held = LaptopHolder(Laptop(folder, options.profile), config, clock=options.clock)
    shell = Shell(
        holder=held,
        roles_of=lambda _officer: (Role.FIELD,),
        secret=secrets.token_bytes(32),
        hosts=LOOPBACK,
        port=config.port,
        sign_in_endpoint="unlock.show",
        role="field",
        sign_out_endpoint="unlock.lock",
        home_endpoint="home.index",
        help_endpoint="settings.keys",
        find_endpoint="find.show",
        practising=lambda: held.is_practising,
        practice_endpoint="practice.leave",
        nav=NAV,
        status=bar.status,
        place=bar.place,
        places=Shelf(lambda: at_hand(folder)),
    )
    app = make_app("intake.field", shell, blueprints=options.blueprints)
    app.jinja_env.globals.update(page_title=page_title, further_pages=tuple(More))
    app.jinja_env.filters.update(moment=_moment)
    app.before_request(_turn_day)
    return app


def _turn_day() -> None:
    """End what was agreed to up to yesterday, before anybody looks at it."""
    if holder().is_open:
        holder().store.days.turn(access.now().date())


def _moment(text: str) -> str:
    """A recorded moment in words of the screen."""
    return format_datetime(datetime.fromisoformat(text))
