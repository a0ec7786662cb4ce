"""The vault opens for its passphrase alone and never loses the data key."""

import inspect
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.errors import (
    BundleTooNew,
    NotFound,
    PassphraseTooShort,
    Stale,
    Tampered,
    TooManyAttempts,
    WrongPassphrase,
)
from intake.security.passphrase import (
    CHEAP,
    DUMMY_HASH,
    SIGN_IN,
    STRONG,
    Profile,
    change_passphrase,
    check_passphrase,
    create_vault,
    hash_passphrase,
    open_vault,
)

RIGHT, WRONG, NEW = "correct horse", "correct house", "battery staple"


class Clock:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "data" / "vault.json"


def rewrite(vault: Path, **slot: Any) -> None:
    said = json.loads(vault.read_text())
    said["slots"][0].update(slot)
    vault.write_text(json.dumps(said))


def test_vault_opens_with_its_passphrase(vault: Path) -> None:
    key = create_vault(vault, RIGHT, CHEAP)
    assert len(key) == 32
    assert open_vault(vault, RIGHT) == key


def test_vault_keeps_a_data_key_that_is_given(vault: Path) -> None:
    given_key = bytes(range(32))
    assert create_vault(vault, RIGHT, CHEAP, given_key) == given_key
    assert open_vault(vault, RIGHT) == given_key


def test_vault_is_strong_and_sign_in_dear_unless_told_otherwise() -> None:
    assert inspect.signature(create_vault).parameters["profile"].default is STRONG
    assert inspect.signature(hash_passphrase).parameters["profile"].default is SIGN_IN


def test_vault_is_for_its_owner_only(vault: Path) -> None:
    create_vault(vault, RIGHT, CHEAP)
    assert vault.stat().st_mode & 0o777 == 0o600
    assert vault.parent.stat().st_mode & 0o777 == 0o700


def test_folder_that_others_could_open_is_shut_with_the_vault(vault: Path) -> None:
    vault.parent.mkdir()
    vault.parent.chmod(0o755)
    create_vault(vault, RIGHT, CHEAP)
    assert vault.parent.stat().st_mode & 0o777 == 0o700


def test_vault_holds_neither_passphrase_nor_key(vault: Path) -> None:
    key = create_vault(vault, RIGHT, CHEAP)
    kept = vault.read_bytes()
    assert RIGHT.encode() not in kept
    assert key not in kept
    assert key.hex().encode() not in kept


def test_two_vaults_of_one_passphrase_share_nothing(tmp_path: Path) -> None:
    paths = [tmp_path / name / "vault.json" for name in ("a", "b")]
    keys = {create_vault(path, RIGHT, CHEAP) for path in paths}
    slots = [json.loads(path.read_text())["slots"][0] for path in paths]
    assert len(keys) == 2
    assert slots[0]["salt"] != slots[1]["salt"]


def test_vault_is_never_made_over_another(vault: Path) -> None:
    key = create_vault(vault, RIGHT, CHEAP)
    with pytest.raises(Stale):
        create_vault(vault, NEW, CHEAP)
    assert open_vault(vault, RIGHT) == key


def test_short_passphrase_makes_no_vault(vault: Path) -> None:
    with pytest.raises(PassphraseTooShort):
        create_vault(vault, "seven77", CHEAP)
    assert not vault.exists()


def test_passphrase_typed_on_another_keyboard_opens(vault: Path) -> None:
    key = create_vault(vault, "паро\u043bь \u0439 caf\u00e9", CHEAP)
    assert open_vault(vault, "пароль \u0438\u0306 cafe\u0301") == key


def test_wrong_passphrase_waits_longer_each_time_and_right_one_then_opens(
    vault: Path, clock: Clock
) -> None:
    key = create_vault(vault, RIGHT, CHEAP)
    waits: list[int] = []
    for _ in range(6):
        with pytest.raises(WrongPassphrase) as found:
            open_vault(vault, WRONG, clock=clock)
        waits.append(int(found.value.facts["wait_s"] or 0))
        clock.now += waits[-1]
    assert waits == [0, 0, 2, 4, 8, 16]
    assert open_vault(vault, RIGHT, clock=clock) == key
    with pytest.raises(WrongPassphrase) as found:
        open_vault(vault, WRONG, clock=clock)
    assert found.value.facts == {"wait_s": 0}


def test_right_passphrase_too_early_is_told_to_wait(vault: Path, clock: Clock) -> None:
    key = create_vault(vault, RIGHT, CHEAP)
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            open_vault(vault, WRONG, clock=clock)
    with pytest.raises(TooManyAttempts) as found:
        open_vault(vault, RIGHT, clock=clock)
    assert found.value.facts == {"wait_s": 2}
    clock.now += 2
    assert open_vault(vault, RIGHT, clock=clock) == key


def test_waiting_is_not_counted_as_trying(vault: Path, clock: Clock) -> None:
    create_vault(vault, RIGHT, CHEAP)
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            open_vault(vault, WRONG, clock=clock)
    for _ in range(20):
        with pytest.raises(TooManyAttempts) as found:
            open_vault(vault, WRONG, clock=clock)
        assert found.value.facts == {"wait_s": 2}


def test_new_passphrase_opens_the_same_data(vault: Path) -> None:
    key = create_vault(vault, RIGHT, CHEAP)
    change_passphrase(vault, RIGHT, NEW)
    assert open_vault(vault, NEW) == key
    with pytest.raises(WrongPassphrase):
        open_vault(vault, RIGHT)


def test_change_keeps_the_price_unless_told_otherwise(vault: Path) -> None:
    key = create_vault(vault, RIGHT, CHEAP)
    change_passphrase(vault, RIGHT, NEW)
    assert json.loads(vault.read_text())["slots"][0]["memory_kib"] == CHEAP.memory_kib
    dearer = Profile(9 * 1024, 2, 1)
    change_passphrase(vault, NEW, RIGHT, profile=dearer)
    assert json.loads(vault.read_text())["slots"][0]["passes"] == 2
    assert open_vault(vault, RIGHT) == key


def test_change_leaves_other_slots_alone(vault: Path) -> None:
    create_vault(vault, RIGHT, CHEAP)
    said = json.loads(vault.read_text())
    recovery = {"kind": "recovery", "sealed": "later"}
    said["slots"].insert(0, recovery)
    vault.write_text(json.dumps(said))
    change_passphrase(vault, RIGHT, NEW)
    assert json.loads(vault.read_text())["slots"][0] == recovery


def test_change_needs_the_old_passphrase_and_a_long_new_one(vault: Path) -> None:
    key = create_vault(vault, RIGHT, CHEAP)
    before = vault.read_bytes()
    with pytest.raises(WrongPassphrase):
        change_passphrase(vault, WRONG, NEW)
    with pytest.raises(PassphraseTooShort):
        change_passphrase(vault, RIGHT, "short")
    assert vault.read_bytes() == before
    assert open_vault(vault, RIGHT) == key


def test_a_disk_that_takes_no_new_passphrase_leaves_the_old_one(vault: Path) -> None:
    key = create_vault(vault, RIGHT, CHEAP)
    vault.with_name(vault.name + ".part").mkdir()  # nothing can be written beside it
    with pytest.raises(OSError, match="part"):
        change_passphrase(vault, RIGHT, NEW)
    assert open_vault(vault, RIGHT) == key


def test_guessing_through_change_waits_too(vault: Path, clock: Clock) -> None:
    create_vault(vault, RIGHT, CHEAP)
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            change_passphrase(vault, WRONG, NEW, clock=clock)
    with pytest.raises(TooManyAttempts):
        open_vault(vault, RIGHT, clock=clock)


def test_missing_vault_is_not_found(vault: Path) -> None:
    with pytest.raises(NotFound):
        open_vault(vault, RIGHT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"v":1}',
        '{"v":true,"slots":[]}',
        '{"v":1,"slots":[1]}',
        "\x00",
        "null",
    ],
)
def test_damaged_vault_says_so(vault: Path, text: str) -> None:
    vault.parent.mkdir()
    vault.write_text(text)
    with pytest.raises(Tampered):
        open_vault(vault, RIGHT)


@pytest.mark.parametrize(
    "slot",
    [
        {"memory_kib": 2**40},
        {"memory_kib": "8192"},
        {"memory_kib": None},
        {"passes": 10**9},
        {"passes": True},
        {"lanes": 0},
        {"salt": ""},
        {"salt": "AAAA"},
        {"salt": "not base64!"},
        {"sealed": 7},
        {"sealed": "ÄÄÄÄ"},
    ],
    ids=repr,
)
def test_forged_slot_is_refused_before_it_costs_anything(vault: Path, slot: dict[str, Any]) -> None:
    create_vault(vault, RIGHT, CHEAP)
    rewrite(vault, **slot)
    with pytest.raises(Tampered):
        open_vault(vault, RIGHT)


def test_slot_with_a_changed_price_does_not_open(vault: Path) -> None:
    create_vault(vault, RIGHT, CHEAP)
    rewrite(vault, passes=2)
    with pytest.raises(WrongPassphrase):
        open_vault(vault, RIGHT)


def test_vault_of_a_newer_version_says_so(vault: Path) -> None:
    vault.parent.mkdir()
    vault.write_text('{"v":2,"slots":[]}')
    with pytest.raises(BundleTooNew):
        open_vault(vault, RIGHT)


def test_user_signs_in_with_their_passphrase_alone() -> None:
    kept = hash_passphrase(RIGHT, CHEAP)
    assert check_passphrase(kept, RIGHT)
    assert not check_passphrase(kept, WRONG)
    assert kept != hash_passphrase(RIGHT, CHEAP)


@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=8, max_size=20))
def test_any_long_passphrase_signs_in(text: str) -> None:
    try:
        kept = hash_passphrase(text, CHEAP)
    except PassphraseTooShort:
        return
    assert check_passphrase(kept, text)
    assert not check_passphrase(kept, text + "!")


def test_user_with_a_short_passphrase_is_refused() -> None:
    with pytest.raises(PassphraseTooShort):
        hash_passphrase("short", CHEAP)


def test_unknown_user_costs_what_a_known_one_does_and_never_enters() -> None:
    price = f"$m={SIGN_IN.memory_kib},t={SIGN_IN.passes},p={SIGN_IN.lanes}$"
    assert price in DUMMY_HASH
    assert price in hash_passphrase(RIGHT)
    assert not check_passphrase(None, RIGHT)


@pytest.mark.parametrize("kept", ["", "plain", "$argon2id$v=19$m=8192,t=1,p=1$AAAA$", "$2b$12$x"])
def test_damaged_hash_lets_nobody_in(kept: str) -> None:
    assert not check_passphrase(kept, RIGHT)
