"""Keys under which a person can be found: one in common makes two candidates.

Compound keys (two facts each) are rare enough to be read; a single name is a key as
well, so that a mononym, a short name or a name in a script unknown here is found.
"""

from collections.abc import Iterator
from itertools import combinations, product

from intake.matching.birth import years
from intake.matching.compare import given_skeletons
from intake.matching.names import GIVEN, Part, as_written, parts
from intake.matching.person import NameSaid, Person
from intake.matching.reading.given_names import forms_of
from intake.matching.reading.place_names import place_skeletons, renamings
from intake.matching.reading.romanise import Word

_READINGS = 3
_COMPANIONS = 6


def keys(person: Person) -> list[str]:
    """All keys of one person, each once, in a fixed order."""
    return sorted(set(_keys(person)))


def _keys(person: Person) -> Iterator[str]:
    places = sorted({key for place in _places(person) for key in place})
    relatives = _relatives(person)
    for name in person.names:
        words = parts(name)
        yield from _name_keys(name, words)
        yield from _name_and_facts(words, person, places, relatives)
    yield from _household_keys(person)
    if person.birth is not None and person.birth.exact:
        yield "b:" + person.birth.said
    for (kind, one), (other_kind, other) in combinations(relatives, 2):
        for a, b in product(one, other):
            yield f"rr:{kind}{other_kind}:{a}:{b}"


def _name_keys(name: NameSaid, words: tuple[Part, ...]) -> Iterator[str]:
    yield "x:" + as_written(name)
    for one, other in combinations(words, 2):
        for a, b in product(_part_readings(one), _part_readings(other)):
            yield "nn:" + ":".join(sorted((a, b)))
    for part in words:
        yield from _single_keys(part.stem, alone=len(words) == 1)


def _single_keys(word: Word, *, alone: bool) -> Iterator[str]:
    """One word by itself: as read, as folded, with its first and last sound as a hint."""
    yield "w:" + word.text
    for skeleton in word.skeletons:
        yield "n:" + skeleton
        if alone:
            yield f"h:{_edges(word)}:{skeleton}"
            yield from (f"d:{cut}" for cut in _cuts(skeleton))


def _edges(word: Word) -> str:
    """Whether the word begins and ends with a vowel: the one hint every script gives."""
    if not word.sounds:
        return ""
    return "".join("v" if s[0] in "aeiouyw" else "c" for s in (word.sounds[0], word.sounds[-1]))


def _cuts(skeleton: str) -> set[str]:
    """The skeleton whole and with each letter left out: finds one slip either side."""
    if len(skeleton) < 3:
        return set()
    return {skeleton} | {skeleton[:i] + skeleton[i + 1 :] for i in range(len(skeleton))}


def _part_readings(part: Part) -> tuple[str, ...]:
    """How a word of a name may sound, and the names it is a short or foreign form of."""
    forms = (f"g{number}" for number in sorted(forms_of(part.stem.plain))[:2])
    return (*_readings(part.stem), *forms)


_Relative = tuple[str, tuple[str, ...]]


def _name_and_facts(
    words: tuple[Part, ...], person: Person, places: list[str], relatives: list[_Relative]
) -> Iterator[str]:
    for part in words:
        for skeleton in _part_readings(part):
            yield from (f"ny:{skeleton}:{year}" for year in years(person.birth))
            yield from (f"np:{skeleton}:{place}" for place in places)
            for kind, readings in relatives:
                yield from (f"nr:{skeleton}:{kind}:{other}" for other in readings)


def _household_keys(person: Person) -> Iterator[str]:
    own = {s for name in person.names for p in parts(name) for s in _readings(p.stem)[:2]}
    for companion in person.companions[:_COMPANIONS]:
        for skeleton in sorted(given_skeletons(companion))[:2]:
            yield from (f"hn:{mine}:{skeleton}" for mine in own)


def _places(person: Person) -> Iterator[list[str]]:
    for place in (person.birth_place, person.home_place):
        yield [*place_skeletons(place)[:2], *(str(number) for number in renamings(place))]


def _relatives(person: Person) -> list[_Relative]:
    """Father, mother and spouse by their first word, where they were told."""
    told = (("f", person.father), ("m", person.mother), ("s", person.spouse))
    return [(kind, _first_readings(name)) for kind, name in told if name]


def _first_readings(name: str) -> tuple[str, ...]:
    words = parts(NameSaid(name))
    first = next((p for p in words if p.role == GIVEN), words[0] if words else None)
    return _readings(first.stem)[:2] if first else ()


def _readings(word: Word) -> tuple[str, ...]:
    return word.skeletons[:_READINGS]
