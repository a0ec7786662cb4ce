"""The peers' own environment, made once and kept outside the product."""

import subprocess
import sys
import tempfile
from hashlib import blake2b
from pathlib import Path

HERE = Path(__file__).parent
REQUIREMENTS = HERE / "requirements.txt"
DEFAULT = Path(tempfile.gettempdir()) / "intake-peers"


def python_of(folder: Path) -> Path:
    """The environment's Python, on any platform."""
    windows = folder / "Scripts" / "python.exe"
    return windows if windows.exists() else folder / "bin" / "python"


def make(folder: Path = DEFAULT) -> Path:
    """Install the peers if the list changed since; answers the Python to run them with.

    PyICU, which nomenklatura needs, may have no wheel: then a C++ compiler and the
    headers of ICU must be there.
    """
    mark = folder / "installed"
    wanted = blake2b(REQUIREMENTS.read_bytes(), digest_size=16).hexdigest()
    if not mark.exists() or mark.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)  # noqa: S603
        install = [str(python_of(folder)), "-m", "pip", "install", "--quiet", "-r"]
        subprocess.run([*install, str(REQUIREMENTS)], check=True)  # noqa: S603
        mark.write_text(wanted)
    return python_of(folder)
