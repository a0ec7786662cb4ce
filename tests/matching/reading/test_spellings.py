"""The table of spellings is whole: known phonemes, no letter without a sound."""

import pytest

from intake.matching.reading.spellings import ABJAD, NUMBERS, SOUNDS, SPELLINGS, VOWELS

PHONEMES = set("pbfvwtdTDszcSZCJkgqGxhlrmny_") | VOWELS


def test_every_sound_is_made_of_known_phonemes():
    for sound in SOUNDS:
        assert sound
        assert set(sound) <= PHONEMES, sound
        assert len(set(sound)) == len(sound), sound


def test_every_spelling_uses_up_letters_and_only_its_own():
    for spelling, (sounds, size) in SPELLINGS.items():
        assert 1 <= size <= len(spelling), spelling
        assert all(sound in NUMBERS for sound in sounds), spelling


def test_a_sound_has_one_number_that_fits_a_byte():
    assert sorted(NUMBERS.values()) == list(range(1, len(SOUNDS) + 1))
    assert len(SOUNDS) < 256


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


def test_scripts_that_leave_vowels_out_are_known():
    assert ABJAD.search("محمد")
    assert ABJAD.search("דוד")
    assert not ABJAD.search("ኣብርሃ")
    assert not ABJAD.search("Олена")
