"""The wire: posts a sealed bundle to the registry over HTTPS and reads the answer.

The content is sealed and signed whatever the wire does; TLS hides who talks to
whom and keeps error answers honest. In the clear only to this very machine.
"""

import http.client
import json
import re
import socket
import ssl
import time
from dataclasses import dataclass
from typing import Final, Protocol
from urllib.parse import SplitResult, urlsplit

from intake import errors
from intake.domain.statement import Json
from intake.errors import BundleTorn, ConfigInvalid, Fact, IntakeError, RegistryUnreachable
from intake.security.canonical import read_json

OCTETS: Final = "application/octet-stream"
PREFIX: Final = "/sync/v1/"
LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
MOST_ANSWER: Final = 32 * 1024 * 1024
PATIENCE_S: Final = 30.0
"""Seconds without a byte after which the line counts as dead."""

WHOLE_S: Final = 300.0
"""Seconds one answer may take as a whole: a slow line, but not for ever."""

FACTS: Final = frozenset(
    {
        "ahead_s",
        "device",
        "expected",
        "field",
        "key",
        "kind",
        "part",
        "seq",
        "suite",
        "version",
        "why",
    }
)
"""The names of facts that a refusal of sync may bring."""

_PIECE = 64 * 1024
_SHORT = re.compile(r"[a-z0-9][a-z0-9.-]{0,79}", re.ASCII)


class Transport(Protocol):
    """Anything that carries bytes to the registry and its answer back."""

    def post(self, action: str, body: bytes) -> bytes:
        """Carry one bundle; raises `RegistryUnreachable` or what the registry refused."""


@dataclass(frozen=True, slots=True)
class Wire:
    """HTTPS to one registry; follows no redirect, keeps no cookie, uses no proxy."""

    url: str
    patience_s: float = PATIENCE_S

    def __post_init__(self) -> None:
        address_of(self.url)

    def post(self, action: str, body: bytes) -> bytes:
        """Send one bundle and give the answer; raises what the registry refused."""
        headers = {"Content-Type": OCTETS, "Accept": f"{OCTETS}, application/json"}
        return self._ask("POST", action, body, headers)

    def about(self) -> dict[str, Json]:
        """What the registry tells everybody: its id, name and public keys."""
        answer = read_json(self._ask("GET", "registry", None, {"Accept": "application/json"}))
        if not isinstance(answer, dict):
            raise BundleTorn(part="registry")
        return answer

    def _ask(self, method: str, action: str, body: bytes | None, headers: dict[str, str]) -> bytes:
        parts = address_of(self.url)
        path = parts.path.rstrip("/") + PREFIX + action
        connection = _connection(parts, self.patience_s)
        try:
            connection.request(method, path, body=body, headers=headers)
            answer = connection.getresponse()
            data = _read(answer)
        except (OSError, http.client.HTTPException) as error:
            raise RegistryUnreachable(why=_why(error)) from error
        finally:
            connection.close()
        if answer.status != http.client.OK:
            raise refusal(answer.status, data)
        return data


def address_of(url: str) -> SplitResult:
    """The parts of a registry's address; raises `ConfigInvalid` unless it is safe."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ConfigInvalid(key="registry") from None
    is_fine = bool(parts.hostname) and not (parts.query or parts.fragment or "@" in parts.netloc)
    if not is_fine or port == 0:
        raise ConfigInvalid(key="registry")
    if parts.scheme != "https" and (parts.scheme != "http" or parts.hostname not in LOOPBACK):
        raise ConfigInvalid(key="registry", why="not-https")
    return parts


def refusal(status: int, data: bytes) -> IntakeError:
    """The error of an answer that is not 200; nobody signed it, so codes only."""
    unreachable = RegistryUnreachable(why="status", status=status)
    try:
        said = read_json(data)
    except BundleTorn:
        return unreachable
    if not isinstance(said, dict):
        return unreachable
    code, facts = said.get("code"), said.get("facts")
    kind = _BY_CODE.get(code) if isinstance(code, str) else None
    return kind(**_plain(facts)) if kind else unreachable


def refused(error: IntakeError) -> bytes:
    """The body of an answer that refuses, for `refusal` to read."""
    return json.dumps({"code": error.code, "facts": error.facts}).encode("ascii")


def _connection(parts: SplitResult, patience_s: float) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "https":
        context = ssl.create_default_context()
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        return http.client.HTTPSConnection(host, parts.port, timeout=patience_s, context=context)
    return http.client.HTTPConnection(host, parts.port, timeout=patience_s)


def _read(answer: http.client.HTTPResponse) -> bytes:
    end = time.monotonic() + WHOLE_S
    pieces, size = [], 0
    while piece := answer.read(_PIECE):
        size += len(piece)
        if size > MOST_ANSWER or time.monotonic() > end:
            raise http.client.HTTPException
        pieces.append(piece)
    if answer.length:  # fewer bytes came than were promised
        raise http.client.IncompleteRead(b"")
    return b"".join(pieces)


def _why(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return "certificate"
    if isinstance(error, socket.gaierror):
        return "name"
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, ConnectionRefusedError):
        return "refused"
    return "broken"


def _plain(facts: Json) -> dict[str, Fact]:
    """Facts as they may be: known names, short codes and counts; the rest is left out."""
    if not isinstance(facts, dict):
        return {}
    return {
        name: value
        for name, value in facts.items()
        if name in FACTS
        and (type(value) is int or (isinstance(value, str) and _SHORT.fullmatch(value)))
    }


def _tree(kind: type[IntakeError]) -> dict[str, type[IntakeError]]:
    found = {kind.code: kind}
    for child in kind.__subclasses__():
        found |= _tree(child)
    return found


# What a registry may say of a bundle. It cannot make a laptop lock or change its settings.
_BY_CODE: Final = _tree(errors.SyncFailed) | _tree(errors.Tampered)
