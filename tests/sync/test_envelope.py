"""The outside names nobody, and no chunk can be moved, dropped or cut off."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import (
    BundleNotForUs,
    BundleRefused,
    BundleTooNew,
    BundleTorn,
    SyncFailed,
)
from intake.security.identity import new_identity
from intake.security.seal import key_id
from intake.sync.envelope import CHUNK, inspect_bundle, pack, unpack

REGISTRY = new_identity("ab" * 16)
OTHER = new_identity("cd" * 16)
BUNDLE = bytes(range(16))
CAP = 1024 * 1024
BEFORE_CHUNKS = 122
SEALED_CHUNK = CHUNK + 16


def packed(plain: bytes) -> bytes:
    return pack(plain, bundle=BUNDLE, recipient=REGISTRY.seal_public)


def opened(data: bytes) -> bytes:
    return unpack(data, REGISTRY.seal_private, CAP)[1]


@given(st.binary(max_size=300))
def test_packed_bytes_come_out_again(plain: bytes) -> None:
    assert unpack(packed(plain), REGISTRY.seal_private, CAP) == (BUNDLE, plain)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 7])
def test_every_length_around_a_chunk_comes_out_again(size: int) -> None:
    plain = bytes(size)
    assert opened(packed(plain)) == plain
    assert inspect_bundle(packed(plain))["chunks"] == max(1, -(-size // CHUNK))


def test_outside_tells_versions_sizes_and_the_recipients_key_only() -> None:
    data = packed(b"x" * 10)
    assert inspect_bundle(data) == {
        "version": 1,
        "suite": 1,
        "recipient_key": key_id(REGISTRY.seal_public).hex(),
        "bundle": BUNDLE.hex(),
        "size": BEFORE_CHUNKS + 10 + 16,
        "chunks": 1,
    }


def test_same_bytes_are_sealed_differently_each_time() -> None:
    assert packed(b"x")[32:] != packed(b"x")[32:]


def test_every_flip_of_every_byte_is_refused() -> None:
    data = packed(b"a few words")
    for at in range(len(data)):
        for mask in (0x01, 0x80, 0xFF):
            flipped = bytes([*data[:at], data[at] ^ mask, *data[at + 1 :]])
            with pytest.raises((BundleTorn, BundleTooNew, BundleNotForUs)):
                opened(flipped)


def test_every_cut_is_refused() -> None:
    data = packed(b"a few words")
    for length in range(len(data)):
        with pytest.raises(BundleTorn):
            opened(data[:length])


def chunks_of(data: bytes) -> tuple[bytes, list[bytes]]:
    rest = data[BEFORE_CHUNKS:]
    sealed = [rest[at : at + SEALED_CHUNK] for at in range(0, len(rest), SEALED_CHUNK)]
    return data[:BEFORE_CHUNKS], sealed


def test_chunks_cannot_be_dropped_swapped_repeated_or_added() -> None:
    outside, (one, two, last) = chunks_of(packed(b"1" * CHUNK + b"2" * CHUNK + b"3" * CHUNK))
    for wrong in (
        [],
        [one],
        [one, two],
        [two, last],
        [one, last],
        [two, one, last],
        [one, last, two],
        [one, one, two, last],
        [one, two, last, last],
        [one, two, last, b"x"],
    ):
        with pytest.raises(BundleTorn):
            opened(outside + b"".join(wrong))


def test_chunks_of_another_bundle_do_not_fit() -> None:
    outside, _ = chunks_of(packed(b"one"))
    _, foreign = chunks_of(packed(b"two"))
    with pytest.raises(BundleTorn):
        opened(outside + foreign[0])


def test_bundle_to_somebody_else_is_not_for_us() -> None:
    with pytest.raises(BundleNotForUs) as found:
        unpack(packed(b"x"), OTHER.seal_private, CAP)
    assert found.value.facts == {"key": key_id(REGISTRY.seal_public).hex()}


def test_bundle_over_the_cap_is_not_even_opened() -> None:
    with pytest.raises(BundleRefused) as found:
        unpack(packed(bytes(2 * CAP)) + bytes(CAP), REGISTRY.seal_private, CAP)
    assert found.value.facts == {"why": "size"}


@pytest.mark.parametrize(
    ("at", "facts"), [(6, {"version": 2, "suite": 1}), (7, {"version": 1, "suite": 2})]
)
def test_newer_version_or_suite_says_so_however_short(at: int, facts: dict[str, int]) -> None:
    data = packed(b"x")
    newer = bytes([*data[:at], 2, *data[at + 1 :]])
    for sent in (newer, newer[:8]):
        for read in (opened, inspect_bundle):
            with pytest.raises(BundleTooNew) as found:
                read(sent)
            assert found.value.facts == facts


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(data: bytes) -> None:
    for sent in (data, b"INTAKE\x01\x01" + data):
        with pytest.raises(SyncFailed):
            opened(sent)


@settings(max_examples=30)
@given(st.data())
def test_sampled_flips_of_a_large_bundle_are_refused(data: st.DataObject) -> None:
    whole = packed(bytes(3 * CHUNK))
    at = data.draw(st.integers(0, len(whole) - 1))
    mask = data.draw(st.integers(1, 255))
    with pytest.raises(SyncFailed):
        opened(whole[:at] + bytes([whole[at] ^ mask]) + whole[at + 1 :])


@given(st.binary(max_size=200))
def test_inspection_never_fails_otherwise(data: bytes) -> None:
    try:
        told = inspect_bundle(b"INTAKE\x01\x01" + data)
    except BundleTorn:
        return
    assert told["size"] == len(data) + 8
