"""`run.py doctor`: whether this machine can be trusted with people's records."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from intake.cli import checkup
from intake.cli.checkup import Finding, Verdict
from intake.cli.folders import data_folder, data_option
from intake.cli.main import FOUND_WRONG
from intake.cli.stores import role_folder
from intake.errors import NotFound

_WIDTH = 7


@click.command("doctor")
@data_option
def command(data: Path | None) -> int:
    """Check engine, durability, clock, disk, rights, fonts, languages, browser."""
    worst = 0
    for finding in findings(_folder(data), datetime.now(UTC)):
        click.echo(f"{finding.verdict:<{_WIDTH}}{finding.what}: {finding.words}")
        worst = max(worst, finding.verdict is Verdict.REFUSE)
    if worst:
        click.echo("Do not record people here before this is mended.", err=True)
    return FOUND_WRONG if worst else 0


def findings(folder: Path, now: datetime) -> Iterator[Finding]:
    """Everything looked at, in order."""
    yield checkup.python()
    yield checkup.engine(folder)
    yield checkup.durable(folder)
    yield checkup.disk(folder)
    yield checkup.clock(folder, now)
    yield checkup.rights(folder)
    yield checkup.fonts()
    yield checkup.languages()
    yield checkup.browser()


def _folder(given: Path | None) -> Path:
    """The folder given, else where a store lies already, else where one would be made."""
    try:
        return role_folder(given)
    except NotFound:
        return data_folder(given, "field")
