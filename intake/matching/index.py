"""An index of people in memory: arrays of numbers, and records as text.

Made once and not changed. The keys may stand on disk and the people in their own file:
then what is held in memory is small.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from intake.matching.card import glance_at, person_from, record_of, sounds
from intake.matching.key_store import ROW_BITS, KeyStore, KeyTable
from intake.matching.keys import keys_of
from intake.matching.person import Companion, Person
from intake.matching.stats import counted

Number = TypeVar("Number", np.uint64, np.int64)


@dataclass(frozen=True, slots=True)
class Sheaf:
    """People of whole groups as arrays: what one process hands to another.

    `filed` holds key and row (from 0 in this sheaf), `words` the counted words, each once,
    and `counts` in how many records each stands, `glances` four numbers a row, `groups` the
    number of each row's group in this sheaf, -1 for none; `sounds` and `records` are the
    texts of all rows. No records where the index reads people from elsewhere.
    """

    filed: NDArray[np.uint64]
    words: NDArray[np.int64]
    counts: NDArray[np.int64]
    glances: NDArray[np.int16]
    groups: NDArray[np.int32]
    sounds: "Texts"
    records: "Texts | None"


class Texts:
    """Many short texts as one run of bytes and the size of each."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        self.sizes = np.array([len(text) for text in encoded], np.int32)
        self.run = bytearray().join(encoded)


def sheaf_of(people: Iterable[Person], *, with_records: bool = True) -> Sheaf:
    """File people; everybody of a group must be among them."""
    everyone = list(people)
    known: dict[str, int] = {}
    groups = [known.setdefault(p.group, len(known)) if p.group else -1 for p in everyone]
    keys, rows = keys_of(everyone)
    words = np.fromiter((word for person in everyone for word in counted(person)), np.int64)
    seen = ((g.sex, g.earliest, g.latest, g.day) for g in map(glance_at, everyone))
    return Sheaf(
        _each_once(keys << np.uint64(ROW_BITS) | rows.astype(np.uint64))[0],
        *_each_once(words),
        np.array(list(seen), np.int16).reshape(-1, 4),
        np.array(groups, np.int32),
        Texts(" ".join(sounds(person)) for person in everyone),
        Texts(map(record_of, everyone)) if with_records else None,
    )


class _Shelf:
    """Texts of all rows, each to be had by its row."""

    def __init__(self, run: bytearray, sizes: Sequence[NDArray[np.int32]]) -> None:
        self._run = run
        together = np.concatenate([np.zeros(1, np.int32), *sizes])
        self._ends = np.cumsum(together, dtype=np.int64)

    def __getitem__(self, row: int) -> str:
        begin, end = self._ends[row], self._ends[row + 1]
        return self._run[begin:end].decode("utf-8", "surrogatepass")

    def several(self, rows: NDArray[np.int64]) -> list[str]:
        """The texts of several rows, in their order."""
        begins, ends = self._ends[rows].tolist(), self._ends[rows + 1].tolist()
        texts = (self._run[begin:end] for begin, end in zip(begins, ends, strict=True))
        return [text.decode("utf-8", "surrogatepass") for text in texts]

    def parts(self) -> tuple[NDArray[np.int64], bytearray]:
        """What is kept: where each text ends, and the run of all."""
        return self._ends, self._run


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of each sheaf until all are there."""

    words: list[NDArray[np.int64]]
    counts: list[NDArray[np.int64]]
    glances: list[NDArray[np.int16]]
    groups: list[NDArray[np.int32]]
    sound_sizes: list[NDArray[np.int32]]
    record_sizes: list[NDArray[np.int32]]

    def add(self, sheaf: Sheaf) -> None:
        """The arrays of one more sheaf."""
        self.words.append(sheaf.words)
        self.counts.append(sheaf.counts)
        self.glances.append(sheaf.glances)
        self.groups.append(sheaf.groups)
        self.sound_sizes.append(sheaf.sounds.sizes)


class People(Protocol):
    """Where people are read by their rows."""

    def alone(self, row: int) -> Person:
        """The person of a row, without companions."""

    def companion(self, row: int) -> Companion:
        """The person of a row as another's companion."""


class _Records:
    """People of whom a text is kept."""

    def __init__(self, shelf: _Shelf) -> None:
        self._shelf = shelf

    def alone(self, row: int) -> Person:
        """The person of a row, without companions."""
        return person_from(self._shelf[row])

    def companion(self, row: int) -> Companion:
        """The person of a row as another's companion."""
        return self.alone(row).as_companion()

    def parts(self) -> tuple[NDArray[np.int64], bytearray]:
        """What is kept of them."""
        return self._shelf.parts()


class MemoryIndex:
    """People from sheaves; neither the order of sheaves nor of people matters.

    `people` are read from there where the sheaves hold no records; `keys` is where keys are
    put, if not in memory.
    """

    def __init__(
        self,
        sheaves: Iterable[Sheaf],
        people: People | None = None,
        keys: KeyStore | None = None,
    ) -> None:
        self._keys = keys or KeyTable()
        # Runs of bytes grow in place: no text is ever held twice.
        sounds, records = bytearray(), bytearray()
        kept = _Kept([], [], [], [], [], [])
        rows = 0
        for sheaf in sheaves:
            self._keys.add(sheaf.filed + np.uint64(rows))
            sounds += sheaf.sounds.run
            if sheaf.records is not None:
                records += sheaf.records.run
                kept.record_sizes.append(sheaf.records.sizes)
            kept.add(sheaf)
            rows += len(sheaf.groups)
        self._words, self._counts = _counted_together(kept.words, kept.counts)
        self._keys.close()
        self._glances = np.concatenate([np.zeros((0, 4), np.int16), *kept.glances])
        self._sounds = _Shelf(sounds, kept.sound_sizes)
        self._people = people or _Records(_Shelf(records, kept.record_sizes))
        self._groups = _renumbered(kept.groups)
        self._mates = np.argsort(self._groups, kind="stable").astype(np.int32)
        self._mate_groups = self._groups[self._mates]

    @classmethod
    def of(cls, people: Iterable[Person]) -> "MemoryIndex":
        """An index of these people, who know their companions already."""
        return cls([sheaf_of(people)])

    def people(self) -> int:
        """How many people are filed."""
        return len(self._groups)

    def count(self, word: int) -> int:
        """How many of them have a name or place of this number."""
        at = int(self._words.searchsorted(word))
        found = at < len(self._words) and self._words[at] == word
        return int(self._counts[at]) if found else 0

    def sharing(self, keys: Sequence[int], most: int) -> dict[int, NDArray[np.int64]]:
        """The rows filed under each key; keys of nobody or of more than `most` left out."""
        return self._keys.sharing(keys, most)

    def glances(self, rows: NDArray[np.int64]) -> NDArray[np.int16]:
        """One line a row: sex, earliest year, latest year, day."""
        return self._glances[rows]

    def sounds(self, rows: NDArray[np.int64]) -> list[str]:
        """The words of the names of each row, as read."""
        return self._sounds.several(rows)

    def alone(self, row: int) -> Person:
        """The person of a row, without whoever came along."""
        return self._people.alone(row)

    def companions(self, row: int) -> tuple[Companion, ...]:
        """Who came along with the person of a row."""
        others = [other for other in self._group_rows(row) if other != row]
        return tuple([self._people.companion(other) for other in others])

    def person(self, row: int) -> Person:
        """The person of a row, with companions."""
        came_along = self.companions(row)
        return replace(self.alone(row), companions=came_along) if came_along else self.alone(row)

    def _group_rows(self, row: int) -> list[int]:
        group = int(self._groups[row])
        if group < 0:
            return []
        # Of the array's own type: for any other numpy would copy the array each time.
        asked = np.array([group, group + 1], self._mate_groups.dtype)
        begin, end = self._mate_groups.searchsorted(asked).tolist()
        return list(map(int, self._mates[begin:end]))

    def _numbers(self) -> Iterator[memoryview]:
        arrays = (self._words, self._counts, self._glances)
        for array in (*arrays, self._groups, self._mates, self._mate_groups):
            yield array.data

    def size(self) -> int:
        """Bytes of everything that is kept, the records too where they are."""
        shelves = [self._sounds.parts()]
        if isinstance(self._people, _Records):
            shelves.append(self._people.parts())
        texts = sum(ends.nbytes + len(run) for ends, run in shelves)
        return texts + self._keys.size() + sum(part.nbytes for part in self._numbers())

    def write(self, stream: BinaryIO) -> None:
        """Write the numbers one after another, for inspection; never a name or record."""
        self._keys.write(stream)
        for part in self._numbers():
            stream.write(part)


def _counted_together(
    words: Sequence[NDArray[np.int64]], counts: Sequence[NDArray[np.int64]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The words of all sheaves, each once and in order, and in how many records it stands."""
    none = np.zeros(0, np.int64)
    together = np.concatenate([none, *words])
    order = np.argsort(together)
    found, many = _each_once(together[order])
    ends = np.concatenate([none, np.cumsum(np.concatenate([none, *counts])[order])])
    return found, np.diff(ends[np.cumsum(many) - 1], prepend=0)


def _each_once(numbers: NDArray[Number]) -> tuple[NDArray[Number], NDArray[np.int64]]:
    """The numbers each once, in order, and how often each was there."""
    # Of many numbers that differ, numpy's own way takes ten times as long.
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    begins = np.flatnonzero(first)
    return ordered[first], np.diff(begins, append=len(ordered))


def _renumbered(groups: Sequence[NDArray[np.int32]]) -> NDArray[np.int32]:
    """Groups of several sheaves with numbers of their own, -1 kept."""
    found, first = [np.zeros(0, np.int32)], 0
    for part in groups:
        found.append(np.where(part < 0, -1, part + first).astype(np.int32))
        first += int(part.max(initial=-1)) + 1
    return np.concatenate(found)
