"""`run.py sync`, `bundle` and `device`: two stores, a stick, and a wire."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.cli import stores
from intake.cli.main import run
from intake.domain.codes import DeviceStatus, Role
from intake.domain.event import UserAdded, UserDisabled
from intake.security.passphrase import hash_passphrase, open_vault
from intake.security.stretching import CHEAP
from intake.store import Store
from intake.sync.invitation import words_of
from tests.builders import NOON, OFFICER, a_group
from tests.sync.serve import served

WORDS = "an invented passphrase"
Intake = Callable[..., str]


def a_user(login: str, role: Role) -> UserAdded:
    """Somebody of the registry."""
    return UserAdded(
        user=f"user-{login}",
        login=login,
        name="Invented Name",
        roles=(role,),
        passphrase_hash=hash_passphrase(WORDS, CHEAP),
        totp_secret="JBSWY3DPEHPK3PXP",
        by=OFFICER,
        at=NOON,
    )


def opened(folder: Path) -> Store:
    """The store of a folder."""
    return stores.open_or_make(folder, folder.parent / "words", CHEAP)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Folders of a laptop with one record and of a registry with its staff."""
    (tmp_path / "words").write_text(WORDS)
    laptop, registry = opened(tmp_path / "laptop"), opened(tmp_path / "registry")
    laptop.record(*a_group("Олена Тест").events)
    registry.record(a_user("ada", Role.ADMINISTRATOR), a_user("rita", Role.REVIEWER))
    registry.record(a_user("gone", Role.ADMINISTRATOR))
    registry.record(UserDisabled(user="user-gone", by=OFFICER, at=NOON))
    laptop.close()
    registry.close()
    return tmp_path


@pytest.fixture
def intake(root: Path, capsys: pytest.CaptureFixture[str]) -> Intake:
    """Run a command on the store of a role; gives what it prints."""

    def command(role: str, *arguments: str, expect: int = 0) -> str:
        words = ["--passphrase-file", str(root / "words")]
        code = run([*arguments, "--data", str(root / role), *words])
        told = capsys.readouterr()
        assert code == expect, told.err
        return told.out.strip()

    return command


def device_of(root: Path) -> tuple[str, DeviceStatus]:
    """The one laptop that the registry knows."""
    registry = opened(root / "registry")
    (device,) = registry.devices.everyone()
    registry.close()
    return device.id, device.status


def let_in(root: Path, intake: Intake) -> str:
    """Invite, ask and approve by stick; gives the id of the laptop."""
    stick = str(root / "stick")
    (root / "stick").write_text(intake("registry", "device", "invite", "--label", "Laptop 1"))
    assert json.loads(intake("laptop", "bundle", "import", stick))["purpose"] == "invitation"
    intake("laptop", "bundle", "export", stick)
    told = json.loads(intake("registry", "bundle", "import", stick))
    assert told["purpose"] == "enrol"
    name, status, words, label = intake("registry", "device", "list").split("\t")
    assert (name, status, label) == (told["device"], "requested", "Laptop 1")
    intake("registry", "device", "approve", name, *by(root, "ada"), "--words", words.upper())
    assert device_of(root) == (name, DeviceStatus.APPROVED)
    return name


def by(root: Path, login: str) -> list[str]:
    """The arguments that say who approves."""
    return ["--login", login, "--user-passphrase-file", str(root / "words")]


def test_a_stick_alone_carries_everything_there_and_back(root: Path, intake: Intake) -> None:
    let_in(root, intake)
    stick = str(root / "stick")
    intake("registry", "bundle", "export", stick)
    intake("laptop", "bundle", "import", stick)
    intake("laptop", "bundle", "export", stick)
    told = json.loads(intake("registry", "bundle", "import", stick))
    assert (told["purpose"], told["cases"]) == ("entries", 1)
    assert told["added"] == told["seq"]
    intake("registry", "bundle", "export", stick)
    answer = json.loads(intake("laptop", "bundle", "import", stick))
    assert answer == {"purpose": "reply", "acknowledged": told["seq"], "added": 0}
    intake("laptop", "bundle", "export", stick, expect=1)  # nothing waits


def test_a_bundle_is_inspected_without_a_key_and_names_nobody(
    root: Path, intake: Intake, capsys: pytest.CaptureFixture[str]
) -> None:
    name = let_in(root, intake)
    path = intake("registry", "bundle", "export", str(root))
    assert Path(path).name.startswith("intake-")
    assert run(["bundle", "inspect", path]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == 1
    assert name not in json.dumps(told)


def test_a_wrong_or_missing_file_is_one_sentence_and_changes_nothing(
    root: Path, intake: Intake
) -> None:
    let_in(root, intake)
    stick = root / "stick"
    stick.write_bytes(b"INTAKE" + bytes(500))
    intake("registry", "bundle", "import", str(stick), expect=1)
    intake("laptop", "bundle", "import", str(stick), expect=1)
    stick.write_bytes(b"no invitation either")
    intake("laptop", "bundle", "import", str(stick), expect=1)
    intake("registry", "bundle", "import", str(root / "missing"), expect=1)


@pytest.mark.parametrize(
    ("login", "words", "passphrase"),
    [
        ("rita", "right", WORDS),
        ("nobody", "right", WORDS),
        ("ada", "one two three four five six", WORDS),
        ("ada", "right", "another passphrase"),
        ("gone", "right", WORDS),
    ],
    ids=["not-her-role", "unknown", "other-words", "other-passphrase", "disabled"],
)
def test_approving_needs_an_administrator_and_the_right_words(
    root: Path, intake: Intake, login: str, words: str, passphrase: str
) -> None:
    stick = str(root / "stick")
    (root / "stick").write_text(intake("registry", "device", "invite", "--label", "Laptop 1"))
    intake("laptop", "bundle", "import", stick)
    intake("laptop", "bundle", "export", stick)
    intake("registry", "bundle", "import", stick)
    name, _, right, _ = intake("registry", "device", "list").split("\t")
    (root / "theirs").write_text(passphrase)
    who = ["--login", login, "--user-passphrase-file", str(root / "theirs")]
    shown = right if words == "right" else words
    intake("registry", "device", "approve", name, *who, "--words", shown, expect=1)
    assert device_of(root) == (name, DeviceStatus.REQUESTED)


def let_in_another(root: Path, intake: Intake) -> str:
    """Let a second laptop in by stick; gives its id."""
    opened(root / "second").close()
    stick = str(root / "second-stick")
    Path(stick).write_text(intake("registry", "device", "invite", "--label", "Laptop 2"))
    intake("second", "bundle", "import", stick)
    intake("second", "bundle", "export", stick)
    name: str = json.loads(intake("registry", "bundle", "import", stick))["device"]
    return name


def test_with_several_laptops_an_answer_goes_to_the_one_that_is_named(
    root: Path, intake: Intake
) -> None:
    first, stick = let_in(root, intake), str(root / "stick")
    second = let_in_another(root, intake)
    intake("registry", "bundle", "export", stick)  # the other one still waits
    intake("laptop", "bundle", "import", stick)
    registry = opened(root / "registry")
    device = registry.devices.get(second)
    registry.close()
    assert device is not None
    words = " ".join(words_of(device.sign_public, device.seal_public))
    intake("registry", "device", "approve", second, *by(root, "ada"), "--words", words)
    Path(stick).unlink()
    intake("registry", "bundle", "export", stick, expect=2)
    assert not Path(stick).exists()
    intake("registry", "bundle", "export", stick, "--device", first)
    intake("second", "bundle", "import", stick, expect=1)
    intake("laptop", "bundle", "import", stick)


def test_a_revoked_laptop_is_listed_as_such_and_refused(root: Path, intake: Intake) -> None:
    name = let_in(root, intake)
    stick = str(root / "stick")
    intake("registry", "bundle", "export", stick)
    intake("laptop", "bundle", "import", stick)
    intake("registry", "device", "revoke", name, "--reason", "lost")
    assert intake("registry", "device", "list").split("\t")[1] == "revoked"
    intake("laptop", "bundle", "export", stick)
    intake("registry", "bundle", "import", stick, expect=1)
    intake("registry", "bundle", "export", stick, expect=2)  # to whom?
    intake("registry", "bundle", "export", stick, "--device", name, expect=1)


@pytest.mark.loopback
def test_sync_tells_scripts_what_it_did(root: Path, intake: Intake) -> None:
    let_in(root, intake)
    key = open_vault(root / "registry" / "vault.json", WORDS)
    with served(root / "registry", key) as url:
        (root / "laptop" / "field.toml").write_text(f'registry = "{url}"\n')
        told = json.loads(intake("laptop", "sync", "--json"))
    assert told["problem"] == ""
    assert (told["received"], told["waiting"], told["bundles"]) == (1, 0, 1)
    again = json.loads(intake("laptop", "sync", "--json", expect=1))
    assert again["problem"] == "registry-unreachable"
    assert again["facts"] == {"why": "refused"}
    assert again["received"] == 1


def test_a_laptop_without_a_registry_or_address_says_so(root: Path, intake: Intake) -> None:
    intake("laptop", "sync", expect=1)
    let_in(root, intake)
    intake("laptop", "sync", expect=2)  # invited by stick: there is no address
