"""Rows of people who work here, laptops, enrolment, receipts and bundles."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import DeviceStatus
from intake.domain.event import (
    BundleMade,
    BundleReceived,
    DeviceApproved,
    DeviceInvited,
    DeviceRequested,
    DeviceRevoked,
    OfficerAdded,
    ReceiptKept,
    RegistryJoined,
    SignedIn,
    UserAdded,
    UserDisabled,
)
from intake.security.chain import Entry

Projection = Callable[[Database, Any, Entry], None]


def _officer(db: Database, event: OfficerAdded, _entry: Entry) -> None:
    db.table("officers").insert(
        {"id": event.officer, "name": event.name, "site": event.site, "language": event.language},
        replace=True,
    )


def _user(db: Database, event: UserAdded, _entry: Entry) -> None:
    db.table("users").insert(
        {
            "id": event.user,
            "login": event.login,
            "name": event.name,
            "roles": json.dumps([r.value for r in event.roles]),
            "passphrase_hash": event.passphrase_hash,
            "totp_secret": event.totp_secret,
            "disabled": 0,
        }
    )


def _user_disabled(db: Database, event: UserDisabled, _entry: Entry) -> None:
    db.execute("UPDATE users SET disabled = 1 WHERE id = ?", [event.user])


def _signed_in(_db: Database, _event: SignedIn, _entry: Entry) -> None:
    """The ledger itself is the record; no page needs a row."""


def _joined(db: Database, event: RegistryJoined, _entry: Entry) -> None:
    db.table("joined").insert(
        {
            "one": 1,
            "registry": event.registry,
            "name": event.name,
            "url": event.url,
            "sign_public": event.sign_public,
            "seal_public": event.seal_public,
            "code": event.code,
        },
        replace=True,
    )


def _invited(db: Database, event: DeviceInvited, _entry: Entry) -> None:
    db.table("invitations").insert(
        {
            "code": event.code,
            "label": event.label,
            "expires": event.expires,
            "by": event.by,
            "used": 0,
        }
    )


def _requested(db: Database, event: DeviceRequested, _entry: Entry) -> None:
    inviter = db.execute("SELECT by FROM invitations WHERE code = ?", [event.code]).fetchone()
    db.table("devices").insert(
        {
            "id": event.device,
            "label": event.label,
            "status": DeviceStatus.REQUESTED.value,
            "sign_public": event.sign_public,
            "seal_public": event.seal_public,
            "invited_by": inviter[0] if inviter else "",
            "requested_at": event.at.isoformat(),
        },
    )
    db.execute("UPDATE invitations SET used = 1 WHERE code = ?", [event.code])


def _approved(db: Database, event: DeviceApproved, _entry: Entry) -> None:
    db.execute(
        "UPDATE devices SET status = ?, approved_by = ? WHERE id = ?",
        [DeviceStatus.APPROVED.value, event.by, event.device],
    )


def _revoked(db: Database, event: DeviceRevoked, _entry: Entry) -> None:
    status = DeviceStatus.FORKED if event.reason == "forked" else DeviceStatus.REVOKED
    db.execute("UPDATE devices SET status = ? WHERE id = ?", [status.value, event.device])


def _receipt(db: Database, event: ReceiptKept, _entry: Entry) -> None:
    db.table("receipts").insert(
        {
            "chain": event.chain,
            "seq": event.seq,
            "head": event.head,
            "signature": event.signature,
            "channel": event.channel,
            "at": event.at.isoformat(),
        },
    )


def _bundle_made(db: Database, event: BundleMade, _entry: Entry) -> None:
    db.table("bundles").insert(
        {
            "id": event.bundle,
            "direction": "out",
            "device": "",
            "channel": event.channel,
            "added": 0,
            "last_seq": event.last_seq,
            "head": "",
            "at": event.at.isoformat(),
        },
    )


def _bundle_received(db: Database, event: BundleReceived, _entry: Entry) -> None:
    db.table("bundles").insert(
        {
            "id": event.bundle,
            "direction": "in",
            "device": event.device,
            "channel": event.channel,
            "added": event.added,
            "last_seq": event.last_seq,
            "head": event.head,
            "at": event.at.isoformat(),
        },
    )


def _about_itself(projection: Projection) -> Projection:
    """Skip what a laptop tells of itself: its registry and bundles are not ours."""

    def project(db: Database, event: Any, entry: Entry) -> None:
        if not db.execute("SELECT 1 FROM devices WHERE id = ?", [entry.device]).fetchone():
            projection(db, event, entry)

    return project


BY_KIND: Mapping[str, Any] = {
    OfficerAdded.kind: _officer,
    UserAdded.kind: _user,
    UserDisabled.kind: _user_disabled,
    SignedIn.kind: _signed_in,
    RegistryJoined.kind: _about_itself(_joined),
    DeviceInvited.kind: _invited,
    DeviceRequested.kind: _requested,
    DeviceApproved.kind: _approved,
    DeviceRevoked.kind: _revoked,
    ReceiptKept.kind: _about_itself(_receipt),
    BundleMade.kind: _about_itself(_bundle_made),
    BundleReceived.kind: _about_itself(_bundle_received),
}
