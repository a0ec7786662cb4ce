"""Places keep the name that was said."""

import pytest

from intake.domain.place import PLACE_LIMIT, PlaceLink, make_place, place_link, place_text
from intake.errors import CharacterRefused, ValueTooLong


def test_the_said_name_is_kept_whatever_the_map_says():
    assert make_place(" Артемівськ ", "ukr") == {"text": "Артемівськ", "country": "UKR"}


@pytest.mark.parametrize("country", ["UA", "UKR", "XXA", "SUHH", "af"])
def test_countries_of_now_and_then_are_codes(country):
    place = make_place("", country)
    assert place == {"text": "", "country": country.upper()}


def test_a_village_without_a_country_is_a_place():
    assert make_place("on the road to Herat, after the bridge")["country"] == ""


@pytest.mark.parametrize("text", ["", "  ", "\u200b"])
def test_nothing_said_is_no_place(text):
    assert make_place(text) is None


@pytest.mark.parametrize("country", ["U", "U1", "УК", "U-"])
def test_what_is_no_country_code_is_refused(country):
    with pytest.raises(CharacterRefused) as caught:
        make_place("x", country)
    assert caught.value.facts == {"path": "country"}


@pytest.mark.parametrize(("text", "country"), [("ж" * (PLACE_LIMIT + 1), ""), ("x", "Ukraine")])
def test_what_is_too_long_is_refused_with_counts_only(text, country):
    with pytest.raises(ValueTooLong) as caught:
        make_place(text, country)
    assert set(caught.value.facts) == {"path", "limit", "length"}


def test_a_place_up_to_the_limit_is_kept():
    assert len(place_text(make_place("ж" * PLACE_LIMIT))) == PLACE_LIMIT


@pytest.mark.parametrize("value", [None, "Kyiv", [], {}, {"text": 3}])
def test_what_is_no_place_has_no_text(value):
    assert place_text(value) == ""


LINK = PlaceLink("UA-1", "gn1", "UA", "Bakhmut", "Donetsk region", "uk", "Бахмут")


def test_v10_a_link_stands_beside_the_name_and_changes_no_letter_of_it():
    place = make_place("Artemivsk", "", LINK)
    assert place["text"] == "Artemivsk"
    assert place_link(place) == LINK


def test_a_link_without_a_said_name_is_left_out():
    assert place_link(make_place("", "UA", LINK)) is None


@pytest.mark.parametrize(
    "value",
    [None, "x", {}, {"link": "gn1"}, {"link": {"id": "gn1"}}, {"link": {"id": 1, "name": "x"}}],
)
def test_what_is_no_link_is_none(value):
    assert place_link(value) is None


def test_a_link_of_a_newer_device_is_read_as_far_as_it_is_known():
    place = {"text": "x", "link": LINK.to_json() | {"kind": "town", "area": 7}}
    assert place_link(place).name == "Bakhmut"
    assert place_link(place).area == ""


@pytest.mark.parametrize(
    ("text", "country", "facts"),
    [
        ("ж" * 301, "", {"path": "place", "limit": 300, "length": 301}),
        ("x", "ABCDE", {"path": "country", "limit": 4, "length": 5}),
    ],
)
def test_the_refusal_of_what_is_too_long_tells_how_long_it_was(text, country, facts):
    with pytest.raises(ValueTooLong) as caught:
        make_place(text, country)
    assert caught.value.facts == facts


FULL = PlaceLink(
    "UA-1", "gn1", "UA", "Bakhmut", "Donetsk", "uk", "Бахмут", "Донеччина", "UA14", "UA1402"
)


def test_every_part_of_a_link_comes_back():
    assert place_link(make_place("x", "", FULL)) == FULL


@pytest.mark.parametrize("part", ["pack", "country", "area", "language", "local", "pcode"])
def test_a_link_of_an_older_device_is_read_without_what_it_did_not_have(part):
    told = FULL.to_json()
    told.pop(part)
    found = place_link({"text": "x", "link": told})
    assert found is not None
    assert (getattr(found, part), found.id, found.name) == ("", "gn1", "Bakhmut")
