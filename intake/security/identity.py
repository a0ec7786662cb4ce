"""Who a device is: one key pair to sign with, one to be written to.

Public keys are shown to people as six words, so that a second person can compare
them by reading aloud when a laptop is let in.
"""

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from intake.errors import SignatureInvalid
from intake.security.words import WORDS

FINGERPRINT_WORDS = 6
# Six words are 48 bits. Each guess at a look-alike key must cost as much as this
# stretching, or 48 bits could be searched through.
_ROUNDS = 100_000
# Edwards25519 (RFC 8032, 5.1): the field and the constant of the curve.
_P = 2**255 - 19
_D = -121665 * pow(121666, -1, _P) % _P


@dataclass(frozen=True, slots=True)
class Identity:
    """A device or registry as it knows itself; the private keys are never shown."""

    device: str
    sign_private: bytes = field(repr=False)
    seal_private: bytes = field(repr=False)

    @property
    def sign_public(self) -> bytes:
        """The key others check this device's signatures with."""
        return _signer(self).public_key().public_bytes_raw()

    @property
    def seal_public(self) -> bytes:
        """The key others seal to, so that this device alone can open."""
        return (
            X25519PrivateKey.from_private_bytes(self.seal_private).public_key().public_bytes_raw()
        )

    def sign(self, message: bytes) -> bytes:
        """The Ed25519 signature of this device over a message."""
        return _signer(self).sign(message)


def new_identity(device: str) -> Identity:
    """Fresh keys for a device of this id."""
    return Identity(
        device=device,
        sign_private=Ed25519PrivateKey.generate().private_bytes_raw(),
        seal_private=X25519PrivateKey.generate().private_bytes_raw(),
    )


def verify_signature(public: bytes, signature: bytes, message: bytes) -> None:
    """Raise `SignatureInvalid` unless the holder of this key signed these bytes."""
    if _fits_every_message(public):
        raise SignatureInvalid(why="weak-key")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError) as error:
        raise SignatureInvalid from error


@lru_cache(maxsize=256)
def six_words(sign_public: bytes, seal_public: bytes) -> tuple[str, ...]:
    """Both public keys as six words that two people can compare aloud."""
    both = hashlib.sha256(sign_public).digest() + hashlib.sha256(seal_public).digest()
    stretched = hashlib.pbkdf2_hmac("sha256", both, b"intake-fingerprint-1", _ROUNDS)
    return tuple(WORDS[byte] for byte in stretched[:FINGERPRINT_WORDS])


def _signer(of: Identity) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(of.sign_private)


def _fits_every_message(public: bytes) -> bool:
    # The eight points of small order as a key would make forged signatures fit, and
    # OpenSSL takes them. Their y is 0, 1 or -1, or solves d*y^4 + 2*y^2 = 1.
    y = (int.from_bytes(public, "little") & (2**255 - 1)) % _P
    return y in (0, 1, _P - 1) or (_D * pow(y, 4, _P) + 2 * y * y - 1) % _P == 0
