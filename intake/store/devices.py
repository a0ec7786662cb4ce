"""Reads of laptops, invitations, the joined registry, receipts and bundles."""

from dataclasses import dataclass

from intake.domain.codes import DeviceStatus
from intake.store.reads import Reads, Row


@dataclass(frozen=True, slots=True)
class Device:
    """A laptop as the registry knows it; public keys in hex."""

    id: str
    label: str
    status: DeviceStatus
    sign_public: str
    seal_public: str
    invited_by: str
    requested_at: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time code for one laptop; `expires` is ISO 8601 in UTC."""

    code: str
    label: str
    expires: str
    by: str
    used: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """The registry a laptop belongs to; public keys in hex."""

    registry: str
    name: str
    url: str
    sign_public: str
    seal_public: str
    code: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """How far the registry has acknowledged a chain, signed (hex)."""

    chain: str
    seq: int
    head: str
    signature: str
    channel: str
    at: str


@dataclass(frozen=True, slots=True)
class BundleLine:
    """A bundle made here ("out") or taken in ("in"); counts only."""

    id: str
    direction: str
    device: str
    channel: str
    added: int
    last_seq: int
    head: str
    at: str


@dataclass(frozen=True, slots=True)
class Quarantined:
    """What must not be taken in and was not thrown away: whose, why, when, how large."""

    id: int
    chain: str
    why: str
    at: str
    size: int


class Devices(Reads):
    """Who may send to whom, and what was acknowledged."""

    def get(self, device: str) -> Device | None:
        """One laptop."""
        row = self._row("SELECT * FROM devices WHERE id = ?", [device])
        return _device(row) if row else None

    def everyone(self) -> list[Device]:
        """All laptops, those waiting for approval first."""
        rows = self._rows("SELECT * FROM devices ORDER BY status <> 'requested', requested_at")
        return [_device(r) for r in rows]

    def invitation(self, code: str) -> Invitation | None:
        """The invitation with this code."""
        row = self._row("SELECT * FROM invitations WHERE code = ?", [code])
        return Invitation(**{**row, "used": bool(row["used"])}) if row else None

    def invitations(self) -> list[Invitation]:
        """Invitations nobody has used yet."""
        rows = self._rows("SELECT * FROM invitations WHERE used = 0 ORDER BY expires")
        return [Invitation(**{**r, "used": bool(r["used"])}) for r in rows]

    def joined(self) -> Joined | None:
        """The registry this laptop belongs to, or None before enrolment."""
        row = self._row(
            "SELECT registry, name, url, sign_public, seal_public, code FROM joined WHERE one = 1"
        )
        return Joined(**row) if row else None

    def last_receipt(self, chain: str) -> Receipt | None:
        """The newest receipt for a chain."""
        row = self._row("SELECT * FROM receipts WHERE chain = ? ORDER BY seq DESC LIMIT 1", [chain])
        return Receipt(**row) if row else None

    def bundles(self, *, limit: int = 100) -> list[BundleLine]:
        """Bundles out and in, newest first."""
        rows = self._rows("SELECT * FROM bundles ORDER BY at DESC, id LIMIT ?", [limit])
        return [BundleLine(**r) for r in rows]

    def has_bundle(self, bundle: str) -> bool:
        """Whether a bundle of this id was made or taken in here."""
        return self._one("SELECT 1 FROM bundles WHERE id = ?", [bundle]) is not None

    def last_sent(self) -> int:
        """The highest number of this store's own chain that ever left in a bundle."""
        return int(self._one("SELECT max(last_seq) FROM bundles WHERE direction = 'out'") or 0)

    def quarantined(self) -> list[Quarantined]:
        """What was kept aside for a person to look at, newest first."""
        rows = self._rows(
            "SELECT id, chain, why, at, length(body) AS size FROM quarantine ORDER BY id DESC"
        )
        return [Quarantined(**r) for r in rows]

    def is_quarantined(self, chain: str, body: bytes) -> bool:
        """Whether exactly this was kept aside already."""
        row = self._one("SELECT 1 FROM quarantine WHERE chain = ? AND body = ?", [chain, body])
        return row is not None


def _device(row: Row) -> Device:
    return Device(
        **{
            **row,
            "status": DeviceStatus(row["status"]),
            "approved_by": row["approved_by"] or "",
        }
    )
