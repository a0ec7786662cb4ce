"""Letters that are syllables: Ge'ez, Hangul, the scripts of India and Burma."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.reading.spellings import NUMBERS
from intake.matching.reading.syllables import read_syllable


def test_every_syllable_of_geez_is_read():
    syllables = [
        chr(point)
        for point in range(0x1200, 0x135B)
        if unicodedata.name(chr(point), "").startswith("ETHIOPIC SYLLABLE")
    ]
    assert [s for s in syllables if not read_syllable(s, "")] == []


@pytest.mark.parametrize(
    ("letter", "after", "sounds"),
    [
        ("ማ", "", ("m", "a")),
        ("ሹ", "", ("S", "u")),
        ("ት", "", ("t", "ie_")),
        ("ኦ", "", ("o",)),
        ("ቋ", "", ("q", "wu", "a")),
        ("ወ", "", ("wu", "ea")),
        ("김", "", ("gk", "i", "m")),
        ("현", "", ("h", "y", "eo", "n")),
        ("아", "", ("a",)),
        ("क", "", ("k", "ao_")),
        ("क", "\N{DEVANAGARI VOWEL SIGN I}", ("k",)),
        ("\N{DEVANAGARI VOWEL SIGN I}", "", ("i",)),
        ("র", "\N{BENGALI SIGN VIRAMA}", ("r",)),
        ("မ", "", ("m", "ao_")),
        ("म", "$", ("m",)),
        ("헬", "렌", ("h", "e")),
        ("헬", "가", ("h", "e", "l")),
        ("a", "", ()),
        ("田", "", ()),
    ],
)
def test_a_syllable_is_onset_and_vowel(letter, after, sounds):
    assert read_syllable(letter, after) == sounds


@given(st.characters(), st.characters())
def test_any_letter_is_read_as_known_sounds_or_not_at_all(letter, after):
    assert all(sound in NUMBERS for sound in read_syllable(letter, after))
