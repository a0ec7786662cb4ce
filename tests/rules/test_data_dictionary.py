"""The data dictionary and the program list the same questions and events, both ways."""

import re
from dataclasses import fields

import pytest

from intake.domain.event import Event, kinds
from intake.domain.questions import QUESTIONS, Shape
from intake.security.roles import originates
from tests.rules.tree import ROOT

CARRIED_BY_ALL = {field.name for field in fields(Event)}
ORIGINS = {"laptop": "field", "registry": "registry"}


def table(title):
    """The rows of the table under a heading, as cells by their first one."""
    page = (ROOT / "docs/data-dictionary.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| ")]
    return {cells[0].strip(" `"): [cell.strip() for cell in cells[1:]] for cells in rows[1:]}


WRITTEN_QUESTIONS = table("Questions")
WRITTEN_EVENTS = table("Events")


def test_every_question_is_written_down_and_no_other():
    assert list(WRITTEN_QUESTIONS) == list(QUESTIONS)


def test_every_kind_of_event_is_written_down_and_no_other():
    assert set(WRITTEN_EVENTS) == set(kinds())


def test_every_shape_is_written_down_and_no_other():
    assert set(table("Shapes")) == set(Shape)


@pytest.mark.parametrize("path", QUESTIONS)
def test_a_question_is_described_as_it_is(path):
    asked = QUESTIONS[path]
    of, shape, needed, notes, meaning = WRITTEN_QUESTIONS[path]
    assert (of, shape) == (asked.of, asked.shape)
    assert needed == (", ".join(asked.needed) or "–")
    assert ("material" in notes, "one value" in notes) == (asked.material, asked.single)
    assert meaning.endswith(".")


@pytest.mark.parametrize("kind", kinds())
def test_an_event_is_described_as_it_is(kind):
    begins, carries, when = WRITTEN_EVENTS[kind]
    own = {field.name for field in fields(kinds()[kind])} - CARRIED_BY_ALL
    assert set(re.findall(r"`(\w+)`", carries)) == own
    assert begins == ", ".join(who for who, origin in ORIGINS.items() if originates(origin, kind))
    assert when.endswith(".")


def test_what_a_shape_holds_is_told_as_the_program_tells_it():
    told = table("Shapes")
    assert {"edtf", "earliest", "latest"} <= set(re.findall(r"`(\w+)`", told["date"][0]))
    assert {"text", "lang", "script", "parts"} <= set(re.findall(r"`(\w+)`", told["name"][0]))
