"""One Chromium for all tests of a process that drive it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.flows.browser import chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened
