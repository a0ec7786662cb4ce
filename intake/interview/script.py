"""The shape of the question bank, and how to find a question in it.

The questions themselves are in interview/bank.py. They ask for what a person lived,
not for what a school teaches (domain chapters 8.3 and 8.4).
"""

from dataclasses import dataclass
from enum import StrEnum

CHILD_VARIANTS_TO = 12
"""Up to this age only the questions written for children are asked."""


class Theme(StrEnum):
    """What a question is about; probing goes theme by theme."""

    OPENING = "opening"
    FAMILY = "family"
    PLACE = "place"
    SCHOOL_WORK = "school-work"
    TIME = "time"
    DOCUMENTS = "documents"
    ROUTE = "route"
    LANGUAGE = "language"
    CULTURE = "culture"
    CHILD = "child"
    CLOSING = "closing"


class Verifiability(StrEnum):
    """What an answer can later be held against."""

    PLACE_KNOWLEDGE = "place-knowledge"
    OTHER_PEOPLE = "other-people"
    LATER_PAPER = "later-paper"
    ACCOUNT_ONLY = "account-only"
    NOTHING = "nothing"


class Never(StrEnum):
    """When a question is not asked, whatever the plan says."""

    OTHERS_PRESENT = "others-present"
    LAY_INTERPRETER = "lay-interpreter"
    EMPLOYER_UNSAFE = "employer-unsafe"
    NARRATIVE_RICH = "narrative-rich"


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """One question of the bank.

    `text` is an English message id with the context "interview"; `paths` are the
    questions of the record it speaks to; `risk` 0 to 3 tells how much it may hurt,
    from 2 on only protection-trained people ask it; `child` marks the variants for
    children, and `min_age` the age from which it makes sense to ask.
    """

    id: str
    theme: Theme
    text: str
    paths: tuple[str, ...] = ()
    verifiability: tuple[Verifiability, ...] = (Verifiability.ACCOUNT_ONLY,)
    risk: int = 0
    min_age: int = CHILD_VARIANTS_TO + 1
    child: bool = False
    never_if: tuple[Never, ...] = ()


def N_(context: str, text: str) -> str:  # noqa: N802 - the usual name of a no-op marker
    """Mark a text for translation under a context; extract with `-k N_:1c,2`."""
    del context
    return text
