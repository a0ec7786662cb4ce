"""What fits a said name: by any name, in any script; offered, never chosen."""

import pytest

from intake.gazetteer.pack import ListedPlace
from intake.gazetteer.shelf import MOST, NO_PLACES, Shelf
from intake.gazetteer.sources import shipped
from tests.gazetteer.invented import NEW_MILL, OLD_RIVER, a_pack

SHELF = Shelf(lambda: [a_pack()])
SHIPPED = Shelf(shipped)


def ids(found):
    return [fitting.link.id for fitting in found]


@pytest.mark.parametrize("name", OLD_RIVER.names())
def test_a_place_is_found_by_every_name_it_bears_or_bore(name):
    assert "gn1" in ids(SHELF.fitting(name))


def test_a_name_of_two_places_offers_both_the_larger_first():
    assert ids(SHELF.fitting("old river")) == ["gn1", "gn3"]


def test_the_name_that_fitted_is_told():
    assert SHELF.fitting("стара річка")[0].by == "Стара Річка"


@pytest.mark.parametrize("typed", ["New M", "Новий М", "novyimly"])
def test_a_beginning_is_enough_while_somebody_types(typed):
    assert ids(SHELF.fitting(typed)) == ["gn2"]


@pytest.mark.parametrize("typed", ["", " ", "?", "N", "Не"])
def test_too_little_offers_nothing(typed):
    assert SHELF.fitting(typed) == []


@pytest.mark.parametrize("spelt", ["Novyi Mlin", "Novyj Mlyn", "Neufluß"])
def test_another_spelling_is_near_enough(spelt):
    assert SHELF.fitting(spelt)


def test_a_description_that_no_list_knows_offers_nothing():
    assert SHELF.fitting("the hamlet behind the third hill") == []


def test_a_street_after_the_place_does_no_harm():
    assert ids(SHELF.fitting("Новий Млин, вулиця біля мосту")) == ["gn2"]


def test_a_country_leaves_out_the_places_of_others():
    both = Shelf(lambda: [a_pack(NEW_MILL), a_pack(NEW_MILL, country="SY")])
    assert [f.link.country for f in both.fitting("New Mill", "SY")] == ["SY"]
    assert both.fitting("New Mill", "SD") == []


def test_no_more_is_offered_than_one_can_read():
    many = Shelf(lambda: [a_pack(*(ListedPlace(f"gn{n}", "01", "Lake") for n in range(30)))])
    assert len(many.fitting("Lake")) == MOST


def test_only_a_place_that_fits_can_be_chosen():
    assert SHELF.named("gn2", "New Mill").name == "New Mill"
    assert SHELF.named("gn2", "Old River") is None
    assert SHELF.named("gn9", "New Mill") is None


def test_without_packs_nothing_is_offered():
    assert NO_PLACES.fitting("New River") == []


def test_packs_are_read_once_and_only_when_somebody_looks():
    read = []
    shelf = Shelf(lambda: read.append(1) or [a_pack()])
    assert not read
    shelf.fitting("New River")
    shelf.fitting("New Mill")
    assert read == [1]


@pytest.mark.parametrize(
    ("said", "today", "area"),
    [
        ("Artemivsk", "Bakhmut", "Donetsk region"),
        ("Артемівськ", "Bakhmut", "Donetsk region"),
        ("Артемовск", "Bakhmut", "Donetsk region"),
        ("Artyomovsk", "Bakhmut", "Donetsk region"),
        ("باخموت", "Bakhmut", "Donetsk region"),
        ("Dnipropetrovsk", "Dnipro", "Dnipropetrovsk region"),
        ("Днепропетровск", "Dnipro", "Dnipropetrovsk region"),
        ("Krasnoarmiisk", "Pokrovsk", "Donetsk region"),
        ("Красноармейск", "Pokrovsk", "Donetsk region"),
        ("Дзержинськ", "Toretsk", "Donetsk region"),
        ("Червоноград", "Sheptytskyi", "Lviv region"),
        ("Kiev", "Kyiv", "Kyiv city"),
        ("Kobanê", "Ayn al Arab", "Aleppo governorate"),
        ("كوباني", "Ayn al Arab", "Aleppo governorate"),
        ("Qamişlo", "Al Qamishli", "Al-Hasakah governorate"),
        ("Palmyra", "Tadmur", "Homs governorate"),
        ("Al-Fashir", "El Fasher", "North Darfur state"),
        ("الجنينة", "Al-Junaynah", "West Darfur state"),
    ],
)
def test_the_packs_of_the_program_know_old_and_other_names(said, today, area):
    first = SHIPPED.fitting(said)[0].link
    assert (first.name, first.area) == (today, area)
