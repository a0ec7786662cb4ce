"""Keeps the data key of a store behind a passphrase, and checks who signs in.

`vault.json` holds key slots: each is the same random data key, encrypted under
another secret. Changing the passphrase rewrites a slot, never the database.
"""

import base64
import secrets
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from intake.domain.statement import Json
from intake.errors import BundleTooNew, BundleTorn, NotFound, Stale, Tampered, WrongPassphrase
from intake.security.attempts import read_attempts
from intake.security.canonical import canonical, read_json
from intake.security.durable import write_file
from intake.security.seal import decrypt, encrypt, new_key
from intake.security.stretching import (
    CHEAP,
    SALT_BYTES,
    SIGN_IN,
    STRONG,
    Profile,
    normal,
    refuse_short,
    stretch,
    stretch_encoded,
)

__all__ = [
    "CHEAP",
    "DUMMY_HASH",
    "SIGN_IN",
    "STRONG",
    "Profile",
    "change_passphrase",
    "check_passphrase",
    "create_vault",
    "hash_passphrase",
    "open_vault",
]

VERSION: Final = 1
_KIND = "passphrase"
_PRIVATE_FOLDER = 0o700
# One try at a time: threads must not outrun the count, nor each take 256 MiB.
_ONE_TRY = threading.Lock()
# What is checked when there is no such user, so that both answers take as long.
# The hash of a random text that nobody kept.
DUMMY_HASH: Final = (
    "$argon2id$v=19$m=65536,t=3,p=4$CILgW7PWEI98hITpFcCaWA"
    "$3uvHQVh40WKe+qgmwwqEzrgZdnkGhCnvxUjOtnMILhI"
)


def create_vault(
    path: Path, passphrase: str, profile: Profile = STRONG, data_key: bytes | None = None
) -> bytes:
    """Make a vault and give its data key; never over another vault (`Stale`)."""
    refuse_short(passphrase)
    if path.exists():
        raise Stale(thing="vault")
    path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    path.parent.chmod(_PRIVATE_FOLDER)
    key = new_key() if data_key is None else data_key
    _write(path, [_make_slot(passphrase, profile, key)])
    return key


def open_vault(path: Path, passphrase: str, *, clock: Callable[[], float] = time.time) -> bytes:
    """The data key, or `WrongPassphrase`, `TooManyAttempts`, `Tampered`, `NotFound`."""
    with _ONE_TRY:
        return _open_slot(path, _read(path), passphrase, clock())[1]


def change_passphrase(
    path: Path,
    old: str,
    new: str,
    *,
    profile: Profile | None = None,
    clock: Callable[[], float] = time.time,
) -> None:
    """Put a new passphrase in the place of the old one; the data key stays."""
    refuse_short(new)
    with _ONE_TRY:
        slots = _read(path)
        at, key = _open_slot(path, slots, old, clock())
        slots[at] = _make_slot(new, profile or _profile(slots[at]), key)
        _write(path, slots)


def hash_passphrase(passphrase: str, profile: Profile = SIGN_IN) -> str:
    """What the registry keeps of a user's passphrase."""
    refuse_short(passphrase)
    return stretch_encoded(passphrase, secrets.token_bytes(SALT_BYTES), profile)


def check_passphrase(kept: str | None, passphrase: str) -> bool:
    """Whether this is the passphrase; None (unknown user) takes as long, says no."""
    try:
        Argon2id.verify_phc_encoded(normal(passphrase), DUMMY_HASH if kept is None else kept)
    except (InvalidKey, ValueError):
        return False
    return kept is not None


def _open_slot(
    path: Path, slots: list[dict[str, Json]], passphrase: str, now: float
) -> tuple[int, bytes]:
    attempts = read_attempts(path)
    attempts.refuse_early(now)
    attempts = attempts.add(now)
    for at, slot in enumerate(slots):
        key = _try_slot(slot, passphrase) if slot.get("kind") == _KIND else None
        if key is not None:
            attempts.clear()
            return at, key
    raise WrongPassphrase(wait_s=attempts.wait_s)


def _try_slot(slot: dict[str, Json], passphrase: str) -> bytes | None:
    profile, salt, sealed = _profile(slot), _bytes(slot, "salt"), _bytes(slot, "sealed")
    try:
        return decrypt(stretch(passphrase, salt, profile), sealed, _context(profile, salt))
    except Tampered:
        return None


def _make_slot(passphrase: str, profile: Profile, key: bytes) -> dict[str, Json]:
    salt = secrets.token_bytes(SALT_BYTES)
    sealed = encrypt(stretch(passphrase, salt, profile), key, _context(profile, salt))
    return {
        "kind": _KIND,
        "kdf": "argon2id",
        "memory_kib": profile.memory_kib,
        "passes": profile.passes,
        "lanes": profile.lanes,
        "salt": base64.b64encode(salt).decode("ascii"),
        "sealed": base64.b64encode(sealed).decode("ascii"),
    }


def _context(profile: Profile, salt: bytes) -> bytes:
    facts = [profile.memory_kib, profile.passes, profile.lanes, salt.hex()]
    return canonical({"label": "intake-vault-1", "kdf": facts})


def _profile(slot: dict[str, Json]) -> Profile:
    costs = [slot.get(name) for name in ("memory_kib", "passes", "lanes")]
    whole = [cost for cost in costs if type(cost) is int]
    if len(whole) != len(costs) or not Profile(*whole).is_bearable:
        raise Tampered(part="vault")
    return Profile(*whole)


def _bytes(slot: dict[str, Json], name: str) -> bytes:
    text = slot.get(name)
    try:
        data = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError as error:
        raise Tampered(part="vault") from error
    if len(data) < SALT_BYTES:
        raise Tampered(part="vault")
    return data


def _read(path: Path) -> list[dict[str, Json]]:
    try:
        vault: Any = read_json(path.read_bytes())
    except FileNotFoundError as error:
        raise NotFound(thing="vault") from error
    except BundleTorn as error:
        raise Tampered(part="vault") from error
    if not isinstance(vault, dict) or type(vault.get("v")) is not int:
        raise Tampered(part="vault")
    if vault["v"] > VERSION:
        raise BundleTooNew(version=vault["v"])
    slots = vault.get("slots")
    if not isinstance(slots, list) or not all(isinstance(slot, dict) for slot in slots):
        raise Tampered(part="vault")
    return slots


def _write(path: Path, slots: list[dict[str, Json]]) -> None:
    write_file(path, canonical({"v": VERSION, "slots": slots}))
