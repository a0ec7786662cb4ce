"""The server refuses requests that two readers could read in two ways."""

import socket
import threading

import pytest
from waitress.adjustments import Adjustments

from intake.web.server import StrictChannel, StrictParser, make_server, serve, shut

START = "GET /healthz HTTP/1.1"
HOST = "Host: 127.0.0.1:5050"


def read(*lines):
    """What the parser makes of these lines: its error, or None."""
    parser = StrictParser(Adjustments())
    parser.received(("\r\n".join(lines) + "\r\n\r\n").encode())
    return parser.error


@pytest.mark.parametrize(
    "lines",
    [
        (HOST,),
        (HOST, "Content-Length: 0"),
        (HOST, "Transfer-Encoding: chunked"),
        (HOST, "X-Two: a", "X-Two: b"),
    ],
)
def test_a_plain_request_is_read(lines):
    assert read(START, *lines) is None


@pytest.mark.parametrize(
    "lines",
    [
        (HOST, "Host: evil.example"),
        (HOST, "host: 127.0.0.1:5050"),
        (HOST, "Content-Length: 4", "Transfer-Encoding: chunked"),
        (HOST, "transfer-encoding: chunked", "content-length : 4"),
    ],
)
def test_an_ambiguous_request_is_refused(lines):
    assert read(START, *lines).code == 400


@pytest.mark.loopback
def test_every_connection_is_read_strictly(app):
    server = make_server(app, host="127.0.0.1", port=0, threads=1)
    try:
        assert server.channel_class is StrictChannel
        assert StrictChannel.parser_class is StrictParser
    finally:
        server.close()
        server.task_dispatcher.shutdown()


@pytest.mark.loopback
def test_the_door_tells_its_port_and_closes_again(app):
    class Stop(Exception):
        pass

    told = []

    def ready(port):
        told.append(port)
        raise Stop

    with pytest.raises(Stop):
        serve(app, host="127.0.0.1", port=0, ready=ready)
    assert told[0] > 0


@pytest.mark.loopback
def test_a_server_that_is_shut_leaves_no_line_open(app):
    server = make_server(app, host="127.0.0.1", port=0, threads=1)
    serving = threading.Thread(target=server.run, daemon=True)
    serving.start()
    with socket.create_connection(("127.0.0.1", int(server.effective_port))) as line:
        line.sendall(f"{START}\r\n{HOST}\r\n\r\n".encode())
        assert line.recv(12) == b"HTTP/1.1 200"
        shut(server)
        serving.join()
        server.task_dispatcher.shutdown()
        while line.recv(4096):
            pass  # what was on its way; then nothing more comes


def answered(app, *lines):
    """The head of what a real server answers to a request of these lines."""
    server = make_server(app, host="127.0.0.1", port=0, threads=1)
    serving = threading.Thread(target=server.run, daemon=True)
    serving.start()
    try:
        with socket.create_connection(("127.0.0.1", int(server.effective_port)), 30) as line:
            line.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
            return line.recv(4096).decode()
    finally:
        shut(server)
        serving.join()
        server.task_dispatcher.shutdown()


@pytest.mark.loopback
def test_the_server_tells_nobody_what_it_is_made_of(app):
    head = answered(app, START, HOST)
    assert head.startswith("HTTP/1.1 200")
    assert "waitress" not in head.lower()


@pytest.mark.loopback
def test_a_body_beyond_all_measure_is_refused_before_it_is_sent(app):
    head = answered(app, "POST /machine HTTP/1.1", HOST, f"Content-Length: {80 * 1024**2}")
    assert head.split()[1] == "413"
