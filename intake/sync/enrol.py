"""How a laptop is let in: invited by one person, approved by another.

The registry shows an invitation with its public keys and a one-time code. The
laptop answers with its own keys. A second person compares six words, read aloud
from both screens, and approves.
"""

from datetime import datetime

from intake.domain.codes import DeviceStatus
from intake.domain.event import DeviceApproved, DeviceRequested, DeviceRevoked, RegistryJoined
from intake.errors import AlreadyDecided, BundleRefused, BundleTorn, NotFound, SecondPersonNeeded
from intake.store import Store
from intake.store.devices import Device
from intake.sync.bundle import Opened, check_signature, open_bundle
from intake.sync.invitation import Invitation, is_hex, read_invitation
from intake.sync.parcel import SYSTEM, Span, write_parcel
from intake.sync.send import address_of, registry_of
from intake.sync.statement import BundlePurpose


def join(store: Store, text: str, *, by: str, at: datetime) -> Invitation:
    """At the laptop: remember the registry of an invitation.

    A laptop belongs to one registry: receipts of two would contradict each other.
    """
    invitation = read_invitation(text)
    if invitation.expires <= at:
        raise BundleRefused(why="code-expired")
    joined = store.devices.joined()
    if joined is not None and joined.sign_public != invitation.sign_public:
        raise BundleRefused(why="other-registry")
    if joined is None or joined.code != invitation.code:
        store.record(
            RegistryJoined(
                registry=invitation.registry,
                name=invitation.name,
                url=invitation.url,
                sign_public=invitation.sign_public,
                seal_public=invitation.seal_public,
                code=invitation.code,
                by=by,
                at=at,
            )
        )
    return invitation


def make_request(store: Store, *, at: datetime) -> bytes:
    """At the laptop: ask to be let in, sealed to the registry and signed."""
    joined = registry_of(store)
    span = Span.of(store.own_chain, (), store.head(store.own_chain))
    return write_parcel(
        address_of(store, joined, at),
        BundlePurpose.ENROL,
        span,
        code=joined.code,
        seal_public=store.identity.seal_public.hex(),
    )


def take_request(store: Store, data: bytes, *, at: datetime) -> Device:
    """At the registry: note a laptop that waits for approval; twice is once.

    Raises `BundleRefused` with why: code, code-used, code-expired, known.
    """
    opened = open_bundle(data, recipient=store.identity, expect={BundlePurpose.ENROL})
    check_signature(opened, opened.signer)
    seal_public = _hex(opened, "seal_public", 64)
    code = _hex(opened, "code", 32)
    name = str(opened.statement["device"])
    if name == store.own_chain:
        raise BundleRefused(why="known")
    with store.together():
        known = store.devices.get(name)
        if known is not None:
            return _same(known, opened.signer.hex(), seal_public)
        label = _label_of(store, code, at)
        store.record(
            DeviceRequested(
                device=name,
                label=label,
                sign_public=opened.signer.hex(),
                seal_public=seal_public,
                code=code,
                by=SYSTEM,
                at=at,
            )
        )
        return _found(store, name)


def approve(store: Store, device: str, *, by: str, at: datetime) -> None:
    """Let a laptop in, after its six words were compared; never by who invited it."""
    with store.together():
        found = _found(store, device)
        if found.status is not DeviceStatus.REQUESTED:
            raise AlreadyDecided(status=found.status.value)
        if by == found.invited_by:
            raise SecondPersonNeeded(thing="device")
        store.record(DeviceApproved(device=device, by=by, at=at))


def revoke(store: Store, device: str, *, reason: str, by: str, at: datetime) -> None:
    """Take no more of a laptop that is lost or retired; twice is once."""
    found = _found(store, device)
    if found.status in (DeviceStatus.REQUESTED, DeviceStatus.APPROVED):
        store.record(DeviceRevoked(device=device, reason=reason, by=by, at=at))


def _same(known: Device, sign_public: str, seal_public: str) -> Device:
    if (known.sign_public, known.seal_public) != (sign_public, seal_public):
        raise BundleRefused(why="known")
    return known


def _label_of(store: Store, code: str, at: datetime) -> str:
    made = store.devices.invitation(code)
    if made is None:
        raise BundleRefused(why="code")
    if made.used:
        raise BundleRefused(why="code-used")
    if datetime.fromisoformat(made.expires) <= at:
        raise BundleRefused(why="code-expired")
    return made.label


def _found(store: Store, device: str) -> Device:
    found = store.devices.get(device)
    if found is None:
        raise NotFound(thing="device")
    return found


def _hex(opened: Opened, name: str, length: int) -> str:
    value = opened.statement.get(name)
    if not is_hex(value, length):
        raise BundleTorn(part="statement", field=name)
    return str(value)
