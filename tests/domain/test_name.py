"""Names of any length, script and order come in and stay as they were said."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.name import (
    NAME_LIMIT,
    UNKNOWN_SCRIPT,
    NameKind,
    NamePart,
    WrittenBy,
    clean_text,
    make_name,
    name_parts,
    name_text,
    refuse_characters,
    script_of,
)
from intake.errors import CharacterRefused, NameMissing, PartUntyped, ValueTooLong

KEPT = [
    "Ó",
    "Олена Петрівна Ковальчук",
    "Дар\u02bcя",
    "Мар'яна",
    "أَحْمَد بْن خَالِد",
    "فاطمه\u200cزهرا",
    "ኣበበ በቂላ",
    "အောင်ဆန်း",
    "𐴀𐴞𐴕𐴐𐴝𐴦𐴕",
    "Keʻala",
    "García Márquez de la Peña y Ruiz",
    "Abdullah",
    "اَلْأَب بُطْرُس",
    "क्‍ष",
]


@pytest.mark.parametrize("text", KEPT)
def test_v05_a_name_in_any_script_comes_back_byte_for_byte(text):
    text = unicodedata.normalize("NFC", text)
    value = make_name(text, lang="und")
    assert name_text(value).encode() == text.encode()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_v04_cleaned_text_is_composed_and_cleaning_twice_changes_nothing_more(text):
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50))
def test_v04_no_cleaned_text_can_turn_the_page_around(text):
    cleaned = clean_text(text + "\u202e\u2066\u200f")
    assert not set(cleaned) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    )


@pytest.mark.parametrize("bad", ["\0", "a\0b", "\ud800", "x\udfffy"])
def test_what_no_store_can_keep_is_refused_without_being_repeated(bad):
    for check in (clean_text, refuse_characters):
        with pytest.raises(CharacterRefused) as caught:
            check(bad)
        assert caught.value.facts == {}


def test_verbatim_words_are_only_looked_at():
    refuse_characters("\u202eما قالت\u202c\n")


@pytest.mark.parametrize(
    "nothing", ["", "  ", "\u200b", "\u200c\u200d", "\ufeff", "\n \u2060", "\x07"]
)
def test_what_nobody_can_see_is_empty(nothing):
    assert clean_text(nothing) == ""
    with pytest.raises(NameMissing):
        make_name(nothing)


def test_line_ends_become_one_kind_and_other_controls_go():
    assert clean_text("one\r\ntwo\rthree\u2028four\x1b[0m\tend") == "one\ntwo\nthree\nfour[0m\tend"


def test_v04_decomposed_letters_are_composed():
    assert clean_text("И\u0306ван") == "Йван"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Olena", "Latn"),
        ("Ｏｌｅｎａ", "Latn"),
        ("Олена", "Cyrl"),
        ("Олена O.", "Cyrl"),
        ("أحمد", "Arab"),
        ("አበበ", "Ethi"),
        ("အောင်", "Mymr"),
        ("𐴀𐴞𐴕", "Rohg"),
        ("דוד", "Hebr"),
        ("გიორგი", "Geor"),
        ("Արամ", "Armn"),
        ("Γιώργος", "Grek"),
        ("राम", "Deva"),
        ("রহিম", "Beng"),
        ("王", "Hani"),
        ("123 —", UNKNOWN_SCRIPT),
        ("", UNKNOWN_SCRIPT),
    ],
)
def test_the_script_of_a_text_is_told_by_its_letters(text, script):
    assert script_of(text) == script


def test_one_part_is_enough():
    value = make_name("Suharto", lang="id")
    assert value == {
        "text": "Suharto",
        "lang": "id",
        "script": "Latn",
        "parts": [],
        "written_by": "officer",
    }


def test_parts_keep_their_order_and_whose_they_are():
    value = make_name(
        "Hodan Abdi Warsame",
        "so",
        [
            (NamePart.GIVEN, "Hodan"),
            (NamePart.FATHER, " Abdi "),
            (NamePart.GRANDFATHER, "Warsame"),
            (NamePart.FAMILY, ""),
        ],
        WrittenBy.PERSON,
    )
    assert value["parts"] == [
        {"type": "given", "text": "Hodan"},
        {"type": "father", "text": "Abdi"},
        {"type": "grandfather", "text": "Warsame"},
    ]
    assert value["written_by"] == "person"


def test_parts_alone_make_the_whole():
    value = make_name("", "uk", [("given", "Олена"), ("patronymic", "Петрівна")])
    assert value["text"] == "Олена Петрівна"


def test_nothing_is_split_or_filled_in_for_the_person():
    assert make_name("Madonna Louise")["parts"] == []
    assert make_name("Olena", parts=[("given", "Olena")])["text"] == "Olena"


def test_a_kind_of_part_nobody_knows_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="surname"):
        make_name("Olena", parts=[("surname", "K")])


@pytest.mark.parametrize("count", [NAME_LIMIT, 1])
def test_names_up_to_the_limit_are_kept(count):
    assert len(name_text(make_name("ж" * count))) == count


@pytest.mark.parametrize("parts", [[], [("given", "ж" * (NAME_LIMIT + 1))]])
def test_a_name_past_the_limit_is_refused_with_counts_only(parts):
    text = "Ж" if parts else "ж" * (NAME_LIMIT + 1)
    with pytest.raises(ValueTooLong) as caught:
        make_name(text, parts=parts)
    assert caught.value.facts == {"path": "name", "limit": NAME_LIMIT, "length": NAME_LIMIT + 1}


@pytest.mark.parametrize("value", [None, "Olena", [], {}, {"text": 5}])
def test_what_is_no_name_has_no_text(value):
    assert name_text(value) == ""


@pytest.mark.parametrize("kind", list(NameKind))
def test_a_further_name_tells_when_or_by_whom_it_is_used(kind):
    value = make_name("Лєна", kind=kind)
    assert value["kind"] == kind.value
    assert "kind" not in make_name("Лєна")


def test_a_part_that_is_nobodys_is_refused_and_an_empty_row_is_none():
    with pytest.raises(PartUntyped) as caught:
        make_name("Hodan", parts=[("", "Cabdi")])
    assert caught.value.facts == {}
    assert make_name("Hodan", parts=[("", ""), ("father", "")])["parts"] == []


@given(
    st.lists(st.tuples(st.sampled_from(list(NamePart)), st.text("аبአkက ", min_size=1)), max_size=7)
)
def test_v05_parts_come_back_in_the_order_told(told):
    value = make_name("О", parts=told)
    kept = [(whose, clean_text(part)) for whose, part in told]
    assert name_parts(value) == [(whose, part) for whose, part in kept if part]


def test_what_is_no_name_has_no_parts():
    for value in (None, "Олена", {}, {"parts": None}, {"parts": "x"}):
        assert name_parts(value) == []


@pytest.mark.parametrize("joined", ["می\u200cخواهم", "क्\u200dष", "न\u200dी"])
def test_v04_joiners_that_belong_to_a_script_are_kept(joined):
    assert clean_text(joined) == unicodedata.normalize("NFC", joined)
    assert name_text(make_name(joined)) == unicodedata.normalize("NFC", joined)
