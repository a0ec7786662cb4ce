"""Users as the registry makes and ends them, without a page."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from intake.domain.codes import Role
from intake.domain.event import UserDisabled
from intake.errors import CharacterRefused, PassphraseTooShort
from intake.registry.accounts import (
    LastAdministrator,
    LoginInvalid,
    LoginTaken,
    NewUser,
    RolesInvalid,
    add_user,
    code_uri,
    disable_user,
    new_secret,
    refuse_roles,
)
from intake.registry.sessions import IDLE, LONGEST, StoreRows
from intake.security.stretching import CHEAP
from intake.web.holder import StoreHolder
from tests.builders import NOON, an_id
from tests.registry.visitor import Clock

GOOD = {
    "login": "rita",
    "name": "Rita",
    "roles": (Role.REVIEWER,),
    "passphrase": "an invented passphrase",
}


def made(store, **changed):
    new = NewUser(id=an_id(), secret=new_secret(), **(GOOD | changed))
    return add_user(store.users, new, by="ada", at=NOON, profile=CHEAP)


@pytest.mark.parametrize("login", ["rita", "r.k-2_b", "Ріта", "سارة", "rita@site"])
def test_a_login_may_be_of_any_script(store, login):
    event = made(store, login=login)
    store.record(event)
    assert store.users.by_login(event.login).name == "Rita"


@pytest.mark.parametrize("login", ["", " ", "a b", "a\u200bb", "a/b", "<b>", "x" * 65])
def test_a_login_is_letters_digits_and_little_else(store, login):
    with pytest.raises(LoginInvalid):
        made(store, login=login)


@pytest.mark.parametrize("login", ["RITA", " rita ", "ｒｉｔａ"])
def test_a_login_is_one_however_it_is_typed(store, login):
    store.record(made(store))
    with pytest.raises(LoginTaken):
        made(store, login=login)


@pytest.mark.parametrize(
    "roles",
    [(), (Role.FIELD,), (Role.ADMINISTRATOR, Role.DPO), (Role.FIELD, Role.CLERK)],
)
def test_some_sets_of_roles_nobody_may_have(roles):
    with pytest.raises(RolesInvalid):
        refuse_roles(roles)


def test_roles_are_kept_once_and_in_one_order(store):
    event = made(store, roles=[Role.REVIEWER, Role.CLERK, Role.CLERK])
    assert event.roles == (Role.CLERK, Role.REVIEWER)


def test_a_short_passphrase_makes_nobody(store):
    with pytest.raises(PassphraseTooShort):
        made(store, passphrase="short")


def test_a_name_that_cannot_be_kept_makes_nobody(store):
    with pytest.raises(CharacterRefused):
        made(store, name="Ri\x00ta")


def test_the_qr_code_names_the_login_and_the_issuer():
    secret = new_secret()
    parts = urlsplit(code_uri("rita", secret))
    assert (parts.scheme, parts.netloc) == ("otpauth", "totp")
    assert "rita" in parts.path
    assert parse_qs(parts.query)["secret"] == [secret]
    assert len(secret) == 32


def test_a_disabled_administrator_does_not_count_as_one_left(store):
    for login in ("ada", "bea"):
        store.record(made(store, login=login, roles=(Role.ADMINISTRATOR,)))
    ada, bea = (store.users.by_login(login) for login in ("ada", "bea"))
    store.record(UserDisabled(user=bea.id, by=ada.id, at=NOON))
    with pytest.raises(LastAdministrator):
        disable_user(store.users, ada, by=bea.id, at=NOON)
    assert disable_user(store.users, bea, by=ada.id, at=NOON).user == bea.id


@pytest.fixture
def rows(store):
    """Session rows of this store, and the clock they are read by."""
    clock = Clock()
    holder = StoreHolder(lambda _: store, idle=None, clock=clock)
    holder.hold(store)
    return StoreRows(holder, clock), clock


def test_a_session_row_comes_back_as_it_was_kept(rows):
    kept, clock = rows
    kept.write("key", '{"user": "rita"}', "rita", clock())
    assert kept.read("key") == ('{"user": "rita"}', NOON)
    assert kept.read("another") is None


def test_the_working_day_begins_once_however_often_a_row_is_written(rows):
    kept, clock = rows
    kept.write("key", "{}", "rita", clock())
    clock.forward(hours=11)
    kept.write("key", "{}", "rita", clock())
    assert kept.read("key") is not None
    clock.forward(hours=1)
    assert kept.read("key") is None
    clock.forward(hours=-1)
    assert kept.read("key") is None  # it was ended, not only hidden


def test_a_dropped_row_is_gone(rows):
    kept, clock = rows
    kept.write("key", "{}", "rita", clock())
    kept.drop("key")
    assert kept.read("key") is None


def test_rows_of_yesterday_are_swept_when_somebody_comes(rows, store):
    kept, clock = rows
    kept.write("old", "{}", "rita", clock())
    clock.forward(hours=13)
    kept.write("new", "{}", "omar", clock())
    assert store.papers.session("old") is None
    assert store.papers.session("new") is not None


def test_a_pause_is_shorter_than_a_day():
    assert timedelta(0) < IDLE < LONGEST
