"""How common names and places are among the people at hand."""

from collections.abc import Iterable
from functools import lru_cache
from math import log2
from typing import Protocol

from intake.matching.halves import number
from intake.matching.names import parts
from intake.matching.person import Person
from intake.matching.reading.place_names import place_skeletons
from intake.matching.weights import Weights


class Counts(Protocol):
    """Whoever files people counts them, and in how many records a word stands."""

    def people(self) -> int:
        """How many people are filed."""

    def count(self, word: int) -> int:
        """How many of them have a name or place of this number, see `counted`."""


class Stats:
    """Rarity in bits. The order in which people were filed makes no difference.

    Made anew for each search: what it looked up stays true only as long as the index.
    """

    def __init__(self, counts: Counts, weights: Weights) -> None:
        self.people = counts.people()
        self.weights = weights
        self._count = lru_cache(maxsize=4096)(counts.count)
        self._pairs: dict[tuple[str, str], float] = {}
        self._places: dict[tuple[str, str], float] = {}

    @property
    def prior(self) -> float:
        """The weight before anything is compared: any one of these people, in bits."""
        return -log2(max(self.people, self.weights["prior.floor"]))

    def name_bits(self, *skeletons: Iterable[str]) -> float:
        """How rare a name is; of several spellings the most common one decides."""
        bits = self._bits(name_number(s) for several in skeletons for s in several)
        return min(self.weights["rarity.most"], max(self.weights["rarity.least"], bits))

    def pair_bits(self, left: str, right: str) -> float:
        """How rare the name of these two spellings is, looked up once for both."""
        bits = self._pairs.get((left, right))
        if bits is None:
            bits = self._pairs[left, right] = self.name_bits((left, right))
        return bits

    def place_bits(self, left: str, right: str) -> float:
        """How rare a place is; of two spellings the more common one decides."""
        bits = self._places.get((left, right))
        if bits is None:
            said = (*place_skeletons(left), *place_skeletons(right))
            rare = max(1.0, self._bits(place_number(s) for s in said))
            bits = self._places[left, right] = min(self.weights["place.most"], rare)
        return bits

    def _bits(self, words: Iterable[int]) -> float:
        count = max(map(self._count, words), default=0)
        people = self.weights["rarity.people"]
        expected = people / self.weights["rarity.one-in"]
        return log2((self.people + people) / (count + expected))


def counted(person: Person) -> tuple[int, ...]:
    """The numbers of the names and places of one person, each once."""
    said = (person.birth_place, person.home_place)
    found: set[int] = set()
    for name in person.names:
        for part in parts(name):
            found |= _name_numbers(part.skeletons)
    for place in said:
        found |= _place_numbers(place)
    return tuple(sorted(found))


@lru_cache(maxsize=20_000)
def _name_numbers(skeletons: tuple[str, ...]) -> frozenset[int]:
    return frozenset(map(name_number, skeletons))


@lru_cache(maxsize=20_000)
def _place_numbers(place: str) -> frozenset[int]:
    return frozenset(map(place_number, place_skeletons(place)))


def name_number(skeleton: str) -> int:
    """The number a name is counted under."""
    return number("n:" + skeleton)


def place_number(skeleton: str) -> int:
    """The number a place is counted under."""
    return number("p:" + skeleton)
