"""The chain finds every flip, gap, swap and re-aimed entry, and names where."""

import dataclasses
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import BundleTorn, ChainBroken
from intake.security.canonical import canonical, read_json
from intake.security.chain import (
    MAX_SEQ,
    START,
    Entry,
    Head,
    check,
    checkpoint_message,
    entry_from_json,
    entry_to_json,
    hash_of,
    link,
    receipt_message,
)

DEVICE = "0f" * 16
OTHER = "1e" * 16


def entry_after(
    before: Entry | Head | None, body: bytes = b"sealed", device: str = DEVICE
) -> Entry:
    return link(
        before,
        device=device,
        hlc="2026-03-01T08:00:00.000Z-0000",
        kind="statements-added",
        case="c" * 32,
        actor="a" * 32,
        body=body,
    )


def chain_of(bodies: list[bytes], device: str = DEVICE) -> list[Entry]:
    entries: list[Entry] = []
    for body in bodies:
        entries.append(entry_after(entries[-1] if entries else None, body, device))
    return entries


bodies = st.lists(st.binary(max_size=40), min_size=2, max_size=8)


def test_first_entry_starts_at_one_after_zeros() -> None:
    first = entry_after(None)
    assert (first.seq, first.prev) == (1, "0" * 64)
    assert first == entry_after(START)


def test_entry_can_be_linked_to_a_head_alone() -> None:
    first = entry_after(None)
    assert entry_after(first) == entry_after(Head(1, first.hash))


def test_hash_is_the_documented_one() -> None:
    entry = entry_after(None)
    said = entry_to_json(entry)
    del said["hash"]
    assert hashlib.sha256(canonical(said)).hexdigest() == entry.hash == hash_of(entry)


@given(bodies)
def test_whole_chain_checks_and_gives_its_head(texts: list[bytes]) -> None:
    entries = chain_of(texts)
    assert check(entries) == Head(len(texts), entries[-1].hash)
    assert check(iter(entries[1:]), entries[0]) == entries[-1].head
    assert check(entries[1:], entries[0].head) == entries[-1].head


def test_nothing_new_keeps_the_head() -> None:
    assert check([]) == START
    assert check([], Head(4, "ab" * 32)) == Head(4, "ab" * 32)


@given(bodies, st.data())
def test_any_changed_field_is_found_at_its_entry(texts: list[bytes], data: st.DataObject) -> None:
    entries = chain_of(texts)
    at = data.draw(st.integers(0, len(entries) - 1))
    name = data.draw(st.sampled_from([f.name for f in dataclasses.fields(Entry)]))
    old = getattr(entries[at], name)
    if isinstance(old, bytes):
        new: object = old + b"\x00"
    else:
        new = old + 1 if isinstance(old, int) else old[:-1] + ("0" if old[-1] != "0" else "1")
    entries[at] = dataclasses.replace(entries[at], **{name: new})
    with pytest.raises(ChainBroken) as found:
        check(entries)
    # The device of the first entry is not known beforehand, yet its hash covers it.
    assert found.value.facts["seq"] == at + 1


@given(bodies, st.data())
def test_left_out_entry_is_found(texts: list[bytes], data: st.DataObject) -> None:
    entries = chain_of(texts)
    at = data.draw(st.integers(0, len(entries) - 2))
    del entries[at]
    with pytest.raises(ChainBroken) as found:
        check(entries)
    assert found.value.facts == {"device": DEVICE, "seq": at + 1}


@given(bodies, st.data())
def test_swapped_and_doubled_entries_are_found(texts: list[bytes], data: st.DataObject) -> None:
    entries = chain_of(texts)
    at = data.draw(st.integers(0, len(entries) - 2))
    swapped = [*entries[:at], entries[at + 1], entries[at], *entries[at + 2 :]]
    doubled = [*entries[: at + 1], *entries[at:]]
    for wrong in (swapped, doubled):
        with pytest.raises(ChainBroken):
            check(wrong)


@given(bodies, st.data())
def test_rewritten_history_does_not_meet_a_kept_head(
    texts: list[bytes], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(texts) - 2))
    other = [*texts[:at], texts[at] + b"!", *texts[at + 1 :]]
    kept = chain_of(texts)[at].head
    with pytest.raises(ChainBroken):
        check(chain_of(other)[at + 1 :], kept)


def test_cut_tail_is_seen_only_against_a_kept_head() -> None:
    entries = chain_of([b"1", b"2", b"3"])
    assert check(entries[:2]) != entries[-1].head


def test_entries_of_two_devices_do_not_mix() -> None:
    first = entry_after(None)
    foreign = entry_after(first, device=OTHER)
    for after, entries in ((None, [first, foreign]), (first, [foreign])):
        with pytest.raises(ChainBroken) as found:
            check(entries, after)
        assert found.value.facts == {"device": DEVICE, "seq": 2}


def test_receipt_and_checkpoint_never_share_bytes() -> None:
    facts = (DEVICE, 3, "ab" * 32)
    assert checkpoint_message(*facts) != receipt_message(*facts)
    assert b"intake-checkpoint-1" in checkpoint_message(*facts)
    assert b"intake-receipt-1" in receipt_message(*facts)


@given(st.integers(1, MAX_SEQ), st.integers(1, MAX_SEQ))
def test_messages_differ_when_their_facts_differ(one: int, two: int) -> None:
    same = receipt_message(DEVICE, one, "00") == receipt_message(DEVICE, two, "00")
    assert same == (one == two)


@given(bodies)
def test_entries_survive_json(texts: list[bytes]) -> None:
    for entry in chain_of(texts, device=f"{OTHER}.{DEVICE}"):
        assert entry_from_json(read_json(canonical(entry_to_json(entry)))) == entry


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("v", 2),
        ("v", True),
        ("v", "1"),
        ("seq", 0),
        ("seq", -1),
        ("seq", True),
        ("seq", 1.0),
        ("seq", MAX_SEQ + 1),
        ("seq", 10**30),
        ("device", "laptop"),
        ("device", DEVICE.upper()),
        ("device", DEVICE + "\n"),
        ("device", None),
        ("hlc", ""),
        ("hlc", "x" * 81),
        ("kind", "Statements Added"),
        ("kind", ["statements-added"]),
        ("case", "a b"),
        ("case", "\ud800"),
        ("actor", "Олена"),
        ("prev", "0" * 63),
        ("hash", "g" * 64),
        ("hash", "0" * 65),
        ("body", "AAA"),
        ("body", "AB=="),
        ("body", "A A="),
        ("body", "ÄÄÄÄ"),
        ("body", None),
        ("body", 7),
    ],
)
def test_entry_of_the_wrong_shape_is_torn(field: str, value: object) -> None:
    said = {**entry_to_json(entry_after(None)), field: value}
    with pytest.raises(BundleTorn):
        entry_from_json(said)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [None, [], "entry", 1, {}, {"v": 1}])
def test_what_is_no_entry_is_torn(value: object) -> None:
    with pytest.raises(BundleTorn):
        entry_from_json(value)  # type: ignore[arg-type]


def test_entry_with_one_key_more_or_less_is_torn() -> None:
    said = entry_to_json(entry_after(None))
    less = {name: value for name, value in said.items() if name != "actor"}
    for wrong in ({**said, "note": "x"}, less):
        with pytest.raises(BundleTorn):
            entry_from_json(wrong)
