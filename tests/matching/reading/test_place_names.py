"""Places by sound and by the names they carried before."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.reading.place_names import (
    MOST_PLACES,
    is_renamed,
    place_skeletons,
    place_words,
    renamings,
    rough,
    whole,
)
from intake.matching.reading.romanise import read_word

DATA = files("intake.matching.reading").joinpath("data")


def lines(name: str) -> list[str]:
    return DATA.joinpath(name).read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Бахмут", "Артемівськ"),
        ("Bakhmut", "Artyomovsk"),
        ("Bachmut", "Артёмовск"),
        ("Дніпро", "Днепропетровск"),
        ("Pokrovsk", "Красноармійськ"),
        ("Кропивницький", "Kirovohrad"),
        ("Маріуполь", "Жданов"),
        ("Львів", "Lwow"),
        ("Aleppo", "حلب"),
        ("Aleppo", "Halab"),
        ("Damascus", "دمشق"),
        ("Київ", "Kiev"),
        ("Asmara", "ኣስመራ"),
        ("Баgdad", "Baghdad"),
        ("Aleppo", "Halep"),
        ("Кропивницький", "Елисаветград"),
        ("Зміїв", "Gottwald"),
        ("Stepanakert", "Xankəndi"),
        ("Diyarbakır", "Amed"),
        ("Tunceli", "Dêrsim"),
        ("Кишинёв", "Chişinău"),
        ("Sittwe", "Akyab"),
        ("Kananga", "Luluabourg"),
        ("Mendefera", "ዓዲ ዑግሪ"),
    ],
)
def test_an_old_or_foreign_name_is_the_same_place(left, right):
    assert renamings(left) & renamings(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Бахмут", "Покровськ"),
        ("Aleppo", "Homs"),
        ("Львів", "Київ"),
        ("Herat", "Kandahar"),
        ("Diyarbakır", "Mardin"),
        ("Kassala", "Nyala"),
        ("Mosul", "Erbil"),
    ],
)
def test_two_places_stay_two(left, right):
    assert not renamings(left) & renamings(right)


PLACES = (
    "Бахмут",
    "Artemivsk",
    "Артемовск",
    "Полтава",
    "Aleppo",
    "حلب",
    "Halab",
    "San José",
    "-",
    "",
)


@pytest.mark.parametrize("left", PLACES)
@pytest.mark.parametrize("right", PLACES)
def test_two_names_are_of_one_place_where_some_place_bears_both(left, right):
    assert is_renamed(left, right) is bool(renamings(left) & renamings(right))


def test_what_kind_of_place_it_is_tells_nothing():
    assert [w.text for w in place_words("місто Лиман")] == ["лиман"]
    assert [w.text for w in place_words("Idlib Governorate")] == ["idlib"]
    assert [w.text for w in place_words("قرية")] == ["قریه"]


def test_an_article_in_front_is_left_out_in_any_script():
    assert whole("الموصل").text == "موصل"
    assert whole("al-Mosul").text == whole("Almosul").text == "mosul"


@pytest.mark.parametrize(
    ("left", "right"),
    [("Fejzabad", "Fayzabad"), ("لشکرگاه", "Lashkargah"), ("Лисичанськ", "Lyssytschansk")],
)
def test_one_place_in_two_spellings_shares_a_skeleton(left, right):
    assert set(place_skeletons(left)) & set(place_skeletons(right))


def test_no_place_has_no_skeleton():
    assert place_skeletons("") == ()


@pytest.mark.parametrize("name", ["Novoselivka", "San José", "Komsomolske", "Yeniköy"])
def test_a_name_of_very_many_places_tells_none_of_them(name):
    own = lines("places.txt").index("")
    found = renamings(name)
    assert len(found) <= MOST_PLACES or max(found) < own


def test_the_list_begins_with_our_own_renamings():
    own = [line.split() for line in lines("renamed.txt") if not line.startswith("#")]
    listed = lines("places.txt")
    assert [[whole(name).said for name in names] for names in own] == [
        line.split() for line in listed[: listed.index("")]
    ]


def test_the_sounds_in_the_list_are_those_that_are_read_today():
    """After a change of the reading: python -m assets.gather_places."""
    words = [[read_word(name) for name in line.split()] for line in lines("places.txt")]
    expected = {
        (skeleton, rough(word.plain) or "-", f"{number}.{position}")
        for number, names in enumerate(words)
        for position, word in enumerate(names)
        for skeleton in word.skeletons
    }
    listed = [line.split("\t") for line in lines("place_sounds.txt")]
    found = {
        (skeleton, sound, name)
        for skeleton, sounds, names in listed
        for sound, name in zip(sounds.split(" "), names.split(" "), strict=True)
    }
    assert found == expected
    assert [skeleton for skeleton, *_ in listed] == sorted(skeleton for skeleton, *_ in listed)


def test_every_listed_place_has_two_names_and_the_lists_stay_small():
    listed = lines("places.txt")
    assert all(len(line.split()) > 1 for line in listed if line)
    sizes = [len(DATA.joinpath(name).read_bytes()) for name in ("places.txt", "place_sounds.txt")]
    assert sum(sizes) < 1_600_000


@given(st.text(max_size=60))
def test_any_text_whatever_is_a_place(text):
    assert isinstance(renamings(text), frozenset)
    assert all(place_skeletons(text))
