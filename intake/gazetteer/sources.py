"""Where packs come from: those of the program, and those an operator has added.

A pack of the program must have the hash that the program names; an added one the
hash that was confirmed when it was added. Any other file is not read.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from intake.errors import BundleRefused
from intake.gazetteer.pack import Pack, fingerprint, read_pack

ADDED = "packs"
"""The folder beside the store; a pack lies in it under its country and hash."""
_FILE = re.compile(r"([A-Z]{2})\.([0-9a-f]{64})\.places\.gz")
_MANIFEST = "manifest.txt"


def pinned() -> dict[str, str]:
    """The hash of each pack of this program, by file name."""
    lines = files("intake.gazetteer").joinpath("packs", _MANIFEST).read_text("ascii").split("\n")
    return {name: digest for digest, name in (line.split() for line in lines if line)}


@cache
def shipped() -> tuple[Pack, ...]:
    """The packs of the program; raises `BundleRefused` for an altered one."""
    folder = files("intake.gazetteer").joinpath("packs")
    return tuple(checked(folder.joinpath(n).read_bytes(), h) for n, h in pinned().items())


def checked(content: bytes, digest: str) -> Pack:
    """The pack in a file with this hash; raises `BundleRefused` or `BundleTorn`."""
    if fingerprint(content) != digest:
        raise BundleRefused(part="pack")
    return read_pack(content)


def added(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files an operator has added beside a store, each with its confirmed hash."""
    for path in sorted(folder.joinpath(ADDED).glob("*.places.gz")):
        named = _FILE.fullmatch(path.name)
        if named:
            yield path, named[2]


def add(folder: Path, content: bytes) -> Pack:
    """Keep a confirmed pack beside a store, in place of an older one of its country."""
    pack = read_pack(content)
    own = folder / ADDED
    own.mkdir(mode=0o700, exist_ok=True)
    before = [path for path, _ in added(folder) if path.name.startswith(f"{pack.country}.")]
    target = own / f"{pack.country}.{fingerprint(content)}.places.gz"
    target.write_bytes(content)
    for path in before:
        if path != target:
            path.unlink()
    return pack


def at_hand(folder: Path) -> tuple[Pack, ...]:
    """Every pack to search: an added one stands for the program's own of its country."""
    packs = {pack.country: pack for pack in shipped()}
    for path, digest in added(folder):
        try:
            pack = checked(path.read_bytes(), digest)
        except (BundleRefused, OSError):
            continue
        packs[pack.country] = pack
    return tuple(packs.values())
