"""Writes a file so that a power cut leaves the old one or the new one, whole.

The bytes go to `*.part`, reach the disk, and only then take the name; the folder
is flushed too, or the new name itself could be lost.
"""

import os
from pathlib import Path

_READABLE_BY_OWNER = 0o600
# O_BINARY exists on Windows alone, where text mode would change the bytes.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_file(path: Path, data: bytes) -> None:
    """Put these bytes at this path, readable by their owner only, all or nothing."""
    part = path.with_name(path.name + ".part")
    try:
        _write_part(part, data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _write_part(part: Path, data: bytes) -> None:
    # A leftover is removed, not followed: on a shared stick it may be a link.
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, _NEW, _READABLE_BY_OWNER), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows opens no folder, and its rename is flushed with the file
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
