"""The key ring: a key that was forgotten never comes back, whoever brings it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import CaseClosed
from intake.store import Store
from intake.store.engine import IntegrityError
from intake.store.keyring import Keyring, key_name, reply_key
from tests.builders import NOON, a_group

OTHER = bytes(range(1, 33))


@pytest.mark.parametrize(
    ("chain", "case", "name"),
    [
        ("laptop", "c1", "c1"),
        ("registry.laptop", "c1", "reply:c1"),
        ("laptop", "", "device:laptop"),
        ("registry.laptop", "", "device:registry.laptop"),
    ],
)
def test_what_is_said_of_a_case_and_what_is_replied_have_keys_of_their_own(
    chain: str, case: str, name: str
) -> None:
    assert key_name(chain, case) == name
    assert reply_key("c1") == "reply:c1"


def test_a_key_is_made_once_and_differs_from_any_other(store: Store) -> None:
    ring = store.keyring
    assert (ring.get("c1"), ring.is_known("c1")) == (None, False)
    first = ring.get_or_make("c1")
    assert len(first) == 32
    assert ring.get_or_make("c1") == ring.get("c1") == first
    assert ring.get_or_make("c2") != first


def test_a_key_that_came_later_replaces_none_that_is_held(store: Store) -> None:
    ring = store.keyring
    held = ring.get_or_make("c1")
    assert ring.learn({"c1": OTHER, "c2": OTHER}) == ["c2"]
    assert (ring.get("c1"), ring.get("c2")) == (held, OTHER)
    assert ring.learn({"c2": bytes(32)}) == []


@pytest.mark.parametrize("known_before", [True, False])
def test_a_forgotten_key_is_neither_learnt_nor_made_again(store: Store, known_before: bool) -> None:
    ring = store.keyring
    if known_before:
        ring.get_or_make("c1")
    assert not ring.is_forgotten("c1")
    ring.forget("c1")
    ring.forget("c1")
    assert ring.learn({"c1": OTHER}) == []
    with pytest.raises(CaseClosed) as caught:
        ring.get_or_make("c1")
    assert caught.value.facts == {"case": "c1"}
    assert (ring.get("c1"), ring.is_known("c1"), ring.is_forgotten("c1")) == (None, True, True)


STEPS = st.lists(st.tuples(st.sampled_from(["make", "learn", "forget"]), st.sampled_from("ab")))


def test_whatever_happens_in_whatever_order_forgotten_stays_forgotten(store: Store) -> None:
    @given(STEPS)
    def check(steps: list[tuple[str, str]]) -> None:
        store._db.execute("BEGIN")
        gone: set[str] = set()
        for step, name in steps:
            take(store.keyring, step, name, gone)
            assert all(store.keyring.is_forgotten(one) for one in gone)
        store._db.execute("ROLLBACK")

    check()


def take(ring: Keyring, step: str, name: str, gone: set[str]) -> None:
    """One step; making a key for what is gone is refused."""
    if step == "forget":
        ring.forget(name)
        gone.add(name)
    elif step == "learn":
        ring.learn({name: OTHER})
    elif name in gone:
        with pytest.raises(CaseClosed):
            ring.get_or_make(name)
    else:
        assert ring.get_or_make(name)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE keyring SET forgotten = 1",
        "UPDATE keyring SET key = NULL",
        "INSERT INTO keyring (key_id, key) VALUES ('c9', NULL)",
    ],
)
def test_the_tables_hold_no_key_that_is_half_forgotten(store: Store, change: str) -> None:
    store.keyring.get_or_make("c1")
    with pytest.raises(IntegrityError, match="CHECK"):
        store._db.execute(change)


def test_the_ledger_counts_from_one_and_holds_each_number_and_hash_once(store: Store) -> None:
    store.record(*a_group("Олена Тест").events)
    copy = (
        "INSERT INTO ledger (device, seq, prev, hlc, kind, case_id, actor, body, hash)"
        " SELECT ?, ?, prev, hlc, kind, case_id, actor, body, ? FROM ledger LIMIT 1"
    )
    own = store.own_chain
    (held,) = store._db.execute("SELECT hash FROM ledger LIMIT 1").fetchone()
    for values in (("x", 0, "h1"), ("x", -1, "h2"), (own, 1, "h3"), ("x", 1, held)):
        with pytest.raises(IntegrityError):
            store._db.execute(copy, values)
    assert store.verify() == []


def test_what_is_quarantined_is_kept_as_it_came(store: Store) -> None:
    store.quarantine("laptop", "fork", b"\x00bundle", NOON)
    (row,) = store._db.query("SELECT chain, why, at, body FROM quarantine")
    assert row == {
        "chain": "laptop",
        "why": "fork",
        "at": NOON.isoformat(),
        "body": b"\x00bundle",
    }
