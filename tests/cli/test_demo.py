"""`run.py demo` serves both roles and says so; Ctrl-C ends it cleanly."""

import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.loopback
def test_the_demo_answers_on_both_ports_and_stops_when_told(tmp_path: Path) -> None:
    field, registry = a_free_port(), a_free_port()
    command = [sys.executable, "-m", "intake", "demo", "--no-browser", "--households", "4"]
    command += ["--data", str(tmp_path), "--port", str(field), "--registry-port", str(registry)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        for port in (field, registry):
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
                assert answer.read().strip() == b'{"status":"ok"}'
        process.send_signal(signal.SIGINT)
        _out, said = process.communicate(timeout=30)
    assert process.returncode == 0
    for words in (f"http://127.0.0.1:{field}/", "passphrase", "reviewer", "invented"):
        assert words in said
