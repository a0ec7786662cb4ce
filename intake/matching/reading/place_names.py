"""Places by sound, and places that bear or bore another name.

The list (`data/`) is our own of renamings within living memory, and then GeoNames'; a
place that is not in it is compared by its sounds. Each name in it stands for all that
sound like it, in any script. It is searched as text, so that nothing is built at first.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from intake.matching.reading.romanise import Word, fold, read_word, split
from intake.matching.reading.sounds import likenesses

MOST_PLACES = 5
"""A name that more places bear than this tells none of them."""
SAME_PLACE = 0.88
"""Names this alike are spellings of one; less alike ones may be two names."""
_MAY_SOUND_ALIKE = 0.75
_NEAREST = 12
_SURELY_ALIKE = 6
"""So many phonemes the same, roughly, are the same name without a closer look."""
_ROUGH = str.maketrans("eywoqxhTDGcZgvbzJC", "iiuukkktdkSSkfpsSS")
_VOWELS = str.maketrans("", "", "aiu")
_ARTICLE = re.compile("^(?:ال(?=...)|[ae]l(?=[^aeiouy].{2})|[аеэ]ль?(?=[^аеиоуыэюяєії].{2}))")
_KIND_TEXT = """
city town village district province oblast region governorate state raion rayon of
misto selo selyshche gorod derevnya g m s c смт село місто город м г с обл область район
مدينة مدینه قرية محافظة ولايت شهر ولسوالی ال al el
"""
_KIND = frozenset(_KIND_TEXT.split())


@lru_cache(maxsize=50_000)
def place_words(text: str) -> tuple[Word, ...]:
    """The words of a place without its kind (town, camp); every word if that is all."""
    said = split(text)
    kept = [word for word in said if word not in _KIND]
    return tuple(read_word(_without_article(word)) for word in (kept or said)[:6])


def _without_article(word: str) -> str:
    return _ARTICLE.sub("", word)


@lru_cache(maxsize=50_000)
def place_skeletons(text: str) -> tuple[str, ...]:
    """The skeletons of the whole place name written as one word."""
    return whole(text).skeletons if text else ()


@lru_cache(maxsize=50_000)
def whole(text: str) -> Word:
    """The place name as one word, to be compared by sound."""
    return read_word("".join(word.said for word in place_words(text)) or fold(text))


@dataclass(frozen=True, slots=True)
class _List:
    """The lines of both files; the places of our own list come before an empty line."""

    places: list[str]
    sounds: list[str]
    own: int


@cache
def _listed() -> _List:
    places = _lines("places.txt")
    return _List(places, _lines("place_sounds.txt"), places.index(""))


def _lines(name: str) -> list[str]:
    data = files("intake.matching.reading").joinpath("data", name)
    return data.read_text("utf-8").removesuffix("\n").split("\n")


@lru_cache(maxsize=50_000)
def renamings(text: str) -> frozenset[int]:
    """The places of several names that this may be, by number; empty for most places."""
    said = whole(text)
    sure, others = set[int](), dict[int, list[Word]]()
    for skeleton in said.skeletons:
        for number, position, surely in _bearing(said, skeleton):
            if surely:
                sure.add(number)
            else:
                others.setdefault(number, []).append(_name(number, position))
    found = sure | _heard(said, {n: names for n, names in others.items() if n not in sure})
    if len(found) <= MOST_PLACES:
        return frozenset(found)
    return frozenset(number for number in found if number < _listed().own)


def is_renamed(left: str, right: str) -> bool:
    """Whether two names may be those of one place, by the list."""
    places = renamings(left)
    if not places or places.isdisjoint(_listed_like(right)):
        return False
    return not places.isdisjoint(renamings(right))


@lru_cache(maxsize=50_000)
def _listed_like(text: str) -> frozenset[int]:
    """The places one of whose names has a skeleton of this one: all it could ever be."""
    lines = (_line(skeleton) for skeleton in whole(text).skeletons)
    bearers = (name for line in lines if line for name in line[2].split(" "))
    return frozenset([int(name.partition(".")[0]) for name in bearers])


def _heard(said: Word, others: dict[int, list[Word]]) -> set[int]:
    """Those of the places one of whose names sounds like this one."""
    numbers = [number for number, names in others.items() for _ in names]
    heard = likenesses(said, [name for names in others.values() for name in names])
    return {n for n, alike in zip(numbers, heard, strict=True) if alike >= SAME_PLACE}


def rough(plain: str) -> str:
    """A reading with neighbouring sounds made one, to leave out what is far off."""
    return plain.translate(_ROUGH)


def _bearing(said: Word, skeleton: str) -> Iterator[tuple[int, int, bool]]:
    """The names with this skeleton that may sound like this one, and whether they surely do."""
    line = _line(skeleton)
    if line is None:
        return
    _, sounds, names = line
    bearers = names.split(" ")
    for likely, name in _near(said, sounds.split(" ")):
        number, _, position = bearers[name].partition(".")
        surely = likely == 1 and len(said.plain) >= _SURELY_ALIKE and not said.abjad
        yield int(number), int(position), surely


def _line(skeleton: str) -> tuple[str, str, str] | None:
    """The line of the list for a skeleton: itself, how its names sound, and whose they are."""
    lines = _listed().sounds
    at = bisect_left(lines, skeleton + "\t")
    if at == len(lines) or not lines[at].startswith(skeleton + "\t"):
        return None
    key, sounds, names = lines[at].split("\t")
    return key, sounds, names


def _near(said: Word, sounds: list[str]) -> list[tuple[float, int]]:
    """Those of the rough sounds that are not far from how this name sounds."""
    own = rough(said.plain)
    if said.abjad:
        own, sounds = own.translate(_VOWELS), [sound.translate(_VOWELS) for sound in sounds]
    near = process.extract(
        own,
        sounds,
        scorer=Levenshtein.normalized_similarity,
        score_cutoff=_MAY_SOUND_ALIKE,
        limit=_NEAREST,
    )
    return [(likely, at) for _, likely, at in near]


def _name(number: int, position: int) -> Word:
    """One of the names of a listed place."""
    return read_word(_listed().places[number].split(" ")[position])
