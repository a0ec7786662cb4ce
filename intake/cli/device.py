"""`run.py device`: invite, list, approve, revoke laptops; the registry is shut."""

from datetime import UTC, datetime
from pathlib import Path

import click

from intake.cli.folders import data_folder, data_option
from intake.cli.passphrases import passphrase_option, read_passphrase, user_passphrase_option
from intake.cli.stores import opened
from intake.errors import BundleRefused, NotAllowed
from intake.registry.doorman import plain_login
from intake.security.passphrase import check_passphrase
from intake.security.roles import Action, may
from intake.store import Store
from intake.sync import enrol
from intake.sync.invitation import invite, words_of

BY = "console"
"""Who acts here: somebody with the passphrase of the store itself."""


@click.group("device")
def command() -> None:
    """Invite, list, approve and revoke the laptops of a registry."""


@command.command("invite")
@click.option("--label", required=True, help="What you call this laptop; never a person's name.")
@click.option("--name", default="Intake", help="What laptops call this registry.")
@click.option("--url", default="", help="Where it answers, https://…; empty: by stick only.")
@data_option
@passphrase_option
def new(label: str, name: str, url: str, data: Path | None, passphrase_file: Path | None) -> None:
    """Print an invitation for one laptop, good for a week and used once."""
    with opened(data_folder(data, "registry"), passphrase_file) as store:
        text = invite(store, label=label, name=name, url=url, by=BY, at=datetime.now(UTC))
    click.echo(text)


@command.command("list")
@data_option
@passphrase_option
def show(data: Path | None, passphrase_file: Path | None) -> None:
    """List every laptop with its state and its six words, those waiting first."""
    with opened(data_folder(data, "registry"), passphrase_file) as store:
        for device in store.devices.everyone():
            words = " ".join(words_of(device.sign_public, device.seal_public))
            click.echo(f"{device.id}\t{device.status.value}\t{words}\t{device.label}")


@command.command("approve")
@click.argument("device")
@click.option("--login", required=True, help="Who approves; not the one who invited.")
@click.option("--words", help="The six words that the laptop shows, with spaces between.")
@user_passphrase_option("approver")
@data_option
@passphrase_option
def approve(
    device: str,
    login: str,
    words: str | None,
    user_passphrase_file: Path | None,
    data: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Let a laptop in after its six words were compared, as a second person."""
    with opened(data_folder(data, "registry"), passphrase_file) as store:
        by = _who(store, login, user_passphrase_file)
        found = store.devices.get(device)
        if found is not None:
            told = words or click.prompt("The six words on the laptop's screen", err=True)
            if tuple(told.lower().split()) != words_of(found.sign_public, found.seal_public):
                raise BundleRefused(why="words")
        enrol.approve(store, device, by=by, at=datetime.now(UTC))
    click.echo("The laptop may now send records.", err=True)


@command.command("revoke")
@click.argument("device")
@click.option(
    "--reason",
    type=click.Choice(["lost", "retired", "other"]),
    default="other",
    help="Why this laptop may send no more.",
)
@data_option
@passphrase_option
def revoke(device: str, reason: str, data: Path | None, passphrase_file: Path | None) -> None:
    """Take no more of a laptop; what it still sends is kept aside."""
    with opened(data_folder(data, "registry"), passphrase_file) as store:
        enrol.revoke(store, device, reason=reason, by=BY, at=datetime.now(UTC))
    click.echo("The laptop can no longer send records.", err=True)


def _who(store: Store, login: str, passphrase_file: Path | None) -> str:
    """The user of this login, proved by their own passphrase."""
    user = store.users.by_login(plain_login(login))
    words = read_passphrase(passphrase_file, f"Passphrase of {login}: ")
    is_known = check_passphrase(user.passphrase_hash if user else None, words)
    if user is None or not is_known or user.disabled or not may(user.roles, Action.MANAGE_DEVICES):
        raise NotAllowed()
    return user.id
