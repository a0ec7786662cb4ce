"""P-codes beside places: the smallest unit that is clear, else the area, else none."""

import gzip
import json
from dataclasses import replace

import pytest

from intake.errors import BundleTorn, ConfigInvalid
from intake.gazetteer.pack import read_pack, write_pack
from intake.gazetteer.pcodes import read_units, with_pcodes
from tests.gazetteer.invented import NEW_MILL, OLD_RIVER, OTHER_RIVER, a_pack

TABLE = """\
ADM1_EN,ADM1_UA,ADM1_PCODE,ADM2_EN,ADM2_PCODE,ADM3_EN,ADM3_UA,ADM3_PCODE
North,Північна,UA81,New River district,UA8101,New River,Нова Річка,UA8101001
North,Північна,UA81,New River district,UA8101,Far Field,Дальнє Поле,UA8101002
South,Південна,UA82,New Mill,UA8201,New Mill,Новий Млин,UA8201001
South,Південна,UA82,New Mill,UA8201,Old River,Стара Річка,UA8201002
South,Південна,UA82,Lake,UA8202,Old River,Стара Річка,UA8202001
"""


def coded(table: str = TABLE, *places):
    return with_pcodes(a_pack(*places), read_units(table))


def codes(pack) -> dict[str, str]:
    return {place.id: place.pcode for place in pack.places}


def test_a_place_has_the_code_of_the_smallest_unit_of_its_name():
    assert codes(coded())["gn1"] == "UA8101001"
    assert codes(coded())["gn2"] == "UA8201001"


def test_where_two_units_of_the_area_bear_the_name_the_area_stands():
    assert codes(coded())["gn3"] == "UA82"


def test_a_place_that_the_list_lacks_has_the_code_of_its_area():
    hamlet = replace(OLD_RIVER, id="gn9", name="Hamlet", local="Хутір", former=(), other=())
    assert codes(coded(TABLE, OLD_RIVER, hamlet))["gn9"] == "UA81"


def test_an_area_of_which_nothing_is_known_gives_no_code():
    stray = replace(NEW_MILL, id="gn9", area="99", name="Nowhere", local="", other=())
    assert codes(coded(TABLE, OLD_RIVER, stray))["gn9"] == ""


def test_an_area_whose_places_lie_in_two_of_the_list_gives_no_code():
    torn = [replace(OLD_RIVER, area="05"), replace(NEW_MILL, area="05")]
    assert set(codes(coded(TABLE, *torn)).values()) == {""}


def test_a_place_of_that_name_in_another_area_is_another_place():
    pack = coded(TABLE, OLD_RIVER, NEW_MILL, replace(NEW_MILL, id="gn8", area="01"))
    assert codes(pack)["gn8"] in ("UA81", "")


def test_our_own_names_of_areas_stay_and_the_list_names_the_others():
    pack = replace(a_pack(), country="AF", areas={"01": ("Riverton area", "")})
    named = with_pcodes(pack, read_units(TABLE.replace("UA8", "AF8")))
    assert named.areas == {"01": ("North", "Північна"), "02": ("South", "Південна")}


@pytest.mark.parametrize(
    "head",
    [
        "admin1Name_en,admin1Name_uk,admin1Pcode,x,y,admin3Name_en,admin3Name_uk,admin3Pcode",
        "#adm1+name+en,#adm1+name+uk,#adm1+code,x,y,#adm3+name+en,#adm3+name+uk,#adm3+code",
        "adm1_name,adm1_name1,adm1_pcode,x,y,adm3_name,adm3_name1,adm3_pcode",
    ],
)
def test_tables_of_several_makers_are_read(head):
    units = read_units("\n".join([head, *TABLE.splitlines()[1:]]))
    assert units["UA81"].names == ("North", "Північна")
    assert (units["UA8101001"].area, units["UA8101001"].level) == ("UA81", 3)
    assert "UA8101" not in units


def test_a_second_row_of_tags_and_a_mark_at_the_start_are_no_units():
    tags = "#adm1+name,#adm1+name,#adm1+code,,,,,"
    head, *rows = TABLE.splitlines()
    assert read_units("\ufeff" + "\n".join([head, tags, *rows])) == read_units(TABLE)


@pytest.mark.parametrize("table", ["", "a,b\n1,2\n", "ADM1_EN,ADM1_PCODE\n", "ADM1_EN\nNorth\n"])
def test_a_table_without_codes_is_refused(table):
    with pytest.raises(ConfigInvalid):
        read_units(table)


def test_a_pack_with_codes_comes_back_as_it_was_and_one_without_keeps_its_form():
    pack = read_pack(write_pack(coded()))
    assert codes(pack) == codes(coded())
    assert pack.id != a_pack().id
    plain = a_pack(OTHER_RIVER)
    assert read_pack(write_pack(plain)).places[0].pcode == ""


def test_what_is_linked_carries_the_code_of_that_day():
    pack = read_pack(write_pack(coded()))
    link = pack.link(pack.places[0])
    assert link.pcode == "UA8101001"
    assert link.area_pcode == "UA81"
    told = json.loads(json.dumps(link.to_json()))
    assert (told["pcode"], told["area_pcode"]) == ("UA8101001", "UA81")


def test_the_codes_of_areas_lie_in_the_pack_under_its_own_areas():
    pack = read_pack(write_pack(coded()))
    assert set(pack.area_codes) <= {place.area for place in pack.places}
    assert set(pack.area_codes.values()) == {"UA81", "UA82"}
    assert b"area_codes" not in gzip.decompress(write_pack(a_pack()))


def test_a_pack_whose_codes_were_changed_is_torn():
    text = gzip.decompress(write_pack(coded())).replace(b'"UA81",', b'"UA89",', 1)
    with pytest.raises(BundleTorn):
        read_pack(gzip.compress(text))
