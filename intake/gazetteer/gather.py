"""Makes the pack of a country from GeoNames' places and our own lists.

GeoNames tells no language of a name, so the name in the script of the country is the
one that sounds most like the name of today; older names are those of our own list.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from intake.domain.latin import suggest_latin
from intake.gazetteer.pack import Area, ListedPlace, Pack
from intake.gazetteer.spelling import key

LANGUAGES = {"UA": "uk", "SY": "ar", "SD": "ar"}
"""The language in whose script a country writes its places."""
LICENCE = "CC BY 4.0"
ATTRIBUTION = "GeoNames, https://www.geonames.org, with names of our own"
_SCRIPTS = ("CYRILLIC", "ARABIC", "HEBREW", "ETHIOPIC", "LATIN")
"""Scripts of people on the move; others are left out to keep a pack small."""
_LETTERS_OF = {
    "uk": frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "ar": frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"),
}
_NOT_IN_NAMES = frozenset("(),/،٬0123456789")
_LONGEST, _SHORTEST = 40, 3
_MOST_OTHER = 24
_SAME_NAME = 0.34
"""Less like the name of today than this, written without vowels, is another name."""

City = Mapping[str, object]
"""A place as GeoNames has it."""


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A line of our own list: what is known better than the source tells it."""

    area: str
    name: str
    local: str
    former: tuple[str, ...]
    other: tuple[str, ...]


def gather(country: str, cities: Iterable[City], source: str) -> Pack:
    """The pack of a country, the largest places first."""
    found = [city for city in cities if city["countrycode"] == country]
    found.sort(key=lambda city: (-int(str(city["population"])), str(city["geonameid"])))
    language, ours = LANGUAGES.get(country, ""), matched(own_places(country), found)
    return Pack(
        country=country,
        language=language,
        source=source,
        licence=LICENCE,
        attribution=ATTRIBUTION,
        areas=areas_of(country) or _called_after(found),
        places=tuple(_place(city, language, ours.get(_id(city))) for city in found),
    )


def _called_after(found: Sequence[City]) -> dict[str, Area]:
    """Areas whose names are in no list of ours, each called after its largest place."""
    areas: dict[str, Area] = {}
    for city in found:
        areas.setdefault(str(city["admin1code"]), (f"{_tidy(str(city['name']))} area", ""))
    return areas


def matched(own: Iterable[OwnPlace], cities: Sequence[City]) -> dict[str, OwnPlace]:
    """Whose line of our own list is whose: by the name of today, else by an older one."""
    spelt = {_id(city): {key(name) for name in (str(city["name"]), *_names(city))}
             for city in cities}  # fmt: skip
    found: dict[str, OwnPlace] = {}
    for place in own:
        near = [_id(city) for city in cities if city["admin1code"] == place.area]
        for names in ((place.name, place.local), (*place.former, *place.other)):
            wanted = {key(name) for name in names}
            bearer = next((i for i in near if i not in found and spelt[i] & wanted), "")
            if bearer:
                found[bearer] = place
                break
    return found


def unplaced(pack: Pack) -> list[str]:
    """The places of our own list that the source does not have under any name."""
    placed = {(place.area, place.name) for place in pack.places}
    return [p.name for p in own_places(pack.country) if (p.area, p.name) not in placed]


def _place(city: City, language: str, own: OwnPlace | None) -> ListedPlace:
    name, listed = _tidy(str(city["name"])), _names(city)
    local = _local(name, listed, language)
    former: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    if own is not None:
        local, former, other = own.local, own.former, (*own.other, name)
        name = own.name
    rest = sorted(filter(is_name, listed), key=_order)
    return ListedPlace(
        id=_id(city),
        area=str(city["admin1code"]),
        name=name,
        local=local,
        former=_once(former, (name, local)),
        other=_once((*other, *rest), (name, local, *former))[:_MOST_OTHER],
    )


def _id(city: City) -> str:
    return f"gn{city['geonameid']}"


def _names(city: City) -> list[str]:
    given = city["alternatenames"]
    return [_tidy(str(name)) for name in given] if isinstance(given, list) else []


def _local(name: str, names: Iterable[str], language: str) -> str:
    """The name in the script of the country that sounds most like the name of today."""
    letters = _LETTERS_OF.get(language, frozenset())
    written = [n for n in names if _is_of(n, letters)]
    spelt = key(name)

    def nearness(one: str) -> tuple[float, str]:
        latin = key(suggest_latin(one, language))
        return Levenshtein.normalized_similarity(latin, spelt), one

    found = max(written, key=nearness, default="")
    return found if found and nearness(found)[0] >= _SAME_NAME else ""


def _is_of(text: str, letters: frozenset[str]) -> bool:
    said = [c for c in text.casefold() if c.isalpha() and unicodedata.category(c) != "Lm"]
    return bool(said) and set(said) <= letters and len(text) <= _LONGEST


def is_name(text: str) -> bool:
    """Whether it is a name people write: no code, no transcription by a machine."""
    letters = [c for c in text if c.isalpha() and unicodedata.category(c) != "Lm"]
    scripts = {unicodedata.name(c, "?").split()[0] for c in letters}
    if len(scripts) != 1 or not scripts <= set(_SCRIPTS) or set(text) & _NOT_IN_NAMES:
        return False
    if not _SHORTEST <= len(letters) <= _LONGEST:
        return False
    return scripts != {"LATIN"} or (letters[0].isupper() and not text.isupper())


def _order(name: str) -> tuple[int, str]:
    """Names in the order of scripts, so that a long list loses Latin spellings first."""
    letter = next(c for c in name if c.isalpha() and unicodedata.category(c) != "Lm")
    return _SCRIPTS.index(unicodedata.name(letter).split()[0]), name


def _once(names: Iterable[str], taken: Iterable[str]) -> tuple[str, ...]:
    """Each name that is not taken, one spelling of each."""
    seen, kept = {key(name) for name in taken}, []
    for name in names:
        if key(name) not in seen:
            seen.add(key(name))
            kept.append(name)
    return tuple(kept)


def _tidy(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()))


@cache
def own_places(country: str) -> tuple[OwnPlace, ...]:
    """Our own list of a country."""
    made = []
    for _, area, name, local, names in _rows("renamed.txt", country):
        former, _, other = names.partition("|")
        made.append(OwnPlace(area, name, local, _split(former), _split(other)))
    return tuple(made)


@cache
def areas_of(country: str) -> dict[str, Area]:
    """What the first-level areas of a country are called."""
    rows = _rows("areas.txt", country)
    return {code: (english, local) for _, code, english, local in rows}


def _rows(name: str, country: str) -> list[list[str]]:
    text = files("intake.gazetteer").joinpath("data", name).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [row for line in lines if (row := line.split("\t"))[0] == country]


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for name in (part.strip() for part in names.split(";")) if name)
