"""What a destroyed vault opened stays shut, whatever else goes wrong."""

from pathlib import Path

import pytest

from intake.errors import NotFound
from intake.security.destroying import destroy_vault
from intake.security.passphrase import CHEAP, create_vault, open_vault

RIGHT = "correct horse battery"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "vault.json"
    create_vault(path, RIGHT, CHEAP)
    return path


def test_no_passphrase_opens_a_destroyed_vault(vault: Path) -> None:
    destroy_vault(vault)
    with pytest.raises(NotFound):
        open_vault(vault, RIGHT)


def test_the_bytes_are_written_over_before_the_file_goes(vault: Path) -> None:
    """A second name for the same bytes shows what is left on the disk."""
    before = vault.read_bytes()
    other = vault.with_name("other")
    other.hardlink_to(vault)
    destroy_vault(vault)
    after = other.read_bytes()
    assert len(after) == len(before)
    assert b"slots" not in after
    assert b"sealed" not in after


def test_files_beside_it_go_after_it_and_one_that_is_missing_stops_nothing(vault: Path) -> None:
    store, missing = vault.with_name("intake.db"), vault.with_name("intake.db-wal")
    store.write_bytes(b"x")
    destroy_vault(vault, beside=(missing, store))
    assert not store.exists()
    assert not vault.exists()


def test_what_cannot_be_removed_beside_it_stops_nothing(vault: Path) -> None:
    folder = vault.with_name("intake.db")
    folder.mkdir()
    destroy_vault(vault, beside=(folder,))
    assert not vault.exists()


def test_destroying_twice_is_destroying_once(vault: Path) -> None:
    destroy_vault(vault)
    destroy_vault(vault)
    assert not vault.exists()
