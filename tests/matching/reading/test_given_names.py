"""Short forms and neighbours' forms of one name, known in any script."""

import pytest

from intake.matching.reading.given_names import forms_of, sound_of
from intake.matching.reading.romanise import read_word, split


def forms(name: str) -> frozenset[int]:
    return forms_of(read_word(split(name)[0]).plain)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Саша", "Олександр"),
        ("Саша", "Александра"),
        ("Sascha", "Oleksandr"),
        ("Валя", "Валентина"),
        ("Толік", "Анатолій"),
        ("Vova", "Володимир"),
        ("Wolodymyr", "Владимир"),
        ("Надя", "Надежда"),
        ("Микола", "Николай"),
        ("Михайло", "Misha"),
        ("Paco", "Francisco"),
        ("Lupe", "Guadalupe"),
        ("Тетяна", "Tanja"),
        ("Hanna", "Анна"),
        ("Ibrahim", "Abraham"),
        ("Solomon", "Sulaiman"),
        ("Maryam", "Meryem"),
    ],
)
def test_two_forms_of_one_name_meet(left, right):
    assert forms(left) & forms(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Олена", "Олег"), ("Марія", "Марина"), ("Vova", "Vasyl"), ("Петро", "Павло"), ("Xu", "Ana")],
)
def test_two_names_do_not(left, right):
    assert not forms(left) & forms(right)


def test_a_name_that_is_not_listed_is_a_form_of_nothing():
    assert forms("Goitom") == frozenset()
    assert forms_of("") == frozenset()


def test_soft_endings_make_no_difference_to_the_key():
    assert sound_of("valya") == sound_of("valia")
