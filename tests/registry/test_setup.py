"""The first run: whoever sees the terminal makes the first administrator, once."""

import re

import pytest

from intake.domain.codes import Role
from intake.registry.desk import FirstRun
from tests.registry.visitor import PASSPHRASE, a_registry, code_of, text_of

ASKED = {
    "name": "Мар'яна",
    "login": "maryana",
    "passphrase": PASSPHRASE,
    "again": PASSPHRASE,
}


@pytest.fixture
def first_run(registry):
    return registry.app.extensions["intake"].first_run


def secret_in(page):
    return re.search(r'<bdi class="number" dir="ltr">([A-Z2-7]{32})</bdi>', page)[1]


def test_a_fresh_registry_leads_to_the_setup(registry):
    visitor = registry.visitor()
    assert visitor.get("/").location == "/sign-in"
    assert visitor.get("/sign-in").location == "/setup"


def test_token_and_fitting_code_make_the_administrator(registry, first_run):
    visitor = registry.visitor()
    token = first_run.token
    shown = visitor.post("/setup", {**ASKED, "token": token})
    assert "<svg" in shown.text
    assert PASSPHRASE not in shown.text
    assert registry.store.users.everyone() == []
    code = code_of(secret_in(shown.text), registry.clock())
    done = visitor.post("/setup/code", {"token": token, "code": code}, page="/setup")
    assert done.location == "/sign-in"
    (user,) = registry.store.users.everyone()
    assert (user.login, user.roles) == ("maryana", (Role.ADMINISTRATOR,))
    assert visitor.sign_in(user).status_code == 303
    assert "People and roles" in visitor.get("/").text


def test_a_wrong_code_shows_the_same_picture_again(registry, first_run):
    visitor = registry.visitor()
    shown = visitor.post("/setup", {**ASKED, "token": first_run.token})
    again = visitor.post("/setup/code", {"token": first_run.token, "code": "000000"}, page="/setup")
    assert again.status_code == 422
    assert "does not fit" in again.text
    assert secret_in(again.text) == secret_in(shown.text)
    assert registry.store.users.everyone() == []


def test_a_wrong_token_makes_nobody(registry):
    answer = registry.visitor().post("/setup", {**ASKED, "token": "0000000000"})
    assert answer.status_code == 422
    assert "not the code that the terminal shows" in answer.text
    assert registry.store.users.everyone() == []


def test_the_code_page_is_shut_without_the_token(registry, first_run):
    visitor = registry.visitor()
    shown = visitor.post("/setup", {**ASKED, "token": first_run.token})
    code = code_of(secret_in(shown.text), registry.clock())
    answer = visitor.post("/setup/code", {"token": "x", "code": code}, page="/setup")
    assert answer.location == "/setup"
    assert registry.store.users.everyone() == []


def test_the_code_page_is_shut_before_anybody_was_named(registry, first_run):
    visitor = registry.visitor()
    answer = visitor.post(
        "/setup/code", {"token": first_run.token, "code": "123456"}, page="/setup"
    )
    assert answer.location == "/setup"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"again": "a different passphrase"}, "The two passphrases differ"),
        ({"passphrase": "short", "again": "short"}, "Choose a longer passphrase"),
        ({"login": "no spaces please"}, "letters, digits, dots and dashes"),
        ({"login": "x" * 80}, "too long"),
        ({"name": "\u200b"}, "Fill this in"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_box(registry, first_run, changed, words):
    answer = registry.visitor().post("/setup", {**ASKED, "token": first_run.token, **changed})
    assert answer.status_code == 422
    assert words in text_of(answer.text)
    assert registry.store.users.everyone() == []


def test_once_there_is_a_user_there_is_no_setup(registry, first_run):
    registry.add("anna", Role.ADMINISTRATOR)
    visitor = registry.visitor()
    assert visitor.get("/setup").status_code == 404
    answer = visitor.post("/setup", {**ASKED, "token": first_run.token}, page="/sign-in")
    assert answer.status_code == 404


def test_the_demo_asks_for_no_code(store):
    registry = a_registry(store, totp_off=True)
    token = registry.app.extensions["intake"].first_run.token
    answer = registry.visitor().post("/setup", {**ASKED, "token": token})
    assert answer.location == "/sign-in"
    assert [u.login for u in store.users.everyone()] == ["maryana"]


def test_a_token_is_used_up():
    first_run = FirstRun()
    token = first_run.token
    assert first_run.fits(f" {token[:5].lower()}-{token[5:]} ")
    first_run.use_up()
    assert not first_run.fits(token)
    assert not first_run.fits("")


def test_no_two_first_runs_share_a_token():
    assert FirstRun().token != FirstRun().token
