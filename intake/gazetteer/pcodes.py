"""P-codes of a humanitarian list, put beside the places of a pack.

The lists (COD-AB) are tables, one small unit a row with the units around it. They number
areas in their own way, so which area of a pack is which of the list is found by the
names of the places in both; where two units could be meant, the code of the area stands.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from intake.errors import ConfigInvalid
from intake.gazetteer.gather import areas_of
from intake.gazetteer.pack import Area, ListedPlace, Pack
from intake.gazetteer.spelling import key

_HEAD = re.compile(r"#?adm(?:in)?[ _]?(\d)(.*)", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{2,3}[0-9A-Z]{1,30}")
_TOP = 1
_MOST_ROWS = 300_000
_ENGLISH = frozenset({"", "name", "nameen", "en", "ref", "nameref"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the list: its code, how deep it lies, the area it is in, its names."""

    code: str
    level: int
    area: str
    names: tuple[str, ...]


def read_units(text: str) -> dict[str, Unit]:
    """The units of a table by their codes; raises `ConfigInvalid` for none."""
    rows = csv.reader(text.removeprefix("\ufeff").splitlines())
    columns = _columns(next(rows, []))
    found: dict[str, Unit] = {}
    for number, row in enumerate(rows):
        if number >= _MOST_ROWS:
            raise ConfigInvalid(key="pcodes")
        for unit in _units(row, columns):
            found.setdefault(unit.code, unit)
    if not found:
        raise ConfigInvalid(key="pcodes")
    return found


def with_pcodes(pack: Pack, units: Mapping[str, Unit]) -> Pack:
    """The pack with a code beside each place that has one, and names for its areas."""
    named: dict[str, list[Unit]] = {}
    for unit in units.values():
        for spelt in {key(name) for name in unit.names}:
            named.setdefault(spelt, []).append(unit)
    areas = _areas(pack.places, named)
    places = [_coded(place, named, areas.get(place.area, "")) for place in pack.places]
    called = {a: _called(units[code]) for a, code in areas.items() if code in units}
    names = pack.areas | called | areas_of(pack.country)
    return replace(pack, places=tuple(places), areas=names, area_codes=areas, id="")


def _columns(head: Sequence[str]) -> dict[int, list[tuple[int, str]]]:
    """Which columns speak of which level; what a column holds is "code" or a language."""
    found: dict[int, list[tuple[int, str]]] = {}
    for at, title in enumerate(head):
        named = _HEAD.fullmatch(title.strip())
        if named is None:
            continue
        rest = re.sub(r"[^a-z]", "", named[2].casefold())
        holds = "code" if rest.endswith("code") else "en" if rest in _ENGLISH else rest
        found.setdefault(int(named[1]), []).append((at, holds))
    # English first: it is what an area is called in Latin letters.
    return {level: sorted(held, key=lambda c: c[1] != "en") for level, held in found.items()}


def _units(row: Sequence[str], columns: Mapping[int, list[tuple[int, str]]]) -> Iterator[Unit]:
    area = ""
    for level in sorted(columns):
        cells = [(row[at].strip(), holds) for at, holds in columns[level] if at < len(row)]
        code = next((text for text, holds in cells if holds == "code"), "")
        names = tuple(text for text, holds in cells if holds != "code" and text)
        if level < _TOP or not names or not _CODE.fullmatch(code):
            continue
        area = code if level == _TOP else area
        if area:
            yield Unit(code, level, area, names)


def _areas(places: Iterable[ListedPlace], named: Mapping[str, list[Unit]]) -> dict[str, str]:
    """The code of each area of the pack: where most of its places are in the list."""
    votes: dict[str, Counter[str]] = {}
    for place in places:
        within = {unit.area for unit in _bearing(place, named)}
        if len(within) == 1:
            votes.setdefault(place.area, Counter()).update(within)
    return {area: chosen for area, said in votes.items() if (chosen := _winner(said))}


def _winner(said: Counter[str]) -> str:
    """The area that more than half of the places name."""
    area, count = said.most_common(1)[0]
    return area if count * 2 > said.total() else ""


def _coded(place: ListedPlace, named: Mapping[str, list[Unit]], area: str) -> ListedPlace:
    """The place with the code of the smallest unit of its name, else of its area."""
    here = [u for u in _bearing(place, named) if u.area == area and u.level > _TOP]
    deepest = max((unit.level for unit in here), default=_TOP)
    codes = {unit.code for unit in here if unit.level == deepest}
    return replace(place, pcode=codes.pop() if len(codes) == 1 else area)


def _bearing(place: ListedPlace, named: Mapping[str, list[Unit]]) -> list[Unit]:
    """The units that bear a name the place has today."""
    today = {key(name) for name in (place.name, place.local) if name}
    return [unit for spelt in today for unit in named.get(spelt, ())]


def _called(unit: Unit) -> Area:
    """What an area is called in English, and as it is written there."""
    english, *others = unit.names
    return english, next((name for name in others if not name.isascii()), "")
