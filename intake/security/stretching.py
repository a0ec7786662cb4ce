"""Turns a passphrase into a key, at a price that makes guessing dear (Argon2id)."""

import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from intake.errors import CharacterRefused, PassphraseTooShort, ValueTooLong

SHORTEST = 8
LONGEST = 1024
SALT_BYTES = 16
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Profile:
    """How much one guess costs."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def is_bearable(self) -> bool:
        """Whether a laptop can pay this: a forged file must not eat its memory."""
        return (
            8 * self.lanes <= self.memory_kib <= 2 * 1024 * 1024
            and 1 <= self.passes <= 16
            and 1 <= self.lanes <= 16
        )


# Half a second on a plain laptop: what stands between a seized disk and its people.
STRONG = Profile(memory_kib=256 * 1024, passes=3, lanes=4)
# RFC 9106 section 4, second choice: several people sign in to one server at once.
SIGN_IN = Profile(memory_kib=64 * 1024, passes=3, lanes=4)
# For tests alone.
CHEAP = Profile(memory_kib=8 * 1024, passes=1, lanes=1)


def normal(passphrase: str) -> bytes:
    """The bytes of a passphrase, the same from every keyboard (NFC)."""
    text = unicodedata.normalize("NFC", passphrase)
    if len(text) > LONGEST:
        raise ValueTooLong(path="passphrase", limit=LONGEST, length=len(text))
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        # The cause is left out: it carries the passphrase.
        raise CharacterRefused(path="passphrase") from None


def refuse_short(passphrase: str) -> None:
    """Raise `PassphraseTooShort` for a new passphrase that is."""
    if len(unicodedata.normalize("NFC", passphrase).strip()) < SHORTEST:
        raise PassphraseTooShort(at_least=SHORTEST)


def stretch(passphrase: str, salt: bytes, profile: Profile) -> bytes:
    """A 32-byte key out of a passphrase."""
    return _argon2id(salt, profile).derive(normal(passphrase))


def stretch_encoded(passphrase: str, salt: bytes, profile: Profile) -> str:
    """The same as a self-describing text (PHC string), to compare with later."""
    return _argon2id(salt, profile).derive_phc_encoded(normal(passphrase))


def _argon2id(salt: bytes, profile: Profile) -> Argon2id:
    return Argon2id(
        salt=salt,
        length=_KEY_BYTES,
        iterations=profile.passes,
        lanes=profile.lanes,
        memory_cost=profile.memory_kib,
    )
