"""Names as told: one text in its own script, and whose part is whose, if known.

One part is enough, Latin is never required, and nothing is split at spaces for
the person. Part types follow domain chapter 4 and map to CLDR person names.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from intake.domain.statement import Json
from intake.errors import CharacterRefused, NameMissing, PartUntyped, ValueTooLong

NAME_LIMIT = 300

# Unicode bidirectional controls (UAX #9): they reorder what a reader sees, and
# belong to the page (<bdi>), not to a name. U+FEFF is a byte order mark.
_STRIPPED = dict.fromkeys(
    (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
)
_LINE_ENDS = str.maketrans({"\u0085": "\n", "\u2028": "\n", "\u2029": "\n"})

# First words of Unicode character names and the ISO 15924 code of that script.
_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "ETHIOPIC": "Ethi",
    "MYANMAR": "Mymr",
    "HANIFI": "Rohg",
    "HEBREW": "Hebr",
    "SYRIAC": "Syrc",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "GUJARATI": "Gujr",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "SINHALA": "Sinh",
    "TIFINAGH": "Tfng",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
    "GREEK": "Grek",
    "THAI": "Thai",
    "LAO": "Laoo",
    "KHMER": "Khmr",
    "TIBETAN": "Tibt",
    "THAANA": "Thaa",
    "NKO": "Nkoo",
    "ADLAM": "Adlm",
    "CJK": "Hani",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "HANGUL": "Hang",
}
UNKNOWN_SCRIPT = "Zyyy"


class NamePart(StrEnum):
    """Whose name a part is, or what it does."""

    GIVEN = "given"
    GIVEN_SECOND = "given-second"
    PATRONYMIC = "patronymic"
    FATHER = "father"
    GRANDFATHER = "grandfather"
    GREAT_GRANDFATHER = "great-grandfather"
    MOTHER = "mother"
    FAMILY = "family"
    FAMILY_SECOND = "family-second"
    CLAN = "clan"
    NISBA = "nisba"
    PARTICLE = "particle"
    KUNYA = "kunya"
    LAQAB = "laqab"
    HONORIFIC = "honorific"
    GENERATION = "generation"


class NameKind(StrEnum):
    """When or by whom a further name is used; a person may have several of each."""

    CURRENT = "current"
    OFFICIAL = "official"
    BIRTH = "birth"
    MARRIED = "married"
    NICKNAME = "nickname"
    RELIGIOUS = "religious"
    CHILD_NAME = "child-name"
    DOCUMENT_VARIANT = "document-variant"
    OTHER_SCRIPT = "other-script"


class WrittenBy(StrEnum):
    """Who wrote a name down; a machine's spelling never replaces a person's."""

    PERSON = "person"
    OFFICER = "officer"
    INTERPRETER = "interpreter"
    MACHINE = "machine"


def refuse_characters(text: str) -> None:
    """Stop what no store can keep, for words kept verbatim: NUL, lone surrogates."""
    if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in text):
        raise CharacterRefused()


def clean_text(text: str) -> str:
    """Bring a text from outside into the one form that is kept (V-04).

    Composes (NFC), drops bidirectional and other controls, keeps the joiners that
    Persian and Indic spelling need. A text nobody could see becomes empty.
    """
    refuse_characters(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    text = text.translate(_STRIPPED)
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
    text = unicodedata.normalize("NFC", text).strip()
    return text if any(_is_visible(char) for char in text) else ""


def _is_visible(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) != "Cf"


def script_of(text: str) -> str:
    """Tell the ISO 15924 code of the script most letters of a text are in."""
    counted = Counter(_script_of_letter(char) for char in text if char.isalpha())
    counted.pop(UNKNOWN_SCRIPT, None)
    return counted.most_common(1)[0][0] if counted else UNKNOWN_SCRIPT


def _script_of_letter(char: str) -> str:
    first = unicodedata.name(char, "").removeprefix("FULLWIDTH ").partition(" ")[0]
    return _SCRIPTS.get(first, UNKNOWN_SCRIPT)


def make_name(
    text: str,
    lang: str = "",
    parts: Iterable[tuple[str, str]] = (),
    written_by: WrittenBy | str = WrittenBy.OFFICER,
    kind: NameKind | str = "",
) -> dict[str, Json]:
    """Make the stored value of a name; `parts` are (type, text) in spoken order.

    Raises `NameMissing` for nothing visible, `PartUntyped` for a part nobody said whose
    it is, and `ValueTooLong` past 300 code points. `kind` is left out where it is plain.
    """
    whole = _limited(text)
    kept = [_typed(whose, _limited(part)) for whose, part in parts]
    if not whole:
        whole = _limited(" ".join(part for _, part in kept if part))
    if not whole:
        raise NameMissing()
    listed: list[Json] = [{"type": whose, "text": part} for whose, part in kept if part]
    used: dict[str, Json] = {"kind": NameKind(kind).value} if kind else {}
    return {
        "text": whole,
        "lang": clean_text(lang),
        "script": script_of(whole),
        "parts": listed,
        "written_by": WrittenBy(written_by).value,
        **used,
    }


def _typed(whose: str, part: str) -> tuple[str, str]:
    if part and not whose:
        raise PartUntyped()
    return (NamePart(whose).value if whose else ""), part


def name_parts(value: Json) -> list[tuple[NamePart, str]]:
    """The parts of a stored name in the order in which they were told."""
    listed = value.get("parts") if isinstance(value, dict) else None
    parts = [p for p in listed if isinstance(p, dict)] if isinstance(listed, list) else []
    return [(NamePart(str(part["type"])), str(part["text"])) for part in parts]


def name_text(value: Json) -> str:
    """Read the text of a stored name; empty for anything that is not one."""
    text = value.get("text") if isinstance(value, dict) else None
    return text if isinstance(text, str) else ""


def _limited(text: str) -> str:
    cleaned = clean_text(text)
    if len(cleaned) > NAME_LIMIT:
        raise ValueTooLong(path="name", limit=NAME_LIMIT, length=len(cleaned))
    return cleaned
