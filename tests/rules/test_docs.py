"""Nothing a person can use is left undescribed."""

import ast
import re
from dataclasses import fields

import click
import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from intake.cli.main import COMMANDS, group
from intake.config import FieldConfig, RegistryConfig
from intake.demo.stage import LAPTOP_PASSPHRASE, STAFF, STAFF_PASSPHRASE
from tests.rules.tree import ROOT, files, name

LONGEST_FIRST_LINE = 80
OFFERED = group.list_commands(click.Context(group))


def read(path):
    """The text of a file."""
    return path.read_text(encoding="utf-8")


def documents():
    """All that is written for people."""
    return "\n".join(read(path) for path in files("README.md", "docs/**/*.md"))


def public(tree):
    """Every class and function of a module that others may use."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node


@pytest.mark.parametrize("command", [*OFFERED, "test"])
def test_every_command_is_described(command):
    assert re.search(rf"run\.py {command}\b", documents())


def single(command):
    """The commands under a command, or itself."""
    return command.commands.values() if isinstance(command, click.Group) else [command]


def test_every_option_of_a_command_has_its_help():
    for offered in OFFERED:
        found = group.get_command(click.Context(group), offered)
        for command in single(found):
            assert command.help, command.name
            options = [p for p in command.params if isinstance(p, click.Option)]
            assert not [o.name for o in options if not o.help and not o.hidden]


def test_only_commands_of_the_table_are_offered():
    assert set(OFFERED) <= set(COMMANDS)


@pytest.mark.parametrize("role", [FieldConfig, RegistryConfig])
def test_every_setting_is_described_for_operators(role):
    text = read(ROOT / "docs/for-operators.md")
    assert not [f.name for f in fields(role) if f"`{f.name}`" not in text]


@pytest.mark.parametrize("path", files("intake/**/*.py"), ids=name)
def test_every_public_thing_says_what_it_is_for(path):
    tree = ast.parse(read(path))
    assert ast.get_docstring(tree), "the module itself"
    assert not [node.name for node in public(tree) if not ast.get_docstring(node)]


def test_first_lines_fit_on_a_line():
    too_long = [
        f"{name(path)}: {getattr(node, 'name', 'module')}"
        for path in files("intake/**/*.py")
        for tree in [ast.parse(read(path))]
        for node in [tree, *public(tree)]
        if len((ast.get_docstring(node) or "").partition("\n")[0]) > LONGEST_FIRST_LINE
    ]
    assert not too_long


def test_every_decision_fits_on_a_screen():
    pages = files("docs/decisions/*.md")
    assert len(pages) >= 5
    assert not [name(p) for p in pages if len(read(p).splitlines()) > 50]


def test_every_link_between_documents_leads_somewhere():
    broken = []
    for path in files("*.md", "docs/**/*.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", read(path)):
            if not (path.parent / target).exists():
                broken.append(f"{name(path)} → {target}")
    assert not broken


@pytest.mark.parametrize("page", ["docs/for-field-workers.md", "docs/for-registry-staff.md"])
def test_words_of_the_screen_are_those_of_the_program(page):
    text = " ".join(read(ROOT / page).split())
    said = {bold.rstrip(".:") for bold in re.findall(r"\*\*([^*]+)\*\*", text)}
    assert said
    assert not said - on_the_screen()


def on_the_screen():
    """Every message of the program, numbers as 1."""
    with (ROOT / "translations/messages.pot").open("rb") as template:
        messages = [message.id for message in read_po(template) if message.id]
    texts = {form for said in messages for form in ([said] if isinstance(said, str) else said)}
    return {re.sub(r"%\(\w+\)s", "1", text).rstrip(".:") for text in texts}


def test_a_test_that_a_document_names_exists():
    written = {line for path in files("tests/**/*.py") for line in read(path).splitlines()}
    defined = {found[1] for line in written if (found := re.match(r"def (test_\w+)\(", line))}
    named = set(re.findall(r"`(test_\w+)`", documents()))
    assert named
    assert not named - defined


def test_every_threat_is_answered_for():
    rows = re.findall(r"^\| T(\d+) \|", read(ROOT / "docs/threat-model.md"), re.MULTILINE)
    assert rows == [str(number) for number in range(1, 24)]


def test_the_table_of_commands_is_that_of_the_help():
    rows = re.findall(r"^\| `run\.py (\w+)` \|", read(ROOT / "README.md"), re.MULTILINE)
    told = CliRunner().invoke(group, ["--help"]).output.split("Commands:", 1)[1]
    helped = re.findall(r"^  (\w+)  +\S", told, re.MULTILINE)
    assert sorted(rows) == sorted(helped)


def test_the_sign_ins_told_are_those_of_the_demo():
    text = read(ROOT / "README.md")
    words = [LAPTOP_PASSPHRASE, STAFF_PASSPHRASE, *(login for login, _, _ in STAFF)]
    assert not [word for word in words if f"`{word}`" not in text]
