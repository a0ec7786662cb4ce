"""The demo is set up with real parts: vaults, enrolment by two people, synced records."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from intake.demo import stage
from intake.domain.codes import CaseStatus, DeviceStatus, Role
from intake.errors import WrongPassphrase
from intake.security.passphrase import CHEAP, open_vault
from intake.store import Store, open_store
from tests.builders import NOON

PLAN = stage.Plan(
    count=16,
    now=NOON,
    registry_url="http://127.0.0.1:8001",
    profile=CHEAP,
    say=lambda _text: None,
    sign_in=CHEAP,
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One demo, set up once for all tests of this file."""
    folder = tmp_path_factory.mktemp("demo")
    stage.set_up(folder, PLAN)
    return folder


@pytest.fixture
def registry(root: Path) -> Iterator[Store]:
    store = stage.open_registry(root)
    yield store
    store.close()


@pytest.fixture
def laptop(root: Path) -> Iterator[Store]:
    folder = stage.folders(root)[0]
    store = open_store(folder, open_vault(folder / "vault.json", stage.LAPTOP_PASSPHRASE))
    yield store
    store.close()


def test_some_records_wait_on_the_laptop_and_some_were_received(laptop: Store) -> None:
    counts = laptop.cases.counts()
    assert counts[CaseStatus.READY] >= 3
    assert counts[CaseStatus.RECEIVED] >= 1
    assert counts[CaseStatus.DRAFT] == 1


def test_the_registry_holds_both_laptops_records(registry: Store) -> None:
    devices = {case.device for case in registry.cases.latest(limit=100)}
    assert len(devices) == 2
    assert all(d.status is DeviceStatus.APPROVED for d in registry.devices.everyone())


def test_planted_duplicates_across_scripts_are_suggested(registry: Store) -> None:
    names = {
        frozenset(
            person.text("name")
            for side in (pair.left, pair.right)
            for person in [registry.cases.individual(side)]
            if person is not None
        )
        for pair in registry.pairs.waiting()
    }
    assert frozenset({"ለተብርሃን ሃይለ", "Letebrhan Haile"}) in names


def test_nothing_of_the_demo_breaks_a_chain(registry: Store, laptop: Store) -> None:
    assert registry.verify() == []
    assert laptop.verify() == []


def test_every_role_has_a_sign_in_and_administrators_see_no_records(registry: Store) -> None:
    users = registry.users.everyone()
    assert {role for user in users for role in user.roles} >= set(Role) - {Role.FIELD}
    for user in users:
        assert Role.ADMINISTRATOR not in user.roles or len(user.roles) == 1


def test_the_demo_is_locked_like_a_real_laptop(root: Path) -> None:
    with pytest.raises(WrongPassphrase):
        open_vault(stage.folders(root)[0] / "vault.json", "not the passphrase")


def test_a_finished_demo_is_known_and_an_interrupted_one_is_made_again(tmp_path: Path) -> None:
    assert not stage.is_set(tmp_path)
    small = replace(PLAN, count=2)
    left_over = stage.folders(tmp_path)[0]
    left_over.mkdir()
    (left_over / "vault.json").write_text("half", encoding="utf-8")
    stage.set_up(tmp_path, small)
    assert stage.is_set(tmp_path)


def test_the_laptop_learns_that_the_registry_moved_to_another_port(tmp_path: Path) -> None:
    stage.set_up(tmp_path, replace(PLAN, count=2))
    stage.readdress(tmp_path, replace(PLAN, registry_url="http://127.0.0.1:9009"))
    folder = stage.folders(tmp_path)[0]
    store = open_store(folder, open_vault(folder / "vault.json", stage.LAPTOP_PASSPHRASE))
    joined = store.devices.joined()
    assert joined is not None
    assert joined.url == "http://127.0.0.1:9009"
    store.close()


def test_households_are_shared_out_oldest_first() -> None:
    shares = stage.share_out(16)
    assert sum(map(len, shares.values())) == 16
    for households in shares.values():
        days = [h.days_ago for h in households]
        assert days == sorted(days, reverse=True)
