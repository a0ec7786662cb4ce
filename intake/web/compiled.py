"""Templates compiled once for all apps of a role: practice, demo, tests.

A second app of the same role has the same filters and settings, and needs not compile them
again, which takes longer than most pages. Jinja checks that the source is still the same.
"""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Compiled templates in memory, never on disk."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what an earlier app of the same role compiled."""
        if held := self._held.get(bucket.key):
            bucket.bytecode_from_string(held)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it for the next app."""
        self._held[bucket.key] = bucket.bytecode_to_string()


_BY_ROLE: dict[str, Compiled] = {}


def compiled(import_name: str) -> Compiled:
    """What the apps of this name share."""
    return _BY_ROLE.setdefault(import_name, Compiled())
