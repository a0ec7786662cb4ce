"""From the laptop: what waits, and the bundle that carries the next part of it.

The start is the last receipt. Sending the same again is harmless, so nothing here
remembers what was tried; only a receipt moves the start.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from intake.domain.event import BundleMade, ReceiptKept
from intake.errors import DeviceNotApproved
from intake.security.chain import Entry, checkpoint_message
from intake.store import Store
from intake.store.devices import Joined
from intake.sync.bundle import inspect_bundle
from intake.sync.parcel import (
    MOST_BYTES,
    MOST_ENTRIES,
    SYSTEM,
    Address,
    Span,
    content_lines,
    cut,
    reply_chain,
    write_parcel,
)
from intake.sync.statement import BundlePurpose

WAITS_FOR_OTHERS = frozenset({BundleMade.kind, ReceiptKept.kind})
"""Entries that sync itself makes: they travel along, but are no reason to send."""


HELD = "sync.held"
"""The setting that keeps how far the newest receipt went, even if one before went further."""


@dataclass(frozen=True, slots=True)
class Push:
    """A bundle of entries ready to leave."""

    bundle: bytes = field(repr=False)
    id: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How much goes into one bundle."""

    entries: int = MOST_ENTRIES
    size: int = MOST_BYTES


WIRE = Limits()
STICK = Limits(entries=20_000, size=24 * 1024 * 1024)
"""A file may be larger: no line breaks while it is carried. Far below the cap of 64 MiB."""


def registry_of(store: Store) -> Joined:
    """The registry this laptop belongs to; before it joined, `DeviceNotApproved`."""
    joined = store.devices.joined()
    if joined is None:
        raise DeviceNotApproved(why="not-joined")
    return joined


def address_of(store: Store, joined: Joined, at: datetime) -> Address:
    """Everything that is needed to write to the registry."""
    return Address(store.identity, joined.registry, bytes.fromhex(joined.seal_public), at)


def acknowledged(store: Store) -> int:
    """How far the registry has acknowledged this laptop's chain."""
    receipt = store.devices.last_receipt(store.own_chain)
    return receipt.seq if receipt else 0


def start(store: Store) -> int:
    """After which number to send: what the newest answer said the registry holds.

    A registry restored from its backup holds less than it once acknowledged.
    """
    return int(store.papers.setting(HELD, str(acknowledged(store))))


def is_worth_sending(entries: Sequence[Entry]) -> bool:
    """Whether there is more than sync's own notes, which never end by themselves."""
    return any(entry.kind not in WAITS_FOR_OTHERS for entry in entries)


def make_push(store: Store, after: int, *, at: datetime, limits: Limits = WIRE) -> Push | None:
    """The bundle of the next entries after `after`; None when nothing waits."""
    joined = registry_of(store)
    found = store.entries_after(store.own_chain, after, limits.entries)
    entries = found[: cut(found, limits.entries, limits.size)]
    if not has_work(store, after):
        return None
    span = Span.of(store.own_chain, entries)
    signature = store.identity.sign(checkpoint_message(span.chain, span.last, span.head))
    bundle = write_parcel(
        address_of(store, joined, at),
        BundlePurpose.ENTRIES,
        span,
        content_lines(entries, store.keys_for(entries)),
        checkpoint=signature.hex(),
        replies=store.head(reply_chain(joined.registry, store.own_chain)).seq,
    )
    return Push(bundle, bundle_id(bundle), span.first, span.last)


def note_sent(store: Store, push: Push, *, channel: str, at: datetime, by: str = SYSTEM) -> None:
    """Remember that a bundle left; sending the same part again is not noted again."""
    after = max(store.devices.last_sent(), push.first - 1)
    fresh = store.entries_after(store.own_chain, after, push.last - after)
    if push.last > after and is_worth_sending(fresh):
        event = BundleMade(bundle=push.id, channel=channel, last_seq=push.last, by=by, at=at)
        store.record(event)


def bundle_id(bundle: bytes) -> str:
    """The random id a bundle carries outside."""
    return str(inspect_bundle(bundle)["bundle"])


def has_work(store: Store, after: int) -> bool:
    """Whether anything worth sending lies after this number."""
    while page := store.entries_after(store.own_chain, after):
        if is_worth_sending(page):
            return True
        after = page[-1].seq
    return False
