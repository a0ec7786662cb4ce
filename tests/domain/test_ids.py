"""Numbers survive the phone, foreign keyboards and tired typists."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.ids import ALPHABET, LENGTH, make_number, new_id, parse_number, show_number
from intake.errors import NumberInvalid

NUMBERS = st.binary(min_size=6, max_size=16).map(make_number)


@given(NUMBERS)
def test_a_made_number_reads_back(number):
    assert len(number) == LENGTH
    assert parse_number(number) == number
    assert parse_number(show_number(number)) == number


@given(NUMBERS, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found(number, place, char):
    wrong = number[:place] + char + number[place + 1 :]
    if wrong != number:
        with pytest.raises(NumberInvalid):
            parse_number(wrong)


@given(NUMBERS, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_every_swap_of_two_characters_is_found(number, one, other):
    chars = list(number)
    chars[one], chars[other] = chars[other], chars[one]
    swapped = "".join(chars)
    if swapped != number:
        with pytest.raises(NumberInvalid):
            parse_number(swapped)


def test_every_single_error_of_one_number_by_enumeration():
    number = make_number(b"\x01\x23\x45\x67\x89\xab")
    for place in range(LENGTH):
        for char in ALPHABET.replace(number[place], ""):
            with pytest.raises(NumberInvalid):
                parse_number(number[:place] + char + number[place + 1 :])


@given(st.binary(min_size=6, max_size=6), st.binary(min_size=6, max_size=6))
def test_different_randomness_gives_different_numbers(one, other):
    low = (1 << 45) - 1
    same = int.from_bytes(one, "big") & low == int.from_bytes(other, "big") & low
    assert (make_number(one) == make_number(other)) == same


def test_a_number_needs_enough_randomness():
    with pytest.raises(ValueError, match="5"):
        make_number(b"12345")


ZERO = "0" * LENGTH


@pytest.mark.parametrize(
    "typed",
    [
        "00000-00000",
        " 0000 0000 00 ",
        "00000–00000",
        "OOOOO-OOOOO",
        "ооооо-ооооо",
        "ОООООООООО",
        "٠٠٠٠٠٠٠٠٠٠",
        "۰۰۰۰۰-۰۰۰۰۰",
        "００００００００００",
        "\u200e00000\u2011\u202a00000\u202c\n",
    ],
)
def test_the_ways_people_type_a_number_are_read(typed):
    assert parse_number(typed) == ZERO


@pytest.mark.parametrize("letters", [("I", "1"), ("L", "1"), ("l", "1"), ("І", "1"), ("ı", "1")])
def test_letters_that_look_like_one_are_one(letters):
    typed, meant = letters
    body = meant * (LENGTH - 1)
    check = next(c for c in ALPHABET if _fits(body + c))
    assert parse_number(typed * (LENGTH - 1) + check) == body + check


def _fits(number):
    try:
        return parse_number(number) == number
    except NumberInvalid:
        return False


def test_cyrillic_and_greek_lookalikes_are_read_as_latin():
    body = "ABEKMHPCT"
    check = next(c for c in ALPHABET if _fits(body + c))
    assert parse_number("АВЕКМНРСТ" + check) == body + check
    assert parse_number("ΑΒΕΚΜΗΡСΤ" + check) == body + check
    assert parse_number("авекмнрст" + check.lower()) == body + check


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "length"),
        ("0" * 9, "length"),
        ("0" * 11, "length"),
        ("U000000000", "character"),
        ("0000000*00", "character"),
        ("Щ000000000", "character"),
        ("0000000001", "check"),
    ],
)
def test_a_wrong_number_says_why(typed, why):
    with pytest.raises(NumberInvalid) as caught:
        parse_number(typed)
    assert caught.value.facts["why"] == why
    assert typed not in caught.value.facts.values() or not typed


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        number = parse_number(text)
    except NumberInvalid:
        return
    assert parse_number(number) == number


@given(st.binary(min_size=16, max_size=16))
def test_ids_are_random_uuids_of_version_4(random):
    made = uuid.UUID(hex=new_id(random))
    assert made.version == 4
    assert made.variant == uuid.RFC_4122
    assert made == uuid.UUID(bytes=random, version=4)


def test_an_id_needs_sixteen_bytes():
    with pytest.raises(ValueError, match="15"):
        new_id(b"x" * 15)
