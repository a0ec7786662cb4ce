"""Every address of both roles says to whom it is open, and changes nothing when read."""

import inspect

import pytest

from intake.field.app import BLUEPRINTS as FIELD
from intake.registry.app import BLUEPRINTS as REGISTRY
from intake.web.access import opening_of
from intake.web.app import make_app
from intake.web.holder import StoreHolder
from intake.web.shell import Shell

READING = {"GET", "HEAD", "OPTIONS"}
# Open without sign-in, each for a reason: a process answers, our own files, the door itself.
EVERYBODY = {"static", "healthz"}


def undeclared(app):
    """The views that forgot to say to whom they are open."""
    return sorted(
        rule.endpoint for rule in app.url_map.iter_rules() if opening_of(app, rule.endpoint) is None
    )


def open_to_anybody(app):
    """The views that ask for no sign-in."""
    return {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if (opening := opening_of(app, rule.endpoint)) and opening.action is None
    }


def unsaid(app):
    """Views whose docstring does not say what they are for."""
    return [name for name, view in app.view_functions.items() if not inspect.getdoc(view)]


def personal(app):
    """Addresses that take something else than ids, numbers and codes."""
    known = {"filename", "case", "individual", "pair", "interview", "request_id", "page", "code"}
    return {
        argument
        for rule in app.url_map.iter_rules()
        for argument in rule.arguments
        if argument in {"name", "text", "q", "query", "phone"} - known
    }


@pytest.fixture(name="app", params=[FIELD, REGISTRY], ids=["field", "registry"])
def _app(request):
    shell = Shell(
        holder=StoreHolder(lambda passphrase: None),
        roles_of=lambda user: (),
        secret="invented",
        hosts=("127.0.0.1",),
        port=5050,
        sign_in_endpoint="healthz",
    )
    return make_app("intake.web", shell, blueprints=request.param)


def test_every_view_says_to_whom_it_is_open(app):
    assert undeclared(app) == []


def test_few_views_need_no_sign_in(app):
    assert open_to_anybody(app) >= EVERYBODY
    assert len(open_to_anybody(app)) <= 12


def test_machines_only_post_and_read_what_they_sign(app):
    for rule in app.url_map.iter_rules():
        opening = opening_of(app, rule.endpoint)
        if opening is not None and opening.machine:
            assert opening.max_bytes is not None, rule.endpoint


def test_every_view_tells_what_it_is_for(app):
    assert [name for name in unsaid(app) if name != "static"] == []


def test_no_address_asks_for_anything_personal(app):
    assert personal(app) == set()
