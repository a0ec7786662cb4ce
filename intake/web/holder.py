"""Holds the one open store of a process; locking forgets the store and its key."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import RLock
from typing import TYPE_CHECKING

from intake.errors import Locked

if TYPE_CHECKING:
    from intake.store.store import Store


def utc_now() -> datetime:
    """The wall clock, aware, in UTC; the web edge reads it here and nowhere else."""
    return datetime.now(UTC)


class StoreHolder:
    """Opens the store with a passphrase and shuts it by hand or after idle time.

    `idle` of None never shuts by itself: the registry locks sessions, not the store.
    """

    def __init__(
        self,
        opener: Callable[[str], "Store"],
        *,
        idle: timedelta | None = timedelta(minutes=5),
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._opener = opener
        self.idle = idle
        self.clock = clock
        self.openings = 0
        """How often the shut store was opened: a session is of one of these times."""
        self._store: Store | None = None
        self._touched = clock()
        self._lock = RLock()

    @property
    def is_open(self) -> bool:
        """Whether the store may be read now; shuts it when it lay idle too long."""
        with self._lock:
            if self._store is not None and self._is_idle():
                self.close()
            return self._store is not None

    @property
    def store(self) -> "Store":
        """The open store; raises Locked."""
        with self._lock:
            if not self.is_open or self._store is None:
                raise Locked()
            return self._store

    def open(self, passphrase: str) -> "Store":
        """Open the store; raises WrongPassphrase, TooManyAttempts or StoreInUse."""
        with self._lock:
            was_open = self.is_open
            self.close()
            self._store = self._opener(passphrase)
            self._touched = self.clock()
            self.openings += not was_open
            return self._store

    def hold(self, store: "Store") -> None:
        """Keep a store that was opened elsewhere, as the registry does at start."""
        with self._lock:
            self._store = store
            self._touched = self.clock()

    def touch(self) -> None:
        """Start the idle time anew; too late when it is over already."""
        with self._lock:
            if self.is_open:
                self._touched = self.clock()

    def close(self) -> None:
        """Shut the store and forget the key."""
        with self._lock:
            store, self._store = self._store, None
        if store is not None:
            store.close()

    def _is_idle(self) -> bool:
        return self.idle is not None and self.clock() - self._touched >= self.idle
