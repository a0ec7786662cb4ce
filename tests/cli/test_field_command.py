"""`run.py field` serves this laptop to itself alone, says where, and stops cleanly."""

import inspect
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from intake.cli import field
from intake.cli.main import USAGE, run
from intake.config import LOOPBACK

ROOT = Path(__file__).resolve().parents[2]


def start(data: Path, *more: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "intake", "field", "--no-browser", "--data", str(data), *more]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT)


def ask(address: str, host: str = "") -> HTTPResponse:
    place = address.removeprefix("http://").rstrip("/")
    line = HTTPConnection(place)
    line.request("GET", "/", headers={"Host": host or place})
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer


def test_there_is_no_way_to_listen_elsewhere() -> None:
    assert field.HOST in LOOPBACK
    options = [option for p in field.command.params for option in p.opts]
    assert not {"--host", "--bind", "--address"} & set(options)
    assert "host=HOST" in inspect.getsource(field)


@pytest.mark.loopback
def test_a_free_port_is_one_that_can_be_taken() -> None:
    with socket.socket() as taken:
        taken.bind((field.HOST, field.free_port()))


@pytest.mark.loopback
def test_a_new_laptop_is_served_for_set_up_and_stops_when_told(tmp_path: Path) -> None:
    with start(tmp_path, "--port", "0") as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        address = said.split()[-1]
        assert address.startswith("http://127.0.0.1:")
        answer = ask(address)
        assert (answer.status, answer.headers["Location"]) == (303, "/unlock")
        assert answer.headers["Cache-Control"] == "no-store"
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
    assert (tmp_path / "logs" / "intake.log").exists()
    assert not (tmp_path / "vault.json").exists()


@pytest.mark.loopback
def test_a_foreign_host_name_is_refused(tmp_path: Path) -> None:
    with start(tmp_path, "--port", "0") as process:
        assert process.stderr is not None
        address = process.stderr.readline().split()[-1]
        assert ask(address, "intake.example").status == 400
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


@pytest.mark.loopback
def test_a_port_in_use_is_one_sentence_and_no_crash(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind((field.HOST, 0))
        taken.listen()
        with start(tmp_path, "--port", str(taken.getsockname()[1])) as process:
            _, said = process.communicate(timeout=30)
    assert process.returncode == USAGE
    assert "config-invalid: key port" in said
    assert "Traceback" not in said


def test_a_wrong_setting_is_told_before_a_door_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / field.CONFIG_FILE).write_text("idle_minutes = 0\n")
    assert run(["field", "--no-browser", "--data", str(tmp_path)]) == USAGE
    assert "idle_minutes" in capsys.readouterr().err
