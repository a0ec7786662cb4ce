#!/usr/bin/env python3
"""Start Intake: make its environment when it is missing, then hand over to it.

Needs nothing but Python. The environment is `.venv` beside this file, filled from the
hash-locked requirements.txt, or from `wheelhouse/` where there is no network.
This file must parse on an old Python, so that it can say that it is too old.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
RUNTIME = "requirements.txt"
TESTS = "requirements-test.txt"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# How pip tells which package it is at: from an index, from a wheelhouse, or there already.
PACKAGE = re.compile(
    r"Collecting ([\w.-]+)|Processing .*?([\w.]+)-\d[^/\\]*\.whl"
    r"|Requirement already satisfied: ([\w.-]+)"
)
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as check; check()"
CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("import rules", ("-c", LINT_IMPORTS, "--no-cache", "--no-logo")),
)
NO_VENV = (
    "This Python cannot make an environment;"
    " on Debian and Ubuntu the package python3-venv is missing."
)
NOT_INSTALLED = "Installing {} did not work (see above); nothing is lost, run it again."
NO_BROWSER = (
    "Some tests drive Chromium and none was found;"
    " install it with the system's own tool, for example: apt-get install chromium."
)


class SetupFailed(Exception):
    """The environment cannot be made; the text says why in one sentence."""


def say(text):
    """Tell the person at the keyboard; stdout is for data."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def too_old(version):
    """The sentence for a Python that is too old, or None."""
    if tuple(version[:2]) >= OLDEST:
        return None
    needed, found = (".".join(map(str, v[:2])) for v in (OLDEST, version))
    return f"Intake needs Python {needed} or newer, and this is Python {found}."


class Lock:
    """Lets only one run.py prepare the environment; the system frees it on a crash."""

    def __init__(self, path):
        self.path = path
        self.file = None

    def __enter__(self):
        """Wait until nobody else prepares."""
        self.file = self.path.open("a+")
        if not self._try():
            say("Another run.py is preparing the environment; waiting for it.")
            while not self._try(wait=True):
                pass
        return self

    def __exit__(self, *_):
        """Let the next one in."""
        self.file.close()

    def _try(self, wait=False):
        try:
            if os.name == "nt":
                import msvcrt

                self.file.seek(0)
                msvcrt.locking(self.file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self.file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except OSError:
            return False
        return True


class Environment:
    """The `.venv` beside run.py and what is known to be installed in it."""

    def __init__(self, root):
        self.root = root
        self.dir = root / ".venv"
        windows = os.name == "nt"
        self.python = self.dir / ("Scripts/python.exe" if windows else "bin/python")
        self.unfinished = self.dir / "intake-unfinished"

    def stamp(self, requirements):
        """What must stand in the marker when this list is installed as it is now."""
        digest = hashlib.sha256((self.root / requirements).read_bytes()).hexdigest()
        # The system's Python may be replaced under an environment that points to it.
        return os.path.basename(os.path.realpath(str(self.python))) + " " + digest  # noqa: PTH119

    def marker(self, requirements):
        """The file written last, so that it tells of a finished installation."""
        return self.dir / ("intake-" + requirements)

    def is_ready(self, requirements):
        """Tell whether exactly this list is installed, from beginning to end."""
        marker = self.marker(requirements)
        if self.unfinished.exists() or not self.python.exists() or not marker.exists():
            return False
        return marker.read_text(encoding="utf-8") == self.stamp(requirements)

    def prepare(self, requirements):
        """Make or mend the environment unless it is as it should be."""
        if self.is_ready(requirements):
            return
        with Lock(self.root / ".venv.lock"):
            if not self.is_ready(requirements):
                self._build(requirements)

    def _build(self, requirements):
        if self._is_spoilt():
            say("The environment in .venv cannot be used as it is; making it anew.")
            shutil.rmtree(str(self.dir))
        self.dir.mkdir(exist_ok=True)
        self.unfinished.write_text("an installation was begun\n", encoding="utf-8")
        if not self.python.exists():
            say("Making the environment in .venv (once) …")
            make_venv(self.dir)
        self._point_to_root()
        install(self.python, self.root, requirements)
        part = self.dir / "intake-marker.part"
        part.write_text(self.stamp(requirements), encoding="utf-8")
        part.replace(self.marker(requirements))
        self.unfinished.unlink()
        say("The environment is ready.")

    def _is_spoilt(self):
        if not self.dir.exists():
            return False
        if self.unfinished.exists() or not self.python.exists():
            return True
        made_for = [m.read_text(encoding="utf-8") for m in self.dir.glob("intake-requirements*")]
        now = self.stamp(RUNTIME).split(" ")[0]
        return any(text.split(" ")[0] != now for text in made_for)

    def _point_to_root(self):
        """Let the environment find the package from any current folder."""
        code = "import sysconfig; print(sysconfig.get_path('purelib'))"
        out = subprocess.check_output([str(self.python), "-I", "-c", code])
        site = Path(out.decode().strip())
        # Relative, so that the whole folder can be moved.
        back = os.path.relpath(str(self.root), str(site))
        (site / "intake.pth").write_text(back + "\n", encoding="utf-8")


def make_venv(directory):
    """Make an empty environment that has pip."""
    try:
        venv.create(str(directory), with_pip=True, symlinks=os.name != "nt")
    except (subprocess.CalledProcessError, ImportError):
        raise SetupFailed(NO_VENV) from None


def install(python, root, requirements):
    """Install one locked list with its hashes; tell each package as it comes."""
    listed = (root / requirements).read_text(encoding="utf-8")
    total = len(re.findall(r"(?m)^[A-Za-z0-9][^\n]*==", listed))
    command = [str(python), "-I", "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
    command += ["--disable-pip-version-check", "--require-hashes", "-r", str(root / requirements)]
    wheelhouse = root / "wheelhouse"
    if wheelhouse.is_dir():
        command += ["--no-index", "--find-links", str(wheelhouse)]
    say(f"Installing what {requirements} lists ({total} packages) …")
    pip = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    seen, last = 0, []
    for raw in pip.stdout:
        line = raw.decode("utf-8", "replace").rstrip()
        last = [*last, line][-12:]
        package = PACKAGE.match(line)
        if package:
            seen += 1
            say(f"  {seen} of at most {total}: {next(filter(None, package.groups()))}")
        elif line.startswith("Installing collected"):
            say("  putting them in place …")
    if pip.wait() != 0:
        say("\n".join(last))
        raise SetupFailed(NOT_INSTALLED.format(requirements))


def hand_over(python, arguments):
    """Become `python -m intake` inside the environment."""
    command = [str(python), "-P", "-m", "intake", *arguments]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(str(python), command)  # noqa: S606 (no shell is wanted)
    child = subprocess.Popen(command)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child got it too and ends in its own way


def run_tests(environment, arguments):
    """Run the whole suite, or only pytest when arguments are given."""
    python = str(environment.python)
    if arguments:
        return subprocess.call([python, "-m", "pytest", *arguments], cwd=str(ROOT))
    warn_of_browser()
    failed = []
    for name, command in CHECKS:
        say(name + " …")
        if subprocess.call([python, *command], cwd=str(ROOT)) != 0:
            failed.append(name)
    if failed:
        say("These checks failed: " + ", ".join(failed))
    say("pytest …")
    code = subprocess.call([python, "-m", "pytest", "-n", "2"], cwd=str(ROOT))
    return code or (1 if failed else 0)


def warn_of_browser():
    """Say how to get the browser when tests want one and there is none."""
    wanted = any(
        "mark.browser" in path.read_text(encoding="utf-8")
        for path in (ROOT / "tests").rglob("test_*.py")
    )
    if wanted and not any(map(shutil.which, BROWSERS)):
        say(NO_BROWSER)


def main(arguments):
    """Refuse, prepare, hand over."""
    refusal = too_old(sys.version_info)
    if refusal:
        say(refusal)
        return 2
    environment = Environment(ROOT)
    testing = arguments[:1] == ["test"]
    try:
        environment.prepare(RUNTIME)
        if testing:
            environment.prepare(TESTS)
    except SetupFailed as why:
        say(str(why))
        return 2
    except OSError as why:
        say("The environment beside run.py cannot be written: " + str(why.strerror))
        return 2
    except KeyboardInterrupt:
        say("Interrupted; the next start takes it up again.")
        return 130
    if testing:
        return run_tests(environment, arguments[1:])
    return hand_over(environment.python, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
