"""One file from one device to one other, the same over the wire and on a stick.

Outside: magic, version, suite, the recipient's key id, a random bundle id, and
chunks under a key sealed to the recipient. A found stick names nobody: who sent
it, the statement, its signature and the content are all inside. The format is
told in docs/bundle-format.md.

A reader takes three steps, and trusts nothing before the second: `open_bundle`,
`check_signature` against the key it already knows, then `Opened.lines`.
"""

import base64
import hashlib
import secrets
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from intake.domain.statement import Json
from intake.errors import BundleNotForUs, BundleRefused, BundleTorn, SignatureInvalid
from intake.security.canonical import canonical, read_json
from intake.security.durable import write_file
from intake.security.identity import Identity, verify_signature
from intake.security.seal import key_id
from intake.sync.envelope import ID_BYTES, inspect_bundle, pack, unpack
from intake.sync.lines import (
    compress,
    decompress,
    entry_line,
    key_line,
    read_entry,
    read_key,
    split_lines,
)
from intake.sync.statement import CAP, CARRY_ENTRIES, BundlePurpose, cap_of, check_statement

__all__ = [
    "CAP",
    "BundlePurpose",
    "Opened",
    "check_signature",
    "entry_line",
    "inspect_bundle",
    "key_line",
    "make_bundle",
    "open_bundle",
    "read_entry",
    "read_key",
    "write_file",
]

_LABEL: Final = b"intake-bundle-1\n"
_SIGNED = {"statement", "signature", "signer"}
_LENGTH_BYTES = 4
_LONGEST_STATEMENT = 64 * 1024
_KEY_BYTES, _SIGNATURE_BYTES = 32, 64


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle taken out of its seal: whole and meant for us, not yet believed."""

    bundle: str
    statement: dict[str, Json]
    signature: bytes
    # The key the sender claims. Only an enrolment may be checked against it.
    signer: bytes
    payload: bytes = field(repr=False)
    cap: int = CAP

    @property
    def lines(self) -> tuple[dict[str, Json], ...]:
        """What is in it, read anew each time; raises `BundleTorn`, `BundleRefused`."""
        purpose = BundlePurpose(str(self.statement["purpose"]))
        lines = split_lines(decompress(self.payload, min(self.cap, cap_of(purpose))))
        entries = sum(1 for line in lines if "entry" in line)
        carried = entries if purpose in CARRY_ENTRIES else self.statement["count"]
        if len(lines) != self.statement["lines"] or carried != self.statement["count"]:
            raise BundleTorn(part="lines")
        return lines


def make_bundle(
    statement: Mapping[str, Json],
    lines: Iterable[Mapping[str, Json]],
    *,
    sender: Identity,
    recipient_seal_public: bytes,
) -> bytes:
    """The bytes of a bundle; only the recipient's private key reads them."""
    bundle = secrets.token_bytes(ID_BYTES)
    count, payload = compress(lines, cap_of(statement.get("purpose")))
    said: dict[str, Json] = {
        **statement,
        "bundle": bundle.hex(),
        "sealed_to": key_id(recipient_seal_public).hex(),
        "lines": count,
        "payload": hashlib.sha256(payload).hexdigest(),
    }
    check_statement(said)
    if said["device"] != sender.device:
        raise BundleRefused(why="sender")
    signed = canonical(
        {
            "statement": said,
            "signature": _base64(sender.sign(_LABEL + canonical(said))),
            "signer": _base64(sender.sign_public),
        }
    )
    if len(signed) > _LONGEST_STATEMENT:
        raise BundleRefused(why="statement")
    plain = len(signed).to_bytes(_LENGTH_BYTES, "big") + signed + payload
    return pack(plain, bundle=bundle, recipient=recipient_seal_public)


def open_bundle(
    data: bytes,
    *,
    recipient: Identity,
    expect: Collection[str] | None = None,
    cap: int = CAP,
) -> Opened:
    """Take a bundle out of its seal; `expect` names the purposes taken here.

    Raises `BundleTorn`, `BundleTooNew`, `BundleNotForUs` or `BundleRefused`, and
    nothing else. The signature is not checked here.
    """
    bundle, plain = unpack(data, recipient.seal_private, cap)
    signed, payload = _split(plain)
    opened = _read_signed(signed, payload, cap)
    said = opened.statement
    if said["recipient"] != recipient.device:
        raise BundleNotForUs(why="recipient")
    if said["sealed_to"] != key_id(recipient.seal_public).hex() or said["bundle"] != bundle.hex():
        raise BundleRefused(why="re-aimed")
    if said["payload"] != hashlib.sha256(payload).hexdigest():
        raise BundleTorn(part="payload")
    if expect is not None and said["purpose"] not in expect:
        raise BundleRefused(why="purpose")
    return opened


def check_signature(opened: Opened, public: bytes) -> None:
    """Raise `BundleRefused` unless the holder of this key signed the statement."""
    try:
        verify_signature(public, opened.signature, _LABEL + canonical(opened.statement))
    except SignatureInvalid as error:
        raise BundleRefused(why="signature") from error


def _split(plain: bytes) -> tuple[bytes, bytes]:
    length = int.from_bytes(plain[:_LENGTH_BYTES], "big")
    end = _LENGTH_BYTES + length
    if length > _LONGEST_STATEMENT or len(plain) < end:
        raise BundleTorn(part="statement")
    return plain[_LENGTH_BYTES:end], plain[end:]


def _read_signed(signed: bytes, payload: bytes, cap: int) -> Opened:
    value = read_json(signed)
    if not isinstance(value, dict) or value.keys() != _SIGNED:
        raise BundleTorn(part="statement")
    said = check_statement(value["statement"])
    opened = Opened(
        bundle=str(said["bundle"]),
        statement=said,
        signature=_bytes(value["signature"], _SIGNATURE_BYTES),
        signer=_bytes(value["signer"], _KEY_BYTES),
        payload=payload,
        cap=cap,
    )
    # One spelling only: what was signed is what was read.
    if canonical(value) != signed:
        raise BundleTorn(part="statement")
    return opened


def _bytes(value: Json, length: int) -> bytes:
    try:
        data = base64.b64decode(value, validate=True) if isinstance(value, str) else b""
    except ValueError as error:
        raise BundleTorn(part="statement") from error
    if len(data) != length:
        raise BundleTorn(part="statement")
    return data


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
