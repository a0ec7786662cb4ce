"""Fills a page on request: a Latin spelling, or the answers of the one before.

Nothing of it is recorded. It stands on the page, marked, until the worker saves.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from intake.domain.case import Case
from intake.domain.individual import Individual
from intake.domain.latin import suggest_latin
from intake.domain.statement import Statement
from intake.field.answers import known
from intake.field.answers import shown as shown_of
from intake.field.forms.rest import PageForm
from intake.web.fields import Answer, AskField

SHARED = ("languages", "birth-place", "last-residence", "nationality")
"""What members of a group often have in common; each is asked of each all the same."""

_SHARED_BRANCHES = ("journey.", "residence.", "origin.")
"""Questions under these are about the way a household came, and often shared as well."""

SUGGESTED = "latin_suggested"
COPIED = "copied"
FROM_GROUP = "from_group"
"""Marks an answer that the group gave of itself before its people were asked."""


def with_latin(formdata: "MultiDict[str, str]", language: str) -> "MultiDict[str, str]":
    """The page with a Latin spelling of the name, marked as a suggestion."""
    filled = MultiDict(formdata)
    spelling = suggest_latin(formdata.get("name", ""), language)
    filled["name_latin"] = filled[SUGGESTED] = spelling
    return filled


def is_shared(path: str) -> bool:
    """Whether members of one household often give the same answer."""
    return path in SHARED or path.startswith(_SHARED_BRANCHES)


def source(case: Case, member: Individual, paths: Iterable[str]) -> Individual | None:
    """The first other member of the group who has told something of it."""
    wanted = [path for path in paths if is_shared(path)]
    others = sorted((m for m in case.members if m is not member), key=lambda m: m.position)
    return next((m for m in others if any(m.value(p) is not None for p in wanted)), None)


def credited(
    new: Iterable[Statement], paths: Collection[str], other: Individual | None
) -> tuple[Statement, ...]:
    """Statements that were copied and kept as they were, naming whose they repeat."""
    return tuple(_credited(s, other) if other and s.path in paths else s for s in new)


def _credited(statement: Statement, other: Individual) -> Statement:
    before = shown_of(other.said, statement.path)
    if before is None or before.value is None or before.value != statement.value:
        return statement
    return replace(statement, source_ref=before.id)


def with_same(
    formdata: "MultiDict[str, str]", form: PageForm, other: Individual
) -> "MultiDict[str, str]":
    """The page with the shared answers of another member where it is still empty."""
    filled = MultiDict(formdata)
    for path, field in form.asked().items():
        answer = known(other.said, path)
        if is_shared(path) and answer.value is not None and not field.answer.is_given:
            for name, values in boxes(field, answer).items():
                filled.setlist(name, values)
            filled.add(COPIED, path)
    return filled


def boxes(field: AskField, answer: Answer) -> dict[str, list[str]]:
    """How an answer stands in the boxes of a field: by posted name."""
    shown = field.show(answer)
    return {
        field.part_name(part): text.split() if part == "tags" else [text]
        for part, text in shown.items()
    }


def is_suggested(formdata: "MultiDict[str, str] | None") -> bool:
    """Whether the Latin spelling on the page is still the machine's own."""
    if not formdata or not formdata.get(SUGGESTED):
        return False
    return formdata.get("name_latin") == formdata.get(SUGGESTED)


def copied(formdata: "MultiDict[str, str] | None") -> list[str]:
    """The questions that were copied from another member and not saved yet."""
    return formdata.getlist(COPIED) if formdata else []
