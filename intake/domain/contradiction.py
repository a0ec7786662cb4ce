"""Where standing statements differ: a question to ask, never a verdict."""

from collections.abc import Callable, Sequence
from itertools import combinations

from intake.domain.partial_date import from_json
from intake.domain.place import place_link
from intake.domain.questions import QUESTIONS, Shape
from intake.domain.statement import Json, Said, current


def differs(one: Said, other: Said) -> bool:
    """Whether two statements about one question cannot both be right."""
    return differ(one.statement.path, one.statement.value, other.statement.value)


def contradictions(
    said: Sequence[Said], unlike: Callable[[Said, Said], bool] = differs
) -> dict[str, list[Said]]:
    """Single-valued questions whose standing values differ, by path, oldest first.

    Absent answers never contradict anything (V-13). Dates differ only when no day
    fits both; texts when they differ beyond case and spaces, places not when both were
    linked to one place of a list. `unlike` may know more of names in several scripts.
    """
    valued: dict[str, list[Said]] = {}
    for s in current(list(said)):
        question = QUESTIONS.get(s.statement.path)
        if s.statement.value is not None and question is not None and question.single:
            valued.setdefault(s.statement.path, []).append(s)
    return {
        path: several
        for path, several in valued.items()
        if any(unlike(one, other) for one, other in combinations(several, 2))
    }


def differ(path: str, one: Json, other: Json) -> bool:
    """Whether two values of a question cannot both be right."""
    if QUESTIONS[path].shape is Shape.DATE:
        return not from_json(one).overlaps(from_json(other))
    places = place_link(one), place_link(other)
    if all(places) and len({link.id for link in places if link}) == 1:
        return False  # one place under two of its names
    return _words(one) != _words(other)


def _words(value: Json) -> Json:
    text = value.get("text", value) if isinstance(value, dict) else value
    return " ".join(text.casefold().split()) if isinstance(text, str) else text
