"""An index of people in memory: candidates by shared keys, then ranked.

People may come and go one at a time; the order makes no difference to any answer.
"""

from array import array
from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest
from math import isqrt, log2
from typing import BinaryIO

from intake.matching.keys import keys
from intake.matching.person import Person
from intake.matching.score import Comparison, compare
from intake.matching.stats import Stats

CANDIDATES = 120
"""How many of the people found are compared in full."""

_LEAST_CAP = 400


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be the person looked for, with the explanation."""

    person_id: str
    comparison: Comparison


class Index:
    """People by key. Adding somebody twice replaces what was known."""

    def __init__(self) -> None:
        self.stats = Stats()
        self._rows: dict[str, int] = {}
        self._people: list[Person | None] = []
        self._free: list[int] = []
        self._postings: dict[int, array[int]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, person_id: object) -> bool:
        return person_id in self._rows

    def get(self, person_id: str) -> Person | None:
        """The person of that id, if here."""
        row = self._rows.get(person_id)
        return None if row is None else self._people[row]

    def add(self, person: Person) -> None:
        """Make a person findable."""
        self.remove(person.id)
        row = self._free.pop() if self._free else len(self._people)
        if row == len(self._people):
            self._people.append(None)
        self._people[row] = person
        self._rows[person.id] = row
        self.stats.add(person)
        for key in keys(person):
            self._postings.setdefault(_number(key), array("I")).append(row)

    def remove(self, person_id: str) -> None:
        """Forget a person; nothing happens if there is none of that id."""
        row = self._rows.pop(person_id, None)
        person = None if row is None else self._people[row]
        if row is None or person is None:
            return
        self._people[row] = None
        self._free.append(row)
        self.stats.remove(person)
        for key in keys(person):
            self._drop(_number(key), row)

    def _drop(self, number: int, row: int) -> None:
        posting = self._postings[number]
        posting.remove(row)
        if not posting:
            del self._postings[number]

    def candidates(
        self, person: Person, limit: int = CANDIDATES, leave_out: Container[str] = ()
    ) -> list[Person]:
        """The people sharing the rarest keys with this one, save those in `leave_out`."""
        found: defaultdict[int, float] = defaultdict(float)
        cap = self._cap()
        for key in keys(person):
            posting = self._postings.get(_number(key), ())
            if 0 < len(posting) <= cap:
                rarity = log2(1 + len(self._rows) / len(posting))
                for row in posting:
                    found[row] += rarity
        people = ((self._people[row], rarity) for row, rarity in found.items())
        allowed = ((p, rarity) for p, rarity in people if p is not None and p.id not in leave_out)
        return [known for known, _ in nsmallest(limit, allowed, key=_rank)]

    def _cap(self) -> int:
        """Keys of more people than this tell too little to read; it grows with the index."""
        return max(_LEAST_CAP, 6 * isqrt(len(self._rows)))

    def write(self, stream: BinaryIO) -> None:
        """Write the postings: per key its number, how many rows, the rows; for inspection."""
        for number in sorted(self._postings):
            posting = self._postings[number]
            stream.write(number.to_bytes(8, "little") + len(posting).to_bytes(4, "little"))
            stream.write(posting.tobytes())

    def size(self) -> int:
        """Bytes of the postings, for the figures of a benchmark."""
        return sum(64 + posting.itemsize * len(posting) for posting in self._postings.values())


def _rank(found: tuple[Person, float]) -> tuple[float, str]:
    """Rarest keys first; rounded, so that the order of adding up cannot show."""
    return (-round(found[1], 6), found[0].id)


def search(
    index: Index, person: Person, top: int = 10, leave_out: Container[str] = ()
) -> list[Candidate]:
    """The people most like this one, best first; empty when nobody shares a key.

    `leave_out` names who cannot be meant: the person and the others of the same case.
    """
    compared = [
        Candidate(known.id, compare(person, known, index.stats))
        for known in index.candidates(person, leave_out=leave_out)
    ]
    compared.sort(key=lambda c: (-c.comparison.score, c.person_id))
    return compared[:top]


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest())
