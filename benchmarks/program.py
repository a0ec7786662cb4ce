"""Starts the real field app on a prepared laptop, for benchmarks from outside."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")


@contextmanager
def running_field(folder: Path) -> Iterator[str]:
    """The program in a process of its own; gives its address, stops it after."""
    command = [sys.executable, "-m", "intake", "field", "--port", "0", "--no-browser"]
    with subprocess.Popen(  # noqa: S603  our own program, no shell
        [*command, "--data", str(folder)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
    ) as process:
        assert process.stderr is not None
        port = next(m[1] for line in process.stderr if (m := _ADDRESS.search(line)))
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            # Not SIGINT: whoever runs in the background of a shell may have been told to ignore it.
            process.terminate()
            process.communicate(timeout=30)
