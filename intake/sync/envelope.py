"""The outside of a bundle: a header that names nobody, and sealed chunks.

The header and the sealed key are the associated data of every chunk; the nonce
of a chunk is its number and whether it is the last, so that chunks can be
neither swapped, dropped, repeated, nor cut off at the end.
"""

import secrets
from collections.abc import Iterator
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from intake.errors import BundleRefused, BundleTooNew, BundleTorn
from intake.security.seal import (
    KEY_BYTES,
    KEY_ID_BYTES,
    SEAL_OVERHEAD,
    SUITE,
    key_id,
    open_sealed,
    seal_to,
)

MAGIC: Final = b"INTAKE"
VERSION: Final = 1
ID_BYTES: Final = 16
CHUNK: Final = 64 * 1024
_TAG = 16
_PREFIX = len(MAGIC) + 2
_HEAD = _PREFIX + KEY_ID_BYTES + ID_BYTES
_SEALED_KEY = KEY_BYTES + SEAL_OVERHEAD
_BEFORE_CHUNKS = _HEAD + _SEALED_KEY
# What a statement and the framing may add to the content.
_SLACK = 1024 * 1024


def pack(plain: bytes, *, bundle: bytes, recipient: bytes) -> bytes:
    """Seal these bytes to the holder of the recipient's private key."""
    head = MAGIC + bytes([VERSION, SUITE]) + key_id(recipient) + bundle
    key = secrets.token_bytes(KEY_BYTES)
    outside = head + seal_to(recipient, key, head)
    chunks = [plain[at : at + CHUNK] for at in range(0, len(plain), CHUNK)] or [b""]
    cipher, last = ChaCha20Poly1305(key), len(chunks) - 1
    sealed = (
        cipher.encrypt(_nonce(number, number == last), chunk, outside)
        for number, chunk in enumerate(chunks)
    )
    return outside + b"".join(sealed)


def unpack(data: bytes, private: bytes, cap: int) -> tuple[bytes, bytes]:
    """The bundle id and what was sealed; a bundle over the cap is not even tried."""
    _check_head(data)
    if len(data) > cap + cap // 100 + _SLACK:
        raise BundleRefused(why="size")
    head, outside = data[:_HEAD], data[:_BEFORE_CHUNKS]
    key = _open_key(private, outside[_HEAD:], head)
    chunks = list(_chunks(data))
    cipher, last = ChaCha20Poly1305(key), len(chunks) - 1
    try:
        plain = [
            cipher.decrypt(_nonce(number, number == last), chunk, outside)
            for number, chunk in enumerate(chunks)
        ]
    except InvalidTag as error:
        raise BundleTorn(part="chunk") from error
    return head[-ID_BYTES:], b"".join(plain)


def inspect_bundle(data: bytes) -> dict[str, str | int]:
    """What can be told of a bundle without any key: nothing about who or whom."""
    _check_head(data)
    return {
        "version": data[len(MAGIC)],
        "suite": data[len(MAGIC) + 1],
        "recipient_key": data[_PREFIX : _PREFIX + KEY_ID_BYTES].hex(),
        "bundle": data[_HEAD - ID_BYTES : _HEAD].hex(),
        "size": len(data),
        "chunks": sum(1 for _ in _chunks(data)),
    }


def _check_head(data: bytes) -> None:
    if data[: len(MAGIC)] != MAGIC or len(data) < _PREFIX or 0 in data[len(MAGIC) : _PREFIX]:
        raise BundleTorn(part="header")
    version, suite = data[len(MAGIC) : _PREFIX]
    if version > VERSION or suite > SUITE:
        raise BundleTooNew(version=version, suite=suite)
    if len(data) < _BEFORE_CHUNKS + _TAG:
        raise BundleTorn(part="header")


def _open_key(private: bytes, sealed: bytes, head: bytes) -> bytes:
    if sealed[2 : 2 + KEY_ID_BYTES] != head[_PREFIX : _PREFIX + KEY_ID_BYTES]:
        raise BundleTorn(part="header")
    return open_sealed(private, sealed, head)


def _chunks(data: bytes) -> Iterator[bytes]:
    for at in range(_BEFORE_CHUNKS, len(data), CHUNK + _TAG):
        yield data[at : at + CHUNK + _TAG]


def _nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])
