"""Numbers a person can say over a bad line, and ids that tell nothing.

A case or individual number is nine random characters and a check character in
Crockford's base 32 (no I, L, O, U). The check is a weighted sum over GF(32):
with weights that are different powers of a primitive element, every wrong
character and every swap of two characters changes the sum.
"""

import unicodedata

from intake.errors import NumberInvalid

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
_RANDOM_BITS = 5 * (LENGTH - 1)
_RANDOM_BYTES = (_RANDOM_BITS + 7) // 8
# x^5 + x^2 + 1 is primitive over GF(2), so x = 2 generates all 31 nonzero elements.
_POLYNOMIAL = 0b100101

# Letters that look alike and are typed on another keyboard, and Crockford's own readings.
_LOOKALIKES = str.maketrans(
    "OILАВЕКМНОРСТХУІЅЈЗΑΒΕΖΗΚΜΝΟΡΤΥΧΙ",
    "011ABEKMH0PCTXY1SJ3ABEZHKMN0PTYX1",
)


def new_id(random: bytes) -> str:
    """Make the 32 hex digits of a UUIDv4 (RFC 9562) from 16 random bytes."""
    if len(random) != 16:
        raise ValueError(len(random))
    value = int.from_bytes(random, "big")
    value = value & ~(0xF << 76) | 0x4 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return f"{value:032x}"


def make_number(random: bytes) -> str:
    """Make a case or individual number from at least six random bytes."""
    if len(random) < _RANDOM_BYTES:
        raise ValueError(len(random))
    bits = int.from_bytes(random[:_RANDOM_BYTES], "big")
    body = "".join(ALPHABET[bits >> 5 * place & 31] for place in range(LENGTH - 1))
    return body + ALPHABET[_times_two(_sum(body))]


def parse_number(text: str) -> str:
    """Read a number as people type it; raises `NumberInvalid` with a `why` code."""
    number = _plain(text).translate(_LOOKALIKES)
    if len(number) != LENGTH:
        raise NumberInvalid(why="length", length=len(number))
    if not set(number) <= set(ALPHABET):
        raise NumberInvalid(why="character")
    if _sum(number):
        raise NumberInvalid(why="check")
    return number


def show_number(number: str) -> str:
    """Show a number in two halves, as it is printed and read aloud."""
    half = LENGTH // 2
    return f"{number[:half]}-{number[half:]}"


def _plain(text: str) -> str:
    """Leave letters and digits only: any script's digits, upper case, no separators."""
    kept = []
    for char in unicodedata.normalize("NFKC", text).upper():
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            kept.append(str(digit))
        elif unicodedata.category(char) not in _SEPARATORS:
            kept.append(char)
    return "".join(kept)


# Spaces, dashes, line ends and invisible marks that copying from a chat brings along.
_SEPARATORS = frozenset({"Zs", "Zl", "Zp", "Pd", "Cf", "Cc"})


def _times_two(value: int) -> int:
    doubled = value << 1
    return doubled ^ _POLYNOMIAL if doubled & 32 else doubled


def _sum(number: str) -> int:
    """Horner's rule over GF(32): zero for a whole number that fits its check."""
    total = 0
    for char in number:
        total = _times_two(total) ^ ALPHABET.index(char)
    return total
