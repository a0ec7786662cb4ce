"""A device signs as itself; its fingerprint can be compared aloud."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import SignatureInvalid
from intake.security.chain import checkpoint_message, receipt_message
from intake.security.identity import new_identity, six_words, verify_signature
from intake.security.seal import open_sealed, seal_to
from intake.security.words import WORDS

LAPTOP = new_identity("0f" * 16)
OTHER = new_identity("1e" * 16)


@given(st.binary(max_size=100))
def test_signature_fits_its_message_and_signer(message: bytes) -> None:
    signature = LAPTOP.sign(message)
    verify_signature(LAPTOP.sign_public, signature, message)
    for public, said in ((OTHER.sign_public, message), (LAPTOP.sign_public, message + b"!")):
        with pytest.raises(SignatureInvalid):
            verify_signature(public, signature, said)


@given(st.binary(max_size=70), st.binary(max_size=40))
def test_any_bytes_are_no_signature(signature: bytes, public: bytes) -> None:
    for key in (public, LAPTOP.sign_public):
        with pytest.raises(SignatureInvalid):
            verify_signature(key, signature, b"message")


def test_every_flip_of_a_signature_is_found() -> None:
    signature = LAPTOP.sign(b"message")
    for at in range(len(signature)):
        flipped = bytes([*signature[:at], signature[at] ^ 1, *signature[at + 1 :]])
        with pytest.raises(SignatureInvalid):
            verify_signature(LAPTOP.sign_public, flipped, b"message")


def test_receipt_does_not_pass_for_a_checkpoint() -> None:
    facts = (LAPTOP.device, 7, "ab" * 32)
    with pytest.raises(SignatureInvalid):
        verify_signature(
            OTHER.sign_public, OTHER.sign(receipt_message(*facts)), checkpoint_message(*facts)
        )


@pytest.mark.parametrize(
    "point",
    [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    ],
)
def test_key_that_fits_every_message_signs_nothing(point: str) -> None:
    neutral = b"\x01" + bytes(31)
    with pytest.raises(SignatureInvalid) as found:
        verify_signature(bytes.fromhex(point), neutral + bytes(32), b"message")
    assert found.value.facts == {"why": "weak-key"}


def test_what_is_sealed_to_a_device_it_opens() -> None:
    assert open_sealed(LAPTOP.seal_private, seal_to(LAPTOP.seal_public, b"x", b"i"), b"i") == b"x"


def test_identities_share_no_key() -> None:
    keys = {LAPTOP.sign_public, LAPTOP.seal_public, OTHER.sign_public, OTHER.seal_public}
    assert len(keys) == 4
    assert {len(key) for key in keys} == {32}


def test_identity_is_shown_without_its_private_keys() -> None:
    shown = repr(LAPTOP)
    assert LAPTOP.device in shown
    for secret in (LAPTOP.sign_private, LAPTOP.seal_private):
        assert repr(secret) not in shown
        assert secret.hex() not in shown


def test_fingerprint_is_six_words_of_both_keys() -> None:
    own = six_words(LAPTOP.sign_public, LAPTOP.seal_public)
    assert len(own) == 6
    assert set(own) <= set(WORDS)
    assert own == six_words(LAPTOP.sign_public, LAPTOP.seal_public)
    assert own != six_words(OTHER.sign_public, LAPTOP.seal_public)
    assert own != six_words(LAPTOP.sign_public, OTHER.seal_public)


def test_fingerprint_never_changes_between_releases() -> None:
    one, two = (hashlib.sha256(text).digest() for text in (b"sign", b"seal"))
    assert " ".join(six_words(one, two)) == "radio wool walnut mirror pepper gold"


def test_word_is_one_byte_and_heard_as_no_other() -> None:
    assert len(WORDS) == 256
    assert list(WORDS) == sorted(WORDS)
    assert len({word[:4] for word in WORDS}) == 256
    assert all(word.isascii() and word.islower() and 3 <= len(word) <= 8 for word in WORDS)


def one_letter_away(word: str) -> set[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    cuts = {word[:at] + word[at + 1 :] for at in range(len(word))}
    return cuts | {
        word[:at] + letter + word[at + 1 :]
        for at in range(len(word))
        for letter in letters
        if letter != word[at]
    }


@pytest.mark.parametrize("word", WORDS)
def test_no_word_is_one_letter_from_another(word: str) -> None:
    assert not one_letter_away(word) & set(WORDS)
