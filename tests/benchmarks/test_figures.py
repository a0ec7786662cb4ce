"""The benchmarks run on a few people and judge their own figures."""

from pathlib import Path

import pytest
from flask import Flask

from benchmarks import laptop, registry
from benchmarks.crowd import Settled, copy_of, crowd, percentile, row, settle
from benchmarks.visits import Visits
from intake.domain.codes import CaseStatus
from intake.security.passphrase import open_vault
from intake.store import open_store

PEOPLE = 12


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Settled:
    return settle(tmp_path_factory.mktemp("made"), PEOPLE)


@pytest.fixture
def copy(made: Settled, tmp_path: Path) -> Settled:
    return copy_of(made, str(tmp_path))


def test_a_crowd_has_as_many_people_as_asked_and_one_draft() -> None:
    chosen = crowd(40)
    assert 40 <= sum(len(h.people) for h in chosen) < 46
    assert [h.draft for h in chosen].count(True) == 1
    assert [h.days_ago for h in chosen] == sorted((h.days_ago for h in chosen), reverse=True)


def test_a_settled_laptop_has_received_waiting_and_begun_work(copy: Settled) -> None:
    store = open_store(copy.laptop, open_vault(copy.laptop / "vault.json", laptop.PASSPHRASE))
    counts = store.cases.counts()
    store.close()
    assert counts[CaseStatus.DRAFT] == 1
    assert counts[CaseStatus.RECEIVED] == len(copy.screened) >= 1
    assert sum(counts.values()) == len(copy.recorded)


def test_stores_that_were_kept_are_taken_again(made: Settled) -> None:
    again = settle(made.laptop.parent, PEOPLE)
    assert (again.recorded, again.screened) == (made.recorded, made.screened)


def test_every_page_of_the_laptop_is_measured(copy: Settled) -> None:
    visits = laptop.measure(copy, 2)
    assert {"home", "sync", "read back", laptop.SAVE} <= set(visits.spent)
    assert all(times and min(times) > 0 for times in visits.spent.values())
    assert len(laptop.judged(visits, [1.0])) == 5


@pytest.mark.loopback
def test_the_start_is_measured_on_the_real_program(copy: Settled) -> None:
    (seconds,) = laptop.start_times(copy.laptop, 1)
    assert seconds > 0


def test_every_page_of_the_registry_is_measured(copy: Settled) -> None:
    visits = registry.measure(copy, 1)
    assert {"work today", "queue of pairs", "a person's record"} <= set(visits.spent)
    assert len(visits.table()) == len(visits.spent)


def test_a_missed_goal_is_told() -> None:
    slow = Visits(Flask(__name__), "http://127.0.0.1")
    slow.spent = {laptop.SAVE: [10.0], "find by name": [99.0]} | {
        name: [900.0] for name in laptop.LISTS
    }
    slow.cpu = slow.spent
    verdicts = laptop.judged(slow, [9.0])
    assert [line.split()[0] for line in verdicts] == ["met", "met", "MISSED", "MISSED", "MISSED"]
    assert registry.judged(slow, [5.0])[0].startswith("MISSED slowest page p95 (home): 900.0")


def test_percentiles_are_values_that_were_measured() -> None:
    values = [float(n) for n in range(100, 0, -1)]
    assert percentile(values, 0.5) == 51.0
    assert percentile(values, 0.99) == 100.0
    assert percentile([7.0], 0.95) == 7.0
    assert row("home", values).split() == ["home", "51.0", "96.0", "100.0"]
