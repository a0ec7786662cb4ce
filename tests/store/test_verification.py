"""Verify finds every mutant, and cut tails when a head was kept elsewhere."""

import dataclasses

import pytest

from intake.security.chain import CHECKPOINT, RECEIPT, checkpoint_message, receipt_message
from intake.security.identity import new_identity
from intake.store import Store
from intake.store.verification import Checkpoint
from tests.builders import a_group, an_id

COLUMNS = {
    "hlc": "'9999999999999-000000'",
    "kind": "'case-closed'",
    "case_id": "'somebody-elses'",
    "actor": "'another'",
    "prev": "hex(randomblob(32))",
    "hash": "hex(randomblob(32))",
    "body": "randomblob(80)",
    "seq": "seq + 1000",
}


def mutate(store: Store, sql: str) -> None:
    """What somebody with the key and a database tool could do."""
    for trigger in ("ledger_no_update", "ledger_no_delete"):
        store._db.execute("DROP TRIGGER IF EXISTS " + trigger)
    store._db.execute(sql)


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("seq", [1, 3, 5])
def test_every_altered_column_of_any_entry_is_found(store: Store, column: str, seq: int) -> None:
    store.record(*a_group("Олена Тест").events)
    assert store.verify() == []
    mutate(store, f"UPDATE ledger SET {column} = {COLUMNS[column]} WHERE seq = {seq}")  # noqa: S608
    (problem,) = store.verify()
    assert problem.chain == store.own_chain
    assert problem.seq in (seq, seq + 1)


def test_a_removed_entry_is_found(store: Store) -> None:
    store.record(*a_group("Олена Тест").events)
    mutate(store, "DELETE FROM ledger WHERE seq = 2")
    assert [p.seq for p in store.verify()] == [2]


def test_a_cut_tail_shows_only_against_a_head_kept_elsewhere(store: Store) -> None:
    entries = store.record(*a_group("Олена Тест").events)
    head = entries[-1].hash
    assert store.verify(head) == []
    mutate(store, f"DELETE FROM ledger WHERE seq >= {entries[-1].seq}")  # noqa: S608
    assert store.verify() == []
    assert [p.code for p in store.verify(head)] == ["tail-cut"]


def checkpoint(store: Store, label: str) -> Checkpoint:
    signer = new_identity(an_id())
    head = store.head(store.own_chain)
    message = receipt_message if label == RECEIPT else checkpoint_message
    signature = signer.sign(message(store.own_chain, head.seq, head.hash))
    return Checkpoint(store.own_chain, head.seq, head.hash, label, signature, signer.sign_public)


@pytest.mark.parametrize("label", [CHECKPOINT, RECEIPT])
def test_a_signed_head_also_finds_a_cut_tail(store: Store, label: str) -> None:
    store.record(*a_group("Олена Тест").events)
    point = checkpoint(store, label)
    store.checkpoints.keep(point)
    store.checkpoints.keep(point)
    assert store.verify() == []
    mutate(store, f"DELETE FROM ledger WHERE seq >= {point.seq}")  # noqa: S608
    assert [p.code for p in store.verify()] == ["tail-cut"]


def test_a_signature_that_does_not_fit_is_named(store: Store) -> None:
    store.record(*a_group("Олена Тест").events)
    point = checkpoint(store, RECEIPT)
    store.checkpoints.keep(dataclasses.replace(point, label=CHECKPOINT))
    assert [p.code for p in store.verify()] == ["signature-invalid"]
