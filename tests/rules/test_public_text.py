"""What is published tells nothing of the machines it was made on, and is finished."""

import re
import subprocess

from tests.rules.tree import ROOT

MACHINE_PATH = re.compile(r"(?<![\w.$}>-])/(work|tmp|root|farm|home)/\w")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|NotImplementedError)\b")
INDEX = re.compile(r"--(extra-)?index-url|--find-links|--trusted-host|https?://")
TEXTS = {".py", ".md", ".toml", ".txt", ".in", ".html", ".scss", ".css", ".js", ".json", ".po",
         ".pot", ".yaml", ".yml", ".sh", ""}  # fmt: skip
NOT_OURS = {"tests/rules/test_public_text.py"}


def published():
    """Every text file that git carries, or would with the next commit."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for line in listed.stdout.splitlines():
        path = ROOT / line
        if path.is_file() and path.suffix in TEXTS and line not in NOT_OURS:
            yield line, path.read_text(encoding="utf-8", errors="replace")


def test_no_path_of_a_machine_is_told():
    assert not {name for name, text in published() if MACHINE_PATH.search(text)}


def test_the_program_is_finished():
    program = {n: t for n, t in published() if n.startswith("intake/") or n == "run.py"}
    assert not {name for name, text in program.items() if UNFINISHED.search(text)}


def test_locked_lists_name_no_package_index():
    locked = {n: t for n, t in published() if n.startswith("requirements")}
    assert locked
    assert not {name for name, text in locked.items() if INDEX.search(text)}
