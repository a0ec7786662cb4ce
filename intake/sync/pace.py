"""Bounds how often one address may knock, so that guessing and flooding stay slow."""

from collections import OrderedDict
from datetime import datetime, timedelta
from threading import Lock


class Pace:
    """So many knocks an address in a window of time; forgets addresses as it goes."""

    def __init__(self, most: int, window: timedelta, *, addresses: int = 4096) -> None:
        self._most = most
        self._window = window
        self._addresses = addresses
        self._seen: OrderedDict[str, tuple[datetime, int]] = OrderedDict()
        self._lock = Lock()

    def allows(self, address: str, now: datetime) -> bool:
        """Count one knock; False when it was one too many."""
        with self._lock:
            since, count = self._seen.pop(address, (now, 0))
            # A clock that was set back must not shut an address out for long.
            if not timedelta(0) <= now - since < self._window:
                since, count = now, 0
            self._seen[address] = (since, count + 1)
            while len(self._seen) > self._addresses:
                self._seen.popitem(last=False)
            return count < self._most
