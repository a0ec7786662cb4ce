"""The content of a bundle: compressed lines of JSON, one thing each.

A line is an object with one key that says what it is, such as {"entry": {…}} or
{"key": {…}}. Whatever comes in is bounded before it is believed: how large it
becomes, how many lines, how long each.
"""

import base64
import re
import zlib
from collections.abc import Iterable, Mapping
from typing import Final

from intake.domain.statement import Json
from intake.errors import BundleRefused, BundleTorn
from intake.security.canonical import canonical, read_json
from intake.security.chain import Entry, entry_from_json, entry_to_json
from intake.security.seal import KEY_BYTES

# An entry takes 500 bytes or more, so that this many never fit below the cap.
MOST_LINES: Final = 200_000
# A testimony of 600 kB, encrypted and in base64, five times over.
LONGEST_LINE: Final = 4 * 1024 * 1024
_KEY_NAME = re.compile(r"[!-~]{1,120}")


def entry_line(entry: Entry) -> dict[str, Json]:
    """The line that carries an entry of a chain."""
    return {"entry": entry_to_json(entry)}


def read_entry(line: Mapping[str, Json]) -> Entry:
    """The entry on a line; raises `BundleTorn` if there is none."""
    return entry_from_json(line.get("entry"))


def key_line(case: str, key: bytes) -> dict[str, Json]:
    """The line that carries the key of a case."""
    return {"key": {"case": case, "key": base64.b64encode(key).decode("ascii")}}


def read_key(line: Mapping[str, Json]) -> tuple[str, bytes]:
    """The id of a case and its key; raises `BundleTorn` if the line holds none."""
    value = line.get("key")
    if not isinstance(value, dict) or value.keys() != {"case", "key"}:
        raise BundleTorn(part="key")
    case, text = value["case"], value["key"]
    if not isinstance(case, str) or not _KEY_NAME.fullmatch(case) or not isinstance(text, str):
        raise BundleTorn(part="key")
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise BundleTorn(part="key") from error
    if len(key) != KEY_BYTES:
        raise BundleTorn(part="key")
    return case, key


def compress(lines: Iterable[Mapping[str, Json]], cap: int) -> tuple[int, bytes]:
    """How many lines, and their bytes; raises `BundleRefused` when too much."""
    packer, parts, count, size = zlib.compressobj(), [], 0, 0
    for line in lines:
        text = canonical(dict(line)) + b"\n"
        count, size = count + 1, size + len(text)
        if size > cap or count > MOST_LINES or len(text) > LONGEST_LINE:
            raise BundleRefused(why="size")
        parts.append(packer.compress(text))
    return count, b"".join(parts) + packer.flush()


def decompress(payload: bytes, cap: int) -> bytes:
    """The bytes of the lines; a bomb is given up as soon as it passes the cap."""
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(payload, cap + 1)
    except zlib.error as error:
        raise BundleTorn(part="payload") from error
    if len(text) > cap:
        raise BundleRefused(why="size")
    if not unpacker.eof or unpacker.unused_data:
        raise BundleTorn(part="payload")
    return text


def split_lines(text: bytes) -> tuple[dict[str, Json], ...]:
    """Every line as an object with one key; raises `BundleTorn`, `BundleRefused`."""
    if not text:
        return ()
    if text.count(b"\n") > MOST_LINES:
        raise BundleRefused(why="size")
    *lines, rest = text.split(b"\n")
    if rest:
        raise BundleTorn(part="lines")
    return tuple(_line(line) for line in lines)


def _line(text: bytes) -> dict[str, Json]:
    if len(text) >= LONGEST_LINE:
        raise BundleRefused(why="size")
    value = read_json(text)
    if not isinstance(value, dict) or len(value) != 1:
        raise BundleTorn(part="line")
    if not all(isinstance(inner, dict) for inner in value.values()):
        raise BundleTorn(part="line")
    return value
