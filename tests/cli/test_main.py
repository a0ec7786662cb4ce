"""The table of commands and what the exit code says."""

import subprocess
import sys

import click
import pytest

from intake import errors
from intake.cli import main as cli
from intake.cli.sentences import SENTENCES, sentence_for


@pytest.fixture
def extra(monkeypatch):
    """Add a command of this test to the real group."""

    def add(function):
        monkeypatch.setitem(cli.COMMANDS, "trial", f"{__name__}:trial")
        monkeypatch.setitem(sys.modules, __name__, sys.modules[__name__])
        monkeypatch.setattr(sys.modules[__name__], "trial", click.command(function), raising=False)
        monkeypatch.setattr(cli, "find_spec", lambda name: name == __name__)

    return add


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.ConfigInvalid(key="port"), 2),
        (errors.ChainBroken(device="0f" * 16, seq=7), 1),
        (errors.WrongPassphrase(wait_s=2), 1),
        (errors.NotFound(), 1),
    ],
)
def test_an_error_is_one_sentence_and_its_exit_code(extra, capsys, error, code):
    def trial():
        """Raise."""
        raise error

    extra(trial)
    assert cli.run(["trial"]) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert error.code in told.err


def test_a_file_that_cannot_be_written_is_one_sentence_without_its_name(extra, capsys, tmp_path):
    extra(lambda: (tmp_path / "nowhere" / "Олена").write_text("x"))
    assert cli.run(["trial"]) == 1
    told = capsys.readouterr().err
    assert told == "A file or folder cannot be read or written: No such file or directory.\n"


def test_a_command_may_say_that_something_was_found_wrong(extra):
    extra(lambda: 1)
    assert cli.run(["trial"]) == 1


def test_a_command_that_ends_well_leaves_zero(extra):
    extra(lambda: None)
    assert cli.run(["trial"]) == 0


def test_an_interrupted_command_leaves_without_a_traceback(extra, capsys):
    def trial():
        """Be interrupted."""
        raise KeyboardInterrupt

    extra(trial)
    assert cli.run(["trial"]) == 1
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["no-such"], ["--no-such"]])
def test_wrong_usage_leaves_two(arguments, capsys):
    assert cli.run(arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_command_whose_module_is_missing_is_not_offered(monkeypatch):
    monkeypatch.setitem(cli.COMMANDS, "absent", "intake.cli.absent:command")
    context = click.Context(cli.group)
    assert "absent" not in cli.group.list_commands(context)
    assert cli.group.get_command(context, "absent") is None


def test_every_command_of_the_table_that_is_there_loads():
    context = click.Context(cli.group)
    for name in cli.group.list_commands(context):
        assert isinstance(cli.group.get_command(context, name), click.Command)


def test_the_help_starts_without_loading_the_commands():
    code = (
        "import sys; from intake.cli.main import run; run(['--version']);"
        "heavy = {'flask', 'sqlcipher3', 'cryptography', 'rapidfuzz', 'babel'} & set(sys.modules);"
        "sys.exit(repr(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Intake ")


def test_a_sentence_carries_its_facts_and_nothing_else():
    words = sentence_for(errors.ChainGap(expected=12))
    assert words == f"{SENTENCES['chain-gap']} [chain-gap: expected 12]"


def leaves(kind):
    """Every error below this one."""
    for below in kind.__subclasses__():
        yield below
        yield from leaves(below)


@pytest.mark.parametrize("branch", [errors.SyncFailed, errors.Tampered, errors.Locked])
def test_every_error_that_a_command_can_meet_has_its_sentence(branch):
    codes = {branch.code} | {kind.code for kind in leaves(branch)}
    assert not codes - set(SENTENCES) - {"sync-failed"}
