"""How common names and places are among the people at hand, kept as they change."""

from collections import Counter
from collections.abc import Iterable
from math import log2

from intake.matching import weights as w
from intake.matching.names import parts
from intake.matching.person import NameSaid, Person
from intake.matching.reading.place_names import place_skeletons


class Stats:
    """Counts by skeleton. The order in which people are added makes no difference."""

    def __init__(self) -> None:
        self.people = 0
        self._names: Counter[str] = Counter()
        self._places: Counter[str] = Counter()

    def add(self, person: Person) -> None:
        """Count one person in."""
        self._count(person, 1)

    def remove(self, person: Person) -> None:
        """Count one person out again."""
        self._count(person, -1)

    @property
    def prior(self) -> float:
        """The weight before anything is compared: any one of these people, in bits."""
        return -log2(max(self.people, w.PRIOR_FLOOR))

    def name_bits(self, *skeletons: Iterable[str]) -> float:
        """How rare a name is; of several spellings the most common one decides."""
        bits = self._bits(self._names, skeletons)
        return min(w.RAREST, max(w.COMMONEST, bits))

    def place_bits(self, left: str, right: str) -> float:
        """How rare a place is; of two spellings the more common one decides."""
        bits = self._bits(self._places, (place_skeletons(left), place_skeletons(right)))
        return min(w.PLACE_LIMIT, max(1.0, bits))

    def _bits(self, counts: Counter[str], skeletons: Iterable[Iterable[str]]) -> float:
        count = max((counts[s] for several in skeletons for s in several), default=0)
        expected = w.RARITY_WEIGHT * w.RARITY_PRIOR
        return log2((self.people + w.RARITY_WEIGHT) / (count + expected))

    def _count(self, person: Person, by: int) -> None:
        self.people += by
        _tally(self._names, (s for name in person.names for s in _skeletons(name)), by)
        said = (person.birth_place, person.home_place)
        _tally(self._places, (s for place in said for s in place_skeletons(place)), by)


def _tally(counts: Counter[str], skeletons: Iterable[str], by: int) -> None:
    for skeleton in set(skeletons):
        counts[skeleton] += by
        if not counts[skeleton]:
            del counts[skeleton]


def _skeletons(name: NameSaid) -> Iterable[str]:
    return (skeleton for part in parts(name) for skeleton in part.skeletons)
