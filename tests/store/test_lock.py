"""The lock file: one holder at a time, free when given back or when its holder dies."""

import subprocess
import sys
from pathlib import Path

import pytest

from intake.errors import StoreInUse
from intake.store.lock import LockFile

HOLDER = """
import sys, time
from pathlib import Path
from intake.store.lock import LockFile
lock = LockFile(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "intake.lock"


def test_a_second_holder_is_refused_until_the_first_gives_it_back(path: Path) -> None:
    first, second = LockFile(path), LockFile(path)
    first.take()
    for _ in range(2):
        with pytest.raises(StoreInUse):
            second.take()
    first.free()
    second.take()
    with pytest.raises(StoreInUse):
        first.take()
    second.free()


def test_giving_back_what_is_not_held_is_harmless_and_frees_nobody_elses(path: Path) -> None:
    first, second = LockFile(path), LockFile(path)
    second.free()
    first.take()
    second.free()
    with pytest.raises(StoreInUse):
        second.take()
    first.free()
    first.free()


def test_the_file_belongs_to_its_owner_alone_and_stays(path: Path) -> None:
    lock = LockFile(path)
    lock.take()
    assert path.stat().st_mode & 0o077 == 0
    lock.free()
    assert path.read_bytes() == b""


def test_a_process_that_was_killed_holds_nothing_any_more(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        mine = LockFile(path)
        with pytest.raises(StoreInUse):
            mine.take()
        holder.kill()
        holder.wait()
    mine.take()
    mine.free()
