"""One passphrase gives one key, from every keyboard, at a known price."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import CharacterRefused, PassphraseTooShort, ValueTooLong
from intake.security.stretching import (
    CHEAP,
    LONGEST,
    SIGN_IN,
    STRONG,
    Profile,
    normal,
    refuse_short,
    stretch,
    stretch_encoded,
)

SALT = bytes(16)
COMPOSED, TAKEN_APART = "Київ caf\u00e9 \u0439", "Київ cafe\u0301 \u0438\u0306"


def test_strong_profile_costs_what_the_design_asks() -> None:
    assert STRONG.memory_kib >= 256 * 1024
    assert STRONG.passes >= 3
    assert SIGN_IN.memory_kib >= 64 * 1024
    assert CHEAP.memory_kib < SIGN_IN.memory_kib


def test_composed_and_decomposed_letters_are_one_passphrase() -> None:
    assert COMPOSED != TAKEN_APART
    assert normal(COMPOSED) == normal(TAKEN_APART)
    assert stretch(COMPOSED, SALT, CHEAP) == stretch(TAKEN_APART, SALT, CHEAP)


def test_compatible_letters_stay_different() -> None:
    assert normal("\N{LATIN SMALL LIGATURE FI}sh") != normal("fish")


def test_key_depends_on_passphrase_salt_and_price() -> None:
    keys = {
        stretch("correct horse", SALT, CHEAP),
        stretch("correct horsE", SALT, CHEAP),
        stretch("correct horse", b"\x01" + SALT[1:], CHEAP),
        stretch("correct horse", SALT, Profile(8 * 1024, 2, 1)),
        stretch("correct horse", SALT, Profile(9 * 1024, 1, 1)),
    }
    assert len(keys) == 5
    assert {len(key) for key in keys} == {32}


def test_encoded_form_names_its_price_and_not_the_passphrase() -> None:
    text = stretch_encoded("correct horse", SALT, CHEAP)
    assert text.startswith("$argon2id$v=19$m=8192,t=1,p=1$")
    assert "correct" not in text


@given(st.text(max_size=7))
def test_fewer_than_eight_characters_are_refused(text: str) -> None:
    with pytest.raises(PassphraseTooShort) as found:
        refuse_short(text)
    assert found.value.facts == {"at_least": 8}


@pytest.mark.parametrize("text", [" " * 12, "  seven77  ", "e\u0301" * 7])
def test_padding_and_accents_do_not_lengthen_a_passphrase(text: str) -> None:
    with pytest.raises(PassphraseTooShort):
        refuse_short(text)


@pytest.mark.parametrize("text", ["eight888", "пароль-8", "كلمة-سرية", "e\u0301" * 8])
def test_eight_characters_of_any_script_are_enough(text: str) -> None:
    refuse_short(text)


def test_endless_passphrase_is_refused() -> None:
    normal("x" * LONGEST)
    with pytest.raises(ValueTooLong):
        normal("x" * (LONGEST + 1))


def test_half_a_character_is_refused_without_telling_the_rest() -> None:
    with pytest.raises(CharacterRefused) as found:
        normal("secret\ud800")
    assert "secret" not in str(found.value)
    assert found.value.__suppress_context__


@pytest.mark.parametrize(
    "profile",
    [
        Profile(0, 1, 1),
        Profile(7, 1, 1),
        Profile(8 * 1024, 0, 1),
        Profile(8 * 1024, 1, 0),
        Profile(2**40, 1, 1),
        Profile(8 * 1024, 10**9, 1),
        Profile(8 * 1024, 1, 255),
    ],
)
def test_price_no_laptop_can_pay_is_not_bearable(profile: Profile) -> None:
    assert not profile.is_bearable


@pytest.mark.parametrize("profile", [STRONG, SIGN_IN, CHEAP])
def test_own_prices_are_bearable(profile: Profile) -> None:
    assert profile.is_bearable
