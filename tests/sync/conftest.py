"""A laptop and a registry that let it in; real encrypted stores."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.store import Store
from tests.sync.parties import Line, a_store, let_in


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Store]:
    """An open registry."""
    opened = a_store(tmp_path / "registry")
    yield opened
    opened.close()


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Store]:
    """A laptop that nobody invited."""
    opened = a_store(tmp_path / "laptop")
    yield opened
    opened.close()


@pytest.fixture
def laptop(stranger: Store, registry: Store) -> Store:
    """A laptop that was let in."""
    let_in(stranger, registry)
    return stranger


@pytest.fixture
def line(registry: Store) -> Line:
    """A line that never fails."""
    return Line(registry)
