"""Counts wrong passphrases beside the vault; each further try waits longer.

This slows somebody at the keyboard. Somebody with the disk can delete the file;
against them stands the price of a guess (stretching.py) alone.
"""

import contextlib
import math
from dataclasses import dataclass
from pathlib import Path

from intake.errors import BundleTorn, TooManyAttempts
from intake.security.canonical import canonical, read_json
from intake.security.durable import write_file

# Two slips of the finger cost nothing; five minutes still lets an owner back in.
FREE = 2
LONGEST_WAIT_S = 300
# Beyond these a kept count is damage: a million tries, a clock 30,000 years on.
_MANY = 10**6
_FAR_OFF = 10**12


@dataclass(frozen=True, slots=True)
class Attempts:
    """How many tries in a row were wrong, and when the last one was."""

    path: Path
    wrong: int = 0
    last: float = 0.0

    @property
    def wait_s(self) -> int:
        """How long after the last wrong try the next one is taken."""
        over = self.wrong - FREE
        return 0 if over <= 0 else min(2 ** min(over, 20), LONGEST_WAIT_S)

    def refuse_early(self, now: float) -> None:
        """Raise `TooManyAttempts` while the wait is not over."""
        # A clock set back must not lock the owner out for years.
        waited = max(now - self.last, 0.0)
        left = math.ceil(self.wait_s - waited)
        if left > 0:
            raise TooManyAttempts(wait_s=left)

    def add(self, now: float) -> "Attempts":
        """One try more, on disk before it is made, so that a kill does not undo it."""
        more = Attempts(self.path, self.wrong + 1, now)
        # A full or read-only disk must not keep the owner out.
        with contextlib.suppress(OSError):
            write_file(self.path, canonical({"wrong": more.wrong, "last": more.last}))
        return more

    def clear(self) -> None:
        """The right passphrase was given."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


def read_attempts(vault: Path) -> Attempts:
    """The count kept beside this vault; none if there is none."""
    path = vault.with_name(vault.stem + ".attempts.json")
    try:
        kept = read_json(path.read_bytes())
    except (OSError, BundleTorn):
        return Attempts(path)
    kept = kept if isinstance(kept, dict) else {}
    wrong, last = kept.get("wrong"), kept.get("last")
    if type(wrong) is not int or not isinstance(last, (int, float)):
        return Attempts(path)
    if not 0 <= wrong <= _MANY or not 0 <= last <= _FAR_OFF:
        return Attempts(path)
    return Attempts(path, wrong, float(last))
