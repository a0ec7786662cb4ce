"""Two spellings of one name are the same; two names are not."""

import pytest

from intake.gazetteer.spelling import key, parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bakhmut", "BAKHMUT"),
        ("м. Бахмут", "Бахмут"),
        ("місто Бахмут", "бахмут"),
        ("Kam'ianske", "Kamʼianske"),
        ("Кам’янське", "Кам'янське"),
        ("Артёмовск", "Артемовск"),
        ("Алекса́ндровск", "Александровск"),
        ("Al-Qāmishlī", "Al Qamishli"),
        ("القامشلي", "قامشلي"),
        ("مدينة حلب", "حلب"),
        ("کوبانی", "كوباني"),
        ("Stanisławów", "Stanislawow"),
        ("Ivano-Frankivsk", "Ivano Frankivsk"),
    ],
)
def test_spellings_of_one_name_are_alike(one, other):
    assert key(one) == key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Bakhmut", "Artemivsk"), ("Лиман", "Лимани"), ("Al Bab", "Al Tall")]
)
def test_two_names_stay_two(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize("name", ["Al", "г", "Misto", "م"])
def test_a_name_of_such_a_word_alone_is_still_a_name(name):
    assert key(name)


@pytest.mark.parametrize("text", ["", " ", "–", "…", "\u0640"])
def test_no_letters_are_no_name(text):
    assert key(text) == ""


def test_an_answer_is_read_whole_and_then_piece_by_piece():
    assert parts("Бахмут, вулиця біля млина") == [
        "Бахмут, вулиця біля млина",
        "Бахмут",
        "вулиця біля млина",
    ]
    assert parts("Kobani") == ["Kobani"]
    assert parts("حلب، حي الشعار")[1:] == ["حلب", "حي الشعار"]
