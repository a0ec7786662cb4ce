"""One process per database: a lock file held as long as the store is open."""

import contextlib
import sys
from pathlib import Path
from typing import IO

from intake.errors import StoreInUse


class LockFile:
    """Holds an operating-system lock; the system frees it when the process dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Take the lock or raise `StoreInUse`."""
        handle = self._path.open("ab")
        self._path.chmod(0o600)
        try:
            _lock(handle)
        except OSError as error:
            handle.close()
            raise StoreInUse from error
        self._file = handle

    def free(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: IO[bytes]) -> None:
        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: IO[bytes]) -> None:
        fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
