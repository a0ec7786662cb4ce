"""What goes back to a laptop: a receipt, and news of the cases it opened.

The registry writes replies into a chain of its own for each laptop, so that they
too arrive once, in order and unaltered, over the wire or on a stick.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from intake.domain.codes import DeviceStatus
from intake.domain.event import CaseOpened, MoveTold, OutcomeTold, ReceiptKept
from intake.errors import BundleRefused, ChainForked, DeviceNotApproved
from intake.security.chain import RECEIPT, START, Entry, Head
from intake.store import Store
from intake.store.devices import Device, Joined
from intake.store.keyring import reply_key
from intake.store.verification import Checkpoint
from intake.sync.bundle import Opened, check_signature, open_bundle
from intake.sync.parcel import (
    SYSTEM,
    Address,
    Parcel,
    Receipt,
    Span,
    content_lines,
    cut,
    read_parcel,
    reply_chain,
    whole,
    write_parcel,
)
from intake.sync.receive import (
    known_sender,
    receipt_for,
    refuse_bad_standing,
    refuse_shut_out,
    replies_held,
)
from intake.sync.send import HELD, acknowledged, address_of, registry_of
from intake.sync.statement import BundlePurpose

MAY_BE_REPLIED = frozenset({OutcomeTold.kind, MoveTold.kind})
"""The only kinds of entries that a laptop takes from its registry."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reply brought: the receipt's number, new entries, and how many there are."""

    acknowledged: int
    added: int
    until: int
    ahead_s: int = 0


def make_receipt(store: Store, device: str, *, at: datetime, ahead_s: int = 0) -> bytes:
    """The registry's answer to a bundle of entries."""
    receipt = receipt_for(store, device)
    span = Span.of(device, (), Head(receipt.seq, receipt.head))
    address = _address(store, _approved(store, device), at)
    return write_parcel(address, BundlePurpose.RECEIPT, span, [receipt.line()], ahead_s=ahead_s)


def make_pull(store: Store, *, at: datetime) -> bytes:
    """A laptop's signed request for a receipt and for replies it does not hold yet."""
    joined = registry_of(store)
    chain = reply_chain(joined.registry, store.own_chain)
    span = Span.of(chain, (), store.head(chain))
    return write_parcel(address_of(store, joined, at), BundlePurpose.PULL, span)


def answer_pull(store: Store, data: bytes, *, at: datetime) -> bytes:
    """The registry's answer to such a request."""
    opened = open_bundle(data, recipient=store.identity, expect={BundlePurpose.PULL})
    device = known_sender(store, opened)
    parcel = read_parcel(opened)
    refuse_shut_out(store, device, parcel, at)
    if parcel.span.chain != reply_chain(store.own_chain, device.id):
        raise BundleRefused(why="chain")
    return make_reply(store, device.id, after=parcel.span.last, at=at)


def make_reply(store: Store, device: str, *, at: datetime, after: int | None = None) -> bytes:
    """A receipt and replies, by default after what the laptop last said it holds."""
    chain = reply_chain(store.own_chain, device)
    head = store.head(chain)
    held = int(store.papers.setting(replies_held(device), "0")) if after is None else after
    start = min(held, head.seq)
    with store.together():
        found = store.entries_after(chain, start)
        point = Head(start, store.ledger.hash_at(chain, start) or START.hash)
    entries = found[: cut(found)]
    lines = [receipt_for(store, device).line(), *content_lines(entries, store.keys_for(entries))]
    address = _address(store, _approved(store, device), at)
    span = Span.of(chain, entries, point)
    return write_parcel(address, BundlePurpose.REPLY, span, lines, until=head.seq)


def take_reply(
    store: Store, data: bytes, *, at: datetime, channel: str = "wire", by: str = SYSTEM
) -> Answer:
    """At the laptop: keep the receipt, then the replies; each only if it is right.

    Raises `BundleTorn`, `BundleNotForUs`, `BundleRefused`, `ChainForked` (this
    laptop is a restored copy), `ChainGap`. What was kept before stays kept.
    """
    joined = registry_of(store)
    expected = {BundlePurpose.RECEIPT, BundlePurpose.REPLY}
    opened = open_bundle(data, recipient=store.identity, expect=expected)
    if opened.statement["device"] != joined.registry:
        raise BundleRefused(why="sender")
    check_signature(opened, bytes.fromhex(joined.sign_public))
    parcel = read_parcel(opened)
    named = {reply_key(entry.case) for entry in parcel.entries}
    if parcel.receipt is None or not parcel.keys.keys() <= named:
        raise BundleRefused(why="content")
    with store.together():
        _keep_receipt(store, joined, parcel.receipt, channel, by, at)
    with store.together():
        added = _take_entries(store, joined, parcel, at)
    ahead_s, until = _count(opened, "ahead_s"), _count(opened, "until")
    return Answer(parcel.receipt.seq, added, until, ahead_s)


def _keep_receipt(
    store: Store, joined: Joined, receipt: Receipt, channel: str, by: str, at: datetime
) -> None:
    signer = bytes.fromhex(joined.sign_public)
    if receipt.chain != store.own_chain:
        raise BundleRefused(why="receipt")
    receipt.check(signer)
    # The registry holds what this laptop does not: this one is a restored copy.
    if store.ledger.hash_at(receipt.chain, receipt.seq) != receipt.head:
        raise ChainForked(device=receipt.chain, seq=receipt.seq)
    store.papers.keep_setting(HELD, str(receipt.seq))
    if receipt.seq <= acknowledged(store):
        return
    event = ReceiptKept(
        chain=receipt.chain,
        seq=receipt.seq,
        head=receipt.head,
        signature=receipt.signature.hex(),
        channel=channel,
        by=by,
        at=at,
    )
    point = Checkpoint(receipt.chain, receipt.seq, receipt.head, RECEIPT, receipt.signature, signer)
    store.record(event)
    store.checkpoints.keep(point)


def _take_entries(store: Store, joined: Joined, parcel: Parcel, at: datetime) -> int:
    chain = reply_chain(joined.registry, store.own_chain)
    if not parcel.entries:
        return 0
    if parcel.span.chain != chain:
        raise BundleRefused(why="chain")
    _refuse_what_is_no_reply(store, parcel.entries)
    return store.receive(chain, parcel.entries, parcel.keys, now=at).added


def _refuse_what_is_no_reply(store: Store, entries: Sequence[Entry]) -> None:
    for entry in entries:
        if entry.kind not in MAY_BE_REPLIED:
            raise BundleRefused(why="kind", kind=entry.kind)
    for case in {entry.case for entry in entries}:
        if not _was_opened_here(store, case):
            raise BundleRefused(why="case")


def _was_opened_here(store: Store, case: str) -> bool:
    own = store.own_chain
    held = store.ledger.of_case(case) if case else []
    return any(e.kind == CaseOpened.kind and e.device == own for e in held)


def _approved(store: Store, device: str) -> Device:
    found = store.devices.get(device)
    if found is None or found.status is DeviceStatus.REQUESTED:
        raise DeviceNotApproved(why="requested" if found else "unknown")
    refuse_bad_standing(found)
    return found


def _address(store: Store, device: Device, at: datetime) -> Address:
    return Address(store.identity, device.id, bytes.fromhex(device.seal_public), at)


def _count(opened: Opened, name: str) -> int:
    return whole(opened.statement.get(name, 0))
