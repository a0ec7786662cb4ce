"""A real encrypted store in a fresh folder, for every test of the store."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intake.store import Store

KEY = bytes(range(32))


@pytest.fixture
def store(tmp_path: Path, begin_store: Callable[[Path, bytes], Store]) -> Iterator[Store]:
    """An open store; closed after the test."""
    opened = begin_store(tmp_path / "laptop", KEY)
    yield opened
    opened.close()


@pytest.fixture
def registry(tmp_path: Path, begin_store: Callable[[Path, bytes], Store]) -> Iterator[Store]:
    """A second store, to receive into."""
    opened = begin_store(tmp_path / "registry", KEY)
    yield opened
    opened.close()
