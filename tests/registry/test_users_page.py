"""The administrator adds colleagues and ends their access."""

import re

import pytest

from intake.domain.codes import Role
from tests.registry.visitor import PASSPHRASE, code_of, text_of

NEW = {
    "name": "Omar Staff",
    "login": "omar",
    "passphrase": PASSPHRASE,
    "again": PASSPHRASE,
    "clerk": "yes",
    "reviewer": "yes",
}


@pytest.fixture
def admin(registry):
    return registry.signed_in("ada", Role.ADMINISTRATOR)


def test_a_colleague_is_added_with_roles_and_a_code_to_scan(admin, registry):
    page = admin.post("/users/new", NEW)
    assert page.status_code == 201
    assert "<svg" in page.text
    assert PASSPHRASE not in page.text
    user = registry.store.users.by_login("omar")
    assert user.roles == (Role.CLERK, Role.REVIEWER)
    secret = re.search(r">([A-Z2-7]{32})<", page.text)[1]
    assert secret == user.totp_secret
    assert registry.visitor().sign_in(user).status_code == 303
    assert code_of(secret, registry.clock()).isdigit()


def test_the_code_is_shown_once_only(admin, registry):
    admin.post("/users/new", NEW)
    secret = registry.store.users.by_login("omar").totp_secret
    assert secret not in admin.get("/users").text


def test_the_passphrase_is_kept_only_as_a_hash(admin, registry):
    admin.post("/users/new", NEW)
    kept = registry.store.users.by_login("omar").passphrase_hash
    assert kept.startswith("$argon2id$")
    assert PASSPHRASE not in kept


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"login": "ada"}, "in use, or was"),
        ({"login": "a b"}, "letters, digits"),
        ({"passphrase": "short", "again": "short"}, "longer passphrase"),
        ({"again": "something different"}, "differ"),
        ({"clerk": "", "reviewer": ""}, "at least one role"),
        ({"administrator": "yes"}, "has no other role"),
        ({"name": ""}, "Fill this in"),
    ],
)
def test_what_does_not_fit_adds_nobody(admin, registry, changed, words):
    page = admin.post("/users/new", {**NEW, **changed})
    assert page.status_code == 422
    assert words in text_of(page.text)
    assert [u.login for u in registry.store.users.everyone()] == ["ada"]


def test_what_was_ticked_and_typed_stays_after_a_refusal(admin):
    page = admin.post("/users/new", {**NEW, "again": "other words entirely"})
    assert 'value="Omar Staff"' in page.text
    assert page.text.count(" checked") == 2


def test_a_field_officer_cannot_be_made_here(admin):
    assert 'name="field"' not in admin.get("/users/new").text


def test_ending_access_ends_every_session_at_once(admin, registry):
    omar = registry.add("omar", Role.CLERK)
    browser = registry.visitor()
    browser.sign_in(omar)
    answer = admin.post(f"/users/{omar.id}/disable", page="/users/new")
    assert answer.location == "/users"
    assert browser.get("/").location == "/sign-in"
    assert registry.visitor().sign_in(omar).status_code == 422
    assert "omar can no longer sign in" in admin.get("/users").text


def test_the_last_administrator_stays(admin, registry):
    me = registry.store.users.by_login("ada")
    answer = admin.post(f"/users/{me.id}/disable", page="/users/new")
    assert answer.status_code == 422
    assert "last administrator" in answer.text
    assert not registry.store.users.get(me.id).disabled


def test_one_of_two_administrators_may_go(admin, registry):
    other = registry.add("bea", Role.ADMINISTRATOR)
    assert admin.post(f"/users/{other.id}/disable", page="/users/new").status_code == 303


def test_nobody_ends_their_own_access_from_the_list(admin, registry):
    me = registry.store.users.by_login("ada")
    assert f"/users/{me.id}/disable" not in admin.get("/users").text


def test_an_unknown_user_is_not_found(admin):
    assert admin.post("/users/nobody/disable", page="/users/new").status_code == 404


def test_a_login_once_used_is_never_given_again(admin, registry):
    omar = registry.add("omar", Role.CLERK)
    admin.post(f"/users/{omar.id}/disable", page="/users/new")
    assert "in use, or was" in admin.post("/users/new", NEW).text
