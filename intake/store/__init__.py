"""Records: the only SQL in the program."""

from intake.store.store import Received, Store, open_store

__all__ = ["Received", "Store", "open_store"]
