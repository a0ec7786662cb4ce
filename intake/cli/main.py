"""The table of commands, loaded one by one, and what the program's exit says."""

import importlib
import sys
from importlib.util import find_spec
from typing import Any, NoReturn

import click

from intake import __version__
from intake.cli.sentences import sentence_for
from intake.errors import ConfigInvalid, IntakeError

FOUND_WRONG = 1
"""Something was found wrong: a broken chain, a refused bundle, a failed check."""

USAGE = 2
"""The command or the configuration is wrong; click uses the same number."""

COMMANDS = {
    "demo": "intake.cli.demo:command",
    "field": "intake.cli.field:command",
    "registry": "intake.cli.registry:command",
    "user": "intake.cli.user:command",
    "device": "intake.cli.device:command",
    "sync": "intake.cli.sync:command",
    "bundle": "intake.cli.bundle:command",
    "verify": "intake.cli.verify:command",
    "doctor": "intake.cli.doctor:command",
    "match": "intake.cli.match:command",
    "pack": "intake.cli.pack:command",
    "backup": "intake.cli.backup:command",
    "restore": "intake.cli.restore:command",
    "export": "intake.cli.export:command",
}
"""Command → where it lives. A command whose module is not there is not offered."""


class LazyGroup(click.Group):
    """A group that imports a command only when it is asked for, to start fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands of this edition, in the order of the table."""
        return [name for name, target in COMMANDS.items() if find_spec(target.split(":")[0])]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module, attribute = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Add what run.py does itself to the list of commands."""
        super().format_commands(ctx, formatter)
        with formatter.section("Done by run.py itself"):
            formatter.write_dl([("test", "Install what the tests need and run the whole suite.")])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="Intake", message="%(prog)s %(version)s")
def group() -> None:
    """Record people who arrive without papers; verify them by interview."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run one command and leave with 0 (fine), 1 (found wrong) or 2 (usage)."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run one command and give back its exit code."""
    try:
        outcome: Any = group.main(args=arguments, prog_name="run.py", standalone_mode=False)
    except ConfigInvalid as error:
        click.echo(sentence_for(error), err=True)
        return USAGE
    except IntakeError as error:
        click.echo(sentence_for(error), err=True)
        return FOUND_WRONG
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except OSError as error:
        # Its file may bear a name; the person at the terminal knows which one they gave.
        click.echo(f"A file or folder cannot be read or written: {error.strerror}.", err=True)
        return FOUND_WRONG
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return FOUND_WRONG
    return outcome if isinstance(outcome, int) else 0
