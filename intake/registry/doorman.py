"""Checks who signs in: one answer for all that is wrong, and longer waits.

Sync chapter 4: constant work for unknown users, single-use codes, a limit on tries.
Counts live in memory: after a restart the store's own passphrase stands first.
"""

import hmac
import math
import threading
import unicodedata
from dataclasses import dataclass
from datetime import datetime

import pyotp

from intake.errors import TooManyAttempts, WrongPassphrase
from intake.security.passphrase import check_passphrase
from intake.store import Store
from intake.store.users import User

# How many tries are free: by name and place together, by name, by place. A mistyped
# passphrase costs nothing; a colleague cannot be shut out by one stranger's few tries.
FREE = {"both": 3, "login": 12, "address": 24}
LONGEST_WAIT_S = 300
_MOST_COUNTS = 10_000
_NEAR = (0, -1, 1)  # a clock half a minute off still fits (RFC 6238, 5.2)


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody at the sign-in page says; `address` is where they say it from."""

    login: str
    passphrase: str
    code: str
    address: str


class Doorman:
    """Lets users in or makes them wait; `totp_off` is for the demo alone."""

    def __init__(self, *, totp_off: bool = False) -> None:
        self.totp_off = totp_off
        self._counts: dict[tuple[str, str], tuple[int, float]] = {}
        self._one_try = threading.Lock()

    def check(self, store: Store, claim: Claim, now: datetime) -> User:
        """The user this claim belongs to; raises `WrongPassphrase` or `TooManyAttempts`."""
        login = plain_login(claim.login)
        keys = _keys(login, claim.address)
        with self._one_try:  # threads must not outrun the count, nor each take 64 MiB
            self._refuse_early(keys, now)
            self._add(keys, now)
            user = store.users.by_login(login)
            known = user if user is not None and not user.disabled else None
            fits = check_passphrase(known.passphrase_hash if known else None, claim.passphrase)
            if known is None or not fits or not self._code_fits(store, known, claim.code, now):
                raise WrongPassphrase(wait_s=self._wait_s(keys, now))
            for key in keys[:2]:
                self._counts.pop(key, None)
            return known

    def _code_fits(self, store: Store, user: User, code: str, now: datetime) -> bool:
        if self.totp_off:
            return True
        step = code_step(user.totp_secret, code, now)
        return step is not None and store.papers.use_code(user.id, step)

    def _refuse_early(self, keys: list[tuple[str, str]], now: datetime) -> None:
        wait_s = self._wait_s(keys, now)
        if wait_s > 0:
            raise TooManyAttempts(wait_s=wait_s)

    def _wait_s(self, keys: list[tuple[str, str]], now: datetime) -> int:
        return max(self._wait_of(key, now.timestamp()) for key in keys)

    def _wait_of(self, key: tuple[str, str], now: float) -> int:
        wrong, last = self._counts.get(key, (0, 0.0))
        over = wrong - FREE[key[0]]
        whole = min(2 ** min(over, 20), LONGEST_WAIT_S) if over > 0 else 0
        return max(math.ceil(whole - max(now - last, 0.0)), 0)

    def _add(self, keys: list[tuple[str, str]], now: datetime) -> None:
        for key in keys:
            wrong, _ = self._counts.pop(key, (0, 0.0))
            self._counts[key] = (wrong + 1, now.timestamp())
        while len(self._counts) > _MOST_COUNTS:
            self._counts.pop(next(iter(self._counts)))


def _keys(login: str, address: str) -> list[tuple[str, str]]:
    return [("both", f"{login}\n{address}"), ("login", login), ("address", address)]


def plain_login(text: str) -> str:
    """A sign-in name in its one form: case and outer spaces do not matter."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def plain_code(text: str) -> str:
    """The digits of a code, from any keyboard, without spaces."""
    digits = (unicodedata.decimal(char, None) for char in text if not char.isspace())
    return "".join("?" if digit is None else str(digit) for digit in digits)


def code_step(secret: str, code: str, now: datetime) -> int | None:
    """The time step whose code this is; None if it is none near now."""
    totp = pyotp.TOTP(secret)
    given = plain_code(code)
    step = totp.timecode(now)
    for near in _NEAR:
        if hmac.compare_digest(totp.generate_otp(step + near), given):
            return step + near
    return None
