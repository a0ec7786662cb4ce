"""A gallery app, its clock and a browser that is signed in."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from flask.testing import FlaskClient

BASE = "http://127.0.0.1:5050"


def load_gallery() -> ModuleType:
    """Load gallery.py, which lies beside the tests and is no package."""
    name = "intake_tests_web_gallery"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / "gallery.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


class Visitor:
    """A browser at the gallery: right host, takes tokens from pages."""

    def __init__(self, client: FlaskClient, gallery: ModuleType) -> None:
        self.client = client
        self.gallery = gallery

    def get(self, path: str, **options: Any) -> Any:
        return self.client.get(path, **{"base_url": BASE, "buffered": True, **options})

    def token(self) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.get("/unlock").text)
        assert found is not None
        return found[1]

    def post(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> Any:
        sent = {"csrf_token": self.token(), **(data or {})}
        return self.client.post(path, data=sent, **{"base_url": BASE, **options})

    def sign_in(self) -> Any:
        return self.post("/unlock", {"passphrase": self.gallery.PASSPHRASE})


@pytest.fixture(name="gallery")
def _gallery() -> ModuleType:
    return load_gallery()


@pytest.fixture(name="clock")
def _clock(gallery: ModuleType) -> Any:
    return gallery.Clock()


@pytest.fixture(name="app")
def _app(gallery: ModuleType, clock: Any) -> Any:
    return gallery.make_gallery(clock)


@pytest.fixture(name="stranger")
def _stranger(app: Any, gallery: ModuleType) -> Visitor:
    return Visitor(app.test_client(), gallery)


@pytest.fixture(name="officer")
def _officer(stranger: Visitor) -> Visitor:
    assert stranger.sign_in().status_code == 303
    return stranger
