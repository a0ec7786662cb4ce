"""A body opens under its key and context alone, an envelope for its recipient alone."""

import hmac

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import BundleNotForUs, BundleRefused, BundleTooNew, BundleTorn, Tampered
from intake.security import seal

KEY = bytes(range(32))
PRIVATE = X25519PrivateKey.generate()
PUBLIC = PRIVATE.public_key().public_bytes_raw()
OWN = PRIVATE.private_bytes_raw()


@given(st.binary(max_size=200), st.binary(max_size=40))
def test_body_opens_under_its_key_and_context(plain: bytes, context: bytes) -> None:
    assert seal.decrypt(KEY, seal.encrypt(KEY, plain, context), context) == plain


@given(st.binary(max_size=40), st.binary(max_size=40), st.binary(max_size=40))
def test_body_is_bound_to_its_context(plain: bytes, one: bytes, two: bytes) -> None:
    cipher = seal.encrypt(KEY, plain, one)
    if one != two:
        with pytest.raises(Tampered):
            seal.decrypt(KEY, cipher, two)


def test_context_cannot_slide_into_the_body() -> None:
    cipher = seal.encrypt(KEY, b"bc", b"a")
    with pytest.raises(Tampered):
        seal.decrypt(KEY, cipher, b"ab")


def test_two_encryptions_of_one_text_differ() -> None:
    assert seal.encrypt(KEY, b"same", b"") != seal.encrypt(KEY, b"same", b"")


def test_keys_are_random_and_of_full_length() -> None:
    keys = {seal.new_key() for _ in range(50)}
    assert len(keys) == 50
    assert {len(key) for key in keys} == {seal.KEY_BYTES}


def test_forgotten_key_is_not_replaced_by_another() -> None:
    with pytest.raises(Tampered):
        seal.decrypt(seal.new_key(), seal.encrypt(KEY, b"x", b""), b"")


def test_every_flip_of_a_body_is_refused() -> None:
    cipher = seal.encrypt(KEY, b"a few words", b"case")
    for at in range(len(cipher)):
        for mask in (1, 0x80):
            flipped = bytes([*cipher[:at], cipher[at] ^ mask, *cipher[at + 1 :]])
            with pytest.raises((Tampered, BundleTooNew)):
                seal.decrypt(KEY, flipped, b"case")


def made_with(key: bytes, plain: bytes, *, committed_to: bytes) -> bytes:
    """A body that opens under one key and carries the commitment of another."""
    nonce = bytes(12)
    inner = hmac.digest(key, b"intake-body-1" + nonce, "sha512")[:32]
    commitment = hmac.digest(committed_to, b"intake-body-1" + nonce, "sha512")[32:]
    head = bytes([seal.VERSION]) + nonce + commitment
    return head + ChaCha20Poly1305(inner).encrypt(nonce, plain, head + b"case")


def test_body_that_promises_another_key_opens_for_nobody() -> None:
    other = bytes(32)
    assert seal.decrypt(KEY, made_with(KEY, b"words", committed_to=KEY), b"case") == b"words"
    for key in (KEY, other):
        with pytest.raises(Tampered):
            seal.decrypt(key, made_with(KEY, b"words", committed_to=other), b"case")


def test_every_cut_of_a_body_is_refused() -> None:
    cipher = seal.encrypt(KEY, b"a few words", b"case")
    for length in range(len(cipher)):
        with pytest.raises(Tampered):
            seal.decrypt(KEY, cipher[:length], b"case")


def test_ciphertext_fixes_its_key() -> None:
    # The commitment is what the chain hashes; another key never fits it, whatever the tag.
    cipher = seal.encrypt(KEY, b"x", b"")
    other = seal.encrypt(bytes(32), b"x", b"")
    with pytest.raises(Tampered):
        seal.decrypt(bytes(32), cipher[:45] + other[45:], b"")


@given(st.binary(max_size=200), st.binary(max_size=40))
def test_envelope_opens_for_its_recipient(plain: bytes, info: bytes) -> None:
    sealed = seal.seal_to(PUBLIC, plain, info)
    assert seal.open_sealed(OWN, sealed, info) == plain
    assert len(sealed) == len(plain) + seal.SEAL_OVERHEAD


def test_envelope_to_somebody_else_is_not_for_us() -> None:
    other = X25519PrivateKey.generate()
    sealed = seal.seal_to(PUBLIC, b"x", b"")
    with pytest.raises(BundleNotForUs) as found:
        seal.open_sealed(other.private_bytes_raw(), sealed, b"")
    assert found.value.facts == {"key": seal.key_id(PUBLIC).hex()}


def test_re_aimed_envelope_is_torn() -> None:
    other = X25519PrivateKey.generate()
    sealed = seal.seal_to(PUBLIC, b"x", b"")
    aimed = sealed[:2] + seal.key_id(other.public_key().public_bytes_raw()) + sealed[10:]
    with pytest.raises(BundleTorn):
        seal.open_sealed(other.private_bytes_raw(), aimed, b"")


def test_envelope_is_bound_to_its_info() -> None:
    sealed = seal.seal_to(PUBLIC, b"x", b"one")
    with pytest.raises(BundleTorn):
        seal.open_sealed(OWN, sealed, b"two")


def test_envelope_of_a_newer_version_or_suite_says_so() -> None:
    sealed = seal.seal_to(PUBLIC, b"x", b"")
    for newer in (b"\x02" + sealed[1:], sealed[:1] + b"\x02" + sealed[2:]):
        with pytest.raises(BundleTooNew):
            seal.open_sealed(OWN, newer, b"")


def test_every_flip_and_cut_of_an_envelope_is_refused() -> None:
    sealed = seal.seal_to(PUBLIC, b"x", b"")
    for at in range(len(sealed)):
        flipped = bytes([*sealed[:at], sealed[at] ^ 1, *sealed[at + 1 :]])
        with pytest.raises((BundleTorn, BundleNotForUs, BundleTooNew)):
            seal.open_sealed(OWN, flipped, b"")
        with pytest.raises(BundleTorn):
            seal.open_sealed(OWN, sealed[:at], b"")


@given(st.binary(max_size=120))
def test_any_bytes_are_no_envelope_of_ours(data: bytes) -> None:
    with pytest.raises((BundleTorn, BundleNotForUs, BundleTooNew)):
        seal.open_sealed(OWN, data, b"")


@pytest.mark.parametrize("public", [b"", bytes(31), bytes(32), bytes(33)])
def test_nothing_is_sealed_to_a_worthless_key(public: bytes) -> None:
    with pytest.raises(BundleRefused):
        seal.seal_to(public, b"x", b"")
