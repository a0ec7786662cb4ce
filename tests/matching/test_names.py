"""A name taken apart into the words that tell people apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.likeness import word_likeness
from intake.matching.names import (
    FAMILY,
    GIVEN,
    PATRONYMIC,
    after_grandfather,
    as_written,
    ends_as_patronymic,
    given_parts,
    parts,
    with_two_as_one,
)
from intake.matching.person import NameSaid
from intake.matching.reading.romanise import read_word


def taken_apart(text, **roles):
    return [(part.word.text, part.role) for part in parts(NameSaid(text, **roles))]


def test_parts_are_taken_as_they_were_told():
    assert taken_apart("Kovalenko Olena", given="Olena", family="Kovalenko") == [
        ("olena", GIVEN),
        ("kovalenko", FAMILY),
    ]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Olena", [GIVEN]),
        ("Olena Kovalenko", [GIVEN, FAMILY]),
        ("Ahmad Khalid Halabi", [GIVEN, PATRONYMIC, FAMILY]),
        ("Коваленко Олена Петрівна", [FAMILY, GIVEN, PATRONYMIC]),
        ("Kowalenko Iwan Petrowytsch", [FAMILY, GIVEN, PATRONYMIC]),
        ("Ko Tae Hun", [GIVEN, PATRONYMIC, FAMILY]),
    ],
)
def test_parts_that_were_not_told_are_guessed_by_place_and_ending(text, roles):
    assert [role for _, role in taken_apart(text)] == roles


SAID = st.sampled_from(
    ["Olena", "Abd", "al", "Rahman", "O'Neil", "عبد", "الله", "bin Ali", "Ко-валь"]
)


@given(SAID, st.one_of(st.just(""), SAID), st.booleans(), st.booleans())
def test_the_whole_name_adds_no_word_that_its_parts_told(given, family, first, more):
    """A text of just the parts is what most records have; nothing is lost or said twice."""
    pieces = [p for p in ((family, given) if first else (given, family)) if p]
    text = " ".join(pieces)
    told = parts(NameSaid(text, given, "", family))
    split_as_well = parts(NameSaid(text + " ,", given, "", family))
    assert told == split_as_well
    assert given_parts(given) == tuple(part for part in told if part.role == GIVEN)


def test_a_word_of_the_text_outside_the_told_parts_is_kept():
    said = taken_apart("Ahmad Nur Halabi", given="Ahmad", family="Halabi")
    assert ("nur", PATRONYMIC) in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ahmad al-Halabi", ["ahmad", "halabi"]),
        ("Yusuf bin Ali", ["yusuf", "ali"]),
        ("Ahmad ould Daddah", ["ahmad", "daddah"]),
        ("María de los Ángeles", ["maria", "angeles"]),
        ("Ludwig van der Berg", ["ludwig", "berg"]),
        ("Hajji Gul", ["gul"]),
        ("Van De", ["van", "de"]),
        ("خالد بن الوليد", ["خالد", "ولید"]),
    ],
)
def test_particles_are_left_out_unless_nothing_else_is_there(text, words):
    assert [word for word, _ in taken_apart(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "Abd al-Rahman",
        "Abdul Rahman",
        "Abdulrahman",
        "Abdurrahman",
        "Abdelrahman",
        "عبد الرحمن",
        "عبدالرحمن",
        "Абдуррахман",
        "Абд аль Рахман",
    ],
)
def test_servant_of_is_one_word_however_it_was_written(text):
    (part,) = parts(NameSaid(text, given=text))
    other = read_word("abdʿrahman")
    assert set(part.skeletons) & set(other.skeletons)
    assert word_likeness(part.word.text, other.text) > 0.85


@pytest.mark.parametrize(
    ("patronymic", "father"),
    [
        ("Петрівна", "Петро"),
        ("Петровна", "Petro"),
        ("Dmytrivna", "Дмитро"),
        ("Owytsch", "Owytsch"),
        ("Borysovych", "Borys"),
        ("Trochymowytsch", "Трохим"),
        ("Артёмович", "Артём"),
    ],
)
def test_a_patronymic_holds_the_name_of_the_father(patronymic, father):
    (part,) = parts(NameSaid("", patronymic=patronymic))
    assert set(part.skeletons) & set(read_word(father.casefold()).skeletons)


@pytest.mark.parametrize(
    ("text", "word"), [("الهه", "الهه"), ("الحسن", "حسن"), ("الحاج علي", "علی")]
)
def test_the_first_letters_of_a_short_name_are_not_taken_for_an_article(text, word):
    assert taken_apart(text) == [(word, GIVEN)]


@pytest.mark.parametrize("word", ["коваленко", "halabi", "ivan", "нич", "gebre"])
def test_other_words_do_not_end_as_patronymics(word):
    assert not ends_as_patronymic(read_word(word))


def test_an_article_written_on_to_a_family_name_is_taken_off_its_stem():
    halabi = parts(NameSaid("Ahmad Alhalabi"))[-1]
    assert (halabi.word.text, halabi.stem.text) == ("alhalabi", "halabi")
    given = parts(NameSaid("Albert Stone"))[0]
    assert given.stem.text == "albert"


def test_two_neighbours_can_be_read_as_one_word():
    name = parts(NameSaid("Nur Mohammad Wardak", given="Nur Mohammad", family="Wardak"))
    assert [p.word.text for p in with_two_as_one(name, 0)] == ["nurmohammad", "wardak"]
    assert [p.role for p in with_two_as_one(name, 0)] == [GIVEN, FAMILY]


@pytest.mark.parametrize("text", ["Коваленко, Олена Ірина", "Олена Ірина КОВАЛЕНКО"])
def test_a_comma_or_capitals_tell_the_family_name(text):
    found = [(p.word.text, p.role) for p in parts(NameSaid(text))]
    assert found == [("олена", GIVEN), ("ірина", PATRONYMIC), ("коваленко", FAMILY)]


@pytest.mark.parametrize("text", ["ОЛЕНА КОВАЛЕНКО", "Олена Коваленко", ", Олена Коваленко,"])
def test_capitals_throughout_and_stray_commas_tell_nothing(text):
    assert [p.role for p in parts(NameSaid(text))] == [GIVEN, FAMILY]


def test_as_written_forgets_order_case_and_marks():
    assert as_written(NameSaid("José  GARCÍA")) == as_written(NameSaid("garcia jose"))


@given(st.text(max_size=200), st.text(max_size=50))
def test_any_text_whatever_is_a_name_of_few_words(text, family):
    assert len(parts(NameSaid(text, family=family))) <= 8


@pytest.mark.parametrize("name", ["Jawid", "Jawid Ahmadi", "Jawid Karim Ahmadi"])
def test_the_grandfather_stands_where_a_family_name_does(name):
    made = after_grandfather(NameSaid(name), "Temesgen")
    assert [(p.word.said, p.role) for p in parts(made)] == [
        ("jawid", GIVEN),
        ("temesgen", FAMILY),
    ]


def test_whose_own_name_is_told_in_another_order_keeps_it():
    made = after_grandfather(NameSaid("Petrenko Olena Ivanivna", given="Olena"), "Stepan")
    assert (made.given, made.family) == ("olena", "Stepan")
