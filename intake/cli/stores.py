"""Open the store of a folder with its passphrase, for a command and then shut it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.cli.folders import data_folder
from intake.cli.passphrases import choose_passphrase, read_passphrase
from intake.errors import NotFound
from intake.security.passphrase import STRONG, Profile, create_vault, open_vault
from intake.store import Store, open_store

VAULT = "vault.json"
ROLES = ("registry", "field")


def role_folder(given: Path | None) -> Path:
    """The folder given, else that of the registry on this machine, else of the laptop.

    Raises `NotFound` when there is no store in any of them.
    """
    places = [given] if given is not None else [data_folder(None, role) for role in ROLES]
    for place in places:
        if (place / VAULT).exists():
            return place
    raise NotFound(thing="store")


@contextmanager
def opened(folder: Path, passphrase_file: Path | None) -> Iterator[Store]:
    """The store of a folder, for as long as the command runs; raises `NotFound`."""
    if not (folder / VAULT).exists():
        raise NotFound(thing="store")
    words = read_passphrase(passphrase_file, "Passphrase of the store: ")
    store = open_store(folder, open_vault(folder / VAULT, words))
    try:
        yield store
    finally:
        store.close()


def open_or_make(folder: Path, passphrase_file: Path | None, profile: Profile = STRONG) -> Store:
    """The store of a folder; a new one gets a passphrase that is typed twice."""
    vault = folder / VAULT
    if vault.exists():
        words = read_passphrase(passphrase_file, "Passphrase of the store: ")
        return open_store(folder, open_vault(vault, words))
    words = choose_passphrase(passphrase_file, "Choose a passphrase for the new store: ")
    return open_store(folder, create_vault(vault, words, profile))
