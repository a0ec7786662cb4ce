"""Links the entries of one device into a hash chain and finds where it breaks.

The hash covers the ciphertext of a body, so forgetting a case key (erasure)
leaves the chain whole. A chain alone cannot show that its tail was cut off: the
last head must be kept elsewhere, as a signed checkpoint or receipt.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict, Unpack

from intake.domain.statement import Json
from intake.errors import BundleTorn, ChainBroken
from intake.security.canonical import canonical

FORMAT = 1
# The largest whole number a SQLite column and a JSON reader elsewhere both keep.
MAX_SEQ = 2**53 - 1
CHECKPOINT = "intake-checkpoint-1"
RECEIPT = "intake-receipt-1"


@dataclass(frozen=True, slots=True)
class Head:
    """How far a chain goes: the last sequence number and its hash."""

    seq: int
    hash: str


START = Head(0, "0" * 64)


class Fields(TypedDict):
    """What an entry says, before it has a place in the chain."""

    device: str
    hlc: str
    kind: str
    case: str
    actor: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a device's ledger; `body` is ciphertext, the rest codes and ids."""

    device: str
    seq: int
    prev: str
    hlc: str
    kind: str
    case: str
    actor: str
    body: bytes
    hash: str

    @property
    def head(self) -> Head:
        """The head of the chain when this entry is its last."""
        return Head(self.seq, self.hash)


def link(prev: Entry | Head | None, **fields: Unpack[Fields]) -> Entry:
    """The next entry after `prev`; None starts a chain."""
    before = _head(prev)
    seq = before.seq + 1
    named = {name: value for name, value in fields.items() if name != "body"}
    digest = _digest({**named, "seq": seq, "prev": before.hash}, fields["body"])
    return Entry(**fields, seq=seq, prev=before.hash, hash=digest)


def hash_of(entry: Entry) -> str:
    """The hash this entry should carry."""
    named: dict[str, object] = {name: getattr(entry, name) for name in _TEXTS}
    return _digest({**named, "seq": entry.seq, "prev": entry.prev}, entry.body)


def check(entries: Iterable[Entry], after: Entry | Head | None = None) -> Head:
    """The head after these entries; raises `ChainBroken` at the first wrong one."""
    head = _head(after)
    device = after.device if isinstance(after, Entry) else None
    for entry in entries:
        device = entry.device if device is None else device
        follows = entry.seq == head.seq + 1 and entry.prev == head.hash
        if not follows or entry.device != device or entry.hash != hash_of(entry):
            raise ChainBroken(device=device, seq=head.seq + 1)
        head = entry.head
    return head


def checkpoint_message(chain: str, seq: int, head: str) -> bytes:
    """The bytes a device signs to say how far its own chain goes."""
    return _statement(CHECKPOINT, chain, seq, head)


def receipt_message(chain: str, seq: int, head: str) -> bytes:
    """The bytes the registry signs to say how far it has received a chain."""
    return _statement(RECEIPT, chain, seq, head)


def entry_to_json(entry: Entry) -> dict[str, Json]:
    """An entry as JSON values, for a bundle or a quarantine file."""
    named: dict[str, Json] = {name: getattr(entry, name) for name in (*_TEXTS, "prev", "hash")}
    return {"v": FORMAT, "seq": entry.seq, "body": _base64(entry.body), **named}


def entry_from_json(value: Json) -> Entry:
    """The entry in these JSON values; raises `BundleTorn` unless it fits exactly."""
    if not isinstance(value, dict) or value.keys() != _KEYS:
        raise BundleTorn(part="entry")
    if type(value["v"]) is not int or value["v"] != FORMAT:
        raise BundleTorn(part="entry", field="v")
    texts = {name: _text(name, value[name]) for name in _SHAPES}
    return Entry(seq=_seq(value["seq"]), body=_body(value["body"]), **texts)


_TEXTS = ("device", "hlc", "kind", "case", "actor")
_CHAIN = r"[0-9a-f]{32}(\.[0-9a-f]{32})?"
_SHAPES = {
    "device": re.compile(_CHAIN, re.ASCII),
    "hlc": re.compile(r"[!-~]{1,80}"),
    "kind": re.compile(r"[a-z][a-z0-9-]{0,63}"),
    "case": re.compile(r"[!-~]{0,80}"),
    "actor": re.compile(r"[!-~]{0,80}"),
    "prev": re.compile(r"[0-9a-f]{64}"),
    "hash": re.compile(r"[0-9a-f]{64}"),
}
_KEYS = {"v", "seq", "body", *_SHAPES}


def _text(name: str, value: Json) -> str:
    if not isinstance(value, str) or not _SHAPES[name].fullmatch(value):
        raise BundleTorn(part="entry", field=name)
    return value


def _seq(value: Json) -> int:
    if type(value) is not int or not 1 <= value <= MAX_SEQ:
        raise BundleTorn(part="entry", field="seq")
    return value


def _body(value: Json) -> bytes:
    try:
        body = base64.b64decode(value, validate=True) if isinstance(value, str) else None
    except ValueError as error:
        raise BundleTorn(part="entry", field="body") from error
    # Base64 leaves spare bits: only the one spelling we write is taken.
    if body is None or _base64(body) != value:
        raise BundleTorn(part="entry", field="body")
    return body


def _head(of: Entry | Head | None) -> Head:
    if of is None:
        return START
    return of.head if isinstance(of, Entry) else of


def _digest(named: dict[str, object], body: bytes) -> str:
    return hashlib.sha256(canonical({**named, "v": FORMAT, "body": _base64(body)})).hexdigest()


def _statement(label: str, chain: str, seq: int, head: str) -> bytes:
    return canonical({"label": label, "chain": chain, "seq": seq, "head": head})


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
