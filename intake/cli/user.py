"""`run.py user`: add, list and disable people while the registry is not running."""

import secrets
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click
import segno

from intake.cli.folders import data_folder, data_option
from intake.cli.passphrases import choose_passphrase, passphrase_option, user_passphrase_option
from intake.cli.stores import open_or_make, opened
from intake.domain.codes import Role
from intake.domain.ids import new_id
from intake.errors import NotFound
from intake.registry.accounts import NewUser, add_user, code_uri, disable_user, new_secret
from intake.registry.doorman import plain_login

BY = "console"
"""Who acts here: somebody with the passphrase of the store itself."""

_ROLES = [role.value for role in Role if role is not Role.FIELD]


@click.group("user")
def command() -> None:
    """Add, list and disable people who sign in at the registry."""


@command.command("add")
@click.argument("login")
@click.option("--name", required=True, help="The name, as colleagues know it.")
@click.option(
    "--role",
    "roles",
    type=click.Choice(_ROLES),
    multiple=True,
    required=True,
    help="What they may do; give it once for each role.",
)
@user_passphrase_option("new user")
@data_option
@passphrase_option
def add(
    login: str,
    name: str,
    roles: tuple[str, ...],
    user_passphrase_file: Path | None,
    data: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Let somebody sign in; shows the code for their phone once."""
    with closing(open_or_make(data_folder(data, "registry"), passphrase_file)) as store:
        words = choose_passphrase(user_passphrase_file, "Passphrase of the new user: ")
        new = NewUser(
            id=new_id(secrets.token_bytes(16)),
            login=login,
            name=name,
            roles=[Role(role) for role in roles],
            passphrase=words,
            secret=new_secret(),
        )
        event = add_user(store.users, new, by=BY, at=datetime.now(UTC))
        store.record(event)
    click.echo("Scan this with an authenticator app, or type the secret into it:", err=True)
    segno.make_qr(code_uri(event.login, event.totp_secret), error="m").terminal(
        out=sys.stderr, compact=True
    )
    click.echo(event.totp_secret)


@command.command("list")
@data_option
@passphrase_option
def show(data: Path | None, passphrase_file: Path | None) -> None:
    """List everybody who may sign in or could once."""
    with opened(data_folder(data, "registry"), passphrase_file) as store:
        for user in store.users.everyone():
            state = "disabled" if user.disabled else "active"
            roles = ",".join(role.value for role in user.roles)
            click.echo(f"{user.login}\t{state}\t{roles}\t{user.name}")


@command.command("disable")
@click.argument("login")
@data_option
@passphrase_option
def disable(login: str, data: Path | None, passphrase_file: Path | None) -> None:
    """Let somebody sign in no more; cannot be undone."""
    with opened(data_folder(data, "registry"), passphrase_file) as store:
        user = store.users.by_login(plain_login(login))
        if user is None:
            raise NotFound(thing="user")
        store.record(disable_user(store.users, user, by=BY, at=datetime.now(UTC)))
        store.papers.drop_sessions_of(user.id)
    click.echo(f"{login} can no longer sign in.", err=True)
