"""`run.py sync`: one sync of a laptop with its registry, while its pages are shut."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from intake.cli.folders import data_folder, data_option
from intake.cli.passphrases import passphrase_option
from intake.cli.stores import opened
from intake.config import FieldConfig
from intake.store import Store
from intake.sync.exchange import Synced, Trip
from intake.sync.exchange import sync as run_sync
from intake.sync.outbox import outbox
from intake.sync.send import registry_of
from intake.sync.wire import Wire

BY = "console"
"""Who acts here: somebody with the passphrase of the store itself."""

CONFIG_FILE = "field.toml"


@click.command("sync")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object.")
@data_option
@passphrase_option
def command(as_json: bool, data: Path | None, passphrase_file: Path | None) -> None:
    """Send what waits on this laptop to its registry and fetch what came back."""
    folder = data_folder(data, "field")
    with opened(folder, passphrase_file) as store:
        wire = Wire(FieldConfig.read(folder / CONFIG_FILE).registry or registry_of(store).url)
        trip = Trip(store, wire, at=datetime.now(UTC), by=BY, progress=_tell_progress)
        done = run_sync(trip)
        told = result_of(store, done)
    if as_json:
        click.echo(json.dumps(told))
    else:
        click.echo(
            "{received} received, {answered} answered, {waiting} waiting".format(**told), err=True
        )
    if done.problem is not None:
        raise done.problem


def result_of(store: Store, done: Synced) -> dict[str, object]:
    """What scripts read: counts, and the code of what did not work."""
    state = outbox(store)
    return {
        "bundles": done.bundles,
        "acknowledged": done.acknowledged,
        "replies": done.replies,
        "drafts": state.drafts,
        "waiting": state.waiting,
        "sent": state.sent,
        "refused": state.refused,
        "received": state.received,
        "answered": state.answered,
        "problem": done.problem.code if done.problem else "",
        "facts": done.problem.facts if done.problem else {},
    }


def _tell_progress(acknowledged: int, last: int) -> None:
    click.echo(f"acknowledged {acknowledged} of {last}", err=True)
