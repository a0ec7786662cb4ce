"""Makes a vault and what it opens unreadable for good, in the order that counts.

The data key lies in the vault alone. Once that file is written over and gone, the
database beside it is noise; what follows only tidies up and may fail.
"""

import contextlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

_PASSES = 2
"""Random bytes twice. A disk that moves its blocks about may keep an older copy."""


def destroy_vault(vault: Path, beside: Iterable[Path] = ()) -> None:
    """Write the vault over and remove it, then these files (`OSError`: the vault)."""
    if vault.exists():
        _write_over(vault)
        vault.unlink()
    for path in beside:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _write_over(path: Path) -> None:
    with path.open("r+b", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        for _ in range(_PASSES):
            file.seek(0)
            file.write(secrets.token_bytes(size))
            os.fsync(file.fileno())
