"""At the registry: take in what a laptop sends, whole or not at all.

Nothing is believed before the signature fits the key that was approved for this
laptop. What may not be taken in is kept in quarantine, never thrown away.
"""

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from intake.domain import clock
from intake.domain.codes import DeviceStatus
from intake.domain.event import BundleReceived, DeviceRevoked, kinds
from intake.errors import (
    BundleRefused,
    BundleTooNew,
    BundleTorn,
    ChainForked,
    DeviceNotApproved,
)
from intake.errors import (
    DeviceRevoked as DeviceRevokedError,
)
from intake.security.canonical import canonical
from intake.security.chain import CHECKPOINT, Head, entry_to_json
from intake.security.roles import originates
from intake.store import Store
from intake.store.devices import Device
from intake.store.keyring import key_id
from intake.store.verification import Checkpoint
from intake.sync.bundle import Opened, check_signature, key_line, open_bundle
from intake.sync.parcel import SYSTEM, Parcel, Receipt, read_parcel, whole
from intake.sync.statement import BundlePurpose

log = logging.getLogger(__name__)

FORKED = "forked"
"""The reason under which a laptop is revoked when its ledger has split."""

OnReceived = Callable[[Sequence[str]], None]
"""Called with the ids of new or changed cases, inside the same transaction."""

_READING = re.compile(r"[0-9]{13}-[0-9]{6,9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a bundle of a laptop did: counts, the chain's head, its clock."""

    device: str
    added: int
    head: Head
    ahead_s: int
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a bundle came: when, by wire or stick, and what to do with new cases."""

    at: datetime
    channel: str = "wire"
    on_received: OnReceived | None = field(default=None, repr=False)


def take_entries(store: Store, data: bytes, arrival: Arrival) -> Taken:
    """Take in one bundle of entries; a replay adds nothing.

    Raises `BundleTorn`, `BundleNotForUs`, `BundleTooNew`, `BundleRefused`,
    `DeviceNotApproved`, `DeviceRevoked`, `ChainGap`, `ChainForked`, `Tampered`.
    """
    opened = open_bundle(data, recipient=store.identity, expect={BundlePurpose.ENTRIES})
    device = known_sender(store, opened)
    parcel = read_parcel(opened)
    refuse_shut_out(store, device, parcel, arrival.at)
    _refuse_what_a_laptop_may_not_send(device, parcel)
    try:
        return _take(store, opened, parcel, arrival)
    except ChainForked:
        _shut_out(store, device, parcel, arrival.at)
        raise


def known_sender(store: Store, opened: Opened) -> Device:
    """The laptop that signed this; raises `DeviceNotApproved` or `BundleRefused`."""
    device = store.devices.get(str(opened.statement["device"]))
    if device is None:
        raise DeviceNotApproved(why="unknown")
    check_signature(opened, bytes.fromhex(device.sign_public))
    if device.status is DeviceStatus.REQUESTED:
        raise DeviceNotApproved(why="requested")
    return device


def refuse_shut_out(store: Store, device: Device, parcel: Parcel, at: datetime) -> None:
    """Refuse a laptop that was revoked or has split, and keep what it sent aside."""
    if device.status is DeviceStatus.APPROVED:
        return
    _set_aside(store, parcel, device.status.value, at)
    refuse_bad_standing(device)


def refuse_bad_standing(device: Device) -> None:
    """Raise `ChainForked` or `DeviceRevoked`: a lost laptop is told nothing more."""
    if device.status is DeviceStatus.FORKED:
        raise ChainForked(device=device.id)
    if device.status is DeviceStatus.REVOKED:
        raise DeviceRevokedError(device=device.id)


def furthest_ahead(parcel: Parcel, now: datetime) -> int:
    """Seconds by which the sender's clock is beyond what is believed; 0 if it is not."""
    ahead = max((clock.ahead(entry.hlc, now) for entry in parcel.entries), default=None)
    if ahead is None or ahead <= clock.MAX_DRIFT:
        return 0
    return int(ahead.total_seconds())


def _take(store: Store, opened: Opened, parcel: Parcel, arrival: Arrival) -> Taken:
    chain = parcel.span.chain
    with store.together():
        before = store.head(chain).seq
        received = store.receive(chain, parcel.entries, parcel.keys, now=arrival.at)
        _keep_checkpoint(store, opened, parcel)
        taken = Taken(
            device=chain,
            added=received.added,
            head=received.head,
            ahead_s=furthest_ahead(parcel, arrival.at),
            cases=_cases(parcel, before),
        )
        _note(store, opened, taken, arrival)
        if received.added and arrival.on_received is not None:
            _tell(store, arrival.on_received, taken.cases)
    return taken


def _note(store: Store, opened: Opened, taken: Taken, arrival: Arrival) -> None:
    """Record that something new came, and how far the laptop holds its replies."""
    store.papers.keep_setting(
        replies_held(taken.device), str(whole(opened.statement.get("replies", 0)))
    )
    if not taken.added:
        return
    if store.devices.has_bundle(opened.bundle):
        raise BundleRefused(why="bundle")
    store.record(
        BundleReceived(
            bundle=opened.bundle,
            device=taken.device,
            channel=arrival.channel,
            added=taken.added,
            last_seq=taken.head.seq,
            head=taken.head.hash,
            by=SYSTEM,
            at=arrival.at,
        )
    )


def replies_held(device: str) -> str:
    """The setting that keeps how far a laptop said it holds its replies."""
    return "replies." + device


def _tell(store: Store, on_received: OnReceived, cases: Sequence[str]) -> None:
    """Let the registry look at new cases; if that fails, the cases are kept anyway."""
    try:
        with store.together():
            on_received(cases)
    except Exception:
        # They stay listed by `Cases.unscreened`. A laptop's work must not bounce
        # because a comparison failed.
        log.exception("screening-failed", extra={"count": len(cases)})


def _cases(parcel: Parcel, before: int) -> tuple[str, ...]:
    found = {entry.case for entry in parcel.entries if entry.case and entry.seq > before}
    return tuple(sorted(found))


def _refuse_what_a_laptop_may_not_send(device: Device, parcel: Parcel) -> None:
    if parcel.span.chain != device.id:
        raise BundleRefused(why="chain")
    if not parcel.entries:
        raise BundleRefused(why="empty")
    for entry in parcel.entries:
        if entry.kind not in kinds():
            raise BundleTooNew(kind=entry.kind)
        if not originates("field", entry.kind):
            raise BundleRefused(why="kind", kind=entry.kind)
        if not _READING.fullmatch(entry.hlc):
            raise BundleTorn(part="entry", field="hlc")
    if parcel.keys.keys() - {key_id(entry) for entry in parcel.entries}:
        raise BundleRefused(why="keys")


def _keep_checkpoint(store: Store, opened: Opened, parcel: Parcel) -> None:
    span, text = parcel.span, opened.statement.get("checkpoint")
    try:
        signature = bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError as error:
        raise BundleTorn(part="statement", field="checkpoint") from error
    point = Checkpoint(span.chain, span.last, span.head, CHECKPOINT, signature, opened.signer)
    # Kept unproved, it would let a laptop make every later `verify` cry out.
    if not point.is_genuine():
        raise BundleRefused(why="checkpoint")
    store.checkpoints.keep(point)


def _shut_out(store: Store, device: Device, parcel: Parcel, at: datetime) -> None:
    with store.together():
        _set_aside(store, parcel, FORKED, at)
        store.record(DeviceRevoked(device=device.id, reason=FORKED, by=SYSTEM, at=at))


def _set_aside(store: Store, parcel: Parcel, why: str, at: datetime) -> None:
    lines = [{"entry": entry_to_json(entry)} for entry in parcel.entries]
    # The key of an erased record is not kept, not even aside.
    known = sorted(n for n in parcel.keys if not store.keyring.is_forgotten(n))
    keys = [key_line(name, parcel.keys[name]) for name in known]
    body = canonical([*lines, *keys])
    if lines and not store.devices.is_quarantined(parcel.span.chain, body):
        store.quarantine(parcel.span.chain, why, body, at)


def receipt_for(store: Store, device: str) -> Receipt:
    """A receipt for all that is on disk of a laptop's chain."""
    return Receipt.sign(store.identity, device, store.head(device))
