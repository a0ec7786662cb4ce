"""Turns a saved page into statements: only what is new, naming what it replaces."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from intake.domain.codes import Absent, Source, Why
from intake.domain.name import WrittenBy
from intake.domain.questions import TRANSLATION
from intake.domain.statement import Json, Said, Statement, current
from intake.web.fields import Answer

# What of a date was said; the days it stands for move with the day of saving.
_SAID_OF_DATE = ("precision", "calendar", "verbatim", "basis", "chain")
# What of a name was said; the script follows from it. That the person wrote it counts.
_SAID_OF_NAME = ("text", "parts", "kind")


@dataclass(frozen=True, slots=True)
class Telling:
    """How answers came about: in which language, by and through whom, why."""

    said_in: str
    new_id: Callable[[], str]
    source: Source = Source.SELF
    why: Why = Why.CORRECTION
    interpreter: str = ""


def shown(said: Iterable[Said], path: str) -> Statement | None:
    """The statement a page shows: the newest value, else the newest reason."""
    standing = _standing(said, path)
    valued = [s for s in standing if s.value is not None]
    return (valued or standing or [None])[-1]  # type: ignore[list-item]


def known(said: Iterable[Said], path: str) -> Answer:
    """What a page shows for a question, as its field takes it."""
    statement = shown(said, path)
    return Answer(statement.value, statement.absent) if statement else Answer()


def values(said: Iterable[Said], path: str) -> list[Statement]:
    """The standing statements with a value, in the order in which they were recorded."""
    return [s for s in _standing(said, path) if s.value is not None]


def new_statements(
    subject: str,
    said: Sequence[Said],
    answers: Mapping[str, Answer],
    telling: Telling,
    *,
    verbatim: Mapping[str, str] | None = None,
) -> tuple[Statement, ...]:
    """Compare a page with what stands; a page saved unchanged gives nothing.

    `verbatim` holds the words byte for byte as typed, by question.
    """
    words = verbatim or {}
    made = []
    for path, answer in answers.items():
        before = shown(said, path)
        if not answer.is_given or (before is not None and is_same(before, answer)):
            continue
        saw = _replaced(_standing(said, path), answer, telling.source)
        statement = Statement(
            id=telling.new_id(),
            subject=subject,
            path=path,
            value=answer.value,
            absent=answer.absent,
            source=telling.source,
            said_in="" if answer.value is None or path == TRANSLATION else telling.said_in,
            interpreter=telling.interpreter,
            verbatim=words.get(path, "") if answer.value is not None else "",
        )
        made.append(replace(statement, saw=saw, why=telling.why) if saw else statement)
    return tuple(made)


def several_statements(
    subject: str,
    said: Sequence[Said],
    path: str,
    rows: Sequence[tuple[Json, str]],
    telling: Telling,
    *,
    reason: Absent | None = None,
) -> tuple[Statement, ...]:
    """Compare rows of a value and its words with the statements they came from.

    A row beyond those that stand is new; one that was emptied takes its statement back
    with the reason given for the page.
    """
    standing = values(said, path)
    made = []
    for at, (value, words) in enumerate(rows):
        before = standing[at] if at < len(standing) else None
        answer = Answer(value) if value is not None else Answer(absent=reason)
        if not answer.is_given or (before is None and value is None):
            continue
        if before is not None and is_same(before, answer):
            continue
        replaced = before is not None and before.source is telling.source
        saw = (before.id,) if before is not None and replaced else ()
        statement = Statement(
            id=telling.new_id(),
            subject=subject,
            path=path,
            value=answer.value,
            absent=answer.absent,
            source=telling.source,
            said_in=telling.said_in if value is not None else "",
            interpreter=telling.interpreter,
            verbatim=words if value is not None else "",
        )
        made.append(replace(statement, saw=saw, why=telling.why) if saw else statement)
    return tuple(made)


def is_same(before: Statement, answer: Answer) -> bool:
    """Whether an answer says what the statement says already."""
    if answer.absent is not None or before.absent is not None:
        return answer.absent == before.absent and answer.value == before.value
    return _essence(before.value) == _essence(answer.value)


def fill_rest(
    answers: Mapping[str, Answer],
    said: Sequence[Said],
    needed: Iterable[str],
    reason: Absent | None,
    *,
    emptied: Collection[str] = (),
) -> dict[str, Answer]:
    """Add one reason for all that is needed and was left empty on the page.

    A question answered before keeps its answer, unless the page emptied it.
    """
    filled = dict(answers)
    if reason is None:
        return filled
    for path in (*needed, *emptied):
        is_open = path in emptied or shown(said, path) is None
        if is_open and not filled.get(path, Answer()).is_given:
            filled[path] = Answer(absent=reason)
    return filled


def stamp(said: Iterable[Said], paths: Collection[str]) -> str:
    """A short mark of what stood when a page was shown; it differs once that changed."""
    ids = sorted(s.statement.id for s in current(list(said)) if s.statement.path in paths)
    return hashlib.sha256(" ".join(ids).encode()).hexdigest()[:16]


def _standing(said: Iterable[Said], path: str) -> list[Statement]:
    mine = [s for s in said if s.statement.path == path]
    return [s.statement for s in current(mine)]


def _replaced(standing: list[Statement], answer: Answer, by: Source) -> tuple[str, ...]:
    """A reason takes back all that its speaker said; a value what the page showed.

    Nobody's word takes the place of another speaker's, and a differing value of
    another laptop was not on the page: both stay, as a question for the interview.
    """
    own = [s.id for s in standing if s.value is not None and s.source is by]
    silent = [s.id for s in standing if s.value is None]
    return tuple((own if answer.absent is not None else own[-1:]) + silent)


def _essence(value: Json) -> Json:
    if not isinstance(value, dict):
        return value
    if "edtf" in value:
        kept: dict[str, Json] = {key: value.get(key) for key in _SAID_OF_DATE}
        return kept if value.get("as_of") else {**kept, "edtf": value.get("edtf")}
    if "written_by" in value:
        said: dict[str, Json] = {key: value.get(key) for key in _SAID_OF_NAME}
        return {**said, "own_hand": value.get("written_by") == WrittenBy.PERSON}
    return value
