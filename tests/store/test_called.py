"""Names are found as they begin and as they sound; a word of nobody's is not kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.store import Store
from intake.store.called import Called
from intake.store.terms import EDITION, begins_as, heard_under, is_heard_as, terms_of, ways_of
from tests.builders import a_group

WORDS = st.text(
    alphabet="абвгґеєжзиіїйклмнопрстуabcdefghijklmnopqrstuvwxyzابتثجحخدذرزسفقكلمنهوي'- ",
    max_size=20,
)


def words_kept(store: Store) -> set[str]:
    return {row["term"] for row in store.cases._rows("SELECT DISTINCT term FROM heard")}


def found(store: Store, typed: str) -> list[str]:
    return [line.id for line in store.cases.find(typed)]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Олена Коваленко", "Olena"),
        ("Олена Коваленко", "olena kovalenko"),
        ("Олена Коваленко", "Kov"),
        ("Olena Kovalenko", "Ков"),
        ("Олег Верболоз", "Oleh"),
        ("Наталя Заярна", "Natalia"),
        ("محمد أحمد", "Mohamed"),
        ("محمد أحمد", "Мухаммад"),
        ("يوسف الحمراوي", "Yusuf"),
        ("يوسف الحمراوي", "Йосиф"),
        ("ዳዊት ተስፋይ", "Dawit"),
        ("Dawit Tesfay", "ዳዊት"),
        ("خديجة", "Khadija"),
        ("Abdulrahman Ali", "Abdul Rahman"),
    ],
)
def test_a_name_is_found_in_another_script_or_spelling(store, name, typed):
    group = a_group(name)
    store.record(*group.events, *a_group("Zdzisław Brzęczyszczykiewicz").events)
    assert found(store, typed) == [group.case]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Олена", "Elena"),
        ("Олена", "Марія"),
        ("Олена Коваленко", "Olena Bondarenko"),
        ("Олена", "Ol Ko"),
        ("محمد", "Hamid"),
        ("Олена", "O"),
        ("Олена", "٪"),
    ],
)
def test_another_name_is_not(store, name, typed):
    store.record(*a_group(name).events)
    assert found(store, typed) == []


def test_what_begins_as_typed_comes_before_what_only_sounds_so(store):
    sounding = [a_group("Олена") for _ in range(5)]
    typed = [a_group("Olena") for _ in range(5)]
    for group in (*sounding, *typed):
        store.record(*group.events)
    names = found(store, "Olena")
    assert set(names[:5]) == {group.case for group in typed}
    assert set(names[5:]) == {group.case for group in sounding}


@given(WORDS)
def test_a_word_is_heard_as_itself(text):
    for term in terms_of(text):
        if heard_under(term):
            assert is_heard_as(term, term)


@given(WORDS, WORDS)
def test_hearing_is_mutual_but_for_beginnings(one, other):
    for a in terms_of(one):
        for b in terms_of(other):
            if not begins_as(a) and not begins_as(b):
                assert is_heard_as(a, b) == is_heard_as(b, a)


@given(WORDS)
def test_every_way_says_the_same_letters_in_the_same_order(text):
    terms = terms_of(text)
    for way in ways_of(text):
        assert "".join(way) == "".join(terms)
    assert len(ways_of(text)) == len(terms)


def test_words_too_short_to_tell_are_looked_for_as_typed_alone():
    assert begins_as("ов") == ""
    assert begins_as("ков") == "=kov"


def test_a_word_that_nobody_is_called_any_more_is_forgotten(store):
    kept, gone = a_group("Олена Тест"), a_group("Олена Зникла")
    store.record(*kept.events, *gone.events)
    assert {"олена", "зникла"} <= words_kept(store)
    store.cases._db.execute("DELETE FROM terms WHERE case_id = ?", [gone.case])
    assert "зникла" not in words_kept(store)
    assert "олена" in words_kept(store)


def test_an_older_store_hears_its_names_at_the_first_search(store):
    group = a_group("Олена")
    store.record(*group.events)
    store.cases._db.execute("DELETE FROM heard")
    store.cases._db.execute("DELETE FROM settings WHERE key = 'heard-edition'")
    assert found(store, "Olena") == [group.case]
    (kept,) = store.cases._rows("SELECT value FROM settings WHERE key = 'heard-edition'")
    assert kept["value"] == EDITION


def test_words_read_in_an_older_way_are_heard_anew_once(store):
    store.record(*a_group("Олена").events)
    db = store.cases._db
    db.execute("INSERT INTO heard VALUES ('~OLD', 'олена')")
    db.execute("INSERT OR REPLACE INTO settings VALUES ('heard-edition', '0')")
    called = Called(db, store.cases._guard)
    called.cases("Olena")
    assert not list(db.query("SELECT * FROM heard WHERE key = '~OLD'"))
    db.execute("INSERT INTO heard VALUES ('~OLD', 'олена')")
    called.cases("Olena")
    assert list(db.query("SELECT * FROM heard WHERE key = '~OLD'"))


def test_a_rebuild_hears_the_same_words(store):
    store.record(*a_group("Олена Тест", "محمد علي").events)
    before = list(store.cases._rows("SELECT * FROM heard"))
    store.rebuild()
    assert list(store.cases._rows("SELECT * FROM heard")) == before
