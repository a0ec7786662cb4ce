"""One spelling of JSON for everything hashed or signed, and a strict reader.

The standard library's reader takes duplicate keys, NaN and escaped lone
surrogates; each lets two programs see different things in the same bytes, so
each is refused here.
"""

import json
from collections.abc import Sequence
from typing import NoReturn

from intake.domain.statement import Json
from intake.errors import BundleTorn


def canonical(value: object) -> bytes:
    """The one byte string for a JSON value: sorted keys, no spaces, UTF-8."""
    text = json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return text.encode("utf-8")


def read_json(data: bytes) -> Json:
    """The value in these bytes; raises `BundleTorn` on anything ambiguous."""
    try:
        text = data.decode("utf-8")
        value: Json = json.loads(
            text, object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite
        )
        if "\\u" in text:
            canonical(value)
    except (ValueError, RecursionError) as error:
        raise BundleTorn(part="json") from error
    return value


def _unique(pairs: Sequence[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate")
    return found


def _refuse(_constant: str) -> NoReturn:
    raise ValueError("constant")


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError("infinite")
    return number
