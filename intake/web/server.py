"""Serves an app with waitress; refuses requests that can be read in two ways."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import BaseWSGIServer, create_server
from waitress.wasyncore import close_all

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_TWO_HOSTS = "two hosts"
_TWO_LENGTHS = "two lengths"
_BODY_LIMIT = 80 * 1024 * 1024


class StrictParser(HTTPRequestParser):
    """Refuses two Host headers, or a length beside chunks (RFC 9112, section 6.1)."""

    def parse_header(self, header_plus: bytes) -> None:
        """Look at the raw header before waitress joins or drops anything."""
        names = [line.partition(b":")[0].strip().lower() for line in header_plus.split(b"\r\n")[1:]]
        if names.count(b"host") > 1:
            raise ParsingError(_TWO_HOSTS)
        if b"transfer-encoding" in names and b"content-length" in names:
            raise ParsingError(_TWO_LENGTHS)
        super().parse_header(header_plus)


class StrictChannel(HTTPChannel):
    """A connection that reads with the strict parser."""

    parser_class = StrictParser


def make_server(app: Flask, *, host: str, port: int, threads: int = 4) -> Any:
    """Make a server that listens; `run()` serves until `close()`."""
    server: Any = create_server(
        app,
        host=host,
        port=port,
        threads=threads,
        ident=None,
        max_request_body_size=_BODY_LIMIT,
        clear_untrusted_proxy_headers=True,
    )
    # A name such as "localhost" may stand for two addresses, with a socket each.
    for listening in [server, *getattr(server, "map", {}).values()]:
        if isinstance(listening, BaseWSGIServer):
            listening.channel_class = StrictChannel
    return server


def shut(server: Any) -> None:
    """End `run()` from another thread: no door and no line stays open."""
    server.trigger.pull_trigger(lambda: close_all(server._map, ignore_all=True))


def serve(
    app: Flask,
    *,
    host: str,
    port: int,
    threads: int = 4,
    ready: Callable[[int], None] | None = None,
) -> None:
    """Serve until stopped; `ready` is told the port when the door is open."""
    server = make_server(app, host=host, port=port, threads=threads)
    try:
        if ready is not None:
            ready(int(server.effective_port))
        server.run()
    finally:
        server.close()
