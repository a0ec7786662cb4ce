"""`run.py field`: serves the pages of this laptop to this laptop."""

import socket
import webbrowser
from dataclasses import replace
from pathlib import Path

import click

from intake import logs
from intake.cli.folders import data_folder, data_option
from intake.config import FieldConfig
from intake.errors import ConfigInvalid
from intake.field.app import create_app
from intake.web.server import serve

HOST = "127.0.0.1"
"""The only address: there is no option for another one."""

CONFIG_FILE = "field.toml"


@click.command("field")
@click.option("--port", type=click.IntRange(0, 65535), help="Port on 127.0.0.1 (default: 8000).")
@click.option("--no-browser", is_flag=True, help="Do not open the web browser.")
@data_option
def command(port: int | None, no_browser: bool, data: Path | None) -> None:
    """Open the registration pages of this laptop; nobody else can reach them."""
    folder = data_folder(data, "field")
    config = FieldConfig.read(folder / CONFIG_FILE)
    wanted = config.port if port is None else port
    config = replace(config, port=wanted or free_port())
    app = create_app(folder, config)
    handler = logs.start(folder / "logs")

    def ready(listening: int) -> None:
        address = f"http://{HOST}:{listening}/"
        click.echo(f"Intake is ready: {address}", err=True)
        click.echo("Only this laptop can open it. Stop it with Ctrl+C.", err=True)
        if not no_browser:
            webbrowser.open(address)

    try:
        serve(app, host=HOST, port=config.port, ready=ready)
    except OSError:
        raise ConfigInvalid(key="port") from None
    finally:
        app.extensions["intake"].holder.close()
        logs.stop(handler)


def free_port() -> int:
    """A port that nobody uses; the pages must know theirs before they are served."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
