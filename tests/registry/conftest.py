"""A real registry over a real encrypted store for every test of its pages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intake.store import Store
from tests.registry.visitor import Registry, a_registry


@pytest.fixture
def store(tmp_path: Path, begin_store: Callable[[Path, bytes], Store]) -> Iterator[Store]:
    """An open store; closed after the test."""
    opened = begin_store(tmp_path / "registry", bytes(range(32)))
    yield opened
    opened.close()


@pytest.fixture
def registry(store: Store) -> Registry:
    """A registry without users."""
    return a_registry(store)
