"""The wire: only where it is safe, never further than it was sent, never without end."""

import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from intake import errors
from intake.errors import (
    BundleRefused,
    ChainGap,
    ConfigInvalid,
    DeviceRevoked,
    IntakeError,
    RegistryUnreachable,
    SignatureInvalid,
)
from intake.sync import wire as wire_module
from intake.sync.wire import Wire, address_of, refusal, refused


@pytest.mark.parametrize(
    "url",
    [
        "https://registry.example.org",
        "https://registry.example.org:8443/intake/",
        "http://127.0.0.1:8001",
        "http://localhost:8001",
        "http://[::1]:8001",
    ],
)
def test_https_and_this_machine_are_safe_to_use(url: str) -> None:
    assert Wire(url).url == url


@pytest.mark.parametrize(
    "url",
    [
        "http://registry.example.org",
        "http://127.0.0.1.example.org",
        "http://192.0.2.7:8001",
        "ftp://127.0.0.1",
        "file:///etc/hostname",
        "https://user:secret@registry.example.org",
        "https://registry.example.org/?a=b",
        "https://registry.example.org/#a",
        "https://",
        "https://[::1",
        "https://registry.example.org:99999",
        "registry.example.org",
        "",
    ],
)
def test_every_other_address_is_refused_before_a_socket_opens(url: str) -> None:
    with pytest.raises(ConfigInvalid):
        Wire(url)


@given(st.text(max_size=60))
def test_an_address_is_used_or_refused_but_never_crashes(url: str) -> None:
    try:
        parts = address_of(url)
    except ConfigInvalid:
        return
    assert parts.scheme in ("http", "https")


@contextmanager
def answering(raw: bytes, *, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The address of a server that answers these bytes to everything, and hangs up."""

    class Answer(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                line = tls.wrap_socket(self.request, server_side=True) if tls else self.request
                with line.makefile("rwb") as file:
                    while file.readline().strip():
                        continue
                    file.write(raw)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def asked(raw: bytes) -> IntakeError:
    """What becomes of this answer to a question."""
    with answering(raw) as url, pytest.raises(IntakeError) as caught:
        Wire(url, patience_s=5).post("push", b"x")
    return caught.value


def http(status: str, body: bytes, *, length: int | None = None, more: str = "") -> bytes:
    """The bytes of an answer."""
    size = len(body) if length is None else length
    return f"HTTP/1.1 {status}\r\nContent-Length: {size}\r\n{more}\r\n".encode() + body


@pytest.mark.loopback
@pytest.mark.parametrize(
    ("raw", "facts"),
    [
        (b"", {"why": "broken"}),
        (b"not http at all\r\n\r\n", {"why": "broken"}),
        (http("200 OK", b"short", length=500), {"why": "broken"}),
        (http("302 Found", b"", more="Location: http://127.0.0.1:1/\r\n"),
         {"why": "status", "status": 302}),
        (http("502 Bad Gateway", b"<html>"), {"why": "status", "status": 502}),
        (http("500 Oops", b'{"code":"locked","facts":{}}'), {"why": "status", "status": 500}),
        (http("400 Bad", b"[1]"), {"why": "status", "status": 400}),
    ],
    ids=["nothing", "noise", "cut", "redirect", "proxy", "other-code", "list"],
)  # fmt: skip
def test_an_answer_that_is_none_of_a_registry_says_unreachable(
    raw: bytes, facts: dict[str, object]
) -> None:
    error = asked(raw)
    assert isinstance(error, RegistryUnreachable)
    assert error.facts == facts


@pytest.mark.loopback
def test_an_answer_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire_module, "MOST_ANSWER", 100_000)
    assert isinstance(asked(http("200 OK", bytes(300_000))), RegistryUnreachable)
    monkeypatch.setattr(wire_module, "WHOLE_S", -1.0)
    assert isinstance(asked(http("200 OK", b"slow")), RegistryUnreachable)


@pytest.mark.loopback
def test_an_address_where_nobody_listens_is_told_by_its_code() -> None:
    with answering(b"") as url:
        pass
    with pytest.raises(RegistryUnreachable) as caught:
        Wire(url).about()
    assert caught.value.facts == {"why": "refused"}


def self_signed(folder: Path) -> ssl.SSLContext:
    """A server's side of TLS with a certificate that nobody vouches for."""
    key = Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, None)
    )
    file = folder / "both.pem"
    pem = serialization.Encoding.PEM
    plain = serialization.NoEncryption()
    packed = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain)
    file.write_bytes(packed + certificate.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@pytest.mark.loopback
def test_a_server_without_a_trusted_certificate_is_not_talked_to(tmp_path: Path) -> None:
    with answering(http("200 OK", b"x"), tls=self_signed(tmp_path)) as url:
        with pytest.raises(RegistryUnreachable) as caught:
            Wire(url.replace("http:", "https:"), patience_s=20).post("push", b"x")
        assert caught.value.facts == {"why": "certificate"}


@pytest.mark.parametrize(
    "error",
    [ChainGap(expected=7), DeviceRevoked(device="f" * 32), BundleRefused(why="keys"),
     SignatureInvalid()],
    ids=["gap", "revoked", "refused", "signature"],
)  # fmt: skip
def test_a_refusal_arrives_as_what_it_was(error: IntakeError) -> None:
    arrived = refusal(400, refused(error))
    assert type(arrived) is type(error)
    assert arrived.facts == error.facts


def test_a_refusal_brings_codes_and_counts_and_nothing_else() -> None:
    body = (
        b'{"code":"bundle-refused","facts":{"why":"Call this number","n":1.5,"a":true,'
        b'"expected":3,"UP":"x","part":"body","seq":[1],"self":"x","kind":"a b"}}'
    )
    assert refusal(422, body).facts == {"expected": 3, "part": "body"}


def test_a_registry_cannot_make_a_laptop_lock_or_change_its_settings() -> None:
    for kind in (errors.Locked, errors.ConfigInvalid, errors.RuleBroken, errors.NotAllowed):
        assert isinstance(refusal(400, refused(kind())), RegistryUnreachable)


@given(st.binary(max_size=200), st.integers(300, 599))
def test_any_refusal_becomes_an_error_of_sync(body: bytes, status: int) -> None:
    assert isinstance(refusal(status, body), errors.SyncFailed | errors.Tampered)
