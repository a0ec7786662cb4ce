"""The engine: the settings that lose nothing are in force and read back."""

import sys
from pathlib import Path

import pytest
import sqlite_utils
from sqlcipher3 import dbapi2

from intake.store import Store, engine
from intake.store.migrations import migrations
from tests.store.conftest import KEY


def test_sqlite_utils_speaks_through_the_encrypted_driver() -> None:
    assert sys.modules["pysqlite3"] is dbapi2
    assert sqlite_utils.utils.OperationalError is dbapi2.OperationalError


def test_every_setting_in_force_is_safe(store: Store) -> None:
    assert store.facts().unsafe() == []
    assert store.facts().journal_mode == "wal"
    assert store.facts().synchronous == 2


@pytest.mark.parametrize(
    ("pragma", "name"),
    [
        ("synchronous = NORMAL", "synchronous"),
        ("foreign_keys = OFF", "foreign-keys"),
        ("secure_delete = OFF", "secure-delete"),
        ("temp_store = FILE", "temp-store"),
        ("journal_mode = DELETE", "journal-mode"),
    ],
)
def test_an_unsafe_setting_is_named(tmp_path: Path, pragma: str, name: str) -> None:
    db = engine.connect(tmp_path / "x.db", KEY)
    db.execute("PRAGMA " + pragma)
    assert engine.facts(db).unsafe() == [name]
    db.close()


def test_an_old_engine_is_named(store: Store) -> None:
    import dataclasses

    old = dataclasses.replace(store.facts(), sqlite="3.51.2", cipher="")
    assert old.unsafe() == ["sqlite", "cipher"]


def test_every_table_is_strict(store: Store) -> None:
    rows = store._db.query("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    loose = {r["name"] for r in rows if not r["strict"]}
    assert loose <= {"sqlite_schema", "_sqlite_migrations"}


def test_migrations_are_applied_once(store: Store) -> None:
    assert migrations.pending(store._db) == []
    assert [m.name for m in migrations.applied(store._db)] == [
        "m0001_ledger",
        "m0002_projections",
        "m0003_working_papers",
        "m0004_indexes",
        "m0005_filing",
        "m0006_likenesses",
        "m0007_consent_lines",
        "m0008_groups",
        "m0009_assent",
        "m0010_links",
        "m0011_plans",
        "m0012_identities",
        "m0013_vouches",
        "m0014_traces",
        "m0015_records",
        "m0016_talks",
        "m0017_findings_first",
        "m0018_both_sides",
        "m0019_reopening",
        "m0020_corrections_told",
        "m0021_vouches_tell",
        "m0022_handing_over",
        "m0023_settings",
        "m0024_best_interests",
        "m0025_moves",
        "m0026_last_wishes",
        "m0027_last_days",
        "m0028_heard",
        "m0029_no_part_in_it",
    ]
