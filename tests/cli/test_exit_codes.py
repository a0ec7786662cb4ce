"""0 fine, 1 found wrong, 2 usage: what each command says of a store that it cannot open."""

from pathlib import Path

import pytest

from intake.cli import stores
from intake.cli.main import run
from intake.domain.codes import Role
from intake.security.stretching import CHEAP
from tests.builders import a_group
from tests.cli.test_sync_commands import a_user

WORDS = "an invented passphrase"

ON_A_STORE = [
    ["user", "list"],
    ["user", "disable", "rita"],
    ["device", "invite", "--label", "Laptop 1"],
    ["device", "list"],
    ["device", "approve", "0f" * 16, "--login", "ada"],
    ["device", "revoke", "0f" * 16],
    ["sync"],
    ["sync", "--json"],
    ["bundle", "export", "STICK"],
    ["bundle", "import", "FILE"],
    ["verify"],
    ["registry", "labels", "--to", "STICK"],
]
"""Commands that open a store which is there."""

WITHOUT_WHAT_THEY_NEED = [
    ["user", "add"],
    ["user", "add", "rita", "--name", "Invented Name"],
    ["user", "disable"],
    ["device", "invite"],
    ["device", "approve", "0f" * 16],
    ["device", "revoke"],
    ["device", "revoke", "0f" * 16, "--reason", "stolen"],
    ["bundle", "export"],
    ["bundle", "import"],
    ["bundle", "inspect"],
    ["match"],
    ["pack", "check"],
    ["pack", "check", "no-such-file"],
    ["pack", "add"],
    ["registry", "labels"],
    ["registry", "--port", "0"],
    ["field", "--port", "65536"],
    ["demo", "--households", "0"],
    ["verify", "--proof", "no-such-file"],
]
"""Commands that are typed wrongly or in part."""


def name_of(arguments: list[str]) -> str:
    """A command as it is typed."""
    return " ".join(arguments)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the passphrase in a file, and something that is no bundle."""
    (tmp_path / "words").write_text(WORDS)
    (tmp_path / "FILE").write_bytes(b"no bundle")
    return tmp_path


def call(place: Path, arguments: list[str], *, data: str = "data", words: str = "words") -> int:
    """Run a command on a store of this place."""
    files = {"FILE": str(place / "FILE"), "STICK": str(place / "stick")}
    typed = [files.get(part, part) for part in arguments]
    return run([*typed, "--data", str(place / data), "--passphrase-file", str(place / words)])


@pytest.mark.parametrize("arguments", ON_A_STORE, ids=name_of)
def test_where_there_is_no_store_it_is_said_and_none_is_made(
    place: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(place, arguments) == 1
    told = capsys.readouterr()
    assert told.err == "There is no such thing here. [not-found: thing store]\n"
    assert told.out == ""
    assert not (place / "data" / stores.VAULT).exists()
    assert not (place / "stick").exists()


@pytest.mark.parametrize("arguments", ON_A_STORE, ids=name_of)
def test_a_passphrase_file_that_is_not_there_is_a_wrong_setting(
    place: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "data").mkdir()
    (place / "data" / stores.VAULT).write_text("{}")
    assert call(place, arguments, words="none") == 2
    assert capsys.readouterr().err == "A setting is wrong. [config-invalid: key passphrase-file]\n"


@pytest.mark.parametrize("arguments", ON_A_STORE, ids=name_of)
def test_a_vault_that_somebody_altered_is_told_and_left_alone(
    place: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "data").mkdir()
    (place / "data" / stores.VAULT).write_text("{}")
    assert call(place, arguments) == 1
    told = capsys.readouterr()
    assert told.err == (
        "Something was altered outside the program; stop and call your operator. "
        "[tampered: part vault]\n"
    )
    assert (place / "data" / stores.VAULT).read_text() == "{}"


@pytest.mark.parametrize("arguments", ON_A_STORE, ids=name_of)
def test_a_file_in_the_place_of_the_folder_is_wrong_usage(
    place: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(place, arguments, data="FILE") == 2
    assert "is a file" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", WITHOUT_WHAT_THEY_NEED, ids=name_of)
def test_a_command_typed_in_part_says_how_it_goes_on(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"Usage: run.py {arguments[0]}")


@pytest.fixture
def registry(place: Path) -> Path:
    """A registry with its staff, and beside it a laptop with a record and no registry."""
    store = stores.open_or_make(place / "data", place / "words", CHEAP)
    store.record(a_user("ada", Role.ADMINISTRATOR), a_user("rita", Role.REVIEWER))
    store.close()
    laptop = stores.open_or_make(place / "laptop", place / "words", CHEAP)
    laptop.record(*a_group("Олена Тест").events)
    laptop.close()
    return place


A_NEW_USER = ["user", "add", "mira", "--name", "Mira", "--user-passphrase-file", "WORDS"]

FOUND_WRONG = [
    ("data", ["user", "disable", "ada"], "This is the last administrator; add another one first."),
    ("data", ["user", "disable", "nobody"], "There is no such thing here."),
    ("data", [*A_NEW_USER, "--role", "administrator", "--role", "clerk"],
     "An administrator sees no records, so has no other role."),
    ("data", ["user", "add", "rita", "--name", "Rita", "--role", "clerk",
              "--user-passphrase-file", "WORDS"],
     "This sign-in name is in use, or was; choose another one."),
    ("data", ["user", "add", "two words", "--name", "Rita", "--role", "clerk",
              "--user-passphrase-file", "WORDS"],
     "Use letters, digits, dots and dashes for the sign-in name."),
    ("data", ["device", "revoke", "0f" * 16], "There is no such thing here."),
    ("data", ["device", "approve", "0f" * 16, "--login", "rita", "--user-passphrase-file", "WORDS"],
     "This role may not do that."),
    ("data", ["device", "approve", "0f" * 16, "--login", "ada", "--user-passphrase-file", "WORDS"],
     "There is no such thing here."),
    ("data", ["bundle", "import", "FILE"],
     "The bundle is damaged or cut short; nothing was changed, ask for a new one."),
    ("laptop", ["bundle", "import", "FILE"],
     "The bundle is damaged or cut short; nothing was changed, ask for a new one."),
    ("laptop", ["bundle", "import", "MISSING"], "There is no such thing here."),
    ("laptop", ["bundle", "export", "STICK"], "The registry has not approved this device yet."),
    ("laptop", ["sync"], "The registry has not approved this device yet."),
    ("data", ["registry", "labels", "--to", "NOWHERE"],
     "A file or folder cannot be read or written: No such file or directory."),
]  # fmt: skip


@pytest.mark.parametrize(("store", "arguments", "sentence"), FOUND_WRONG)
def test_what_was_found_wrong_is_one_sentence_and_changes_nothing(
    registry: Path,
    store: str,
    arguments: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    files = {
        "WORDS": str(registry / "words"),
        "MISSING": str(registry / "missing"),
        "NOWHERE": str(registry / "nowhere" / "labels"),
    }
    before = head_of(registry, store)
    assert call(registry, [files.get(part, part) for part in arguments], data=store) == 1
    told = capsys.readouterr().err
    assert told.startswith(sentence)
    assert told.count("\n") == 1
    assert head_of(registry, store) == before


def head_of(place: Path, name: str) -> str:
    """The newest entry of a store."""
    store = stores.open_or_make(place / name, place / "words", CHEAP)
    head = store.head(store.own_chain).hash
    store.close()
    return head


FINE = [
    (["user", "list"], "ada\tactive\tadministrator\tInvented Name"),
    (["user", "disable", "rita"], ""),
    (["device", "list"], ""),
    (["device", "invite", "--label", "Laptop 1"], "ey"),
    (["verify"], "whole\t"),
    (["registry", "labels", "--to", "STICK"], ""),
]


@pytest.mark.parametrize(("arguments", "shown"), FINE)
def test_what_goes_well_leaves_zero_and_shows_its_result_alone(
    registry: Path, arguments: list[str], shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(registry, arguments) == 0
    out = capsys.readouterr().out
    assert out.startswith(shown)
    assert bool(out) is bool(shown)


def test_a_user_who_was_disabled_lets_no_laptop_in(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = stores.open_or_make(registry / "data", registry / "words", CHEAP)
    store.record(a_user("omar", Role.ADMINISTRATOR))
    store.close()
    assert call(registry, ["user", "disable", "omar"]) == 0
    words = ["--login", "omar", "--user-passphrase-file", str(registry / "words")]
    assert call(registry, ["device", "approve", "0f" * 16, *words]) == 1
    assert "This role may not do that." in capsys.readouterr().err
