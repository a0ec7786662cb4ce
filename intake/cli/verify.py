"""`run.py verify`: checks every chain and signature; repairs nothing."""

from pathlib import Path

import click

from intake.cli.folders import data_option
from intake.cli.main import FOUND_WRONG
from intake.cli.passphrases import passphrase_option
from intake.cli.stores import opened, role_folder
from intake.errors import ConfigInvalid
from intake.store.verification import Problem

_HASH = 64
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SENTENCES = {
    "chain-broken": "an entry was altered or is missing",
    "signature-invalid": "a signature does not fit",
    "tail-cut": "the end was cut off: an entry that was there is gone",
}


@click.command("verify")
@click.option("--head", default="", metavar="HEX", help="A head kept elsewhere: proves no cut.")
@click.option("--proof", type=FILE, help="A proof kept elsewhere: no chain was cut since.")
@data_option
@passphrase_option
def command(head: str, proof: Path | None, data: Path | None, passphrase_file: Path | None) -> int:
    """Check every chain and signature, and name the first broken entry of each."""
    if head and (len(head) != _HASH or set(head.lower()) - set("0123456789abcdef")):
        raise ConfigInvalid(key="head")
    with opened(role_folder(data), passphrase_file) as store:
        problems = store.verify(head.lower(), proof.read_bytes() if proof else b"")
        broken = {problem.chain for problem in problems}
        for chain in store.oversight.chains():
            if chain.chain not in broken:
                end = store.head(chain.chain)
                click.echo(f"whole\t{chain.chain}\t{end.seq}\t{end.hash}")
    for problem in problems:
        click.echo(_told(problem))
    if problems:
        click.echo("Stop working with this store and call your operator.", err=True)
        return FOUND_WRONG
    click.echo("Every chain is whole and every signature fits.", err=True)
    if not head and not proof:
        click.echo("Only what is kept elsewhere, --head or --proof, proves no cut.", err=True)
    return 0


def _told(problem: Problem) -> str:
    words = _SENTENCES.get(problem.code, problem.code)
    return f"broken\t{problem.chain or '-'}\t{problem.seq}\t{problem.code}: {words}"
