"""A pack is read only with the hash it was checked with."""

import hashlib
import re
from importlib.resources import files

import pytest

from intake.errors import BundleRefused, BundleTorn
from intake.gazetteer.pack import fingerprint, write_pack
from intake.gazetteer.sources import ADDED, add, added, at_hand, checked, pinned, shipped
from tests.gazetteer.invented import NEW_MILL, a_pack
from tests.rules.tree import ROOT

PACKS = ROOT / "intake/gazetteer/packs"
LARGEST = 400_000
SMALL = write_pack(a_pack(NEW_MILL))


def test_every_pack_of_the_program_is_pinned_and_no_other():
    there = {path.name for path in PACKS.glob("*.gz")}
    assert there == set(pinned()) == {f"{country}.places.gz" for country in ("UA", "SY", "SD")}


@pytest.mark.parametrize("name", pinned())
def test_a_pack_of_the_program_has_the_hash_that_is_pinned(name):
    content = files("intake.gazetteer").joinpath("packs", name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == pinned()[name]
    assert len(content) < LARGEST


@pytest.mark.parametrize("pack", shipped(), ids=lambda pack: pack.id)
def test_a_pack_of_the_program_names_its_source_and_licence(pack):
    assert "GeoNames" in pack.attribution
    assert pack.licence == "CC BY 4.0"
    assert set(pack.areas) >= {place.area for place in pack.places}
    assert all(re.fullmatch(r"gn\d+", place.id) for place in pack.places)


def test_the_attribution_stands_in_the_documents_too():
    told = (ROOT / "docs/for-operators.md").read_text("utf-8")
    assert "GeoNames" in told
    assert "CC BY 4.0" in told


def test_another_hash_is_refused():
    with pytest.raises(BundleRefused):
        checked(SMALL, fingerprint(SMALL + b" "))


def test_an_added_pack_stands_for_that_of_the_program(tmp_path):
    before = {pack.country: pack.id for pack in at_hand(tmp_path)}
    kept = add(tmp_path, SMALL)
    after = {pack.country: pack.id for pack in at_hand(tmp_path)}
    assert after == before | {"UA": kept.id}


def test_a_newer_pack_takes_the_place_of_the_one_before(tmp_path):
    add(tmp_path, SMALL)
    newer = add(tmp_path, write_pack(a_pack()))
    add(tmp_path, write_pack(a_pack()))
    assert len(list(added(tmp_path))) == 1
    assert newer.id in {pack.id for pack in at_hand(tmp_path)}


def test_packs_of_two_countries_lie_side_by_side(tmp_path):
    add(tmp_path, SMALL)
    add(tmp_path, write_pack(a_pack(country="AF")))
    assert {path.name[:2] for path, _ in added(tmp_path)} == {"UA", "AF"}


def test_an_added_pack_that_was_altered_is_not_read(tmp_path):
    add(tmp_path, SMALL)
    path, _ = next(iter(added(tmp_path)))
    path.write_bytes(write_pack(a_pack()))
    assert at_hand(tmp_path) == shipped()


def test_a_file_of_another_name_is_not_looked_at(tmp_path):
    (tmp_path / ADDED).mkdir()
    (tmp_path / ADDED / "UA.places.gz").write_bytes(SMALL)
    assert list(added(tmp_path)) == []


def test_a_torn_pack_is_not_kept(tmp_path):
    with pytest.raises(BundleTorn):
        add(tmp_path, SMALL[:-4])
    assert list(added(tmp_path)) == []
