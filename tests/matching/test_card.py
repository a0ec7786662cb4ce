"""A card keeps of a person what a search needs: read back, it is the same person."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.birth import read_birth
from intake.matching.card import card_of, glance_at, person_from, record_of, sounds
from intake.matching.person import Companion, NameSaid, Person
from tests.matching.invented import EVERYONE, OLENA

TEXT = st.text(max_size=12)
PEOPLE = st.builds(
    Person,
    id=TEXT,
    group=TEXT,
    names=st.lists(st.builds(NameSaid, TEXT, TEXT, TEXT, TEXT), max_size=3).map(tuple),
    sex=TEXT,
    birth=st.sampled_from(["", "1987-05-14", "1987~", "1984/1988", " 1987 "]).map(read_birth),
    birth_place=TEXT,
    home_place=TEXT,
    father=TEXT,
    mother=TEXT,
    spouse=TEXT,
    lang=TEXT,
)


@given(PEOPLE)
def test_a_record_that_is_filed_is_read_back_as_it_was(person):
    assert person_from(record_of(person)) == person
    assert person_from(record_of(person).encode()) == person


@pytest.mark.parametrize("person", EVERYONE)
def test_who_came_along_is_known_by_the_index_and_never_by_the_card(person):
    along = (Companion((NameSaid("Зорислава Мандрівна"),)),)
    filed = card_of(replace(person, companions=along))
    assert "Мандрівна" not in filed.record + filed.sounds
    assert person_from(filed.record, along) == replace(person, companions=along)


@pytest.mark.parametrize(
    ("sex", "birth", "glance"),
    [
        ("f", "1987-05-14", (1, 1987, 1987, 5 * 32 + 14)),
        ("m", "1987-01-01", (2, 1987, 1987, 0)),
        ("x", "1984/1988", (0, 1984, 1988, 0)),
        ("", "1987~", (0, 1985, 1989, 0)),
        ("f", "1987-05", (1, 1987, 1987, 0)),
        ("m", "", (2, 0, 0, 0)),
    ],
)
def test_a_glance_shows_no_more_of_a_birth_than_was_said(sex, birth, glance):
    seen = glance_at(Person("p", sex=sex, birth=read_birth(birth)))
    assert (seen.sex, seen.earliest, seen.latest, seen.day) == glance


def test_each_word_of_all_names_is_heard_once_and_of_very_many_the_first():
    again = replace(OLENA, names=OLENA.names * 2)
    assert sounds(again) == sounds(OLENA)
    assert len(sounds(OLENA)) == 3
    said = ("Андрій Богдан Василь", "Данило Євген Захар", "Ігор Кирило Левко", "Макар Назар")
    each = [sounds(Person("p", names=(NameSaid(name),))) for name in said]
    every = [word for words in each for word in words]
    assert len(every) == 11
    assert sounds(Person("p", names=tuple(map(NameSaid, said)))) == every[:10]
