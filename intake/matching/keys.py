"""Keys under which a person can be found: one in common makes two candidates.

Compound keys (two facts each) are rare enough to be read; a single name is a key as
well, so that a mononym, a short name or a name in a script unknown here is found. A key
is a number of 40 bits, the same on every machine: an index of a million people keeps
eight bytes a key, the person's row included.
"""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations, product
from typing import NamedTuple

from intake.matching.birth import Birth
from intake.matching.names import GIVEN, PATRONYMIC, Part, as_written, parts, with_two_as_one
from intake.matching.person import Companion, NameSaid, Person
from intake.matching.reading.given_names import forms_of
from intake.matching.reading.place_names import place_skeletons, renamings
from intake.matching.reading.romanise import read_word

KEY_BITS = 40

_COMPANIONS = 6
_LONGEST_JOINT = 13
_ALL = (1 << 64) - 1
_YEARS_A_STEP = 3
_LONGEST_SPAN = 12
# Kinds of keys. A kind is part of the number: never reuse one for another meaning.
_WRITTEN, _WORD, _SOUND, _NEAR, _NAMES, _BORN, _DAY, _PLACE, _KIN, _PARENTS, _WITH = range(1, 12)
_FATHER, _MOTHER, _SPOUSE = 1, 2, 3


class Pairing(IntEnum):
    """What a group of keys pairs, as far as it matters to how much sharing one says."""

    NAME = 0
    BORN = 1
    PLACE = 2
    KIN = 3
    PARENTS = 4
    COMPANION = 5


Alternatives = tuple[int, ...]


class Group(NamedTuple):
    """Alternative keys for one pairing of facts: sharing several is sharing one."""

    pairing: Pairing
    keys: Alternatives


def keys(person: Person) -> tuple[int, ...]:
    """All keys of one person, each once, in order."""
    return tuple(sorted({key for group in key_groups(person) for key in group.keys}))


def key_groups(person: Person) -> list[Group]:
    """The keys by what they pair: a candidate is credited once for each group."""
    facts = _facts(person)
    found: list[Group] = []
    for name in person.names:
        words = parts(name)
        found.extend(_name_groups(name, words))
        for part in (*words, *_joined(words)):
            readings = _readings(part)
            telling = facts if part.role != PATRONYMIC else []
            found.extend(_pair(what, kind, readings, fact) for what, kind, fact in telling)
        found.extend(_companion_groups(words, person.companions))
    found.extend(_parent_groups(person))
    if person.birth is not None and person.birth.exact:
        found.append(Group(Pairing.BORN, (_mix(_DAY, number(person.birth.said)),)))
    return [group for group in dict.fromkeys(found) if group.keys]


def _name_groups(name: NameSaid, words: tuple[Part, ...]) -> Iterator[Group]:
    yield Group(Pairing.NAME, (_mix(_WRITTEN, number(as_written(name))),))
    for one, other in combinations(words, 2):
        pairs = product(_readings(one), _readings(other))
        yield Group(Pairing.NAME, tuple(_mix(_NAMES, min(p), max(p)) for p in pairs))
    for part in words:
        yield Group(Pairing.NAME, (_mix(_WORD, number(part.stem.text)),))
    for part in (*words, *_joined(words)):
        yield Group(Pairing.NAME, tuple(_mix(_SOUND, number(s)) for s in part.skeletons[:2]))
    if len(words) == 1:
        cuts = (cut for s in words[0].skeletons[:2] for cut in _cuts(s))
        yield Group(Pairing.NAME, tuple(_mix(_NEAR, number(cut)) for cut in cuts))


def _joined(words: tuple[Part, ...]) -> tuple[Part, ...]:
    """The first two words as one: Gul Ali and Gulali are one name."""
    if len(words) < 2 or len(words[0].word.text) + len(words[1].word.text) > _LONGEST_JOINT:
        return ()
    return (with_two_as_one(words, 0)[0],)


def _cuts(skeleton: str) -> set[str]:
    """The skeleton whole and with each letter left out: finds one slip either side."""
    if len(skeleton) < 3:
        return set()
    return {skeleton} | {skeleton[:i] + skeleton[i + 1 :] for i in range(len(skeleton))}


Fact = tuple[Pairing, int, Alternatives]


def _facts(person: Person) -> list[Fact]:
    """What each name is paired with: when, where, and whose child or spouse."""
    born = (Pairing.BORN, _BORN, tuple(year_steps(person.birth)))
    said = (person.birth_place, person.home_place)
    places = ((Pairing.PLACE, _PLACE, _place(place)) for place in said)
    kin = ((Pairing.KIN, _KIN + 16 * who, _first(name)) for who, name in _relatives(person))
    return list(dict.fromkeys(fact for fact in (born, *places, *kin) if fact[2]))


def year_steps(birth: Birth | None) -> range:
    """Steps of three years somebody may be born in, a year's slip allowed.

    Two years at most two apart always share a step. Empty when unknown or too vague.
    """
    if birth is None or birth.latest - birth.earliest >= _LONGEST_SPAN:
        return range(0)
    return range((birth.earliest - 1) // _YEARS_A_STEP, (birth.latest + 1) // _YEARS_A_STEP + 1)


def _place(place: str) -> Alternatives:
    if not place:
        return ()
    names = sorted(renamings(place))[:1]
    return (*(number(s) for s in place_skeletons(place)[:1]), *(7 * n + 3 for n in names))


def _relatives(person: Person) -> list[tuple[int, str]]:
    told = ((_FATHER, person.father), (_MOTHER, person.mother), (_SPOUSE, person.spouse))
    return [(who, name) for who, name in told if name]


def _first(name: str) -> Alternatives:
    """How the first word of a relative's name may sound, alone and with the next one."""
    words = parts(NameSaid(name))
    first = next((p for p in words if p.role == GIVEN), words[0] if words else None)
    if first is None:
        return ()
    joined = (number(part.skeletons[0]) for part in _joined(words))
    return tuple(dict.fromkeys((*(number(s) for s in first.skeletons[:2]), *joined)))


def _parent_groups(person: Person) -> Iterator[Group]:
    told = [(who, _first(name)) for who, name in _relatives(person)]
    for (who, one), (other_who, other) in combinations(told, 2):
        yield _pair(Pairing.PARENTS, _PARENTS + 16 * (who + 4 * other_who), one, other)


def _companion_groups(words: tuple[Part, ...], companions: Iterable[Companion]) -> Iterator[Group]:
    """The given name with the given name of each who came along."""
    own = next((part for part in words if part.role == GIVEN), None)
    if own is None:
        return
    mine = tuple(number(s) for s in own.skeletons[:2])
    for companion in list(companions)[:_COMPANIONS]:
        given = {s for n in companion.names for s in given_skeletons(n)[:1]}
        theirs = tuple(number(s) for s in sorted(given))
        yield _pair(Pairing.COMPANION, _WITH, mine, theirs)


def given_skeletons(name: NameSaid) -> tuple[str, ...]:
    """What the given name of somebody sounds like, likeliest first."""
    return tuple(s for part in parts(name) if part.role == GIVEN for s in part.skeletons)


def _readings(part: Part) -> Alternatives:
    """How a word of a name may sound, and the names it is a short or foreign form of."""
    return _numbers(part.skeletons[:2], part.stem.said)


@lru_cache(maxsize=50_000)
def _numbers(skeletons: tuple[str, ...], said: str) -> Alternatives:
    forms = (11 * form + 5 for form in sorted(forms_of(read_word(said).plain))[:2])
    return (*map(number, skeletons), *forms)


def _pair(what: Pairing, kind: int, one: Alternatives, other: Alternatives) -> Group:
    return Group(what, tuple(_mix(kind, a, b) for a in one for b in other))


def _mix(kind: int, one: int, other: int = 0) -> int:
    """One number of two: every bit of both shows in the 40 kept."""
    mixed = (one * 0x9E3779B97F4A7C15 ^ (other + kind) * 0xC2B2AE3D27D4EB4F) & _ALL
    mixed = ((mixed ^ mixed >> 29) * 0xBF58476D1CE4E5B9) & _ALL
    return (mixed ^ mixed >> 32) & _ALL >> 24


@lru_cache(maxsize=100_000)
def number(text: str) -> int:
    """A text as a number of 63 bits, the same on every machine."""
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1
