"""Keys under which a person can be found: one in common makes two candidates.

Compound keys (two facts each) are rare enough to be read; a single name is a key as
well, so that a mononym, a short name or a name in a script unknown here is found. A key
is a number of 40 bits, the same on every machine: an index of a million people keeps
eight bytes a key, the person's row included.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

import numpy as np

from intake.matching.birth import Birth
from intake.matching.names import (
    GIVEN,
    PATRONYMIC,
    Part,
    as_written,
    given_parts,
    parts,
    with_two_as_one,
)
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


class Group(NamedTuple):
    """Alternative keys for one pairing of facts: sharing several is sharing one."""

    pairing: Pairing
    keys: tuple[int, ...]


def keys(person: Person) -> tuple[int, ...]:
    """All keys of one person, each once, in order."""
    mixed = [key for _, alternatives in _paired(person) for key in alternatives]
    return tuple(sorted(set(_stirred(mixed))))


def key_groups(person: Person) -> list[Group]:
    """The keys by what they pair: a candidate is credited once for each group."""
    pairs = list(dict.fromkeys((what, tuple(keys)) for what, keys in _paired(person) if keys))
    stirred = iter(_stirred([key for _, keys in pairs for key in keys]))
    return [Group(what, tuple(next(stirred) for _ in keys)) for what, keys in pairs]


# A key mixes two numbers: half of it is made of each, so that a half made once serves
# every pair it stands in.
Halves = tuple[int, ...]
_Paired = tuple[Pairing, Sequence[int]]


class _Reading(NamedTuple):
    """One way to read a word: its number, and its half on either side of two names."""

    number: int
    left: int
    right: int


def _paired(person: Person) -> Iterator[_Paired]:
    facts = _facts(person)
    for name in person.names:
        words = parts(name)
        joined = _joined(words)
        read = [_readings(part) for part in (*words, *joined)]
        yield from _names(read[: len(words)])
        yield from _single(name, words, joined)
        for part, readings in zip((*words, *joined), read, strict=True):
            if part.role != PATRONYMIC:
                lefts = [reading.left for reading in readings]
                for what, halves in facts:
                    yield what, [left ^ right for left in lefts for right in halves]
        yield from _companions(words, person.companions)
    yield from _parents(person)
    if person.birth is not None and person.birth.exact:
        yield Pairing.BORN, [_left(number(person.birth.said)) ^ _right(_DAY)]


def _names(read: Sequence[tuple[_Reading, ...]]) -> Iterator[_Paired]:
    for one, other in combinations(read, 2):
        yield (
            Pairing.NAME,
            [
                a.left ^ b.right if a.number <= b.number else b.left ^ a.right
                for a in one
                for b in other
            ],
        )


def _single(name: NameSaid, words: tuple[Part, ...], joined: tuple[Part, ...]) -> Iterator[_Paired]:
    """The whole name as written, and each word by itself."""
    yield Pairing.NAME, [_left(number(as_written(name))) ^ _right(_WRITTEN)]
    for part in words:
        yield Pairing.NAME, [_left(number(part.stem.text)) ^ _right(_WORD)]
    # Where one word is all that is known, its unlikelier readings are worth a key as well.
    most = 2 if len(words) > 1 else None
    heard = [part.skeletons[:most] for part in (*words, *joined)]
    for skeletons in (*heard, *_run_together(words, joined)):
        yield Pairing.NAME, [_left(number(s)) ^ _right(_SOUND) for s in skeletons]
    if len(words) == 1:
        cuts = (cut for s in words[0].skeletons[:2] for cut in _cuts(s))
        yield Pairing.NAME, [_left(number(cut)) ^ _right(_NEAR) for cut in cuts]


def _joined(words: tuple[Part, ...]) -> tuple[Part, ...]:
    """The first two words as one: Gul Ali and Gulali are one name."""
    if len(words) < 2 or len(words[0].word.text) + len(words[1].word.text) > _LONGEST_JOINT:
        return ()
    return (with_two_as_one(words, 0)[0],)


def _run_together(words: tuple[Part, ...], joined: tuple[Part, ...]) -> list[tuple[str, ...]]:
    """How two long words sound where the blank between them was forgotten."""
    if len(words) < 2 or joined:
        return []
    one, other = words[0].skeletons[0], words[1].skeletons[0]
    return [(one + other[other[0] == one[-1] :],)]


def _cuts(skeleton: str) -> set[str]:
    """The skeleton whole and with each letter left out: finds one slip either side."""
    if len(skeleton) < 2:
        return set()
    slips = range(len(skeleton)) if len(skeleton) > 2 else ()
    return {skeleton} | {skeleton[:i] + skeleton[i + 1 :] for i in slips}


def _facts(person: Person) -> list[tuple[Pairing, Halves]]:
    """What each name is paired with: when, where, and whose child or spouse."""
    born = (Pairing.BORN, tuple(_right(_BORN, step) for step in year_steps(person.birth)))
    said = (person.birth_place, person.home_place)
    places = ((Pairing.PLACE, _place(place)) for place in said)
    kin = ((Pairing.KIN, _first(name, _KIN + 16 * who).rights) for who, name in _relatives(person))
    return list(dict.fromkeys(fact for fact in (born, *places, *kin) if fact[1]))


def year_steps(birth: Birth | None) -> range:
    """Steps of three years somebody may be born in, a year's slip allowed.

    Two years at most two apart always share a step. Empty when unknown or too vague.
    """
    if birth is None or birth.latest - birth.earliest >= _LONGEST_SPAN:
        return range(0)
    return range((birth.earliest - 1) // _YEARS_A_STEP, (birth.latest + 1) // _YEARS_A_STEP + 1)


@lru_cache(maxsize=30_000)
def _place(place: str) -> Halves:
    if not place:
        return ()
    names = sorted(renamings(place))[:1]
    sounds = (number(s) for s in place_skeletons(place)[:1])
    return tuple(_right(_PLACE, n) for n in (*sounds, *(7 * n + 3 for n in names)))


def _relatives(person: Person) -> list[tuple[int, str]]:
    told = ((_FATHER, person.father), (_MOTHER, person.mother), (_SPOUSE, person.spouse))
    return [(who, name) for who, name in told if name]


class _First(NamedTuple):
    """How the first word of a relative's name may sound, as either half of a key."""

    lefts: Halves
    rights: Halves


@lru_cache(maxsize=30_000)
def _first(name: str, kind: int) -> _First:
    """The first word alone and with the next one; `kind` belongs to the right halves."""
    words = parts(NameSaid(name))
    first = next((p for p in words if p.role == GIVEN), words[0] if words else None)
    if first is None:
        return _First((), ())
    joined = (part.skeletons[0] for part in _joined(words))
    numbers = [number(s) for s in dict.fromkeys((*first.skeletons[:2], *joined))]
    return _First(tuple(map(_left, numbers)), tuple(_right(kind, n) for n in numbers))


def _parents(person: Person) -> Iterator[_Paired]:
    for (who, name), (other_who, other) in combinations(_relatives(person), 2):
        lefts = _first(name, _KIN + 16 * who).lefts
        rights = _first(other, _PARENTS + 16 * (who + 4 * other_who)).rights
        yield Pairing.PARENTS, [left ^ right for left in lefts for right in rights]


def _companions(words: tuple[Part, ...], companions: Iterable[Companion]) -> Iterator[_Paired]:
    """The given name with the given name of each who came along."""
    own = next((part for part in words if part.role == GIVEN), None)
    if own is None:
        return
    mine = [_left(number(s)) for s in own.skeletons[:2]]
    for companion in list(companions)[:_COMPANIONS]:
        given = {s for n in companion.names for s in given_skeletons(n)[:1]}
        theirs = [_right(_WITH, number(s)) for s in sorted(given)]
        yield Pairing.COMPANION, [left ^ right for left in mine for right in theirs]


def given_skeletons(name: NameSaid) -> tuple[str, ...]:
    """What the given name of somebody sounds like, likeliest first."""
    # Few given names are many people's; so a name told in parts need not be taken apart.
    return (_sounding(name.given) if name.given else ()) or _given_in(name)


@lru_cache(maxsize=30_000)
def _sounding(given: str) -> tuple[str, ...]:
    return tuple([s for part in given_parts(given) for s in part.skeletons])


@lru_cache(maxsize=30_000)
def _given_in(name: NameSaid) -> tuple[str, ...]:
    return tuple([s for part in parts(name) if part.role == GIVEN for s in part.skeletons])


def _readings(part: Part) -> tuple[_Reading, ...]:
    """How a word of a name may sound, and the names it is a short or foreign form of."""
    return _read(part.skeletons[:2], part.stem.said)


@lru_cache(maxsize=50_000)
def _read(skeletons: tuple[str, ...], said: str) -> tuple[_Reading, ...]:
    forms = (11 * form + 5 for form in sorted(forms_of(read_word(said).plain))[:2])
    numbers = (*map(number, skeletons), *forms)
    return tuple(_Reading(n, _left(n), _right(_NAMES, n)) for n in numbers)


def _left(one: int) -> int:
    return one * 0x9E3779B97F4A7C15 & _ALL


def _right(kind: int, other: int = 0) -> int:
    return (other + kind) * 0xC2B2AE3D27D4EB4F & _ALL


def _stirred(mixed: Sequence[int]) -> list[int]:
    """Keys of two halves each: every bit of both shows in the 40 kept."""
    keys = np.array(mixed, np.uint64)
    keys ^= keys >> np.uint64(29)
    keys *= np.uint64(0xBF58476D1CE4E5B9)
    keys ^= keys >> np.uint64(32)
    kept: list[int] = (keys & np.uint64((1 << KEY_BITS) - 1)).tolist()
    return kept


@lru_cache(maxsize=100_000)
def number(text: str) -> int:
    """A text as a number of 63 bits, the same on every machine."""
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1
