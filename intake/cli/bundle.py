"""`run.py bundle`: what travels on a stick, for laptop and registry alike."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from intake.cli.folders import data_option
from intake.cli.passphrases import passphrase_option
from intake.cli.stores import opened, role_folder
from intake.domain.codes import DeviceStatus
from intake.errors import ConfigInvalid
from intake.store import Store
from intake.sync import stick
from intake.sync.bundle import inspect_bundle
from intake.sync.enrol import join
from intake.sync.envelope import MAGIC

BY = "console"
FILE = click.Path(path_type=Path)


@click.group("bundle")
def command() -> None:
    """Carry records and answers on a stick; look at a bundle from outside."""


@command.command("export")
@click.argument("file", type=FILE)
@click.option("--device", default="", help="At a registry: the laptop to answer, by its id.")
@data_option
@passphrase_option
def export(file: Path, device: str, data: Path | None, passphrase_file: Path | None) -> None:
    """Write what the other side needs; into a folder, under a name that tells nothing.

    A laptop writes what waits, or at first its request to be let in. A registry
    writes receipt and answers for one laptop.
    """
    now = datetime.now(UTC)
    with opened(role_folder(data), passphrase_file) as store:
        if is_laptop(store):
            bundles = stick.export_work(store, at=now, by=BY).bundles
        else:
            bundles = (stick.export_reply(store, device or _only_laptop(store), at=now, by=BY),)
        for path in stick.save(file, bundles):
            click.echo(path)


@command.command("import")
@click.argument("file", type=FILE)
@data_option
@passphrase_option
def take(file: Path, data: Path | None, passphrase_file: Path | None) -> None:
    """Take in what came on a stick, or an invitation; a bad file changes nothing.

    A registry looks for duplicates among what came when it starts next.
    """
    now = datetime.now(UTC)
    content = stick.load(file)
    with opened(role_folder(data), passphrase_file) as store:
        if is_laptop(store):
            click.echo(json.dumps(_take_at_laptop(store, content, now)))
            return
        handled = stick.import_bundle(store, content, at=now)
        told = {"purpose": handled.purpose, "device": handled.device, "seq": handled.seq}
        counts = {"added": handled.added, "cases": len(handled.cases), "ahead_s": handled.ahead_s}
        click.echo(json.dumps(told | counts))


@command.command("inspect")
@click.argument("file", type=FILE)
def look(file: Path) -> None:
    """Tell what may be told without the key: nothing about who or whom."""
    click.echo(json.dumps(inspect_bundle(stick.load(file))))


def is_laptop(store: Store) -> bool:
    """Whether a store is a laptop's: a registry has staff or made invitations."""
    if store.devices.joined() is not None:
        return True
    return not (store.users.everyone() or store.devices.invitations() or store.devices.everyone())


def _take_at_laptop(store: Store, content: bytes, now: datetime) -> dict[str, object]:
    if not content.startswith(MAGIC):
        invitation = join(store, content.decode("ascii", "replace"), by=BY, at=now)
        return {"purpose": "invitation", "registry": invitation.registry, "words": invitation.words}
    answer = stick.import_reply(store, content, at=now, by=BY)
    return {"purpose": "reply", "acknowledged": answer.acknowledged, "added": answer.added}


def _only_laptop(store: Store) -> str:
    known = [d.id for d in store.devices.everyone() if d.status is DeviceStatus.APPROVED]
    if len(known) != 1:
        raise ConfigInvalid(key="device")
    return known[0]
