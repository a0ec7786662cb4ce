"""Files many people of a JSON-lines file at once, on every core.

A first pass finds the lines and who came together; then whole groups go to processes
that each read their lines and hand back a sheaf of cards.
"""

import json
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, BinaryIO

import click

from intake.matching.index import MemoryIndex, Sheaf, sheaf_of
from intake.matching.person import Person, from_contract, with_companions

Place = tuple[int, int]
"""Where a line begins and how many bytes it has."""

_AT_ONCE = 4_000
_BOM = b"\xef\xbb\xbf"


class BrokenLine(click.UsageError):
    """A line of an input file is no JSON object with a text as `id`."""

    def __init__(self, number: int) -> None:
        super().__init__(f"line {number} is no JSON object with an id")


def index_of(path: Path) -> MemoryIndex:
    """File everybody of a people file; a line that is no record stops it."""
    with path.open("rb") as stream:
        loads = list(_loads(_by_group(stream)))
    if len(loads) == 1:
        return MemoryIndex([_sheaf(path, loads[0])])
    # A fresh process each: a fork would copy what this one holds.
    workers = min(len(loads), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return MemoryIndex(pool.map(_sheaf, [path] * len(loads), loads))


def people_of(path: Path) -> Iterator[Person]:
    """The people of a file with their companions, in the order of the file."""
    with path.open("rb") as stream:
        records = [record for _, record in _records(stream)]
    return with_companions(from_contract(record) for record in records)


def _records(stream: BinaryIO) -> Iterator[tuple[Place, dict[str, Any]]]:
    at = 0
    for number, line in enumerate(stream, start=1):
        said = line.removeprefix(_BOM) if number == 1 else line
        if said.strip():
            yield (at, len(line)), read_record(said, number)
        at += len(line)


def read_record(line: bytes, number: int = 0) -> dict[str, Any]:
    """One line as a record; raises `BrokenLine` with its number."""
    try:
        record = json.loads(line.decode("utf-8", "replace"))
    except ValueError as broken:
        raise BrokenLine(number) from broken
    if not isinstance(record, dict) or not isinstance(record.get("id"), str):
        raise BrokenLine(number)
    return record


def _by_group(stream: BinaryIO) -> list[list[Place]]:
    """The lines of each group together, groups in the order they first appear."""
    groups: dict[str, list[Place]] = {}
    found: list[list[Place]] = []
    for place, record in _records(stream):
        group = record.get("group")
        name = group.strip() if isinstance(group, str) else ""
        if not name:
            found.append([place])
        elif name in groups:
            groups[name].append(place)
        else:
            groups[name] = [place]
            found.append(groups[name])
    return found


def _loads(groups: list[list[Place]]) -> Iterator[list[Place]]:
    """Whole groups, some thousands of lines at once; one empty load for an empty file."""
    load: list[Place] = []
    for group in groups:
        if load and len(load) + len(group) > _AT_ONCE:
            yield load
            load = []
        load += group
    yield load


def _sheaf(path: Path, load: list[Place]) -> Sheaf:
    with path.open("rb") as stream:
        lines = [_read(stream, place) for place in load]
    return sheaf_of(with_companions(from_contract(read_record(line)) for line in lines))


def _read(stream: BinaryIO, place: Place) -> bytes:
    stream.seek(place[0])
    return stream.read(place[1]).removeprefix(_BOM)
