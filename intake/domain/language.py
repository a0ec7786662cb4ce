"""Languages as told: which to talk in, which not, and who interprets meanwhile."""

from intake.domain.codes import LanguageRole, LanguageWish, Skill
from intake.domain.individual import Individual
from intake.domain.statement import Json

SKILLS = "language-skills"
TICKED = "languages"
INTERPRETER = "interpreter"

Told = dict[str, Json]


def skills_of(value: Json) -> tuple[Told, ...]:
    """The rows of an answer about languages that name one."""
    rows = value if isinstance(value, list) else []
    return tuple(row for row in rows if isinstance(row, dict) and row.get("tag"))


def to_talk_in(person: Individual) -> tuple[str, ...]:
    """In which languages to talk: as wished, the first one, as ticked.

    One in which the person does not want to be spoken to is not among them.
    """
    told = skills_of(person.value(SKILLS))
    wished = [row for row in told if row.get("wish") == LanguageWish.TALKING]
    first = [row for row in told if row.get("role") == LanguageRole.FIRST]
    found = [str(row["tag"]) for row in (*wished, *first)]
    refused = not_to_talk_in(person)
    return tuple(t for t in dict.fromkeys((*found, *_ticked(person))) if t not in refused)


def not_to_talk_in(person: Individual) -> tuple[str, ...]:
    """Languages that the person does not want to be spoken to in."""
    told = skills_of(person.value(SKILLS))
    return tuple(str(row["tag"]) for row in told if row.get("wish") == LanguageWish.REFUSES)


def with_told(ticked: Json, told: Json) -> list[Json]:
    """The plain list of languages with those that the longer answer adds to it.

    Comparing records reads the plain list; a language not spoken at all is no part of it.
    """
    known = list(ticked) if isinstance(ticked, list) else []
    spoken = [row["tag"] for row in skills_of(told) if row.get("speak") != Skill.NONE]
    return known + [tag for tag in dict.fromkeys(map(str, spoken)) if tag not in known]


def interpreted_by(value: Json) -> str:
    """Through whom words came: code, else kind; empty if directly."""
    told = value if isinstance(value, dict) else {}
    kind = str(told.get("kind") or "")
    return "" if kind in ("", "none-needed") else str(told.get("code") or kind)


def _ticked(person: Individual) -> list[str]:
    ticked = person.value(TICKED)
    return [str(tag) for tag in ticked] if isinstance(ticked, list) else []
