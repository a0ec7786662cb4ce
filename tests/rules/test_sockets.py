"""The guard of tests/conftest.py holds."""

import socket

import pytest


def test_a_test_opens_no_socket_at_all():
    with socket.socket() as out, pytest.raises(AssertionError, match="no socket"):
        out.connect(("127.0.0.1", 9))
    with socket.socket() as listener, pytest.raises(AssertionError, match="no socket"):
        listener.bind(("127.0.0.1", 0))


@pytest.mark.loopback
def test_a_marked_test_talks_to_itself():
    with socket.socket() as listener, socket.socket() as out:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        out.connect(listener.getsockname())


@pytest.mark.loopback
@pytest.mark.parametrize("address", ["198.51.100.7", "192.0.2.1", "name.invalid", ""])
def test_a_marked_test_reaches_nobody_else(address):
    with socket.socket() as out, pytest.raises(AssertionError, match="127"):
        out.bind((address, 0))
    with socket.socket() as out, pytest.raises(AssertionError, match="127"):
        out.connect((address, 9))
