"""run.py makes its environment, whatever happened before."""

import ast
import base64
import hashlib
import os
import runpy
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

RUN_PY = Path(__file__).resolve().parents[2] / "run.py"
HERE = (
    "import sys; print('arguments', sys.argv[1:], 'in', sys.prefix)\nimport tiny; print(tiny.V)\n"
)


def wheel(folder, version):
    """Write a wheel of the package `tiny` and give the line that locks it."""
    base = f"tiny-{version}.dist-info"
    parts = {
        "tiny.py": f"V = 'tiny {version}'\n",
        f"{base}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
        f"{base}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    sums = {
        name: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        for name, text in parts.items()
    }
    record = [f"{name},sha256={sums[name]},{len(text)}" for name, text in parts.items()]
    parts[f"{base}/RECORD"] = "\n".join([*record, f"{base}/RECORD,,", ""])
    file = folder / f"tiny-{version}-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return f"tiny=={version} --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


class Project:
    """A folder with run.py, a package and a wheelhouse, as on a laptop without a network."""

    def __init__(self, root):
        self.root = root
        (root / "wheelhouse").mkdir(parents=True)
        (root / "intake").mkdir()
        (root / "intake" / "__init__.py").write_text("")
        (root / "intake" / "__main__.py").write_text(HERE)
        shutil.copy(RUN_PY, root)
        self.require("1.0")

    def require(self, version):
        """Lock another version of the package."""
        line = wheel(self.root / "wheelhouse", version)
        (self.root / "requirements.txt").write_text(line)

    def begin(self, *arguments, cwd=None):
        """Start run.py in a group of its own."""
        return subprocess.Popen(
            [sys.executable, str(self.root / "run.py"), *arguments],
            cwd=cwd or self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments, cwd=None):
        """Run it to its end: exit code, stdout, stderr."""
        process = self.begin(*arguments, cwd=cwd)
        out, err = process.communicate()
        return process.returncode, out, err


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project whose environment was made once."""
    made = Project(tmp_path_factory.mktemp("laptop") / "in take")
    made.first = made.run("field", "--port", "0")
    return made


def test_the_first_start_makes_the_environment_and_says_so(project):
    code, out, err = project.first
    assert code == 0, err
    assert f"arguments ['field', '--port', '0'] in {project.root / '.venv'}" in out
    assert "tiny 1.0" in out
    assert "Making the environment" in err
    assert "1 of at most 1: tiny" in err
    assert "ready" in err


def test_the_next_start_says_nothing_and_installs_nothing(project, tmp_path):
    code, out, err = project.run("verify", cwd=tmp_path)
    assert (code, err) == (0, "")
    assert "arguments ['verify']" in out


def test_changed_requirements_are_installed_again(project):
    project.require("2.0")
    code, out, err = project.run()
    assert code == 0, err
    assert "tiny 2.0" in out
    assert "Installing" in err
    assert "Making the environment" not in err
    project.require("1.0")
    assert "tiny 1.0" in project.run()[1]


def test_an_interrupted_installation_is_made_anew(project):
    project.require("3.0")
    process = project.begin()
    for line in process.stderr:
        if line.startswith("Installing what"):
            break
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    code, out, err = project.run()
    assert code == 0, err
    assert "making it anew" in err
    assert "tiny 3.0" in out


def test_a_half_made_folder_is_made_anew(tmp_path):
    made = Project(tmp_path / "laptop")
    (made.root / ".venv" / "lib").mkdir(parents=True)
    code, out, err = made.run()
    assert code == 0, err
    assert "tiny 1.0" in out


def test_two_at_once_do_not_harm_each_other(tmp_path):
    made = Project(tmp_path / "laptop")
    both = [made.begin("one"), made.begin("two")]
    told = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert sum("Making the environment" in err for _, err in told) == 1
    assert all("tiny 1.0" in out for out, _ in told)


def test_a_wheel_that_was_exchanged_is_refused(project):
    project.require("4.0")
    file = project.root / "wheelhouse" / "tiny-4.0-py3-none-any.whl"
    file.write_bytes(file.read_bytes() + b"\0")
    code, out, err = project.run()
    assert (code, out) == (2, "")
    assert "did not work" in err
    project.require("1.0")
    assert project.run()[0] == 0


def test_an_old_python_can_read_it():
    source = RUN_PY.read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    assert ":=" not in source
    assert "from __future__" not in source


@pytest.mark.parametrize("version", [(3, 6, 9), (3, 10, 14)])
def test_an_old_python_is_refused_with_one_sentence(version):
    code = (
        f"import runpy, sys; sys.argv = ['run.py', '--help'];"
        f"module = runpy.run_path({str(RUN_PY)!r});"
        f"sys.version_info = {version!r}; sys.exit(module['main'](['--help']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "3.11 or newer" in done.stderr


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_a_new_python_is_welcome(version):
    assert runpy.run_path(str(RUN_PY))["too_old"](version) is None


def test_it_needs_nothing_but_python():
    tree = ast.parse(RUN_PY.read_text(encoding="utf-8"))
    imported = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


@pytest.fixture
def suite(tmp_path):
    """run.py's test command with an interpreter that only notes what it is asked."""
    notes = tmp_path / "notes"
    python = tmp_path / "python"

    class Suite:
        python = tmp_path / "python"

        def run(self, *arguments, failing="nothing"):
            script = f'#!/bin/sh\necho "$*" >> "{notes}"\ncase "$*" in {failing}) exit 3;; esac\n'
            python.write_text(script)
            python.chmod(0o755)
            code = runpy.run_path(str(RUN_PY))["run_tests"](self, list(arguments))
            return code, notes.read_text().splitlines()

    return Suite()


def test_the_suite_runs_every_check_and_pytest_last(suite):
    code, asked = suite.run()
    assert code == 0
    assert [line.split()[:2] for line in asked[:3]] == [
        ["-m", "ruff"],
        ["-m", "ruff"],
        ["-m", "mypy"],
    ]
    assert "importlinter" in asked[3]
    assert asked[4:] == ["-m pytest -n 2"]


@pytest.mark.parametrize("failing", ["*ruff?check*", "*format*", "*mypy*", "*importlinter*"])
def test_a_failing_check_fails_the_suite_though_pytest_passes(suite, failing, capfd):
    code, asked = suite.run(failing=failing)
    assert code == 1
    assert asked[-1] == "-m pytest -n 2"
    assert "These checks failed" in capfd.readouterr().err


def test_the_exit_code_of_pytest_is_kept(suite):
    assert suite.run(failing="*pytest*")[0] == 3


def test_with_arguments_only_pytest_runs(suite):
    assert suite.run("tests/domain", "-q") == (0, ["-m pytest tests/domain -q"])
