"""Records: the only SQL in the program."""

from intake.store.driver import DRIVER
from intake.store.store import Received, Store, open_store

__all__ = ["DRIVER", "Received", "Store", "open_store"]
