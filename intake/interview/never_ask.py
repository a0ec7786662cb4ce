"""What is asked of nobody, and how it is noticed in a question somebody types.

Each item has its sentence, shown beside the questions, and phrases by which it is known in
the languages of the interviews. A typed question that falls under one is not taken; the
interviewer reads why and words it otherwise. Tests hold the whole bank against the list, in
every language. No list of words understands a question: it stops what is plain.
"""

import re
from dataclasses import dataclass

from intake.interview.never_ask_phrases import LEADING, PHRASES
from intake.interview.script import N_

_MARKS = re.compile(r"[\u0640\u064b-\u0652]")
_ONE_LETTER = str.maketrans(
    {**dict.fromkeys("’ʼ`´", "'"), **dict.fromkeys("يى", "ی"), "ك": "ک", "ګ": "گ"}
)
"""Apostrophes, and letters of the Arabic script that languages and keyboards write apart."""


@dataclass(frozen=True, slots=True)
class NeverAsked:
    """One thing that is asked of nobody: its code, and the sentence for staff."""

    code: str
    sentence: str


ITEMS = (
    NeverAsked(
        "schooling",
        N_("interview", "Capitals, flags, anthems, presidents, money: they test schooling."),
    ),
    NeverAsked("lists", N_("interview", "Lists of districts or clans as a test.")),
    NeverAsked("belief", N_("interview", "Proof of a religion or of a sexual orientation.")),
    NeverAsked(
        "armed",
        N_("interview", "The inside of a party or an armed group, or military service."),
    ),
    NeverAsked("violence", N_("interview", "Details of torture or sexual violence.")),
    NeverAsked("why-not", N_("interview", "Why somebody did not do something.")),
    NeverAsked("twice", N_("interview", "The same closed question a second time.")),
    NeverAsked("guilt", N_("interview", "A child about the guilt of a parent.")),
    NeverAsked("border", N_("interview", "Who helped somebody across a border, and for how much.")),
    NeverAsked("dialect", N_("interview", "Words of a dialect, to hear how they sound.")),
)

NEVER_ASK = tuple(item.sentence for item in ITEMS)
"""What is asked of nobody; shown beside the questions."""


_ARTICLE, _JOINED = "(?:ال)?", "(?:[وف]?(?:[بك]?ال|لل))?"
"""The Arabic article, and as it is written together with "and", "with" or "to"."""


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    joined = "|".join(phrases).replace(_ARTICLE, _JOINED).translate(_ONE_LETTER)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


_KNOWN_BY = {code: _any_of(tuple(by.values())) for code, by in PHRASES.items()}
_LEADING = _any_of(tuple(LEADING.values()))


def never_asked(text: str) -> NeverAsked | None:
    """The item a question falls under, if any."""
    plain = _plain(text)
    return next((item for item in ITEMS if _KNOWN_BY[item.code].search(plain)), None)


def item_of(code: str) -> NeverAsked | None:
    """The item of a code."""
    return next((item for item in ITEMS if item.code == code), None)


def leads(text: str) -> bool:
    """Whether a question plainly says the answer it wants."""
    return _LEADING.search(_plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", text).translate(_ONE_LETTER).split())
