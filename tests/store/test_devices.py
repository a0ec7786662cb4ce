"""Laptops, invitations, receipts, bundles and staff: who may send, what was acknowledged."""

from dataclasses import replace
from datetime import timedelta

import pytest

from intake.domain.codes import DeviceStatus, Role
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
from intake.store import Store
from intake.store.engine import IntegrityError
from tests.builders import NOON, an_id

LAPTOP = "a" * 32
BY = {"by": "ana", "at": NOON}
INVITED = DeviceInvited(code="c1", label="Laptop 1", expires="2026-12-01T00:00:00+00:00", **BY)
REQUESTED = DeviceRequested(
    device=LAPTOP, label="Laptop 1", sign_public="01", seal_public="02", code="c1", **BY
)
APPROVED = DeviceApproved(device=LAPTOP, by="ben", at=NOON)


def device_status(store: Store) -> DeviceStatus:
    found = store.devices.get(LAPTOP)
    assert found is not None
    return found.status


def test_a_laptop_is_invited_asks_and_is_let_in(store: Store) -> None:
    store.record(INVITED)
    assert [i.code for i in store.devices.invitations()] == ["c1"]
    store.record(REQUESTED)
    assert store.devices.invitations() == []
    assert device_status(store) is DeviceStatus.REQUESTED
    store.record(APPROVED)
    found = store.devices.get(LAPTOP)
    assert found is not None
    assert (found.status, found.invited_by, found.approved_by) == (
        DeviceStatus.APPROVED,
        "ana",
        "ben",
    )


def test_whoever_invited_a_laptop_cannot_let_it_in(store: Store) -> None:
    store.record(INVITED, REQUESTED)
    with pytest.raises(IntegrityError):
        store.record(replace(APPROVED, by="ana"))
    assert device_status(store) is DeviceStatus.REQUESTED


@pytest.mark.parametrize(
    ("reason", "status"), [("lost", DeviceStatus.REVOKED), ("forked", DeviceStatus.FORKED)]
)
def test_a_laptop_is_shut_out_for_a_reason(store: Store, reason: str, status: DeviceStatus) -> None:
    store.record(INVITED, REQUESTED, APPROVED)
    store.record(DeviceRevoked(device=LAPTOP, reason=reason, **BY))
    assert device_status(store) is status


def test_laptops_that_wait_come_first(store: Store) -> None:
    other = replace(REQUESTED, device="b" * 32, code="c2")
    store.record(INVITED, replace(INVITED, code="c2"), REQUESTED, APPROVED, other)
    assert [d.id for d in store.devices.everyone()] == ["b" * 32, LAPTOP]
    assert store.devices.get("c" * 32) is None


def test_an_invitation_is_known_by_its_code_alone(store: Store) -> None:
    store.record(INVITED)
    found = store.devices.invitation("c1")
    assert found is not None
    assert (found.label, found.used) == ("Laptop 1", False)
    assert store.devices.invitation("c2") is None


def test_a_laptop_knows_the_registry_it_joined_last(store: Store) -> None:
    assert store.devices.joined() is None
    joined = RegistryJoined(
        registry="r" * 32,
        name="Registry",
        url="https://one.example",
        sign_public="01",
        seal_public="02",
        code="c1",
        **BY,
    )
    store.record(joined, replace(joined, url="https://two.example"))
    found = store.devices.joined()
    assert found is not None
    assert found.url == "https://two.example"


def receipt(store: Store, seq: int) -> ReceiptKept:
    return ReceiptKept(
        chain=store.own_chain,
        seq=seq,
        head="0" * 64,
        signature="00",
        channel="stick",
        **BY,
    )


def test_the_newest_receipt_counts_whatever_order_they_come_in(store: Store) -> None:
    assert store.devices.last_receipt(store.own_chain) is None
    store.record(receipt(store, 9), receipt(store, 4))
    last = store.devices.last_receipt(store.own_chain)
    assert last is not None
    assert last.seq == 9


def test_bundles_out_and_in_are_listed_by_their_counts(store: Store) -> None:
    made = BundleMade(bundle="b1", channel="stick", last_seq=7, **BY)
    taken = BundleReceived(
        bundle="b2", device=LAPTOP, channel="wire", added=5, last_seq=5, head="0" * 64, **BY
    )
    store.record(made, taken)
    assert {(b.direction, b.last_seq) for b in store.devices.bundles()} == {("out", 7), ("in", 5)}
    assert store.devices.has_bundle("b2")
    assert not store.devices.has_bundle("b3")
    assert store.devices.last_sent() == 7


def test_what_was_set_aside_is_never_thrown_away(store: Store) -> None:
    store.quarantine(LAPTOP, "revoked", b"sealed words", NOON)
    (kept,) = store.devices.quarantined()
    assert (kept.chain, kept.why) == (LAPTOP, "revoked")


OFFICER = OfficerAdded(officer="o1", name="Mira", site="Gate", language="en", **BY)
USER = UserAdded(
    user="u1",
    login="mira",
    name="Mira Staff",
    roles=(Role.CLERK, Role.INTERVIEWER),
    passphrase_hash="x",
    totp_secret="y",
    **BY,
)


def test_officers_are_read_by_name_and_the_newest_word_counts(store: Store) -> None:
    store.record(OFFICER, replace(OFFICER, officer="o2", name="Ada"))
    store.record(replace(OFFICER, site="Hall"), SignedIn(user="o1", **BY))
    assert [(o.name, o.site) for o in store.users.officers()] == [("Ada", "Gate"), ("Mira", "Hall")]
    assert store.users.officer("o1") is not None
    assert store.users.officer("o9") is None


def test_a_user_is_read_by_sign_in_name_and_keeps_the_roles(store: Store) -> None:
    store.record(USER)
    found = store.users.by_login("mira")
    assert found is not None
    assert found.roles == (Role.CLERK, Role.INTERVIEWER)
    assert store.users.get("u1") == found
    assert store.users.everyone() == [found]
    assert store.users.by_login("nobody") is None
    assert store.users.get(an_id()) is None


def test_a_disabled_user_is_still_known_and_marked(store: Store) -> None:
    store.record(USER, UserDisabled(user="u1", **BY))
    found = store.users.by_login("mira")
    assert found is not None
    assert found.disabled


def test_two_people_cannot_have_one_sign_in_name(store: Store) -> None:
    store.record(USER)
    with pytest.raises(IntegrityError):
        store.record(replace(USER, user="u2"))
    assert len(store.users.everyone()) == 1


def test_what_was_set_aside_is_known_by_all_of_it_and_by_whose_it_is(store: Store) -> None:
    store.quarantine(LAPTOP, "revoked", b"sealed words", NOON)
    assert store.devices.is_quarantined(LAPTOP, b"sealed words")
    assert not store.devices.is_quarantined(LAPTOP, b"other words")
    assert not store.devices.is_quarantined("b" * 32, b"sealed words")
    store.quarantine(LAPTOP, "forked", b"other words!", NOON)
    kept = store.devices.quarantined()
    assert [(one.why, one.size) for one in kept] == [("forked", 12), ("revoked", 12)]


def test_the_newest_bundle_is_listed_first_and_the_highest_number_sent_is_told(
    store: Store,
) -> None:
    assert store.devices.last_sent() == 0
    for bundle, last, hours in (("b", 9, 0), ("c", 4, 1), ("a", 6, 0)):
        at = NOON + timedelta(hours=hours)
        store.record(BundleMade(bundle=bundle, channel="stick", last_seq=last, by="ana", at=at))
    assert [b.id for b in store.devices.bundles()] == ["c", "a", "b"]
    assert [b.id for b in store.devices.bundles(limit=1)] == ["c"]
    assert store.devices.last_sent() == 9
