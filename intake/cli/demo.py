"""`run.py demo`: a laptop and a registry at work with invented people."""

import contextlib
import signal
import threading
import time
import urllib.request
import webbrowser
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any

import click

from intake.cli.folders import data_folder, data_option
from intake.config import FieldConfig
from intake.demo import stage
from intake.field.app import create_app as create_field
from intake.registry.app import Door
from intake.registry.app import create_app as create_registry
from intake.security.passphrase import STRONG
from intake.web.server import make_server, shut

HOST = "127.0.0.1"
MOST_HOUSEHOLDS = 5_000
LOOK_EVERY_S = 0.05


@click.command(help="Start a laptop and a registry with invented people.")
@click.option("--port", default=8000, show_default=True, help="Port of the laptop.")
@click.option("--registry-port", default=8001, show_default=True, help="Port of the registry.")
@data_option
@click.option(
    "--households",
    type=click.IntRange(1, MOST_HOUSEHOLDS),
    default=40,
    show_default=True,
    help="How many invented households.",
)
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def command(
    port: int, registry_port: int, data: Path | None, households: int, no_browser: bool
) -> None:
    """Set the demo up when it is new, serve both roles until Ctrl-C."""
    root = data_folder(data, "demo")
    plan = stage.Plan(
        count=households,
        now=datetime.now(UTC),
        registry_url=f"http://{HOST}:{registry_port}",
        profile=STRONG,
        say=_say,
    )
    if stage.is_set(root):
        stage.readdress(root, plan)
    else:
        stage.set_up(root, plan)
    registry = stage.open_registry(root)
    laptop_app = create_field(stage.folders(root)[0], FieldConfig(port=port))
    registry_app = create_registry(registry, Door(port=registry_port, totp_off=True))
    try:
        with served(laptop_app, port), served(registry_app, registry_port):
            _announce(port, registry_port)
            if not no_browser:
                webbrowser.open(f"http://{HOST}:{port}/")
            _wait_for_stop()
    finally:
        registry.close()


@contextlib.contextmanager
def served(app: Any, port: int) -> Iterator[None]:
    """Serve one app in a thread; goes on once it answers."""
    server = make_server(app, host=HOST, port=port)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/healthz", timeout=10):
            yield
    finally:
        shut(server)
        thread.join()
        server.task_dispatcher.shutdown()


def _wait_for_stop() -> None:
    stopped = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopped.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, stop)
    while not stopped.is_set():
        time.sleep(LOOK_EVERY_S)


def _announce(port: int, registry_port: int) -> None:
    _say("")
    _say(f"Laptop:   http://{HOST}:{port}/")
    _say(f"          passphrase: {stage.LAPTOP_PASSPHRASE}")
    _say(f"Registry: http://{HOST}:{registry_port}/")
    _say(f"          passphrase of everybody: {stage.STAFF_PASSPHRASE}")
    for login, _name, roles in stage.STAFF:
        _say("          " + login.ljust(12) + ", ".join(role.value for role in roles))
    _say("One-time codes are off in this demo only. All people are invented. Ctrl-C stops.")
    click.echo("ready")


def _say(text: str) -> None:
    click.echo(text, err=True)
