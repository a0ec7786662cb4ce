"""`run.py user`: for the day when nobody can sign in."""

import pytest

from intake.cli import stores
from intake.cli.main import run
from intake.domain.codes import Role
from intake.security.passphrase import check_passphrase
from intake.security.stretching import CHEAP
from tests.builders import NOON

STORE_WORDS, USER_WORDS = "an invented passphrase", "another invented one"


@pytest.fixture
def files(tmp_path):
    """Passphrase files and a registry's folder with a store."""
    (tmp_path / "store-words").write_text(STORE_WORDS)
    (tmp_path / "user-words").write_text(USER_WORDS)
    stores.open_or_make(tmp_path / "data", tmp_path / "store-words", CHEAP).close()
    return tmp_path


def at(files):
    return ["--data", str(files / "data"), "--passphrase-file", str(files / "store-words")]


def add(files, login, *roles):
    given = [part for role in roles for part in ("--role", role)]
    words = ["--user-passphrase-file", str(files / "user-words")]
    return run(["user", "add", login, "--name", "Invented Name", *given, *words, *at(files)])


def users(files):
    store = stores.open_or_make(files / "data", files / "store-words", CHEAP)
    found = store.users.everyone()
    store.close()
    return found


def test_a_user_is_added_and_the_secret_goes_to_stdout_alone(files, capsys):
    assert add(files, "Rita", "reviewer", "clerk") == 0
    told = capsys.readouterr()
    (user,) = users(files)
    assert (user.login, user.roles) == ("rita", (Role.CLERK, Role.REVIEWER))
    assert told.out.strip() == user.totp_secret
    assert user.totp_secret not in told.err
    assert "authenticator" in told.err
    assert check_passphrase(user.passphrase_hash, USER_WORDS)


def test_users_are_listed_with_roles_and_state(files, capsys):
    add(files, "ada", "administrator")
    add(files, "rita", "reviewer")
    run(["user", "disable", "rita", *at(files)])
    capsys.readouterr()
    assert run(["user", "list", *at(files)]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [row[:3] for row in rows] == [
        ["ada", "active", "administrator"],
        ["rita", "disabled", "reviewer"],
    ]


@pytest.mark.parametrize("login", ["rita", "Rita", " RITA "])
def test_a_login_is_found_however_it_was_typed(files, login):
    add(files, "ada", "administrator")
    assert add(files, "Rita", "reviewer") == 0
    assert run(["user", "disable", login, *at(files)]) == 0
    assert [user.disabled for user in users(files) if user.login == "rita"] == [True]


def test_whoever_is_disabled_is_signed_out_everywhere_and_nobody_else(files):
    add(files, "ada", "administrator")
    add(files, "rita", "reviewer")
    store = stores.open_or_make(files / "data", files / "store-words", CHEAP)
    for login in ("ada", "rita"):
        user = store.users.by_login(login)
        for name in ("desk", "home"):
            store.papers.keep_session(f"{login}-{name}", user.id, {"user": user.id}, NOON)
    store.close()
    assert run(["user", "disable", "rita", *at(files)]) == 0
    store = stores.open_or_make(files / "data", files / "store-words", CHEAP)
    left = [
        name
        for name in ("ada-desk", "ada-home", "rita-desk", "rita-home")
        if store.papers.session(name) is not None
    ]
    store.close()
    assert left == ["ada-desk", "ada-home"]


def test_the_last_administrator_is_not_disabled(files, capsys):
    add(files, "ada", "administrator")
    assert run(["user", "disable", "ada", *at(files)]) == 1
    assert "last-administrator" in capsys.readouterr().err
    assert not users(files)[0].disabled


def test_a_user_nobody_knows_cannot_be_disabled(files, capsys):
    assert run(["user", "disable", "nobody", *at(files)]) == 1
    assert "not-found" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("login", "code"), [("two words", "login-invalid"), ("rita", "login-taken")]
)
def test_a_login_that_does_not_fit_adds_nobody(files, capsys, login, code):
    add(files, "rita", "reviewer")
    assert add(files, login, "clerk") == 1
    assert code in capsys.readouterr().err
    assert len(users(files)) == 1


def test_an_administrator_takes_no_second_role(files, capsys):
    assert add(files, "ada", "administrator", "clerk") == 1
    assert "roles-invalid" in capsys.readouterr().err


@pytest.mark.parametrize("role", ["field", "king"])
def test_a_role_that_is_none_is_a_usage_error(files, role):
    assert add(files, "rita", role) == 2


def test_a_wrong_passphrase_of_the_store_adds_nobody(files, capsys):
    (files / "store-words").write_text("not the passphrase")
    assert add(files, "rita", "reviewer") == 1
    assert "wrong-passphrase" in capsys.readouterr().err


def test_listing_makes_no_store_where_there_is_none(files, capsys):
    empty = ["--data", str(files / "empty"), "--passphrase-file", str(files / "store-words")]
    assert run(["user", "list", *empty]) == 1
    assert "not-found" in capsys.readouterr().err
    assert not (files / "empty" / "vault.json").exists()
