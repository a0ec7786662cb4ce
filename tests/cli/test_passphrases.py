"""A passphrase comes from a file or the keyboard, whole and unseen."""

import click
import pytest

from intake.cli import passphrases
from intake.errors import ConfigInvalid


def typing(monkeypatch, *answers):
    """Type these, one after the other, where a passphrase is asked."""
    rest = iter(answers)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(rest))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"three word phrase\nsecond line\n", "three word phrase"),
        (b"no line end", "no line end"),
        (b"windows\r\n", "windows"),
        (b"  spaces stay  \n", "  spaces stay  "),
        ("\ufeffз мітки\n".encode(), "з мітки"),
        ("كلمة سر طويلة\n".encode(), "كلمة سر طويلة"),
    ],
)
def test_the_first_line_is_the_passphrase(tmp_path, content, words):
    file = tmp_path / "words"
    file.write_bytes(content)
    assert passphrases.read_passphrase(file) == words


@pytest.mark.parametrize("content", [b"", b"\nsecond", b"\xff\xfe\xfa"])
def test_a_file_without_a_passphrase_is_refused(tmp_path, content):
    file = tmp_path / "words"
    file.write_bytes(content)
    with pytest.raises(ConfigInvalid) as caught:
        passphrases.read_passphrase(file)
    assert set(caught.value.facts) == {"key"}


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(ConfigInvalid):
        passphrases.read_passphrase(tmp_path / "none")


def test_without_a_file_it_is_typed(monkeypatch):
    typing(monkeypatch, "typed words")
    assert passphrases.read_passphrase(None) == "typed words"


def test_a_new_passphrase_is_typed_twice(monkeypatch):
    typing(monkeypatch, "typed words", "typed words")
    assert passphrases.choose_passphrase(None) == "typed words"


def test_a_slip_of_the_fingers_is_found(monkeypatch):
    typing(monkeypatch, "typed words", "typed wrods")
    with pytest.raises(ConfigInvalid):
        passphrases.choose_passphrase(None)


def test_the_option_takes_a_file_and_never_the_words():
    @passphrases.passphrase_option
    @click.command
    def trial(passphrase_file):
        """Take the option."""

    (option,) = trial.params
    assert option.opts == ["--passphrase-file"]
    assert isinstance(option.type, click.Path)
    assert option.envvar is None
