"""Places as told: the name people use there, and the country if they said one.

The said name is kept even where a map has another (domain chapter 5.5): which name
somebody uses is theirs. Linking to a gazetteer happens elsewhere and never rewrites it.
"""

from intake.domain.name import clean_text
from intake.domain.statement import Json
from intake.errors import CharacterRefused, ValueTooLong

PLACE_LIMIT = 300
# ISO 3166-1 alpha-2 or alpha-3 (with ICAO's XXA, XXB ... for people without a country),
# or the four letters of ISO 3166-3 for a country that is no more.
_COUNTRY_LIMIT = 4


def make_place(text: str, country: str = "") -> dict[str, Json] | None:
    """Make the stored value of a place; None when neither name nor country was said.

    Raises `ValueTooLong` and, for a country that is no code, `CharacterRefused`.
    """
    said, code = clean_text(text), clean_text(country).upper()
    if len(said) > PLACE_LIMIT:
        raise ValueTooLong(path="place", limit=PLACE_LIMIT, length=len(said))
    if len(code) > _COUNTRY_LIMIT:
        raise ValueTooLong(path="country", limit=_COUNTRY_LIMIT, length=len(code))
    if code and not (code.isascii() and code.isalpha() and len(code) > 1):
        raise CharacterRefused(path="country")
    return {"text": said, "country": code} if said or code else None


def place_text(value: Json) -> str:
    """Read the said name of a stored place; empty for anything that is not one."""
    text = value.get("text") if isinstance(value, dict) else None
    return text if isinstance(text, str) else ""
