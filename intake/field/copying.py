"""Fills a page on request: a Latin spelling, or the answers of the one before.

Nothing of it is recorded. It stands on the page, marked, until the worker saves.
"""

from werkzeug.datastructures import MultiDict

from intake.domain.individual import Individual
from intake.domain.latin import suggest_latin
from intake.field.answers import known
from intake.field.forms.rest import PageForm
from intake.web.fields import Answer, AskField

SHARED = ("languages", "birth-place", "last-residence", "nationality")
"""What members of a group often have in common; each is asked of each all the same."""

SUGGESTED = "latin_suggested"
COPIED = "copied"


def with_latin(formdata: "MultiDict[str, str]", language: str) -> "MultiDict[str, str]":
    """The page with a Latin spelling of the name, marked as a suggestion."""
    filled = MultiDict(formdata)
    spelling = suggest_latin(formdata.get("name", ""), language)
    filled["name_latin"] = filled[SUGGESTED] = spelling
    return filled


def with_same(
    formdata: "MultiDict[str, str]", form: PageForm, other: Individual
) -> "MultiDict[str, str]":
    """The page with the shared answers of another member where it is still empty."""
    filled = MultiDict(formdata)
    for path, field in form.asked().items():
        answer = known(other.said, path)
        if path in SHARED and answer.value is not None and not field.answer.is_given:
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
