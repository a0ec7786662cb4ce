"""From GeoNames' places to a pack: the names people use, old ones told as old."""

import pytest

from intake.gazetteer.gather import areas_of, gather, is_name, own_places, unplaced
from intake.gazetteer.sources import shipped

BAKHMUT = {
    "geonameid": 713174,
    "name": "Bakhmut",
    "countrycode": "UA",
    "admin1code": "05",
    "population": 80_500,
    "alternatenames": ["Artemivs'k", "Artëmovsk", "Bachmut", "bafumuto", "Бахмут", "バフムート"],
}
KYPUCHE = BAKHMUT | {
    "geonameid": 2,
    "name": "Kypuche",
    "admin1code": "14",
    "population": 7_000,
    "alternatenames": ["Artemivsk", "Артемовск", "Кипуче"],
}
MILL = BAKHMUT | {
    "geonameid": 3,
    "name": "Mlynivka",
    "population": 900,
    "alternatenames": ["Млиновка", "Млинівка", "MLN", "Mlinovka", "Mlynivka"],
}
KHARTOUM = BAKHMUT | {"geonameid": 4, "name": "Khartoum", "countrycode": "SD", "admin1code": "29"}


def placed(*cities, country="UA"):
    return {p.name: p for p in gather(country, cities, "a test").places}


def test_only_the_places_of_the_country_are_taken_the_largest_first():
    pack = gather("UA", [MILL, KHARTOUM, KYPUCHE, BAKHMUT], "a test")
    assert [place.name for place in pack.places] == ["Bakhmut", "Kypuche", "Mlynivka"]
    assert (pack.source, pack.licence) == ("a test", "CC BY 4.0")


def test_older_names_are_told_as_older_even_where_the_source_lacks_them():
    place = placed(BAKHMUT)["Bakhmut"]
    assert {"Artemivsk", "Артемівськ", "Артемовск"} <= set(place.former)
    assert place.local == "Бахмут"
    assert not set(place.other) & set(place.former)


def test_an_area_without_a_name_of_ours_is_called_after_its_largest_place():
    here = {"countrycode": "AF", "admin1code": "13"}
    pack = gather("AF", [MILL | here, BAKHMUT | here | {"name": "Kabul"}], "a test")
    assert pack.areas == {"13": ("Kabul area", "")}


def test_two_places_that_bore_one_name_keep_it_both():
    places = placed(BAKHMUT, KYPUCHE)
    assert "Артемовск" in places["Bakhmut"].former
    assert "Артемовск" in places["Kypuche"].former


def test_a_source_that_still_has_the_older_name_gets_that_of_today():
    older = BAKHMUT | {"name": "Artemivs'k", "alternatenames": ["Артемівськ"]}
    place = placed(older)["Bakhmut"]
    assert (place.name, place.local) == ("Bakhmut", "Бахмут")


def test_the_local_name_is_the_one_in_the_script_that_sounds_like_it():
    assert placed(MILL)["Mlynivka"].local == "Млинівка"
    assert placed(KHARTOUM, country="SD")["Khartoum"].local == "الخرطوم"


def test_a_place_without_such_a_name_has_none():
    assert placed(MILL | {"alternatenames": ["Гора"]})["Mlynivka"].local == ""


def test_each_name_stands_once_however_it_is_spelt():
    twice = MILL | {"alternatenames": ["Mlynivka", "Mlynívka", "Mlinovka", "Mlínovka"]}
    assert placed(twice)["Mlynivka"].other == ("Mlinovka",)


@pytest.mark.parametrize("name", ["Млинівка", "حلب", "Lwów", "ካርቱም", "חאלב"])
def test_names_of_people_on_the_move_are_kept(name):
    assert is_name(name)


@pytest.mark.parametrize(
    "name", ["DNK", "bafumuto", "バフムート", "Al", "Aleppo (city)", "Rayon 7", "Алеп-o"]
)
def test_codes_and_machine_spellings_are_left_out(name):
    assert not is_name(name)


def test_a_country_nobody_has_described_yet_gives_a_pack_all_the_same():
    place = placed(BAKHMUT | {"countrycode": "AF"}, country="AF")["Bakhmut"]
    assert (place.local, place.former) == ("", ())


def test_a_place_of_our_list_that_is_missing_is_named():
    assert "Dnipro" in unplaced(gather("UA", [BAKHMUT], "a test"))


@pytest.mark.parametrize("pack", shipped(), ids=lambda pack: pack.country)
def test_the_packs_of_the_program_hold_every_place_of_our_list(pack):
    assert unplaced(pack) == []


@pytest.mark.parametrize("country", ["UA", "SY", "SD"])
def test_our_own_lists_are_in_order(country):
    assert areas_of(country)
    for place in own_places(country):
        assert place.area in areas_of(country), place.name
        assert place.local
        assert place.former or place.other
