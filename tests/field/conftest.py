"""A laptop that is set up and unlocked, with a real encrypted store in a fresh folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.field.desk import Desk, a_laptop


@pytest.fixture
def new_laptop(tmp_path: Path) -> Iterator[Desk]:
    """A laptop nobody has used."""
    desk = a_laptop(tmp_path)
    yield desk
    desk.app.extensions["intake"].holder.close()


@pytest.fixture
def desk(new_laptop: Desk) -> Desk:
    """A laptop set up by one officer, who is at work."""
    assert new_laptop.set_up().path == "/"
    return new_laptop
