"""The vault and store of a laptop, and what is told when something is wrong with it."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from intake.config import FieldConfig
from intake.errors import PassphraseTooShort, StoreInUse, TooManyAttempts, WrongPassphrase
from intake.field import warnings
from intake.field.laptop import Laptop, LaptopHolder
from intake.security.passphrase import CHEAP
from tests.field.desk import PASSPHRASE, Desk


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path / "data", CHEAP)


def test_a_laptop_is_new_until_a_passphrase_was_chosen(laptop: Laptop) -> None:
    assert laptop.is_new
    laptop.choose(PASSPHRASE)
    assert not laptop.is_new


def test_a_short_passphrase_makes_no_vault(laptop: Laptop) -> None:
    with pytest.raises(PassphraseTooShort):
        laptop.choose("short")
    assert laptop.is_new


def test_a_second_choice_changes_nothing(laptop: Laptop) -> None:
    laptop.choose(PASSPHRASE)
    laptop.choose("another passphrase")
    with pytest.raises(WrongPassphrase):
        laptop.open("another passphrase")
    laptop.open(PASSPHRASE).close()


def test_the_same_laptop_keeps_its_identity(laptop: Laptop) -> None:
    laptop.choose(PASSPHRASE)
    first = laptop.open(PASSPHRASE)
    device = first.own_chain
    first.close()
    second = laptop.open(PASSPHRASE)
    assert second.own_chain == device
    second.close()


def test_guessing_is_slowed_down(laptop: Laptop) -> None:
    laptop.choose(PASSPHRASE)
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            laptop.open("a wrong one, again")
    with pytest.raises(TooManyAttempts):
        laptop.open(PASSPHRASE)


def test_two_programs_do_not_write_one_store(laptop: Laptop) -> None:
    laptop.choose(PASSPHRASE)
    store = laptop.open(PASSPHRASE)
    with pytest.raises(StoreInUse):
        laptop.open(PASSPHRASE)
    store.close()


def test_the_files_are_for_their_owner_alone(laptop: Laptop) -> None:
    laptop.choose(PASSPHRASE)
    laptop.open(PASSPHRASE).close()
    assert laptop.folder.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in laptop.folder.iterdir())


def test_a_holder_lets_go_of_the_store(laptop: Laptop) -> None:
    laptop.choose(PASSPHRASE)
    holder = LaptopHolder(laptop, FieldConfig())
    holder.open(PASSPHRASE)
    assert holder.is_open
    holder.close()
    laptop.open(PASSPHRASE).close()


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_a_disk_that_is_almost_full_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "almost full" not in desk.get("/").text
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1, 1, warnings.LOW_DISK_BYTES - 1))
    assert "almost full" in desk.get("/").text


def test_too_many_tries_are_told_with_the_time_to_wait(desk: Desk) -> None:
    desk.app.extensions["intake"].holder.close()
    for _ in range(3):
        desk.unlock("a wrong one, again")
    page = desk.unlock()
    assert page.status == 422
    assert "seconds" in page.text
