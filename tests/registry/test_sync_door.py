"""The door for laptops: sealed bytes in and out, refusals as JSON, no cookie."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from intake.registry.views import sync as door
from intake.registry.views.sync import REQUESTS, make_blueprint
from intake.store import Store
from intake.sync.outbox import outbox
from intake.sync.reply import take_reply
from intake.sync.send import make_push
from intake.sync.wire import OCTETS
from intake.web.app import make_app
from intake.web.holder import StoreHolder
from intake.web.shell import Shell
from tests.builders import NOON
from tests.sync.parties import a_store, let_in, register


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """A laptop and the registry that let it in."""
    laptop, registry = a_store(tmp_path / "laptop"), a_store(tmp_path / "registry")
    let_in(laptop, registry)
    yield laptop, registry
    laptop.close()
    registry.close()


@pytest.fixture
def app(stores: tuple[Store, Store]) -> Flask:
    """The door alone."""
    holder = StoreHolder(lambda _: stores[1], idle=None, clock=lambda: NOON)
    holder.hold(stores[1])
    shell = Shell(
        holder=holder,
        roles_of=lambda _: (),
        secret=bytes(32),
        hosts=("localhost",),
        port=80,
        sign_in_endpoint="healthz",
        role="registry",
    )
    return make_app("intake.registry", shell, blueprints=[make_blueprint(name="Registry")])


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Somebody who knocks."""
    return app.test_client()


def test_a_bundle_goes_in_and_a_receipt_comes_out(
    client: FlaskClient, stores: tuple[Store, Store]
) -> None:
    laptop, registry = stores
    register(laptop, "Олена Тест")
    push = make_push(laptop, 0, at=NOON)
    assert push is not None
    answer = client.post("/sync/v1/push", data=push.bundle, content_type=OCTETS)
    assert (answer.status_code, answer.mimetype) == (200, OCTETS)
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    take_reply(laptop, answer.data, at=NOON)
    assert outbox(laptop).received == 1
    assert len(registry.cases.latest()) == 1


def test_it_tells_its_keys_to_everybody(client: FlaskClient, stores: tuple[Store, Store]) -> None:
    told = client.get("/sync/v1/registry").json
    assert told == {
        "v": 1,
        "registry": stores[1].own_chain,
        "name": "Registry",
        "sign_public": stores[1].identity.sign_public.hex(),
        "seal_public": stores[1].identity.seal_public.hex(),
    }


@pytest.mark.parametrize("action", ["push", "pull", "enrol"])
@pytest.mark.parametrize(
    ("data", "kind", "status", "code"),
    [
        (b"", OCTETS, 400, "bundle-torn"),
        (b"INTAKE\x63\x01" + bytes(300), OCTETS, 400, "bundle-too-new"),
        (b"{}", "application/json", 415, "http-415"),
        (b"a=b", "application/x-www-form-urlencoded", 415, "http-415"),
    ],
    ids=["empty", "too-new", "json", "form"],
)
def test_what_is_no_bundle_is_refused_as_json(
    client: FlaskClient, action: str, data: bytes, kind: str, status: int, code: str
) -> None:
    answer = client.post("/sync/v1/" + action, data=data, content_type=kind)
    assert answer.status_code == status
    assert answer.json is not None
    assert answer.json["code"] == code
    assert set(answer.json) == {"code", "facts"}


def test_too_much_at_once_is_refused(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    client = app.test_client()
    length = {"CONTENT_LENGTH": str(door.MOST_BYTES + 1)}
    answer = client.post("/sync/v1/push", data=b"x", content_type=OCTETS, environ_overrides=length)
    assert (answer.status_code, answer.json) == (413, {"code": "http-413", "facts": {}})


def test_one_who_guesses_codes_is_slowed_down_and_sending_goes_on(client: FlaskClient) -> None:
    for _ in range(REQUESTS):
        assert client.post("/sync/v1/enrol", data=b"x", content_type=OCTETS).status_code == 400
    assert client.post("/sync/v1/enrol", data=b"x", content_type=OCTETS).status_code == 429
    assert client.post("/sync/v1/push", data=b"x", content_type=OCTETS).status_code == 400


def test_a_registry_whose_store_is_shut_says_try_later(app: Flask) -> None:
    app.extensions["intake"].holder._store = None
    answer = app.test_client().post("/sync/v1/push", data=b"x", content_type=OCTETS)
    assert answer.status_code == 503
    assert answer.json == {"code": "locked", "facts": {}}


@pytest.mark.parametrize("path", ["/sync/v1/push", "/sync/v1/pull", "/sync/v1/enrol"])
def test_reading_what_can_only_be_sent_is_refused(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 405


def test_another_name_for_this_machine_is_refused(client: FlaskClient) -> None:
    answer = client.get("/sync/v1/registry", headers={"Host": "elsewhere.example"})
    assert answer.status_code == 400
