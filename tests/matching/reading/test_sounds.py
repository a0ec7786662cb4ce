"""The distance of sounds: symmetric, nothing for the same, more for the farther."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.reading.costs import GAPS, HEFTS, LOSSES
from intake.matching.reading.romanise import read_word, split
from intake.matching.reading.sounds import likeness, likeness_table, likenesses, places
from intake.matching.reading.spellings import SOUNDS

RUN = st.lists(st.sampled_from(SOUNDS), max_size=9)
LETTERS = "abcdehijkmnorstuyzžşçéабвгекопсхшьمحدعليويאבושነሰላαβγოსკիան한국नाम"
SAID = st.text(alphabet=LETTERS, min_size=1, max_size=12)


def word(text):
    return read_word(split(text)[0])


def alike(left: str, right: str) -> float:
    a, b = word(left), word(right)
    return likeness(a.sounds, b.sounds, a.abjad, b.abjad)


@given(RUN, RUN, st.booleans(), st.booleans())
def test_likeness_is_symmetric(left, right, a, b):
    assert likeness(left, right, a, b) == likeness(right, left, b, a)


@given(RUN, RUN, st.booleans(), st.booleans())
def test_only_the_same_sounds_are_wholly_alike(left, right, a, b):
    same = bool(left) and left == right
    assert (likeness(left, right, a, b) == 1.0) is same


@given(RUN, RUN, st.booleans(), st.booleans())
def test_likeness_stays_between_nothing_and_one(left, right, a, b):
    assert 0 <= likeness(left, right, a, b) <= 1


def test_nothing_against_nothing_is_not_alike():
    assert likeness([], [], False, False) == 0


@given(SAID, st.lists(SAID, max_size=8))
def test_many_words_at_once_are_as_alike_as_one_by_one(said, others):
    asked, crowd = read_word(said), [read_word(other) for other in others]
    one_by_one = [likeness(asked.sounds, o.sounds, asked.abjad, o.abjad) for o in crowd]
    assert likenesses(asked, crowd) == one_by_one


@given(st.lists(SAID, max_size=3), st.lists(SAID, max_size=8))
def test_a_table_holds_what_each_word_is_to_each(said, others):
    asked, crowd = map(read_word, said), [read_word(other) for other in others]
    words = list(asked)
    table = likeness_table(words, crowd)
    assert table.shape == (len(words), len(crowd))
    assert table.tolist() == [likenesses(one, crowd) for one in words]


def lost(codes: bytes, unwritten: bool) -> list[int]:
    sounds = np.frombuffer(codes, np.uint8).reshape(1, -1)
    return [int(cost) for cost in LOSSES[int(unwritten), places(sounds)][0]]


def cheapest(left: bytes, right: bytes, off: list[int], off_too: list[int]) -> int:
    """The least cost, worked out the plain way: from each pair of beginnings to the next."""
    costs = {(0, 0): 0}
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            ways = [costs[0, 0]] if i == j == 0 else []
            ways += [costs[i - 1, j] + off[i - 1]] if i else []
            ways += [costs[i, j - 1] + off_too[j - 1]] if j else []
            ways += [costs[i - 1, j - 1] + int(GAPS[left[i - 1], right[j - 1]])] if i and j else []
            costs[i, j] = min(ways)
    return costs[len(left), len(right)]


@given(SAID, SAID)
def test_no_way_to_lay_the_sounds_side_by_side_is_cheaper(left, right):
    a, b = read_word(left), read_word(right)
    off, off_too = lost(a.codes, b.abjad and not a.abjad), lost(b.codes, a.abjad and not b.abjad)
    heft = sum(int(HEFTS[code]) for code in a.codes + b.codes)
    cost = cheapest(a.codes, b.codes, off, off_too)
    assert likenesses(a, [b]) == [pytest.approx(max(0.0, 1 - 2 * cost / heft if heft else 0.0))]


@given(st.lists(st.text(min_size=1, max_size=30), max_size=5))
def test_any_texts_whatever_can_be_compared(texts):
    words = [read_word(part) for text in texts for part in split(text)]
    for one in words:
        assert all(0 <= alike <= 1 for alike in likenesses(one, words))


def test_a_word_of_very_many_letters_is_compared_as_well():
    long = read_word("abdurrahman" * 50)
    assert likenesses(long, [long, word("Omar")])[0] == 1.0
    assert likenesses(word("Omar"), [long]) == [0.0]


@pytest.mark.parametrize(
    ("said", "near", "far"),
    [
        ("Pavel", "Bavel", "Kavel"),
        ("Tarik", "Darik", "Marik"),
        ("Халід", "Halid", "Ralid"),
        ("Нада", "Nade", "Nadal"),
        ("Ганна", "Hanna", "Lanna"),
        ("وليد", "Valid", "Zalid"),
        ("Шама", "Chama", "Nama"),
        ("Ибрагим", "Ibrahim", "Ibramim"),
    ],
)
def test_related_sounds_are_nearer_than_others(said, near, far):
    assert alike(said, near) > alike(said, far)


def test_a_vowel_nobody_writes_costs_less_to_miss_than_a_written_one():
    assert alike("سمر", "Samar") > alike("Smr", "Samar")


def test_a_consonant_counts_for_more_of_a_word_than_a_vowel():
    assert alike("Kamala", "Kamal") > alike("Kamalm", "Kamal") > alike("Kamalmk", "Kamal")


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Тёсэи", "Chōsei"),
        ("Тюдзё", "Chūjō"),
        ("Саидзё", "Saijo"),
        ("Хоммо", "Honmō"),
        ("Недёши", "Négyesy"),
        ("Матье", "Matthieu"),
        ("Лебек", "Lebecq"),
        ("قنبر", "Qambar"),
    ],
)
def test_what_a_language_writes_in_its_own_way_is_heard(cyrillic, latin):
    assert alike(cyrillic, latin) > 0.9


@pytest.mark.parametrize(("cyrillic", "latin"), [("Катя", "Katya"), ("Артём", "Artyom")])
def test_a_soft_t_of_slavic_names_stays_a_t(cyrillic, latin):
    assert alike(cyrillic, latin) > 0.98
    assert read_word(cyrillic.casefold()).skeletons == read_word(latin.casefold()).skeletons[:1]
