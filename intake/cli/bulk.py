"""Files many people of a JSON-lines file at once, on every core.

A first pass finds the lines and who came together; then whole groups go to processes
that each read their lines and hand back a sheaf of cards.
"""

import gc
import json
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import Any, BinaryIO
from weakref import finalize

import click
import numpy as np
from numpy.typing import NDArray

from intake.matching.index import MemoryIndex, Sheaf, sheaf_of
from intake.matching.key_store import KeyFile
from intake.matching.person import (
    Companion,
    Person,
    companion_from_contract,
    from_contract,
    with_companions,
)

Places = NDArray[np.int64]
"""Two numbers a line: where it begins and how many bytes it has."""

_AT_ONCE = 4_000
_STRETCH = 4_000_000
"""Bytes of the file that one process scans at once."""

_BOM = b"\xef\xbb\xbf"


class BrokenLine(click.UsageError):
    """A line of an input file is no JSON object with a text as `id`."""

    def __init__(self, number: int) -> None:
        super().__init__(f"line {number} is no JSON object with an id")


@dataclass(frozen=True, slots=True)
class _Scan:
    """The records of one stretch of a file, the group each is of, and its lines.

    `broken` is the first line that is no record, counted from 1 in the stretch, else 0.
    """

    places: Places
    groups: list[str]
    lines: int
    broken: int = 0


def index_of(path: Path) -> MemoryIndex:
    """File everybody of a people file; a line that is no record stops it."""
    size = path.stat().st_size
    if size <= _STRETCH:
        places, loads = _loads([_scan(path, (0, size))])
        return MemoryIndex((_sheaf(path, load) for load in loads), PeopleFile(path, places))
    workers = min(1 + size // _STRETCH, os.cpu_count() or 1)
    # A fresh process each: a fork would copy what this one holds.
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=gc.disable) as pool:
        stretches = pairwise([*range(0, size, _STRETCH), size])
        places, loads = _loads(pool.map(partial(_scan, path), stretches))
        sheaves = pool.map(partial(_sheaf, path), loads)
        return MemoryIndex(sheaves, PeopleFile(path, places), KeyFile())


class PeopleFile:
    """A file of people, read one by one: an index keeps no second copy of it."""

    def __init__(self, path: Path, places: Places) -> None:
        self._places = places
        self._stream = path.open("rb", buffering=0)
        finalize(self, self._stream.close)

    def alone(self, row: int) -> Person:
        """The person of a row, without companions."""
        person = from_contract(self._record(row))
        if person.companions or person.is_sought:
            return replace(person, companions=(), is_sought=False)
        return person

    def companion(self, row: int) -> Companion:
        """The person of a row as another's companion."""
        return companion_from_contract(self._record(row))

    def _record(self, row: int) -> dict[str, Any]:
        at, size = self._places[row].tolist()
        self._stream.seek(at)
        return read_record(_bare(self._stream.read(size), at))


def people_of(path: Path) -> Iterator[Person]:
    """The people of a file with their companions, in the order of the file."""
    with path.open("rb") as stream:
        lines = enumerate(_lines(stream, 0, path.stat().st_size), start=1)
        records = [read_record(line, number) for number, (_, _, line) in lines if line.strip()]
    return with_companions(map(from_contract, records))


def _scan(path: Path, stretch: tuple[int, int]) -> _Scan:
    """Look through the lines that begin in a stretch of the file."""
    places: list[tuple[int, int]] = []
    groups: list[str] = []
    number = 0
    with path.open("rb") as stream:
        for number, (at, size, line) in enumerate(_lines(stream, *stretch), start=1):
            if not line.strip():
                continue
            try:
                record = read_record(line)
            except BrokenLine:
                return _Scan(np.zeros((0, 2), np.int64), [], number, broken=number)
            group = record.get("group")
            places.append((at, size))
            groups.append(group.strip() if isinstance(group, str) else "")
    return _Scan(np.array(places, np.int64).reshape(-1, 2), groups, number)


def _lines(stream: BinaryIO, begin: int, end: int) -> Iterator[tuple[int, int, bytes]]:
    """Where each line of this stretch begins, its size, and what it says."""
    at = begin
    if begin:
        stream.seek(begin - 1)
        at += len(stream.readline()) - 1
    while at < end and (line := stream.readline()):
        yield at, len(line), _bare(line, at)
        at += len(line)


def _bare(line: bytes, at: int) -> bytes:
    """A line without the mark that some programs put before the first."""
    return line.removeprefix(_BOM) if at == 0 else line


def read_record(line: bytes, number: int = 0) -> dict[str, Any]:
    """One line as a record; raises `BrokenLine` with its number."""
    try:
        record = json.loads(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError) as broken:
        raise BrokenLine(number) from broken
    if not isinstance(record, dict) or not isinstance(record.get("id"), str):
        raise BrokenLine(number)
    return record


def _loads(scans: Iterable[_Scan]) -> tuple[Places, list[Places]]:
    """Whole groups in the order they first appear: all, and some thousands of lines at once.

    One empty load for an empty file. Raises `BrokenLine` at the first line that is none.
    """
    places, numbers = _gathered(scans)
    ordered = np.argsort(numbers, kind="stable")
    together = places[ordered]
    firsts = np.flatnonzero(np.diff(numbers[ordered], prepend=-1))
    begins = [0]
    for first, end in pairwise([*firsts.tolist(), len(together)]):
        if end - begins[-1] > _AT_ONCE and first > begins[-1]:
            begins.append(first)
    return together, [together[a:b] for a, b in pairwise([*begins, len(together)])]


def _gathered(scans: Iterable[_Scan]) -> tuple[Places, NDArray[np.int32]]:
    """The places of all records, and where the first of the same group stands."""
    places = [np.zeros((0, 2), np.int64)]
    numbers = [np.zeros(0, np.int32)]
    known: dict[str, int] = {}
    lines = count = 0
    for scan in scans:
        if scan.broken:
            raise BrokenLine(lines + scan.broken)
        own = range(count, count + len(scan.groups))
        first = [known.setdefault(g, n) if g else n for g, n in zip(scan.groups, own, strict=True)]
        places.append(scan.places)
        numbers.append(np.array(first, np.int32))
        lines += scan.lines
        count = own.stop
    return np.concatenate(places), np.concatenate(numbers)


def _sheaf(path: Path, load: Places) -> Sheaf:
    return sheaf_of(with_companions(_read(path, load)), with_records=False)


def _read(path: Path, places: Places) -> Iterator[Person]:
    with path.open("rb") as stream:
        for at, size in places.tolist():
            stream.seek(at)
            yield from_contract(read_record(_bare(stream.read(size), at)))
