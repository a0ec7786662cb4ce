"""Wrong tries cost a growing wait, never the owner's laptop."""

import json
from pathlib import Path

import pytest

from intake.errors import TooManyAttempts
from intake.security.attempts import LONGEST_WAIT_S, Attempts, read_attempts

NOON = 1_800_000_000.0


def wrong_tries(vault: Path, count: int) -> Attempts:
    attempts = read_attempts(vault)
    for _ in range(count):
        attempts = attempts.add(NOON)
    return attempts


def test_waits_never_shrink_and_end_at_five_minutes() -> None:
    waits = [Attempts(Path("a"), wrong).wait_s for wrong in range(1_000)]
    assert waits[:7] == [0, 0, 0, 2, 4, 8, 16]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT_S == 300


def test_thousand_guesses_take_more_than_three_days() -> None:
    assert sum(Attempts(Path("a"), wrong).wait_s for wrong in range(1_000)) > 3 * 24 * 3600


def test_count_is_kept_on_disk(tmp_path: Path) -> None:
    vault = tmp_path / "vault.json"
    assert wrong_tries(vault, 4) == read_attempts(vault)
    assert read_attempts(vault).wrong == 4
    assert (tmp_path / "vault.attempts.json").stat().st_mode & 0o777 == 0o600


def test_early_try_is_refused_and_told_how_long(tmp_path: Path) -> None:
    attempts = wrong_tries(tmp_path / "vault.json", 5)
    with pytest.raises(TooManyAttempts) as found:
        attempts.refuse_early(NOON + 2.5)
    assert found.value.facts == {"wait_s": 6}
    attempts.refuse_early(NOON + 8)


@pytest.mark.parametrize("now", [0.0, -5.0, NOON - 10**9])
def test_clock_set_back_keeps_the_owner_waiting_no_longer(tmp_path: Path, now: float) -> None:
    attempts = wrong_tries(tmp_path / "vault.json", 5)
    with pytest.raises(TooManyAttempts) as found:
        attempts.refuse_early(now)
    assert found.value.facts == {"wait_s": 8}


def test_right_passphrase_clears_the_count(tmp_path: Path) -> None:
    vault = tmp_path / "vault.json"
    wrong_tries(vault, 9).clear()
    assert read_attempts(vault).wrong == 0
    assert list(tmp_path.iterdir()) == []
    read_attempts(vault).clear()


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "[]",
        "{}",
        '"x"',
        '{"wrong":3}',
        '{"last":3,"wrong":"3"}',
        '{"last":3,"wrong":true}',
        '{"last":3,"wrong":-1}',
        '{"last":3,"wrong":99999999999}',
        '{"last":-3,"wrong":4}',
        '{"last":"now","wrong":4}',
        '{"last":null,"wrong":4}',
        '{"last":%s,"wrong":4}' % ("9" * 400),
        '{"last":NaN,"wrong":4}',
    ],
    ids=lambda kept: kept[:30] or "empty",
)
def test_damaged_count_is_no_count(tmp_path: Path, kept: str) -> None:
    (tmp_path / "vault.attempts.json").write_text(kept)
    assert read_attempts(tmp_path / "vault.json").wrong == 0


def test_count_holds_nothing_but_numbers(tmp_path: Path) -> None:
    wrong_tries(tmp_path / "vault.json", 3)
    kept = json.loads((tmp_path / "vault.attempts.json").read_text())
    assert kept == {"wrong": 3, "last": NOON}


def test_disk_that_takes_no_count_does_not_stop_the_owner(tmp_path: Path) -> None:
    attempts = read_attempts(tmp_path / "gone" / "vault.json")
    assert attempts.add(NOON).wrong == 1
    attempts.clear()


def test_count_that_cannot_be_removed_does_not_stop_the_owner(tmp_path: Path) -> None:
    (tmp_path / "vault.attempts.json").mkdir()
    attempts = read_attempts(tmp_path / "vault.json")
    assert attempts.add(NOON).wrong == 1
    attempts.clear()
