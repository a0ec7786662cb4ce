"""The weight table: bits each outcome speaks for or against the same person.

Versioned data, one file a version. Every suggestion stores the version it was made with;
a file that was once in use stays, so that an old suggestion can be explained and weighed
again with the weights of its day.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import inf

NEWEST = "4"
"""The table that new comparisons use."""

NEWEST_TRACING = "3-tracing"
"""The same where somebody looks for a relative: they tell other things, and less surely."""

_BEFORE = {"given.second-differs": 0.0, "namesake.most": inf}
"""What the first tables did not tell, as the engine of their day weighed it."""

_AS = {"patronymic-elsewhere.agrees": "patronymic.agrees"}
"""What the first tables did not tell apart weighs the same in them."""

_VERSION = re.compile(r"\d+(-tracing)?")


class Weights(dict[str, float]):
    """One table: a name such as `birth.same-day`, and its bits (log2)."""

    def __init__(self, version: str, values: Mapping[str, float]) -> None:
        super().__init__(values)
        self.version = version


@cache
def weights_of(version: str = NEWEST) -> Weights:
    """The table of a version; raises `KeyError` for one that never was in use."""
    file = files(__package__) / f"{version}.json"
    if not _VERSION.fullmatch(version) or not file.is_file():
        raise KeyError(version)
    kept = json.loads(file.read_text("utf-8"))
    bits = _BEFORE | kept["bits"]
    for name, like in _AS.items():
        bits.setdefault(name, bits[like])
    return Weights(version, bits)
