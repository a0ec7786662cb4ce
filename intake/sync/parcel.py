"""What travels inside a bundle: entries, case keys, a receipt.

A bundle says who it is from and what it is for; a parcel is the content, read only
after the signature fitted a key that was known before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from intake.domain.statement import Json
from intake.errors import BundleRefused, BundleTorn, SignatureInvalid
from intake.security.chain import START, Entry, Head, receipt_message
from intake.security.identity import Identity, verify_signature
from intake.sync.bundle import Opened, entry_line, key_line, make_bundle, read_entry, read_key
from intake.sync.statement import BundlePurpose

SYSTEM = "system"
"""Stands as the actor of what the program does by itself."""

MOST_ENTRIES = 500
"""Entries in one bundle over the wire: a slow line loses little when it breaks."""

MOST_BYTES = 8 * 1024 * 1024
"""Ciphertext in one bundle over the wire; base64 and keys stay far below the cap."""


def reply_chain(registry: str, device: str) -> str:
    """The chain into which a registry writes what one laptop may read."""
    return f"{registry}.{device}"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The registry's signed word how far it holds a chain."""

    chain: str
    seq: int
    head: str
    signature: bytes

    @classmethod
    def sign(cls, identity: Identity, chain: str, head: Head) -> Self:
        """Make a receipt; only for what is on disk already."""
        message = receipt_message(chain, head.seq, head.hash)
        return cls(chain, head.seq, head.hash, identity.sign(message))

    def check(self, signer: bytes) -> None:
        """Raise `BundleRefused` unless this registry signed it."""
        try:
            message = receipt_message(self.chain, self.seq, self.head)
            verify_signature(signer, self.signature, message)
        except SignatureInvalid as error:
            raise BundleRefused(why="receipt") from error

    def line(self) -> dict[str, Json]:
        """The line that carries it in a bundle."""
        said: dict[str, Json] = {"chain": self.chain, "seq": self.seq, "head": self.head}
        return {"receipt": {**said, "signature": self.signature.hex()}}


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch of one chain that a bundle speaks of."""

    chain: str
    first: int
    last: int
    count: int
    head: str

    @classmethod
    def of(cls, chain: str, entries: Sequence[Entry], after: Head = START) -> Self:
        """The stretch these entries cover, or the point `after` when there are none."""
        if not entries:
            return cls(chain, after.seq, after.seq, 0, after.hash)
        return cls(chain, entries[0].seq, entries[-1].seq, len(entries), entries[-1].hash)


@dataclass(frozen=True, slots=True)
class Parcel:
    """The content of a bundle whose signature was checked."""

    span: Span
    entries: tuple[Entry, ...]
    keys: Mapping[str, bytes] = field(repr=False)
    receipt: Receipt | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """From whom, to whom and when a bundle is made."""

    sender: Identity
    recipient: str
    seal_public: bytes
    at: datetime


def write_parcel(
    address: Address,
    purpose: BundlePurpose,
    span: Span,
    lines: Iterable[Mapping[str, Json]] = (),
    **more: Json,
) -> bytes:
    """The sealed and signed bytes of a bundle; `more` goes into its statement."""
    statement: dict[str, Json] = {
        **more,
        "purpose": purpose.value,
        "device": address.sender.device,
        "recipient": address.recipient,
        "chain": span.chain,
        "first": span.first,
        "last": span.last,
        "count": span.count,
        "head": span.head,
        "made": address.at.isoformat(),
    }
    return make_bundle(
        statement, lines, sender=address.sender, recipient_seal_public=address.seal_public
    )


def content_lines(
    entries: Iterable[Entry], keys: Mapping[str, bytes]
) -> Iterable[Mapping[str, Json]]:
    """The lines of entries and of the keys that may travel with them."""
    yield from (entry_line(entry) for entry in entries)
    yield from (key_line(name, key) for name, key in sorted(keys.items()))


def read_parcel(opened: Opened) -> Parcel:
    """The content, if it is what the statement says.

    Raises `BundleTorn`, `BundleRefused`.
    Lines of a kind not known here are passed over: a newer sender may say more.
    """
    said = opened.statement
    span = Span(
        str(said["chain"]),
        whole(said["first"]),
        whole(said["last"]),
        whole(said["count"]),
        str(said["head"]),
    )
    lines = opened.lines
    entries = tuple(read_entry(line) for line in lines if "entry" in line)
    keys = dict(read_key(line) for line in lines if "key" in line)
    receipts = [_read_receipt(line["receipt"]) for line in lines if "receipt" in line]
    _refuse_other_entries(span, entries)
    if len(receipts) > 1:
        raise BundleTorn(part="receipt")
    return Parcel(span, entries, keys, receipts[0] if receipts else None)


def whole(value: Json) -> int:
    """A count out of a statement whose shape was checked."""
    if type(value) is not int:
        raise BundleTorn(part="statement")
    return value


def cut(entries: Sequence[Entry], most: int = MOST_ENTRIES, size: int = MOST_BYTES) -> int:
    """How many of these entries fit into one bundle; one always does."""
    total = 0
    for number, entry in enumerate(entries[:most]):
        total += len(entry.body)
        if total > size and number:
            return number
    return min(len(entries), most)


def _refuse_other_entries(span: Span, entries: Sequence[Entry]) -> None:
    if any(entry.device != span.chain for entry in entries):
        raise BundleRefused(why="chain")
    if len(entries) != span.count or (entries and Span.of(span.chain, entries) != span):
        raise BundleTorn(part="entries")


def _read_receipt(value: Json) -> Receipt:
    if not isinstance(value, dict) or value.keys() != {"chain", "seq", "head", "signature"}:
        raise BundleTorn(part="receipt")
    chain, seq, head, signature = (value[n] for n in ("chain", "seq", "head", "signature"))
    if not (isinstance(chain, str) and isinstance(head, str) and isinstance(signature, str)):
        raise BundleTorn(part="receipt")
    if type(seq) is not int or seq < 0:
        raise BundleTorn(part="receipt")
    try:
        return Receipt(chain, seq, head, bytes.fromhex(signature))
    except ValueError as error:
        raise BundleTorn(part="receipt") from error
