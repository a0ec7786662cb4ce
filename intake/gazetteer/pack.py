"""A pack: the places of one country with all their names, as one small file.

Gzip over JSON lines: first what the pack is, then a place a line, the largest first.
A pack is named by what it holds, so an altered or torn one no longer fits its name.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from intake.domain.place import PlaceLink
from intake.errors import BundleTooNew, BundleTorn

FORMAT = "intake-places"
VERSION = 2
"""Packs with P-codes; without any, the first version is still written."""
_PLAIN = 1
_LARGEST = 50_000_000
"""No country has more bytes of names; a file that unpacks to more is not read on."""
_SHORT = 8
"""So many characters of the hash tell packs of one country apart."""

Area = tuple[str, str]
"""The name of a first-level area in English, and as it is written there."""


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A place with the name it bears today and every other that people use for it.

    `local` is the name of today in the script of the country, `former` are older
    names, `other` those of other languages, scripts and spellings. `pcode` is that of the
    smallest unit known, for those who count by it.
    """

    id: str
    area: str
    name: str
    local: str = ""
    former: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    pcode: str = ""

    def names(self) -> tuple[str, ...]:
        """Every name, that of today first."""
        return (self.name, *((self.local,) if self.local else ()), *self.former, *self.other)


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """The places of one country, where they come from, and under which licence.

    Two packs are the same when their `id` is, for it is made of all they hold. `area_codes`
    are the P-codes of areas, where the list has them.
    """

    country: str
    language: str
    source: str
    licence: str
    attribution: str
    areas: dict[str, Area]
    places: tuple[ListedPlace, ...]
    id: str = ""
    area_codes: Mapping[str, str] = field(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pack) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)

    def link(self, place: ListedPlace) -> PlaceLink:
        """What is written beside a said name when this place is chosen."""
        area, local_area = self.areas.get(place.area, ("", ""))
        return PlaceLink(
            pack=self.id,
            id=place.id,
            country=self.country,
            name=place.name,
            area=area,
            language=self.language,
            local=place.local,
            local_area=local_area,
            pcode=place.pcode,
            area_pcode=self.area_codes.get(place.area, ""),
        )


def fingerprint(content: bytes) -> str:
    """What proves that a file is the one somebody else has checked: its SHA-256."""
    return hashlib.sha256(content).hexdigest()


def write_pack(pack: Pack) -> bytes:
    """The file of a pack; the same places always give the same bytes."""
    body = _lines(_place_line(place) for place in pack.places)
    header: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION if any(place.pcode for place in pack.places) else _PLAIN,
        "country": pack.country,
        "language": pack.language,
        "source": pack.source,
        "licence": pack.licence,
        "attribution": pack.attribution,
        "areas": {code: list(names) for code, names in sorted(pack.areas.items())},
    }
    if pack.area_codes:
        header["area_codes"] = dict(sorted(pack.area_codes.items()))
    return gzip.compress(_lines([header | {"id": _named(header, body)}]) + body, mtime=0)


def read_pack(content: bytes) -> Pack:
    """The pack in a file; raises `BundleTorn` or `BundleTooNew`."""
    head, _, body = _unpacked(content).partition(b"\n")
    try:
        header = json.loads(head)
        if header["format"] != FORMAT:
            raise BundleTorn(part="pack")
        if header["version"] not in (_PLAIN, VERSION):
            raise BundleTooNew(version=str(header["version"]))
        pack = _pack(header, [_place(json.loads(line)) for line in body.splitlines()])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BundleTorn(part="pack") from None
    if header.pop("id") != _named(header, body) or not pack.places:
        raise BundleTorn(part="pack")
    return pack


def _unpacked(content: bytes) -> bytes:
    inflate = zlib.decompressobj(wbits=31)
    try:
        text = inflate.decompress(content, _LARGEST)
    except zlib.error:
        raise BundleTorn(part="pack") from None
    if not inflate.eof:
        raise BundleTorn(part="pack")
    return text


def _named(header: dict[str, object], body: bytes) -> str:
    """The name of a pack: its country and what all of it comes to."""
    digest = hashlib.sha256(json.dumps(header, sort_keys=True).encode() + body).hexdigest()
    return f"{header['country']}-{digest[:_SHORT]}"


def _lines(values: Iterable[object]) -> bytes:
    texts = [json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values]
    return "".join(text + "\n" for text in texts).encode()


def _place_line(place: ListedPlace) -> list[object]:
    names = [place.name, place.local, list(place.former), list(place.other)]
    return [place.id, place.area, *names, *([place.pcode] if place.pcode else [])]


def _place(line: list[object]) -> ListedPlace:
    number, area, name, local, former, other, *more = line
    (pcode,) = more or ("",)
    return ListedPlace(
        id=_text(number),
        area=_text(area),
        name=_text(name),
        local=_text(local),
        former=_texts(former),
        other=_texts(other),
        pcode=_text(pcode),
    )


def _pack(header: dict[str, object], places: Sequence[ListedPlace]) -> Pack:
    names = ("country", "language", "source", "licence", "attribution", "id")
    areas, codes = header["areas"], header.get("area_codes", {})
    if not isinstance(areas, dict) or not isinstance(codes, dict):
        raise TypeError
    return Pack(
        **{name: _text(header[name]) for name in names},
        areas={_text(code): _area(names) for code, names in areas.items()},
        places=tuple(places),
        area_codes={_text(area): _text(code) for area, code in codes.items()},
    )


def _area(names: object) -> Area:
    english, local = _texts(names)
    return english, local


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(one) for one in value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
