"""What a laptop takes down and never shows again: whoever holds it learns nothing.

A safe way to reach somebody stands as recorded, without its words. That somebody
wishes to speak with a specialist is not shown at all, for the wish itself tells much.
"""

from collections.abc import Iterable

from intake.domain.questions import QUESTIONS
from intake.domain.statement import Json, Said, Statement
from intake.i18n import gettext
from intake.web.wording import answered, in_words

UNSHOWN = frozenset({"specialist"})
"""Questions of which a laptop does not even tell that they were answered."""


def is_hidden(path: str) -> bool:
    """Whether the laptop keeps the words of this answer to itself."""
    told = QUESTIONS.get(path)
    return told is not None and told.write_only


def in_field_words(path: str, value: Json) -> str:
    """A value as a page of the laptop may show it."""
    return gettext("Recorded. It is not shown here.") if is_hidden(path) else in_words(path, value)


def answered_in_field(statement: Statement) -> str:
    """What a statement says, as far as a page of the laptop may show it."""
    if statement.value is not None and is_hidden(statement.path):
        return in_field_words(statement.path, statement.value)
    return answered(statement)


def shown_of(said: Iterable[Said]) -> list[Said]:
    """What was said, without that of which nothing is told."""
    return [one for one in said if one.statement.path not in UNSHOWN]
