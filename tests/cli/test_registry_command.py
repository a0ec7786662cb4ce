"""`run.py registry`: makes the store, shows the one-time code, answers, stops cleanly."""

import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from intake.cli import stores
from intake.cli.main import run
from intake.cli.registry import door_of
from intake.config import RegistryConfig
from intake.errors import PassphraseTooShort, StoreInUse, WrongPassphrase
from intake.registry.desk import FirstRun
from intake.security.stretching import CHEAP

ROOT = Path(__file__).resolve().parents[2]
WORDS = "an invented passphrase"


@pytest.fixture
def words(tmp_path):
    file = tmp_path / "words"
    file.write_text(WORDS + "\n")
    return file


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.loopback
def test_the_first_run_makes_a_store_and_shows_the_way_in(tmp_path, words):
    port = a_free_port()
    command = [sys.executable, "-m", "intake", "registry", "--port", str(port)]
    command += ["--data", str(tmp_path / "data"), "--passphrase-file", str(words)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        said = [process.stderr.readline() for _ in range(4)]
        assert f"http://127.0.0.1:{port}/" in said[0]
        assert "/setup" in said[1]
        assert "good once: " in said[2]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/setup") as answer:
            assert b"Code from the terminal" in answer.read()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
    assert (tmp_path / "data" / "vault.json").exists()


def test_a_new_store_opens_again_with_its_passphrase_alone(tmp_path, words):
    first = stores.open_or_make(tmp_path / "data", words, CHEAP)
    own = first.own_chain
    first.close()
    second = stores.open_or_make(tmp_path / "data", words, CHEAP)
    assert second.own_chain == own
    second.close()
    other = tmp_path / "other"
    other.write_text("another passphrase")
    with pytest.raises(WrongPassphrase):
        stores.open_or_make(tmp_path / "data", other, CHEAP)


def test_a_short_passphrase_makes_no_store(tmp_path):
    short = tmp_path / "short"
    short.write_text("short")
    with pytest.raises(PassphraseTooShort):
        stores.open_or_make(tmp_path / "data", short, CHEAP)
    assert not (tmp_path / "data" / "intake.db").exists()


def test_a_second_registry_on_the_same_store_is_refused(tmp_path, words):
    first = stores.open_or_make(tmp_path / "data", words, CHEAP)
    with pytest.raises(StoreInUse):
        stores.open_or_make(tmp_path / "data", words, CHEAP)
    first.close()


@pytest.mark.parametrize("given", [["--database", "x"], ["--port", "0"], ["--port", "70000"]])
def test_what_it_does_not_know_is_a_usage_error(capsys, given):
    assert run(["registry", *given]) == 2
    assert capsys.readouterr().out == ""


def test_without_public_names_only_this_machine_is_meant():
    door = door_of(RegistryConfig(), FirstRun())
    assert door.hosts == ("127.0.0.1", "[::1]") or "127.0.0.1" in door.hosts
    assert not door.https
    assert door.url == "http://127.0.0.1:8001"


def test_public_names_mean_tls_and_stand_in_invitations():
    config = RegistryConfig(public_hosts="registry.example other.example", site="North")
    door = door_of(config, FirstRun())
    assert door.https
    assert door.url == "https://registry.example"
    assert {"registry.example", "other.example", "127.0.0.1"} <= set(door.hosts)
    assert door.site == "North"


def test_an_address_of_version_six_is_bracketed():
    door = door_of(RegistryConfig(host="::1", port=9000), FirstRun())
    assert door.url == "http://[::1]:9000"
    assert "[::1]" in door.hosts
