"""Read a passphrase: from a file or the keyboard, never an argument."""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from intake.errors import ConfigInvalid

F = TypeVar("F", bound=Callable[..., Any])

LONGEST_LINE = 4096
"""More than any passphrase; keeps a wrong file from being read whole."""


def read_passphrase(file: Path | None, prompt: str = "Passphrase: ") -> str:
    """The first line of the file, or what is typed unseen."""
    words = first_line(file) if file else getpass.getpass(prompt)
    if not words:
        raise ConfigInvalid(key="passphrase")
    return words


def choose_passphrase(file: Path | None, prompt: str = "New passphrase: ") -> str:
    """A new passphrase: typed twice, unless a file gives it."""
    words = read_passphrase(file, prompt)
    if file is None and getpass.getpass("The same once more: ") != words:
        raise ConfigInvalid(key="passphrase-repeated")
    return words


def first_line(file: Path) -> str:
    """The first line without its line end; spaces belong to the passphrase."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            return lines.readline(LONGEST_LINE).rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise ConfigInvalid(key="passphrase-file") from None


def passphrase_option(command: F) -> F:
    """Give a command the option --passphrase-file FILE."""
    return _file_option("--passphrase-file", "the passphrase")(command)


def user_passphrase_option(whose: str) -> Callable[[F], F]:
    """Give a command the option --user-passphrase-file FILE for one of the staff."""
    return _file_option("--user-passphrase-file", f"the {whose}'s passphrase")


def _file_option(name: str, what: str) -> Callable[[F], F]:
    return click.option(
        name,
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help=f"Read {what} from the first line of this file.",
    )
