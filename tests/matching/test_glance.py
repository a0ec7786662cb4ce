"""A glance at sex, birth and names ranks as a comparison does, and silence counts nothing."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.birth import read_birth
from intake.matching.card import Glance, glance_at, sounds
from intake.matching.glance import glance_bits, name_bits, shared_bits
from intake.matching.keys import Pairing
from intake.matching.person import NameSaid, Person

YEARS = st.integers(1900, 2026)
BIRTHS = st.one_of(
    st.just(""),
    YEARS.map(str),
    st.tuples(YEARS, st.integers(0, 9)).map(lambda t: f"{t[0]}/{t[0] + t[1]}"),
    st.dates().map(str),
)
GLANCES = st.builds(
    lambda sex, birth: seen(sex, birth), st.sampled_from(["f", "m", "x", ""]), BIRTHS
)


def seen(sex: str = "", birth: str = "") -> Glance:
    return glance_at(Person("p", sex=sex, birth=read_birth(birth) if birth else None))


def told(mine: Glance, *others: Glance) -> list[float]:
    rows = [(one.sex, one.earliest, one.latest, one.day) for one in others]
    return glance_bits(mine, np.array(rows, np.int16)).tolist()


@given(GLANCES, GLANCES)
def test_a_glance_is_the_same_from_either_side(one, other):
    assert told(one, other) == told(other, one)


@given(GLANCES, st.lists(GLANCES, min_size=1, max_size=6))
def test_many_are_seen_at_once_as_they_are_one_by_one(mine, others):
    assert told(mine, *others) == [told(mine, other)[0] for other in others]


@given(GLANCES)
def test_silence_of_either_side_says_nothing(mine):
    assert told(mine, seen()) == told(seen(), mine) == [0]


@pytest.mark.parametrize(("sex", "other", "speaks"), [("f", "f", 0), ("f", "m", -1), ("m", "x", 0)])
def test_only_another_sex_speaks_against_somebody(sex, other, speaks):
    assert np.sign(told(seen(sex), seen(other))) == [speaks]


FARTHER = ["1987-05-14", "1987-05-15", "1989", "1992", "1993", "2020"]


def test_the_farther_a_birth_the_less_a_glance_says_of_it():
    bits = told(seen(birth="1987-05-14"), *(seen(birth=birth) for birth in FARTHER))
    assert all(near > far for near, far in pairwise([*bits[:4], bits[4]]))
    assert bits[4] == bits[5] < bits[3] < 0 == bits[2] < bits[1]


@given(YEARS, st.integers(0, 40), st.integers(0, 40))
def test_the_nearer_year_never_says_less_at_a_glance(year, one, other):
    near, far = sorted((one, other))
    bits = told(seen(birth=f"{year}"), seen(birth=f"{year + near}"), seen(birth=f"{year - far}"))
    assert bits[0] >= bits[1]


def test_spans_that_overlap_are_seen_as_one_age():
    told_so = told(seen(birth="1980/1985"), *map(seen, [""] * 3, ["1985/1990", "1979", "1986"]))
    assert told_so[0] > told_so[1] == told_so[2] == 0


@pytest.mark.parametrize("birth", ["1987-01-01", "1987-05", "1987"])
def test_the_day_counts_only_where_both_said_one(birth):
    assert told(seen(birth=birth), seen(birth=birth)) == told(seen(birth="1987"), seen(birth=birth))
    both = told(seen(birth="1987-05-14"), seen(birth="1987-05-14"))
    assert both > told(seen(birth="1987-05-14"), seen(birth=birth))


def test_keys_of_every_pairing_count_and_none_counts_more_than_it_is_rare():
    for pairing in Pairing:
        shared = np.zeros((2, len(Pairing)))
        shared[1, pairing] = 1
        nothing, something = shared_bits(shared)
        assert nothing == 0 < something <= 1


WORDS = st.sampled_from(["Олена", "Olena", "محمد", "Muhammad", "ኣብርሃ", "Тетяна", "田中", "Ko"])
NAMES = st.lists(WORDS, max_size=4, unique=True).map(" ".join)


def heard(name: str) -> list[str]:
    return sounds(Person("p", names=(NameSaid(name),) if name else ()))


def answered(name: str, *others: str) -> list[float]:
    return name_bits(heard(name), [" ".join(heard(other)) for other in others]).tolist()


@given(NAMES, st.lists(NAMES, min_size=1, max_size=5))
def test_names_are_heard_at_once_as_they_are_one_by_one(name, others):
    """Whoever has no name at all moves nobody else's."""
    at_once = answered(name, *others)
    assert at_once == pytest.approx([answered(name, other)[0] for other in others])
    assert all(bits == 0 for bits, other in zip(at_once, others, strict=True) if not other)


@given(NAMES, NAMES)
def test_no_name_answers_better_than_the_same_and_more_words_never_answer_less(name, other):
    same, without, with_both = answered(name, name, other, f"{other} {name}")
    assert 0 <= without <= same == pytest.approx(with_both)
    assert same == pytest.approx(14 * len(heard(name)))


def test_order_and_script_of_the_words_matter_little_to_the_ear():
    same, turned, latin, other = answered(
        "Олена Коваленко", "Олена Коваленко", "Коваленко Олена", "Olena Kovalenko", "Ібрагім Шум"
    )
    assert same == turned
    assert same >= latin > same / 2 > other


def test_a_word_that_is_not_read_answers_itself_alone():
    same, other, read = answered("田中", "田中", "花子", "Олена")
    assert same > other == read == 0
