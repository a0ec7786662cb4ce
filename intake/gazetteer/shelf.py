"""All packs at hand, searched by any name: of today, of old, in another script."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from intake.domain.latin import suggest_latin
from intake.domain.place import PlaceLink
from intake.gazetteer.pack import ListedPlace, Pack
from intake.gazetteer.spelling import key, parts

MOST = 6
"""More places than this nobody reads while a person waits."""
_LEAST = 3
"""Fewer letters than this begin too many names."""
_SPELLING = 0.8
"""Latin spellings less alike than this are two names."""
_NEAR = 24


@dataclass(frozen=True, slots=True)
class Fitting:
    """A place that fits, what would be linked, and the listed name that fitted."""

    place: ListedPlace
    link: PlaceLink
    by: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """One name of one place; entries of a key stand in the order of the packs."""

    pack: Pack
    place: ListedPlace
    rank: int
    name: str


@dataclass(frozen=True, slots=True)
class _Index:
    """Every entry by the key of its name; all keys in order, and those in Latin letters."""

    entries: dict[str, list[_Entry]]
    keys: list[str]
    latin: list[str]


@lru_cache(maxsize=4)
def _indexed(packs: tuple[Pack, ...]) -> _Index:
    """The index of some packs, made once however many ask."""
    entries: dict[str, list[_Entry]] = {}
    for pack in packs:
        for rank, place in enumerate(pack.places):
            spelt = {key(name): name for name in reversed(place.names())}
            for one, name in spelt.items():
                entries.setdefault(one, []).append(_Entry(pack, place, rank, name))
    keys = sorted(entries)
    return _Index(entries, keys, [name for name in keys if name.isascii()])


class Shelf:
    """The packs of this program; read when somebody first looks for a place."""

    def __init__(self, read: Callable[[], Sequence[Pack]] = tuple) -> None:
        self._read = read

    @cached_property
    def packs(self) -> tuple[Pack, ...]:
        """The packs, read once."""
        return tuple(self._read())

    @property
    def _index(self) -> _Index:
        return _indexed(self.packs)

    def fitting(self, text: str, country: str = "") -> list[Fitting]:
        """The places that a said name may mean, the likeliest first; none is chosen."""
        for piece in parts(text):
            found = self._fitting(key(piece), piece, country)
            if found:
                return found
        return []

    def named(self, place: str, text: str, country: str = "") -> PlaceLink | None:
        """The link to the place with this id, if it is one of those that fit."""
        return next((f.link for f in self.fitting(text, country) if f.link.id == place), None)

    def _fitting(self, said: str, piece: str, country: str) -> list[Fitting]:
        if not said:
            return []
        exact = self._best([self._index.entries.get(said, ())], country)
        if exact or len(said) < _LEAST:
            return exact
        spelt = key(suggest_latin(piece))
        return self._best([self._beginning(said), self._spelt_like(spelt)], country)

    def _best(self, groups: Iterable[Iterable[_Entry]], country: str) -> list[Fitting]:
        """The first places of each group in turn, each place once."""
        chosen: dict[str, Fitting] = {}
        for group in groups:
            wanted = (e for e in group if country in ("", e.pack.country))
            for entry in sorted(wanted, key=lambda e: e.rank):
                if len(chosen) < MOST and entry.place.id not in chosen:
                    link = entry.pack.link(entry.place)
                    chosen[entry.place.id] = Fitting(entry.place, link, entry.name)
        return list(chosen.values())

    def _beginning(self, said: str) -> Iterator[_Entry]:
        index = self._index
        at = bisect_left(index.keys, said)
        while at < len(index.keys) and index.keys[at].startswith(said):
            yield from index.entries[index.keys[at]]
            at += 1

    def _spelt_like(self, said: str) -> list[_Entry]:
        if not said.isascii():
            return []
        near = process.extract(
            said,
            self._index.latin,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=_SPELLING,
            limit=_NEAR,
        )
        return [entry for name, _, _ in near for entry in self._index.entries[name]]


NO_PLACES = Shelf()
"""A shelf without packs: every name is fine, and nothing is offered."""
