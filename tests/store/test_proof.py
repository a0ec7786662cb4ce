"""A proof kept elsewhere shows a cut end in any chain, and only a genuine one counts."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import BundleTorn
from intake.security.chain import Head
from intake.security.identity import new_identity
from intake.store import Store, open_store
from intake.store.proof import make_proof, read_proof
from tests.builders import a_group
from tests.registry.casework import a_laptop, send

IDENTITY = new_identity("registry")
HEADS = {"b": Head(7, "ab" * 32), "a": Head(1, "cd" * 32)}


def test_a_proof_says_how_far_each_chain_goes() -> None:
    points = read_proof(make_proof(IDENTITY, HEADS))
    assert [(p.chain, p.seq, p.head) for p in points] == [
        ("a", 1, "cd" * 32),
        ("b", 7, "ab" * 32),
    ]
    assert all(p.is_by(IDENTITY.sign_public) for p in points)


def test_a_proof_of_somebody_else_is_not_ours() -> None:
    points = read_proof(make_proof(new_identity("other"), HEADS))
    assert all(p.is_genuine() for p in points)
    assert not any(p.is_by(IDENTITY.sign_public) for p in points)


@pytest.mark.parametrize(("key", "value"), [("seq", 8), ("head", "00" * 32), ("chain", "c")])
def test_a_proof_that_was_changed_is_not_genuine(key: str, value: object) -> None:
    told = json.loads(make_proof(IDENTITY, HEADS))
    told["points"][1][key] = value
    [changed] = read_proof(json.dumps({**told, "points": told["points"][1:]}).encode())
    assert not changed.is_by(IDENTITY.sign_public)


@pytest.mark.parametrize(
    "data", [b"{}", b"[]", b"\xff", b"null", b'{"v": "intake-proof-2"}', b'{"v": "intake-proof-1"}']
)
def test_what_is_no_proof_is_refused(data: bytes) -> None:
    with pytest.raises(BundleTorn):
        read_proof(data)


@pytest.mark.parametrize("deep", [b"[", b'{"points": '])
def test_a_file_nested_without_end_is_no_proof(deep: bytes) -> None:
    with pytest.raises(BundleTorn):
        read_proof(deep * 100_000)


@pytest.mark.parametrize("key", ["signer", "signature"])
@pytest.mark.parametrize("wrong", ["!", " ", "\n", "=", "Я"])
def test_a_proof_with_a_sign_too_many_is_refused_and_not_read_as_if_it_were_not_there(
    key: str, wrong: str
) -> None:
    told = json.loads(make_proof(IDENTITY, HEADS))
    where = told if key == "signer" else told["points"][0]
    where[key] = wrong + where[key]
    with pytest.raises(BundleTorn):
        read_proof(json.dumps(told).encode())


@given(st.binary(max_size=60), st.integers(0, 400))
def test_a_torn_proof_is_refused_or_not_genuine(junk: bytes, at: int) -> None:
    whole = make_proof(IDENTITY, HEADS)
    try:
        points = read_proof(whole[:at] + junk + whole[at + len(junk) :])
    except BundleTorn:
        return
    for point in points:
        if point.is_by(IDENTITY.sign_public):
            assert HEADS[point.chain] == Head(point.seq, point.head)


def two_chains(folder: Path, registry: Store) -> tuple[str, str]:
    """A registry with a chain of its own and a laptop's; both ids."""
    with a_laptop(folder, "of-a-team") as laptop:
        send(laptop, registry, a_group("Олена Вигадана"))
        registry.record(*a_group("Інша Вигадана").events)
        return registry.own_chain, laptop.own_chain


def cut(store: Store, chain: str) -> None:
    """Take the last entry of a chain away, as somebody with the key could."""
    store._db.execute("DROP TRIGGER ledger_no_delete")
    store._db.execute(
        "DELETE FROM ledger WHERE device = ? AND seq = ?", [chain, store.head(chain).seq]
    )


@pytest.mark.parametrize("which", [0, 1])
def test_a_cut_end_of_any_chain_shows_against_the_proof(
    tmp_path: Path, store: Store, which: int
) -> None:
    chain = two_chains(tmp_path, store)[which]
    proof = store.proof()
    assert store.verify(proof=proof) == []
    last = store.head(chain).seq
    cut(store, chain)
    assert [(p.code, p.chain, p.seq) for p in store.verify(proof=proof)] == [
        ("tail-cut", chain, last)
    ]


def test_an_older_proof_still_fits_a_chain_that_went_on(tmp_path: Path, store: Store) -> None:
    two_chains(tmp_path, store)
    proof = store.proof()
    store.record(*a_group("Третя Вигадана").events)
    assert store.verify(proof=proof) == []


def test_a_proof_of_another_registry_is_told_as_a_wrong_signature(
    tmp_path: Path, store: Store
) -> None:
    store.record(*a_group("Олена").events)
    other = open_store(tmp_path / "other", bytes(range(32)))
    other.record(*a_group("Інша").events)
    codes = {p.code for p in store.verify(proof=other.proof())}
    other.close()
    assert "signature-invalid" in codes


def test_a_proof_names_nobody(store: Store) -> None:
    store.record(*a_group("Олена Вигадана").events)
    text = store.proof().decode()
    assert "Олена" not in text
    assert set(json.loads(text)) == {"v", "signer", "points"}
