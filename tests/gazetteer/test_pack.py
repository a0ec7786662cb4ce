"""A pack is whole and what it says it is, or it is not read."""

import gzip
import json
from dataclasses import replace

import pytest

from intake.errors import BundleTooNew, BundleTorn
from intake.gazetteer.pack import fingerprint, read_pack, write_pack
from tests.gazetteer.invented import NEW_MILL, OLD_RIVER, a_pack

PACK = a_pack()
FILE = write_pack(PACK)
HEADER, *LINES = gzip.decompress(FILE).decode().splitlines()


def packed(header, *lines):
    """A file with these lines, as somebody might have made it by hand."""
    text = [header if isinstance(header, str) else json.dumps(header), *lines]
    return gzip.compress("".join(line + "\n" for line in text).encode(), mtime=0)


def test_a_pack_comes_back_as_it_was():
    assert read_pack(FILE) == PACK
    assert PACK.places[0] == OLD_RIVER
    assert PACK.areas["01"] == ("North region", "Північна область")


def test_the_same_places_give_the_same_bytes():
    assert write_pack(PACK) == write_pack(replace(PACK, id="")) == FILE
    assert fingerprint(FILE) == fingerprint(write_pack(a_pack()))


def test_a_pack_is_named_by_its_country_and_what_it_holds():
    smaller = a_pack(NEW_MILL)
    assert PACK.id.startswith("UA-")
    assert smaller.id != PACK.id
    assert a_pack(NEW_MILL).id == smaller.id


def test_a_link_tells_name_area_and_pack_in_both_scripts():
    link = PACK.link(OLD_RIVER)
    assert (link.pack, link.id, link.country) == (PACK.id, "gn1", "UA")
    assert (link.name, link.area) == ("New River", "North region")
    assert (link.local, link.local_area, link.language) == ("Нова Річка", "Північна область", "uk")


def test_a_place_of_an_area_without_a_name_is_linked_all_the_same():
    assert PACK.link(replace(OLD_RIVER, area="99")).area == ""


def test_a_pack_holds_no_coordinates():
    assert all(len(json.loads(line)) == 6 for line in LINES)
    assert not any(isinstance(part, int | float) for line in LINES for part in json.loads(line))


def test_an_altered_place_no_longer_fits_the_name_of_the_pack():
    altered = [LINES[0].replace("New River", "No River"), *LINES[1:]]
    with pytest.raises(BundleTorn):
        read_pack(packed(HEADER, *altered))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a pack",
        FILE[: len(FILE) // 2],
        FILE[:-4],
        packed("[]"),
        packed("{}"),
        packed(HEADER),
        packed(HEADER, *LINES[:-1]),
        packed(HEADER, "[1,2]"),
        packed(HEADER, '{"id":"gn1"}'),
        packed("[" * 100_000),
        packed(json.loads(HEADER) | {"areas": []}, *LINES),
        packed(json.loads(HEADER) | {"areas": {"01": ["one"]}}, *LINES),
        packed(json.loads(HEADER) | {"source": 7}, *LINES),
        packed(json.loads(HEADER) | {"licence": "none"}, *LINES),
        packed(json.loads(HEADER) | {"areas": {"01": ["A", "B"]}}, *LINES),
        packed(json.loads(HEADER) | {"format": "other"}, *LINES),
    ],
)
def test_what_is_no_whole_pack_is_refused(content):
    with pytest.raises(BundleTorn):
        read_pack(content)


def test_a_pack_of_a_newer_form_is_refused_as_such():
    with pytest.raises(BundleTooNew):
        read_pack(packed(json.loads(HEADER) | {"version": 3}, *LINES))


def test_a_file_that_unpacks_without_end_is_not_read_on():
    with pytest.raises(BundleTorn):
        read_pack(gzip.compress(b" " * 60_000_000, compresslevel=1, mtime=0))
