"""The table of spellings is whole: known phonemes, no letter without a sound."""

import unicodedata

import pytest

from intake.matching.reading.spellings import ABJAD, LONGEST, SPELLINGS, VOWELS, read_geez

PHONEMES = set("pbfvwtdTDszcSZCJkgqGxhlrmny_") | VOWELS


def test_every_sound_is_made_of_known_phonemes():
    for spelling, sounds in SPELLINGS.items():
        assert sounds, spelling
        for sound in sounds:
            assert sound, spelling
            assert set(sound) <= PHONEMES, spelling
            assert len(set(sound)) == len(sound), spelling


@pytest.mark.parametrize(
    "letters",
    [
        "abcdefghijklmnopqrstuvwxyz",
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёыэъ",
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ",
        "پچژگکی",
        "ټډړږښګڼځڅېۍ",
        "אבגדהוזחטיכלמנסעפצקרשתךםןףץ",
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
        "ğşçıñłßæø",
        "љњћђџјўқғҳҷӣӯ",
    ],
)
def test_every_letter_of_an_alphabet_is_read(letters):
    assert [letter for letter in letters if letter not in SPELLINGS] == []


def test_every_syllable_of_geez_is_read():
    syllables = [
        chr(point)
        for point in range(0x1200, 0x135B)
        if unicodedata.name(chr(point), "").startswith("ETHIOPIC SYLLABLE")
    ]
    assert [s for s in syllables if not read_geez(s)] == []
    for syllable in syllables:
        assert all(set(sound) <= PHONEMES for sound in read_geez(syllable)), syllable


@pytest.mark.parametrize(
    ("letter", "sounds"),
    [("ማ", ("m", "a")), ("ሹ", ("S", "u")), ("ት", ("t", "ie_")), ("ኦ", ("o",)), ("a", ())],
)
def test_a_syllable_is_onset_and_vowel(letter, sounds):
    assert read_geez(letter) == sounds


def test_scripts_that_leave_vowels_out_are_known():
    assert ABJAD.search("محمد")
    assert ABJAD.search("דוד")
    assert not ABJAD.search("ኣብርሃ")
    assert not ABJAD.search("Олена")


def test_the_longest_spelling_bounds_the_search():
    assert all(len(spelling) <= LONGEST for spelling in SPELLINGS)
