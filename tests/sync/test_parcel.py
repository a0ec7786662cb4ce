"""What travels inside a bundle is what its statement says, cut to size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import BundleRefused, BundleTorn
from intake.security.chain import START, Entry, Head, link
from intake.store import Store
from intake.sync.desk import take_any
from intake.sync.parcel import Address, Receipt, Span, cut, whole, write_parcel
from intake.sync.receive import Arrival
from intake.sync.send import has_work, make_push, note_sent, start
from intake.sync.statement import BundlePurpose
from tests.builders import NOON
from tests.sync.parties import Line, register, synced

CHAIN = "a" * 32


def chained(sizes: list[int]) -> list[Entry]:
    """Entries with bodies of these sizes."""
    entries: list[Entry] = []
    for size in sizes:
        before = entries[-1] if entries else START
        entries.append(
            link(before, device=CHAIN, hlc="1", kind="k", case="", actor="", body=bytes(size))
        )
    return entries


@given(st.lists(st.integers(0, 50), max_size=30), st.integers(1, 20), st.integers(1, 200))
def test_a_bundle_holds_at_least_one_entry_and_never_more_than_fits(
    sizes: list[int], most: int, size: int
) -> None:
    entries = chained(sizes)
    number = cut(entries, most, size)
    assert min(1, len(entries)) <= number <= min(most, len(entries))
    assert number <= 1 or sum(sizes[:number]) <= size
    if number < min(most, len(entries)):
        assert sum(sizes[: number + 1]) > size


def test_a_span_tells_first_last_and_head() -> None:
    entries = chained([1, 2, 3])
    assert Span.of(CHAIN, entries[1:]) == Span(CHAIN, 2, 3, 2, entries[2].hash)
    assert Span.of(CHAIN, (), Head(7, "b" * 64)) == Span(CHAIN, 7, 7, 0, "b" * 64)


@pytest.mark.parametrize("value", [None, "1", 1.0, True, [1]])
def test_a_count_is_a_whole_number(value: object) -> None:
    with pytest.raises(BundleTorn):
        whole(value)  # type: ignore[arg-type]


def test_a_receipt_holds_for_its_chain_number_and_head_alone(registry: Store) -> None:
    receipt = Receipt.sign(registry.identity, CHAIN, Head(3, "c" * 64))
    receipt.check(registry.identity.sign_public)
    with pytest.raises(BundleRefused):
        Receipt(CHAIN, 4, "c" * 64, receipt.signature).check(registry.identity.sign_public)


@pytest.mark.parametrize("purpose", [BundlePurpose.REPLY, BundlePurpose.RECEIPT])
def test_a_laptop_cannot_write_receipts_to_its_registry(
    laptop: Store, registry: Store, purpose: BundlePurpose
) -> None:
    seal = registry.identity.seal_public
    address = Address(laptop.identity, registry.own_chain, seal, NOON)
    data = write_parcel(address, purpose, Span.of(laptop.own_chain, ()))
    with pytest.raises(BundleRefused):
        take_any(registry, data, Arrival(NOON))


def test_the_start_moves_by_receipts_alone(laptop: Store, line: Line) -> None:
    register(laptop, "Олена Тест")
    push = make_push(laptop, start(laptop), at=NOON)
    assert push is not None
    note_sent(laptop, push, channel="stick", at=NOON)
    note_sent(laptop, push, channel="stick", at=NOON)
    assert laptop.devices.last_sent() == push.last
    assert start(laptop) == 0
    done = synced(laptop, line)
    assert start(laptop) == done.acknowledged > 0
    assert not has_work(laptop, start(laptop))
    assert make_push(laptop, start(laptop), at=NOON) is None
