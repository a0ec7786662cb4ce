"""Latin spellings are suggested from tables and never claimed to be the name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.latin import suggest_latin
from intake.domain.latin_names import COMMON_NAMES
from intake.domain.name import script_of


# Examples of the Ukrainian table itself: Resolution 55 of 2010.
@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Алушта", "Alushta"),
        ("Андрій", "Andrii"),
        ("Борщагівка", "Borshchahivka"),
        ("Вінниця", "Vinnytsia"),
        ("Гадяч", "Hadiach"),
        ("Ґалаґан", "Galagan"),
        ("Єнакієве", "Yenakiieve"),
        ("Наєнко", "Naienko"),
        ("Житомир", "Zhytomyr"),
        ("Закарпаття", "Zakarpattia"),
        ("Медвин", "Medvyn"),
        ("Їжакевич", "Yizhakevych"),
        ("Кадиївка", "Kadyivka"),
        ("Йосипівка", "Yosypivka"),
        ("Стрий", "Stryi"),
        ("Харків", "Kharkiv"),
        ("Згорани", "Zghorany"),
        ("Розгон", "Rozghon"),
        ("Щербухи", "Shcherbukhy"),
        ("Юрій", "Yurii"),
        ("Корюківка", "Koriukivka"),
        ("Яготин", "Yahotyn"),
        ("Знам'янка", "Znamianka"),
        ("Знам\u02bcянка", "Znamianka"),
        ("Феодосія", "Feodosiia"),
    ],
)
def test_ukrainian_follows_the_cabinets_table(name, latin):
    assert suggest_latin(name, "uk") == latin


@pytest.mark.parametrize(
    ("name", "lang", "latin"),
    [
        ("Андрей Щукин", "ru", "Andrei Shchukin"),
        ("Юлия Объедкова", "ru", "Iuliia Obieedkova"),
        ("محمد خالد الحلبي", "ar", "Mohammad Khaled al-Hlbi"),
        ("حَسَن", "ar", "Hasan"),
        ("بن", "ar", "bin"),
        ("وحید", "fa", "Vhid"),
        ("وحيد", "ar", "Whid"),
        ("ثریا", "fa", "Srya"),
        ("ثريا", "ar", "Thrya"),
        ("بارکزی", "ps", "Barkzi"),
        ("ګلالۍ", "ps", "Glalai"),
        ("አበበ በቂላ", "am", "Abebe Beqila"),
        ("ብርሃን", "ti", "Birhan"),
        ("ስላሴ", "am", "Silase"),
        ("አⶀ", "am", "Aⶀ"),
        ("Γιώργος Μπάρκας", "el", "Giorgos Barkas"),
        ("Ευαγγελία", "el", "Evangelia"),
        ("דוד", "he", "Dod"),
        ("შოთა რუსთაველი", "ka", "Shota Rustaveli"),
        ("Երեմ Ոսկան", "hy", "Yerem Voskan"),
    ],
)
def test_other_scripts_get_a_start_to_correct(name, lang, latin):
    assert suggest_latin(name, lang) == latin


def test_ukrainian_letters_tell_the_language_when_nobody_did():
    assert suggest_latin("Ігор") == "Ihor"
    assert suggest_latin("Игорь") == "Igor"
    assert suggest_latin("Ганна", "uk-Cyrl") == "Hanna"


def test_capitals_are_those_of_the_person():
    assert suggest_latin("ЮЛІЯ", "uk") == "YULIIA"
    assert suggest_latin("де Ковальчук", "uk") == "de Kovalchuk"
    assert suggest_latin("Ю", "uk") == "Yu"


@pytest.mark.parametrize("name", ["Zoë", "O'Brien", "García Márquez", "Nguyễn", "", "123 -"])
def test_latin_text_stays_as_it_is(name):
    assert suggest_latin(name, "uk") == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("name", ["王秀英", "𐴀𐴞𐴕", "အောင်"])
def test_a_script_without_a_table_stays_as_it_is(name):
    assert suggest_latin(name) == name


def test_a_name_in_two_scripts_keeps_its_latin_half():
    assert suggest_latin("Олена (Lena)", "uk") == "Olena (Lena)"


@pytest.mark.parametrize(
    ("first", "last", "lang"),
    [
        ("\u0430", "\u044f", "ru"),
        ("\u05d0", "\u05ea", "he"),
        ("\u10d0", "\u10f0", "ka"),
        ("\u03b1", "\u03c9", "el"),
        ("\u1200", "\u1357", "am"),
    ],
    ids=["cyrillic", "hebrew", "georgian", "greek", "ethiopic"],
)
def test_every_letter_of_a_table_becomes_latin(first, last, lang):
    for code in range(ord(first), ord(last) + 1):
        letter = chr(code)
        if unicodedata.name(letter, ""):
            assert suggest_latin(letter + letter, lang).isascii(), hex(code)


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.sampled_from(["", "uk", "fa"]),
)
def test_any_text_gets_some_suggestion(text, lang):
    suggested = suggest_latin(text, lang)
    assert isinstance(suggested, str)
    assert suggest_latin(text, lang) == suggested


def test_the_usual_spellings_are_latin_for_arabic_script():
    for name, latin in COMMON_NAMES.items():
        assert script_of(name) == "Arab"
        assert latin.replace("-", "").isascii()
        assert suggest_latin(name, "ar") == latin
