"""Short forms and neighbours' forms of one name, known in any script."""

from importlib.resources import files

import pytest

from intake.matching.reading.given_names import forms_of, sound_of
from intake.matching.reading.romanise import read_word, split

DATA = files("intake.matching.reading").joinpath("data")


def lines(name: str) -> list[str]:
    return DATA.joinpath(name).read_text("utf-8").splitlines()


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
        ("يوسف", "Йосип"),
        ("یوسف", "Joseph"),
        ("מרים", "Mariam"),
        ("ዮሐንስ", "Іоанн"),
        ("იოსებ", "Soso"),
        ("Գևորգ", "George"),
        ("Γιώργος", "Giorgi"),
        ("محمد", "Mehmet"),
        ("أحمد", "Amadou"),
        ("خديجة", "Hatice"),
        ("Cabdiraxmaan", "Abdurrahman"),
        ("Nacho", "Ignacio"),
        ("Kuba", "Jakub"),
        ("Дуня", "Евдокия"),
        ("Boutros", "Петро"),
        ("ዳዊት", "David"),
    ],
)
def test_two_forms_of_one_name_meet(left, right):
    assert forms(left) & forms(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Олена", "Олег"),
        ("Марія", "Марина"),
        ("Vova", "Vasyl"),
        ("Петро", "Павло"),
        ("Xu", "Ana"),
        ("Maria", "Mariam"),
        ("Ivan", "Jan"),
        ("Іван", "Ян"),
        ("Юрій", "Єгор"),
        ("Володимир", "Владислав"),
        ("Yana", "Yanina"),
        ("Hasan", "Hussein"),
        ("حسن", "حسين"),
        ("Muhammad", "Mahmud"),
        ("Muhammad", "Ahmad"),
        ("Hamid", "Hamed"),
        ("Yahya", "Yohannes"),
        ("Diego", "Jaime"),
    ],
)
def test_two_names_do_not(left, right):
    assert not forms(left) & forms(right)


def test_a_name_that_is_not_listed_is_a_form_of_nothing():
    assert forms("Goitom") == frozenset()
    assert forms_of("") == frozenset()


def test_every_line_of_our_own_is_in_the_list():
    own = [line.split() for line in lines("forms.txt") if not line.startswith("#")]
    listed = lines("given_names.txt")
    assert len(listed) == len(own)
    for number, names in enumerate(own):
        assert all(number in forms_of(read_word(name).plain) for name in names)


def test_the_sounds_in_the_list_are_those_that_are_read_today():
    """After a change of the reading: python -m assets.gather_names."""
    for line in lines("given_names.txt"):
        for form, _, sound in (entry.partition("=") for entry in line.split(" ")):
            assert sound_of(read_word(form).plain) == (sound or form)


def test_soft_endings_make_no_difference_to_the_key():
    assert sound_of("valya") == sound_of("valia")
