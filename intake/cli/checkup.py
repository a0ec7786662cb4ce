"""What the doctor looks at, one function a look; none of them reads a record."""

import os
import secrets
import shutil
import stat
import sys
import tempfile
import webbrowser
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from intake import i18n
from intake.errors import ConfigInvalid, IntakeError
from intake.security.durable import write_file
from intake.store import open_store
from intake.web.app import STATIC

OLDEST_PYTHON = (3, 11)
FREE_WARN = 1024**3
FREE_REFUSE = 100 * 1024**2
"""A month of work of one laptop is a few megabytes; the rest is room for its backup."""

BUILT = datetime(2026, 11, 1, tzinfo=UTC)
"""No clock that is right stands before this edition was made."""

FAR_OFF = BUILT + timedelta(days=30 * 365)
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_FONT_FILES = 12


class Verdict(StrEnum):
    """How grave a finding is."""

    OK = "ok"
    WARN = "warn"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, and in words what was found."""

    verdict: Verdict
    what: str
    words: str


def python(version: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    """Whether this Python is young enough."""
    found = ".".join(map(str, version))
    fits = version[:2] >= OLDEST_PYTHON
    return Finding(Verdict.OK if fits else Verdict.REFUSE, "python", found)


def engine(folder: Path) -> Finding:
    """Open a trial store on this disk and read back the settings in force."""
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".doctor-") as trial:
            store = open_store(Path(trial), secrets.token_bytes(32))
            facts = store.facts()
            store.close()
    except (IntakeError, OSError) as error:
        return Finding(Verdict.REFUSE, "engine", f"no store opens here ({type(error).__name__})")
    unsafe = facts.unsafe()
    words = f"SQLite {facts.sqlite}, SQLCipher {facts.cipher or 'missing'}"
    if unsafe:
        return Finding(Verdict.REFUSE, "engine", f"{words}; unsafe: {', '.join(unsafe)}")
    return Finding(Verdict.OK, "engine", f"{words}; journal and sync settings lose nothing")


def durable(folder: Path) -> Finding:
    """Write, flush and remove a small file where the store lies."""
    file = folder / ".doctor"
    try:
        write_file(file, b"intake")
        file.unlink()
    except OSError as error:
        return Finding(Verdict.REFUSE, "writing", f"the folder takes no file ({error.strerror})")
    return Finding(Verdict.OK, "writing", "a file reaches the disk")


def disk(folder: Path, free: int | None = None) -> Finding:
    """Whether there is room for weeks of work."""
    left = shutil.disk_usage(folder).free if free is None else free
    words = f"{left // 1024**2} MiB free"
    if left < FREE_REFUSE:
        return Finding(Verdict.REFUSE, "disk", words)
    return Finding(Verdict.WARN if left < FREE_WARN else Verdict.OK, "disk", words)


def clock(folder: Path, now: datetime) -> Finding:
    """Whether the clock can be right: after this edition and the last save here."""
    if not BUILT <= now <= FAR_OFF:
        return Finding(Verdict.REFUSE, "clock", f"it says {now:%Y-%m-%d}; set it")
    stamps = [file.stat().st_mtime for file in folder.glob("intake.db*")]
    last = datetime.fromtimestamp(max(stamps, default=0), UTC)
    if last > now + timedelta(minutes=1):
        return Finding(Verdict.WARN, "clock", f"the last save was at {last:%Y-%m-%d %H:%M} UTC")
    return Finding(Verdict.OK, "clock", f"{now:%Y-%m-%d %H:%M} UTC")


def rights(folder: Path) -> Finding:
    """Whether anybody else on this machine could read the files."""
    if os.name == "nt":
        return Finding(Verdict.WARN, "rights", "not looked at here: see who may open the folder")
    open_ones = [file.name for file in _all(folder) if file.stat().st_mode & _OTHERS]
    if open_ones:
        words = f"{len(open_ones)} files can be opened by others, {open_ones[0]} first"
        return Finding(Verdict.REFUSE, "rights", words)
    return Finding(Verdict.OK, "rights", "only their owner can open the files")


def fonts(folder: Path = STATIC / "fonts") -> Finding:
    """Whether the typefaces of all scripts are there."""
    found = len(list(folder.glob("*.woff2")))
    fits = found >= _FONT_FILES
    return Finding(Verdict.OK if fits else Verdict.WARN, "fonts", f"{found} of {_FONT_FILES}")


def languages() -> Finding:
    """Whether the catalogues can be read, and which languages are offered."""
    try:
        tags = [language.tag for language in i18n.offered()]
    except ConfigInvalid as error:
        return Finding(Verdict.REFUSE, "languages", f"cannot be read: {error.facts['key']}")
    late = [tag for tag in i18n.TRANSLATED if tag not in tags]
    if late:
        words = f"{', '.join(tags)}; not complete: {', '.join(late)}"
        return Finding(Verdict.WARN, "languages", words)
    return Finding(Verdict.OK, "languages", ", ".join(tags))


def browser() -> Finding:
    """Whether a web browser can be opened from here."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        return Finding(Verdict.WARN, "browser", "none found; open the address by hand")
    return Finding(Verdict.OK, "browser", "found")


def _all(folder: Path) -> Iterable[Path]:
    """The folder and what lies in it; what vanishes meanwhile is left out."""
    return [path for path in (folder, *folder.rglob("*")) if path.exists()]
