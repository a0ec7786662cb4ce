"""Keys of cases, and envelopes that one recipient alone can open.

A body is encrypted under its case's key; erasing a case means forgetting that
key. An envelope is HPKE (RFC 9180). Both start with a version byte, an envelope
with a suite id too, so that a later release can change either.
"""

import hashlib
import hmac
import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from intake.errors import BundleNotForUs, BundleRefused, BundleTooNew, BundleTorn, Tampered

VERSION: Final = 1
SUITE: Final = 1
KEY_BYTES: Final = 32
KEY_ID_BYTES: Final = 8
_NONCE = 12
_COMMITMENT = 32
_TAG = 16
_ENCAPSULATED = 32
_BODY_HEAD = 1 + _NONCE + _COMMITMENT
_SEAL_HEAD = 2 + KEY_ID_BYTES
# An envelope is this much longer than what is in it.
SEAL_OVERHEAD: Final = _SEAL_HEAD + _ENCAPSULATED + _TAG
_HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def new_key() -> bytes:
    """A fresh random key for one case."""
    return secrets.token_bytes(KEY_BYTES)


def encrypt(key: bytes, plain: bytes, context: bytes) -> bytes:
    """A body only this key opens, and only in this context."""
    nonce = secrets.token_bytes(_NONCE)
    inner, commitment = _subkeys(key, nonce)
    head = bytes([VERSION]) + nonce + commitment
    return head + ChaCha20Poly1305(inner).encrypt(nonce, plain, head + context)


def decrypt(key: bytes, cipher: bytes, context: bytes) -> bytes:
    """The body again; raises `Tampered` if the key, the context or a bit is wrong."""
    if cipher[:1] > bytes([VERSION]):
        raise BundleTooNew(version=cipher[0])
    if cipher[:1] != bytes([VERSION]) or len(cipher) < _BODY_HEAD + _TAG:
        raise Tampered(part="body")
    head, nonce = cipher[:_BODY_HEAD], cipher[1 : 1 + _NONCE]
    inner, commitment = _subkeys(key, nonce)
    if not hmac.compare_digest(commitment, head[1 + _NONCE :]):
        raise Tampered(part="body")
    try:
        return ChaCha20Poly1305(inner).decrypt(nonce, cipher[_BODY_HEAD:], head + context)
    except InvalidTag as error:
        raise Tampered(part="body") from error


def key_id(public: bytes) -> bytes:
    """A short name of a public key, to see at once whether an envelope is ours."""
    return hashlib.sha256(b"intake-key-id-1" + public).digest()[:KEY_ID_BYTES]


def seal_to(public: bytes, plain: bytes, info: bytes) -> bytes:
    """An envelope for the holder of the private key; `info` must be given to open it."""
    head = bytes([VERSION, SUITE]) + key_id(public)
    try:
        recipient = X25519PublicKey.from_public_bytes(public)
        return head + _HPKE.encrypt(plain, recipient, _info(head, info))
    except ValueError as error:  # a wrong length, or a point that hides nothing
        raise BundleRefused(why="recipient-key") from error


def open_sealed(private: bytes, sealed: bytes, info: bytes) -> bytes:
    """What is in the envelope; raises `BundleNotForUs`, `BundleTooNew`, `BundleTorn`."""
    if len(sealed) < SEAL_OVERHEAD or 0 in sealed[:2]:
        raise BundleTorn(part="seal")
    if sealed[0] > VERSION or sealed[1] > SUITE:
        raise BundleTooNew(version=sealed[0], suite=sealed[1])
    own = X25519PrivateKey.from_private_bytes(private)
    head = sealed[:_SEAL_HEAD]
    if head[2:] != key_id(own.public_key().public_bytes_raw()):
        raise BundleNotForUs(key=head[2:].hex())
    try:
        return _HPKE.decrypt(sealed[_SEAL_HEAD:], own, _info(head, info))
    except (InvalidTag, ValueError) as error:
        raise BundleTorn(part="seal") from error


def _info(head: bytes, info: bytes) -> bytes:
    return b"intake-seal-1" + head + info


def _subkeys(key: bytes, nonce: bytes) -> tuple[bytes, bytes]:
    # ChaCha20-Poly1305 alone lets one ciphertext open under two keys to two texts.
    # The commitment makes the hash chain fix the key, and so the text, as well.
    both = hmac.digest(key, b"intake-body-1" + nonce, "sha512")
    return both[:KEY_BYTES], both[KEY_BYTES:]
