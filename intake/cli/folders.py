"""Where a store lives on this machine, closed to everybody else."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from intake.errors import ConfigInvalid

F = TypeVar("F", bound=Callable[..., Any])

OWNER_ONLY = 0o700


def user_data_folder(platform: str, surroundings: Mapping[str, str], home: Path) -> Path:
    """The folder the platform gives a program for a person's data."""
    if platform == "win32":
        return Path(surroundings.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Intake"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "Intake"
    # XDG Base Directory Specification: a path that is not absolute must be ignored.
    xdg = Path(surroundings.get("XDG_DATA_HOME", ""))
    return (xdg if xdg.is_absolute() else home / ".local" / "share") / "intake"


def data_folder(given: Path | None, role: str) -> Path:
    """Make the folder of a role's store, or the one given, for its owner only."""
    folder = given or user_data_folder(sys.platform, os.environ, Path.home()) / role
    if folder.exists() and not folder.is_dir():
        raise ConfigInvalid(key="data")
    try:
        folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        folder.chmod(OWNER_ONLY)  # mkdir leaves an older folder as it was
    except OSError:
        raise ConfigInvalid(key="data") from None
    return folder


def data_option(command: F) -> F:
    """Give a command the option --data DIR; pass it to `data_folder`."""
    return click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help="Where the store lies (default: your user data folder).",
    )(command)
