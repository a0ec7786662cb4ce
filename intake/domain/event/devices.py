"""Events of staff, laptops, enrolment, receipts and bundles."""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import Role
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerAdded(Event):
    """Somebody may work on this laptop."""

    kind: ClassVar[str] = "officer-added"
    officer: str
    name: str
    site: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UserAdded(Event):
    """Somebody may sign in at the registry; the secret is an Argon2id hash."""

    kind: ClassVar[str] = "user-added"
    user: str
    login: str
    name: str
    roles: tuple[Role, ...]
    passphrase_hash: str
    totp_secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UserDisabled(Event):
    """Somebody may not sign in any more."""

    kind: ClassVar[str] = "user-disabled"
    user: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn(Event):
    """Somebody opened the store or signed in."""

    kind: ClassVar[str] = "signed-in"
    user: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryJoined(Event):
    """This laptop knows its registry: address and public keys, from the invitation."""

    kind: ClassVar[str] = "registry-joined"
    registry: str
    name: str
    url: str
    sign_public: str
    seal_public: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceInvited(Event):
    """A one-time code for one laptop was made."""

    kind: ClassVar[str] = "device-invited"
    code: str
    label: str
    expires: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRequested(Event):
    """A laptop answered an invitation; a second person compares its fingerprint."""

    kind: ClassVar[str] = "device-requested"
    device: str
    label: str
    sign_public: str
    seal_public: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceApproved(Event):
    """The fingerprint was compared and the laptop may send."""

    kind: ClassVar[str] = "device-approved"
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRevoked(Event):
    """The laptop is lost, retired or split; later entries go to quarantine."""

    kind: ClassVar[str] = "device-revoked"
    device: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptKept(Event):
    """The registry acknowledged this chain up to a sequence number and head."""

    kind: ClassVar[str] = "receipt-kept"
    chain: str
    seq: int
    head: str
    signature: str
    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleMade(Event):
    """A bundle left this machine; `channel` is wire or stick."""

    kind: ClassVar[str] = "bundle-made"
    bundle: str
    channel: str
    last_seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReceived(Event):
    """A bundle of a device was taken in; counts only."""

    kind: ClassVar[str] = "bundle-received"
    bundle: str
    device: str
    channel: str
    added: int
    last_seq: int
    head: str
