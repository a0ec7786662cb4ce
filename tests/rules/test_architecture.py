"""The layers, and the words and ways that have no place in this program."""

import importlib
import re
import subprocess
import sys

import pytest

from intake.interview.charged import charged_words
from tests.rules.tree import ROOT, files, name

CODE = ("intake/**/*.py", "run.py")
TEMPLATES = ("intake/**/*.html", "intake/**/*.txt", "intake/**/*.svg")
STYLES = ("assets/**/*.scss", "assets/**/*.css", "intake/web/assets/**/*.scss")

NEVER_SAID = (
    r"head[ _-]of[ _-](household|family)", r"\balias(es)?\b", r"\bfraud", r"\bfake", r"\bsuspect",
    r"\billegal", r"\bbogus", r"\breal name", r"\bcredib(le|ility)\b",
)  # fmt: skip
WARNS_OF_THEM = "intake/interview/charged.py"
"""Lists charged words, spelled out, so that whoever types one in a note is warned."""

UNESCAPED = (r"\|\s*safe\b", r"\bMarkup\(", r"autoescape\s*(=\s*|\s)false", r"\{%-?\s*autoescape")
SIDES = (
    r"\b(margin|padding|border|inset)-(left|right)\b", r"(?<![\w-])(left|right)\s*:",
    r"\b(text-align|float|clear)\s*:\s*(left|right)\b",
)  # fmt: skip


def test_imports_point_one_way():
    check = "from importlinter.cli import lint_imports_command as check; check()"
    done = subprocess.run(
        [sys.executable, "-c", check, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def hits(patterns, *globs):
    """Every line that says one of these, with where it stands."""
    wanted = re.compile("|".join(patterns), re.IGNORECASE)
    return [
        f"{name(path)}:{number}: {line.strip()[:90]}"
        for path in files(*globs)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if wanted.search(line)
    ]


def test_nobody_is_called_what_they_are_not():
    said = hits(NEVER_SAID, *CODE, *TEMPLATES)
    assert not [line for line in said if not line.startswith(f"{WARNS_OF_THEM}:")]


def test_the_one_exempted_file_lists_the_words_it_warns_of():
    assert hits(NEVER_SAID, WARNS_OF_THEM)
    assert {"fake", "suspected"} <= set(charged_words("The fake papers are suspected."))


def test_nothing_leaves_a_template_unescaped():
    assert not hits(UNESCAPED, *CODE, *TEMPLATES)


def test_styles_know_start_and_end_but_no_sides():
    assert not hits(SIDES, *STYLES)


@pytest.mark.parametrize(
    ("patterns", "line"),
    [
        (NEVER_SAID, "the Head of Household signs"),
        (NEVER_SAID, "a suspected copy"),
        (UNESCAPED, "{{ name | safe }}"),
        (UNESCAPED, "autoescape=False"),
        (SIDES, "  margin-left: 1rem;"),
        (SIDES, "  left: 0;"),
        (SIDES, "  text-align: right;"),
    ],
)
def test_the_rules_find_what_they_look_for(patterns, line):
    assert re.search("|".join(patterns), line, re.IGNORECASE)


@pytest.mark.parametrize("line", ["  inset-inline-start: 0;", "  margin-inline-end: 1rem;"])
def test_the_rule_of_sides_lets_logical_words_pass(line):
    assert not re.search("|".join(SIDES), line)


def offered_in_vain(module) -> list[str]:
    """What a module says that it offers, and does not have."""
    return [name for name in getattr(module, "__all__", ()) if not hasattr(module, name)]


def test_a_module_has_all_that_it_offers():
    packages = [path for path in files("intake/**/__init__.py") if "__all__" in path.read_text()]
    assert packages
    for path in packages:
        dotted = ".".join(path.parent.relative_to(ROOT).parts)
        assert offered_in_vain(importlib.import_module(dotted)) == [], dotted


def test_a_name_that_is_offered_and_not_there_is_found():
    module = type("Module", (), {"__all__": ["here", "not here"], "here": 1})
    assert offered_in_vain(module) == ["not here"]
