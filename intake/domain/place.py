"""Places as told: the name people use there, and the country if they said one.

The said name is kept even where a map has another (domain chapter 5.5): which name
somebody uses is theirs. A place of a list may stand beside it as a link; it says what
the list said on that day, and neither it nor a newer list ever rewrites the name.
"""

from dataclasses import asdict, dataclass, fields

from intake.domain.name import clean_text
from intake.domain.statement import Json
from intake.errors import CharacterRefused, ValueTooLong

PLACE_LIMIT = 300
# ISO 3166-1 alpha-2 or alpha-3 (with ICAO's XXA, XXB ... for people without a country),
# or the four letters of ISO 3166-3 for a country that is no more.
_COUNTRY_LIMIT = 4
LINK = "link"


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place of a list, by the names the list had for it when it was chosen.

    `local` and `local_area` are in `language`, `name` and `area` in Latin letters; `pcode`
    is the code of the humanitarian list, where the pack was made with one, and
    `area_pcode` that of the area around the place.
    """

    pack: str
    id: str
    country: str
    name: str
    area: str = ""
    language: str = ""
    local: str = ""
    local_area: str = ""
    pcode: str = ""
    area_pcode: str = ""

    def to_json(self) -> dict[str, Json]:
        """The link as a statement stores it."""
        return dict(asdict(self))


def make_place(
    text: str, country: str = "", link: PlaceLink | None = None
) -> dict[str, Json] | None:
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
    if not said and not code:
        return None
    place: dict[str, Json] = {"text": said, "country": code}
    return place | {LINK: link.to_json()} if link and said else place


def place_text(value: Json) -> str:
    """Read the said name of a stored place; empty for anything that is not one."""
    text = value.get("text") if isinstance(value, dict) else None
    return text if isinstance(text, str) else ""


def place_link(value: Json) -> PlaceLink | None:
    """The place of a list that stands beside a said name, if one was chosen."""
    link = value.get(LINK) if isinstance(value, dict) else None
    if not isinstance(link, dict):
        return None
    told = {f.name: link.get(f.name) for f in fields(PlaceLink)}
    texts = {name: text if isinstance(text, str) else "" for name, text in told.items()}
    return PlaceLink(**texts) if texts["id"] and texts["name"] else None
