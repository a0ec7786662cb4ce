"""Keys under which a person can be found: one in common makes two candidates.

Compound keys (two facts each) are rare enough to be read; a single name is a key as
well, so that a mononym, a short name or a name in a script unknown here is found. A key
is a number of 40 bits, the same on every machine: an index of a million people keeps
eight bytes a key, the person's row included.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from intake.matching.birth import Birth
from intake.matching.halves import Halves, Pairs, digest_of, left_half, number, right_half, stirred
from intake.matching.names import (
    FAMILY,
    GIVEN,
    PATRONYMIC,
    Part,
    as_written,
    given_parts,
    joint,
    parts,
)
from intake.matching.person import Companion, NameSaid, Person
from intake.matching.reading.given_names import forms_of
from intake.matching.reading.place_names import place_skeletons, renamings
from intake.matching.reading.romanise import Word, read_word

_COMPANIONS = 6
_LONGEST_JOINT = 13
_YEARS_A_STEP = 3
_LONGEST_SPAN = 12
_MOST_STEPS = 4096
# Kinds of keys. A kind is part of the number: never reuse one for another meaning.
_WRITTEN, _WORD, _SOUND, _NEAR, _NAMES, _BORN, _DAY, _PLACE, _KIN, _PARENTS, _WITH = range(1, 12)
_FACTS = 12
_FATHER, _MOTHER, _SPOUSE = 1, 2, 3


class Pairing(IntEnum):
    """What a group of keys pairs, as far as it matters to how much sharing one says."""

    NAME = 0
    BORN = 1
    PLACE = 2
    KIN = 3
    PARENTS = 4
    COMPANION = 5
    FACTS = 6


class Group(NamedTuple):
    """Alternative keys for one pairing of facts: sharing several is sharing one."""

    pairing: Pairing
    keys: tuple[int, ...]


def keys(person: Person) -> tuple[int, ...]:
    """All keys of one person, each once, in order."""
    found, _ = keys_of([person])
    return tuple(sorted(set(found.tolist())))


def key_groups(person: Person) -> list[Group]:
    """The keys by what they pair: a candidate is credited once for each group."""
    pairs = list(dict.fromkeys((what, tuple(keys)) for what, keys in _paired(person) if keys))
    mixed = np.array([key for _, keys in pairs for key in keys], np.uint64)
    kept = iter(stirred(mixed).tolist())
    return [Group(what, tuple(next(kept) for _ in keys)) for what, keys in pairs]


def keys_of(people: Iterable[Person]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The keys of many people and the place of each one's owner among them.

    They are those of `key_groups`, worked out for all people together; some stand twice.
    """
    alone, pairs = array("Q"), Pairs()
    ends = [0]
    for person in people:
        keys, halves = _recipe(person)
        alone.extend(keys)
        ends.append(len(alone))
        pairs.close(halves)
    rows = np.repeat(np.arange(len(ends) - 1), np.diff(np.array(ends)))
    mixed, of = pairs.mixed()
    told = np.concatenate([np.frombuffer(alone, np.uint64), mixed])
    return stirred(told), np.concatenate([rows, of])


_Paired = tuple[Pairing, Sequence[int]]


class _Reading(NamedTuple):
    """One way to read a word: its number, and its half on either side of two names."""

    number: int
    left: int
    right: int


def _recipe(person: Person) -> tuple[list[int], list[tuple[Halves, Halves]]]:
    """What `_paired` tells, for all people to be mixed at once: keys as they are, and pairs."""
    rights = tuple([half for _, halves in _facts(person) for half in halves])
    keys, pairs = _day(person), [*_parents(person), *_without_names(person)]
    for name in person.names:
        words = parts(name)
        joined = _joined(words)
        read = _all_readings(words, joined)
        for _, alternatives in _names(read[: len(words)]):
            keys += alternatives
        for alternatives in _single(name, words, joined):
            keys += alternatives
        if rights:
            pairs += [(lefts, rights) for lefts in _by_fact(words, joined, read)]
        pairs += _companions(words, person.companions)
    return keys, pairs


def _paired(person: Person) -> Iterator[_Paired]:
    facts = list(dict.fromkeys(_facts(person)))
    for name in person.names:
        words = parts(name)
        joined = _joined(words)
        read = _all_readings(words, joined)
        yield from _names(read[: len(words)])
        for alternatives in _single(name, words, joined):
            yield Pairing.NAME, alternatives
        for lefts in _by_fact(words, joined, read):
            for what, halves in facts:
                yield what, [left ^ right for left in lefts for right in halves]
        for mine, theirs in _companions(words, person.companions):
            yield Pairing.COMPANION, [left ^ right for left in mine for right in theirs]
    for mine, theirs in _parents(person):
        yield Pairing.PARENTS, [left ^ right for left in mine for right in theirs]
    for mine, theirs in _without_names(person):
        yield Pairing.FACTS, [left ^ right for left in mine for right in theirs]
    yield Pairing.BORN, _day(person)


def _by_fact(
    words: tuple[Part, ...], joined: tuple[Part, ...], read: Sequence["_Readings"]
) -> list[Halves]:
    """How the words may sound that are paired with facts."""
    told = zip((*words, *joined), read, strict=True)
    return [readings.lefts for part, readings in told if part.role != PATRONYMIC]


def _day(person: Person) -> list[int]:
    if person.birth is None or not person.birth.exact:
        return []
    return [left_half(number(person.birth.said)) ^ right_half(_DAY)]


def _names(read: Sequence["_Readings"]) -> Iterator[_Paired]:
    for one, other in combinations(read, 2):
        yield (
            Pairing.NAME,
            [
                a.left ^ b.right if a.number <= b.number else b.left ^ a.right
                for a in one.each
                for b in other.each
            ],
        )


def _single(
    name: NameSaid, words: tuple[Part, ...], joined: tuple[Part, ...]
) -> list[Sequence[int]]:
    """The whole name as written, and each word by itself."""
    found: list[Sequence[int]] = [[left_half(digest_of(as_written(name))) ^ _AS_WRITTEN]]
    found += [_one_key(_WORD, part.stem.text) for part in words]
    # Where one word is all that is known, its unlikelier readings are worth a key as well.
    most = 2 if len(words) > 1 else None
    found += [_one_key(_SOUND, *part.skeletons[:most]) for part in (*words, *joined)]
    if not joined:
        found += [_one_key(_SOUND, *skeletons) for skeletons in _run_together(words)]
    if len(words) == 1:
        cuts = (cut for s in words[0].skeletons[:2] for cut in _cuts(s))
        found.append([left_half(number(cut)) ^ right_half(_NEAR) for cut in cuts])
    return found


@lru_cache(maxsize=20_000)
def _one_key(kind: int, *texts: str) -> Halves:
    """Keys of a word by itself: as it is written, or as it may sound."""
    return tuple([left_half(number(text)) ^ right_half(kind) for text in texts])


def _joined(words: tuple[Part, ...]) -> tuple[Part, ...]:
    """The first two words as one: Gul Ali and Gulali are one name, Ivan Kit is two."""
    if len(words) < 2 or len(words[0].word.text) + len(words[1].word.text) > _LONGEST_JOINT:
        return ()
    if (words[0].role, words[1].role) == (GIVEN, FAMILY):
        return ()
    return (joint(words[0], words[1]),)


def _run_together(words: tuple[Part, ...]) -> list[tuple[str, ...]]:
    """How two long words sound where the blank between them was forgotten."""
    if len(words) < 2:
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
    facts = [(Pairing.BORN, _born(year_steps(person.birth)))]
    facts += [(Pairing.PLACE, _place(said)) for said in (person.birth_place, person.home_place)]
    for who, name in _relatives(person):
        facts.append((Pairing.KIN, _first(name, _KIN + 16 * who).rights))
    return [fact for fact in facts if fact[1]]


@lru_cache(maxsize=1000)
def _born(steps: range) -> Halves:
    return tuple([right_half(_BORN, step) for step in steps])


def year_steps(birth: Birth | None) -> range:
    """Steps of three years somebody may be born in, a year's slip allowed.

    Two years at most two apart always share a step. Empty when unknown or too vague.
    """
    if birth is None or birth.latest - birth.earliest >= _LONGEST_SPAN:
        return range(0)
    return range((birth.earliest - 1) // _YEARS_A_STEP, (birth.latest + 1) // _YEARS_A_STEP + 1)


@lru_cache(maxsize=30_000)
def _place(place: str) -> Halves:
    return tuple(right_half(_PLACE, n) for n in _place_numbers(place))


@lru_cache(maxsize=30_000)
def _place_numbers(place: str) -> tuple[int, ...]:
    """How a place sounds, and that of all names of a place that was renamed."""
    if not place:
        return ()
    names = sorted(renamings(place))[:1]
    sounds = (number(s) for s in place_skeletons(place)[:1])
    return (*sounds, *(7 * n + 3 for n in names))


def _relatives(person: Person) -> list[tuple[int, str]]:
    told = ((_FATHER, person.father), (_MOTHER, person.mother), (_SPOUSE, person.spouse))
    return [(who, name) for who, name in told if name]


class _First(NamedTuple):
    """How the first word of a relative's name may sound, as either half of a key."""

    lefts: Halves
    rights: Halves


@lru_cache(maxsize=20_000)
def _first(name: str, kind: int) -> _First:
    """The first word alone and with the next one; `kind` belongs to the right halves."""
    words = parts(NameSaid(name))
    first = next((p for p in words if p.role == GIVEN), words[0] if words else None)
    if first is None:
        return _First((), ())
    joined = (part.skeletons[0] for part in _joined(words))
    numbers = [number(s) for s in dict.fromkeys((*first.skeletons[:2], *joined))]
    return _First(tuple(map(left_half, numbers)), tuple(right_half(kind, n) for n in numbers))


def _parents(person: Person) -> Iterator[tuple[Halves, Halves]]:
    for (who, name), (other_who, other) in combinations(_relatives(person), 2):
        lefts = _first(name, _KIN + 16 * who).lefts
        yield lefts, _first(other, _PARENTS + 16 * (who + 4 * other_who)).rights


def _without_names(person: Person) -> Iterator[tuple[Halves, Halves]]:
    """A relative with where and when: finds somebody whose own name is written quite wrong."""
    steps = year_steps(person.birth)
    places = tuple(dict.fromkeys(filter(None, (person.birth_place, person.home_place))))
    if not steps or not places:
        return
    for who, name in _relatives(person):
        yield _first(name, _KIN + 16 * who).lefts[:1], _where_and_when(places, steps, who)


@lru_cache(maxsize=20_000)
def _where_and_when(places: tuple[str, ...], steps: range, who: int) -> Halves:
    named = sorted({n for place in places for n in _place_numbers(place)})
    kind = _FACTS + 16 * who
    return tuple([right_half(kind, n * _MOST_STEPS + step) for n in named for step in steps])


def _companions(
    words: tuple[Part, ...], companions: Iterable[Companion]
) -> Iterator[tuple[Halves, Halves]]:
    """The given name with the given name of each who came along."""
    own = next((part for part in words if part.role == GIVEN), None)
    if own is None:
        return
    mine = tuple([left_half(number(s)) for s in own.skeletons[:2]])
    for companion in list(companions)[:_COMPANIONS]:
        yield mine, _along(tuple([given_skeletons(name)[:1] for name in companion.names]))


@lru_cache(maxsize=20_000)
def _along(given: tuple[tuple[str, ...], ...]) -> Halves:
    """The other half of a key: how a companion's given name sounds."""
    return tuple(
        [right_half(_WITH, number(s)) for s in sorted({s for each in given for s in each})]
    )


def given_skeletons(name: NameSaid) -> tuple[str, ...]:
    """What the given name of somebody sounds like, likeliest first."""
    # Few given names are many people's; so a name told in parts need not be taken apart.
    return (_sounding(name.given) if name.given else ()) or _given_in(name)


@lru_cache(maxsize=20_000)
def _sounding(given: str) -> tuple[str, ...]:
    return tuple([s for part in given_parts(given) for s in part.skeletons])


@lru_cache(maxsize=5_000)
def _given_in(name: NameSaid) -> tuple[str, ...]:
    return tuple([s for part in parts(name) if part.role == GIVEN for s in part.skeletons])


class _Readings(NamedTuple):
    """Every way to read a word, and all their left halves."""

    each: tuple[_Reading, ...]
    lefts: Halves


def _all_readings(words: tuple[Part, ...], joined: tuple[Part, ...]) -> list[_Readings]:
    """How the words of a name may sound, and the names they are a form of."""
    read = [_readings(part.stem.said) for part in words]
    return [*read, *(_readings_of(part.stem) for part in joined)]


@lru_cache(maxsize=30_000)
def _readings(said: str) -> _Readings:
    return _readings_of(read_word(said))


def _readings_of(word: Word) -> _Readings:
    forms = (11 * form + 5 for form in sorted(forms_of(word.plain))[:2])
    numbers = (*map(number, word.skeletons[:2]), *forms)
    each = tuple([_Reading(n, left_half(n), right_half(_NAMES, n)) for n in numbers])
    return _Readings(each, tuple([reading.left for reading in each]))


_AS_WRITTEN = right_half(_WRITTEN)
