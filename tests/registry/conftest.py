"""A real registry over a real encrypted store for every test of its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.store import Store, open_store
from tests.registry.visitor import Registry, a_registry


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An open store; closed after the test."""
    opened = open_store(tmp_path / "registry", bytes(range(32)))
    yield opened
    opened.close()


@pytest.fixture
def registry(store: Store) -> Registry:
    """A registry without users."""
    return a_registry(store)
