"""`run.py registry`: serves its pages and the door for laptops; writes labels."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from intake import logs
from intake.cli.folders import data_folder, data_option
from intake.cli.passphrases import passphrase_option
from intake.cli.stores import open_or_make, opened
from intake.config import LOOPBACK, RegistryConfig
from intake.domain.ids import show_number
from intake.errors import ConfigInvalid
from intake.registry.app import Door, create_app
from intake.registry.desk import FirstRun
from intake.registry.labelling import labels_of
from intake.security.durable import write_file
from intake.store import Store
from intake.web.server import serve

CONFIG_FILE = "registry.toml"


@click.group("registry", invoke_without_command=True)
@click.option("--host", help="Address to listen on (default: 127.0.0.1).")
@click.option("--port", type=click.IntRange(1, 65535), help="Port (default: 8001).")
@data_option
@passphrase_option
@click.pass_context
def command(
    context: click.Context,
    host: str | None,
    port: int | None,
    data: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Serve the registry: its staff's pages, and the door for laptops."""
    if context.invoked_subcommand is not None:
        return
    folder = data_folder(data, "registry")
    config = RegistryConfig.read(folder / CONFIG_FILE)
    config = replace(config, host=host or config.host, port=port or config.port or 8001)
    store = open_or_make(folder, passphrase_file)
    handler = logs.start(folder / "logs")
    try:
        _serve(store, config)
    except OSError:
        raise ConfigInvalid(key="port") from None
    finally:
        store.close()
        logs.stop(handler)


@command.command("labels")
@click.option(
    "--to",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="File to write, JSON lines; readable by you alone.",
)
@data_option
@passphrase_option
def labels(target: Path, data: Path | None, passphrase_file: Path | None) -> None:
    """Write verdicts as labelled pairs, to fit the weights of matching."""
    with opened(data_folder(data, "registry"), passphrase_file) as store:
        store.days.turn(datetime.now(UTC).date())
        pairs = list(labels_of(store))
    lines = [json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs]
    write_file(target, "".join(lines).encode())
    click.echo(f"{len(pairs)} labelled pairs written.", err=True)
    click.echo(
        "This file holds names, births and places of real people in the clear. Keep it on"
        " encrypted disks, give it to nobody, and delete it when the weights are fitted.",
        err=True,
    )


def door_of(config: RegistryConfig, first_run: FirstRun) -> Door:
    """How a registry of these settings is reached: by TLS once it has public names."""
    public = config.public_hosts.split()
    address = f"http://{_bracketed(config.host)}:{config.port}"
    return Door(
        hosts=(*dict.fromkeys([*public, _bracketed(config.host), *LOOPBACK[::2]]),),
        port=config.port,
        https=bool(public),
        site=config.site,
        url=f"https://{public[0]}" if public else address,
        comment_days=config.comment_days,
        days_off=config.days_off,
        blind_one_in=config.second_opinions,
        first_run=first_run,
    )


def _serve(store: Store, config: RegistryConfig) -> None:
    first_run = FirstRun()
    app = create_app(store, door_of(config, first_run))
    is_new = not store.users.everyone()

    def ready(listening: int) -> None:
        address = f"http://{_bracketed(config.host)}:{listening}/"
        click.echo(f"The registry is ready: {address}", err=True)
        if config.host not in LOOPBACK and not config.public_hosts:
            click.echo(
                "Others on this network can reach it, and nothing encrypts the way: put a"
                " reverse proxy with TLS before it and name it in public_hosts.",
                err=True,
            )
        if is_new:
            click.echo(f"Make the first administrator at {address}setup", err=True)
            click.echo(f"with this code, good once: {show_number(first_run.token)}", err=True)
        click.echo("Stop it with Ctrl+C.", err=True)

    serve(app, host=config.host, port=config.port, ready=ready)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
