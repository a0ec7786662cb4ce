"""Places by sound and by the names they carried before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.reading.place_names import place_skeletons, place_words, renamings, whole


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
    ],
)
def test_an_old_or_foreign_name_is_the_same_place(left, right):
    assert renamings(left) & renamings(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Бахмут", "Покровськ"), ("Aleppo", "Homs"), ("Львів", "Київ"), ("Herat", "Kandahar")],
)
def test_two_places_stay_two(left, right):
    assert not renamings(left) & renamings(right)


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


@given(st.text(max_size=60))
def test_any_text_whatever_is_a_place(text):
    assert isinstance(renamings(text), frozenset)
    assert all(place_skeletons(text))
