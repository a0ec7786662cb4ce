"""An index of people in memory: arrays of numbers, and records as text.

Made once and not changed. Eight bytes a key: the key in the upper 40 bits, the row in
the lower 24, sorted, so that a key's people stand together.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from intake.matching.card import Card, card_of, person_from
from intake.matching.keys import KEY_BITS
from intake.matching.person import Companion, Person

_ROW_BITS = 64 - KEY_BITS
_ROW = np.uint64((1 << _ROW_BITS) - 1)


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Cards of whole groups as arrays: what one process hands to another.

    `filed` holds key and row (from 0 in this sheaf), `words` the counted words one after
    another, `glances` four numbers a row, `groups` the number of each row's group in this
    sheaf, -1 for none; `sounds` and `records` are the texts of all rows.
    """

    filed: NDArray[np.uint64]
    words: NDArray[np.int64]
    glances: NDArray[np.int16]
    groups: NDArray[np.int32]
    sounds: "Texts"
    records: "Texts"


class Texts:
    """Many short texts as one run of bytes and the size of each."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        self.sizes = np.array([len(text) for text in encoded], np.int32)
        self.run = bytearray().join(encoded)


def sheaf_of(people: Iterable[Person]) -> Sheaf:
    """File people on cards; everybody of a group must be among them."""
    cards: list[Card] = []
    groups: list[int] = []
    known: dict[str, int] = {}
    for person in people:
        cards.append(card_of(person))
        groups.append(known.setdefault(person.group, len(known)) if person.group else -1)
    filed = [key << _ROW_BITS | row for row, card in enumerate(cards) for key in card.keys]
    seen = ((g.sex, g.earliest, g.latest, g.day) for g in (card.glance for card in cards))
    return Sheaf(
        np.array(filed, np.uint64),
        np.fromiter((word for card in cards for word in card.words), np.int64),
        np.array(list(seen), np.int16).reshape(-1, 4),
        np.array(groups, np.int32),
        Texts(card.sounds for card in cards),
        Texts(card.record for card in cards),
    )


class _Shelf:
    """Texts of all rows, each to be had by its row."""

    def __init__(self, run: bytearray, sizes: NDArray[np.int32]) -> None:
        self._run = run
        self._ends = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])

    def __getitem__(self, row: int) -> str:
        begin, end = self._ends[row], self._ends[row + 1]
        return self._run[begin:end].decode("utf-8", "surrogatepass")

    def parts(self) -> tuple[NDArray[np.int64], bytearray]:
        """What is kept: where each text ends, and the run of all."""
        return self._ends, self._run


class MemoryIndex:
    """People from sheaves; neither the order of sheaves nor of people matters."""

    def __init__(self, sheaves: Iterable[Sheaf]) -> None:
        # Runs of bytes grow in place: no array of all keys is ever held twice.
        runs = {name: bytearray() for name in ("filed", "words", "sounds", "records")}
        glances: list[NDArray[np.int16]] = []
        groups: list[NDArray[np.int32]] = []
        sizes: list[tuple[NDArray[np.int32], NDArray[np.int32]]] = []
        rows = 0
        for sheaf in sheaves:
            runs["filed"] += (sheaf.filed + np.uint64(rows)).tobytes()
            runs["words"] += sheaf.words.tobytes()
            runs["sounds"] += sheaf.sounds.run
            runs["records"] += sheaf.records.run
            sizes.append((sheaf.sounds.sizes, sheaf.records.sizes))
            glances.append(sheaf.glances)
            groups.append(sheaf.groups)
            rows += len(sheaf.groups)
        words = np.frombuffer(runs.pop("words"), np.int64)
        self._words, self._counts = np.unique(words, return_counts=True)
        self._filed = np.frombuffer(runs["filed"], np.uint64)
        self._filed.sort()
        self._glances = np.concatenate([np.zeros((0, 4), np.int16), *glances])
        none = np.zeros(0, np.int32)
        self._sounds = _Shelf(runs["sounds"], np.concatenate([none, *(s for s, _ in sizes)]))
        self._records = _Shelf(runs["records"], np.concatenate([none, *(r for _, r in sizes)]))
        self._groups = _renumbered(groups)
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
        at = int(np.searchsorted(self._words, word))
        found = at < len(self._words) and self._words[at] == word
        return int(self._counts[at]) if found else 0

    def sharing(self, keys: Sequence[int], most: int) -> dict[int, NDArray[np.int64]]:
        """The rows filed under each key; keys of nobody or of more than `most` left out."""
        asked = np.array(keys, np.uint64) << np.uint64(_ROW_BITS)
        begins = np.searchsorted(self._filed, asked)
        ends = np.searchsorted(self._filed, asked | _ROW, side="right")
        return {
            key: (self._filed[begin:end] & _ROW).astype(np.int64)
            for key, begin, end in zip(keys, begins.tolist(), ends.tolist(), strict=True)
            if 0 < end - begin <= most
        }

    def glances(self, rows: NDArray[np.int64]) -> NDArray[np.int16]:
        """One line a row: sex, earliest year, latest year, day."""
        return self._glances[rows]

    def sounds(self, rows: NDArray[np.int64]) -> list[str]:
        """The words of the names of each row, as read."""
        return [self._sounds[row] for row in rows.tolist()]

    def alone(self, row: int) -> Person:
        """The person of a row, without whoever came along."""
        return person_from(self._records[row])

    def person(self, row: int) -> Person:
        """The person of a row, with companions."""
        others = [other for other in self._group_rows(row) if other != row]
        return person_from(self._records[row], tuple(self._companion(other) for other in others))

    def _companion(self, row: int) -> Companion:
        return person_from(self._records[row]).as_companion()

    def _group_rows(self, row: int) -> list[int]:
        group = int(self._groups[row])
        if group < 0:
            return []
        # Of the array's own type: for any other numpy would copy the array each time.
        asked = np.array([group, group + 1], self._mate_groups.dtype)
        begin, end = np.searchsorted(self._mate_groups, asked).tolist()
        return list(map(int, self._mates[begin:end]))

    def _numbers(self) -> Iterator[memoryview]:
        arrays = (self._filed, self._words, self._counts, self._glances)
        for array in (*arrays, self._groups, self._mates, self._mate_groups):
            yield array.data

    def size(self) -> int:
        """Bytes of everything that is kept, the records too."""
        shelves = (self._sounds.parts(), self._records.parts())
        texts = sum(ends.nbytes + len(run) for ends, run in shelves)
        return texts + sum(part.nbytes for part in self._numbers())

    def write(self, stream: BinaryIO) -> None:
        """Write the numbers one after another, for inspection; never a name or record."""
        for part in self._numbers():
            stream.write(part)


def _renumbered(groups: Sequence[NDArray[np.int32]]) -> NDArray[np.int32]:
    """Groups of several sheaves with numbers of their own, -1 kept."""
    found, first = [np.zeros(0, np.int32)], 0
    for part in groups:
        found.append(np.where(part < 0, -1, part + first).astype(np.int32))
        first += int(part.max(initial=-1)) + 1
    return np.concatenate(found)
