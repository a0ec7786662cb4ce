"""The index in memory, and what is found in it: in any script, whatever the order."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.index import MemoryIndex, sheaf_of
from intake.matching.person import NameSaid, Person
from intake.matching.search import search
from tests.matching.index_contract import IndexContract, answers
from tests.matching.invented import (
    ABRAHA,
    AHMAD_AGAIN,
    EVERYONE,
    MONONYM,
    OLENA,
    OLENA_AGAIN,
    SHORT,
    SISTER,
    UNREAD,
    index_of,
    person,
)


def ids(found):
    return [candidate.person_id for candidate in found]


@pytest.mark.parametrize(("query", "wanted"), [(OLENA_AGAIN, "olena"), (AHMAD_AGAIN, "ahmad")])
def test_a_person_is_found_first_in_another_script(query, wanted):
    assert ids(search(index_of(*EVERYONE), query))[0] == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Abdullah", "mononym"),
        ("Abdollah", "mononym"),
        ("Абдулла", "mononym"),
        ("Ko Tae Hun", "short"),
        ("KO TAE-HUN", "short"),
        ("田中 花子", "unread"),
        ("花子 田中", "unread"),
        ("Abraha Tesfay Gebre", "abraha"),
        ("Абраха Тесфай", "abraha"),
        ("Kovalenko Olena Petrivna", "olena"),
    ],
)
def test_a_name_alone_finds_its_person(said, wanted):
    found = search(index_of(*EVERYONE), person("q", said))
    assert ids(found)[0] == wanted


def test_a_slip_in_the_only_word_of_a_name_still_finds_it():
    assert "mononym" in ids(search(index_of(*EVERYONE), person("q", "Abdulah")))
    assert "one" in ids(search(index_of(person("one", "Szymborska")), person("q", "Shimborka")))


def test_two_relatives_find_a_person_whose_name_was_not_told():
    query = person("q", father="Petro", mother="Halyna", birth_place="Bakhmut")
    assert set(ids(search(index_of(*EVERYONE), query))) == {"olena", "sister"}


def test_the_day_of_birth_finds_a_person_whose_name_is_torn():
    query = person("q", "Кв", "1987-05-14", birth_place="Бахмут")
    assert "olena" in ids(search(index_of(*EVERYONE), query))


def test_best_comes_first_and_never_more_than_asked_for():
    found = search(index_of(*EVERYONE), OLENA_AGAIN, top=1)
    assert ids(found) == ["olena"]
    scores = [c.comparison.score for c in search(index_of(*EVERYONE), OLENA_AGAIN)]
    assert scores == sorted(scores, reverse=True)


def test_nobody_alike_is_an_empty_answer():
    assert search(index_of(*EVERYONE), person("q", "Xochitl Quetzalli")) == []
    assert search(index_of(), OLENA) == []
    assert search(index_of(*EVERYONE), Person(id="q")) == []


def test_those_left_out_are_not_found():
    index = index_of(*EVERYONE)
    assert ids(search(index, OLENA))[0] == "olena"
    assert ids(search(index, OLENA, leave_out={"olena"})) == ["sister"]
    assert search(index, OLENA, leave_out={"olena", "sister"}) == []


class TestMemoryIndex(IndexContract):
    """The index in memory, from one sheaf a group, as several processes hand them over."""

    def of(self, groups: list[list[Person]]) -> MemoryIndex:
        return MemoryIndex(sheaf_of(group) for group in groups)


def test_what_is_written_is_about_what_is_kept():
    index = index_of(*EVERYONE)
    stream = io.BytesIO()
    index.write(stream)
    assert index.size() / 2 < len(stream.getvalue()) < index.size() * 2 + 4096


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_name_whatever_can_be_added_and_found_again(text, part):
    strange = Person(id="strange", names=(NameSaid(text, given=part),))
    index = index_of(OLENA, strange)
    assert "strange" in ids(search(index, strange, top=5))


def test_a_crowd_of_namesakes_does_not_hide_the_one_with_the_right_facts():
    """The commonest name of all, with one fact each: the compound keys must find it."""
    crowd = [
        person(f"m{i}", "محمد أحمد", f"{1950 + i * 7 % 61}", home_place="Damascus")
        for i in range(900)
    ]
    wanted = person("wanted", "محمد أحمد", "1977-08-19", home_place="Deir ez-Zor", mother="Najwa")
    index = index_of(*crowd, wanted)
    query = person("q", "Mohamed Ahmad", "1977-08-19", home_place="دير الزور", mother="نجوى")
    assert ids(search(index, query))[0] == "wanted"


def test_results_do_not_depend_on_who_else_asks():
    index = index_of(*EVERYONE)
    first = answers(index)
    for query in (MONONYM, SHORT, UNREAD, SISTER, ABRAHA):
        search(index, query)
    assert answers(index) == first


def test_the_size_grows_with_the_people():
    assert index_of(OLENA).size() < index_of(*EVERYONE).size()
