"""How a laptop is let in: a code used once, two people, six words."""

import base64
import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import DeviceStatus
from intake.errors import (
    AlreadyDecided,
    BundleNotForUs,
    BundleRefused,
    BundleTooNew,
    BundleTorn,
    NotFound,
    SecondPersonNeeded,
    SyncFailed,
)
from intake.security.canonical import canonical
from intake.security.identity import Identity, new_identity
from intake.store import Store
from intake.store.engine import IntegrityError
from intake.sync.enrol import approve, join, make_request, revoke, take_request
from intake.sync.invitation import LASTS, invitation_text, own_words, read_invitation, words_of
from intake.sync.parcel import Address, Span, write_parcel
from intake.sync.statement import BundlePurpose
from tests.builders import NOON
from tests.sync.parties import APPROVER, INVITER, WORKER, Line, invited, register, synced

LATER = NOON + LASTS + timedelta(seconds=1)


def requested(laptop: Store, registry: Store) -> str:
    """A laptop that asked to be let in."""
    join(laptop, invited(registry), by=WORKER, at=NOON)
    return take_request(registry, make_request(laptop, at=NOON), at=NOON).id


def repacked(text: str, **changes: object) -> str:
    """An invitation somebody altered."""
    said = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return base64.urlsafe_b64encode(canonical({**said, **changes})).decode().rstrip("=")


def test_an_invitation_tells_who_where_and_six_words(registry: Store) -> None:
    read = read_invitation(invited(registry))
    assert read.registry == registry.own_chain
    assert (read.name, read.url) == ("Registry", "http://127.0.0.1:8001")
    assert read.words == own_words(registry)
    assert len(set(read.words)) > 1


def test_an_invitation_may_be_broken_into_lines_by_a_mail_program(registry: Store) -> None:
    text = invited(registry)
    wrapped = "\r\n ".join(text[at : at + 60] for at in range(0, len(text), 60))
    assert read_invitation(wrapped) == read_invitation(text)


def test_an_invitation_can_be_shown_again(registry: Store) -> None:
    text = invited(registry)
    code = read_invitation(text).code
    assert invitation_text(registry, code, name="Registry", url="http://127.0.0.1:8001") == text
    with pytest.raises(NotFound):
        invitation_text(registry, "0" * 32, name="", url="")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"url": "https://elsewhere.example"}, BundleRefused),
        ({"sign": "00" * 32}, BundleRefused),
        ({"code": "short"}, BundleTorn),
        ({"name": 7}, BundleTorn),
        ({"more": "x"}, BundleTorn),
        ({"v": 2}, BundleTooNew),
        ({"v": True}, BundleTorn),
        ({"expires": "soon"}, BundleRefused),
    ],
    ids=["url", "key", "code", "name", "more", "version", "no-version", "expires"],
)
def test_an_altered_invitation_is_refused(
    registry: Store, change: dict[str, object], error: type[SyncFailed]
) -> None:
    with pytest.raises(error):
        read_invitation(repacked(invited(registry), **change))


@given(st.text(max_size=80))
def test_any_text_that_is_no_invitation_is_refused(text: str) -> None:
    with pytest.raises(SyncFailed):
        read_invitation(text)


def test_a_laptop_is_let_in_by_a_second_person(stranger: Store, registry: Store) -> None:
    name = requested(stranger, registry)
    device = registry.devices.get(name)
    assert device is not None
    assert device.status is DeviceStatus.REQUESTED
    assert device.label == "Laptop 1"
    assert words_of(device.sign_public, device.seal_public) == own_words(stranger)
    with pytest.raises(SecondPersonNeeded):
        approve(registry, name, by=INVITER, at=NOON)
    approve(registry, name, by=APPROVER, at=NOON)
    with pytest.raises(AlreadyDecided):
        approve(registry, name, by=APPROVER, at=NOON)


def test_the_tables_too_refuse_that_the_inviter_approves(stranger: Store, registry: Store) -> None:
    name = requested(stranger, registry)
    with pytest.raises(IntegrityError):
        registry._db.execute("UPDATE devices SET approved_by = ? WHERE id = ?", [INVITER, name])


def test_a_code_lets_one_laptop_in(laptop: Store, registry: Store) -> None:
    joined = laptop.devices.joined()
    assert joined is not None
    other = new_identity("f" * 32)
    address = Address(other, registry.own_chain, registry.identity.seal_public, NOON)
    request = write_parcel(
        address,
        BundlePurpose.ENROL,
        Span.of("f" * 32, ()),
        code=joined.code,
        seal_public=other.seal_public.hex(),
    )
    with pytest.raises(BundleRefused) as caught:
        take_request(registry, request, at=NOON)
    assert caught.value.facts == {"why": "code-used"}


@pytest.mark.parametrize(
    ("name", "code", "why"),
    [("f" * 32, "0" * 32, "code"), ("laptop", "0" * 32, "known"), ("registry", "0" * 32, "known")],
    ids=["unknown-code", "name-of-another-laptop", "name-of-the-registry"],
)
def test_a_stranger_gets_in_neither_by_guessing_nor_by_name(
    laptop: Store, registry: Store, name: str, code: str, why: str
) -> None:
    names = {"laptop": laptop.own_chain, "registry": registry.own_chain}
    thief = new_identity(names.get(name, name))
    address = Address(thief, registry.own_chain, registry.identity.seal_public, NOON)
    more = {"code": code, "seal_public": thief.seal_public.hex()}
    request = write_parcel(address, BundlePurpose.ENROL, Span.of(thief.device, ()), **more)
    with pytest.raises(BundleRefused) as caught:
        take_request(registry, request, at=NOON)
    assert caught.value.facts == {"why": why}
    assert [d.id for d in registry.devices.everyone()] == [laptop.own_chain]


def test_an_invitation_ends_after_a_week(stranger: Store, registry: Store) -> None:
    text = invited(registry)
    with pytest.raises(BundleRefused) as caught:
        join(stranger, text, by=WORKER, at=LATER)
    assert caught.value.facts == {"why": "code-expired"}
    join(stranger, text, by=WORKER, at=NOON)  # a laptop whose clock goes wrong
    with pytest.raises(BundleRefused) as caught:
        take_request(registry, make_request(stranger, at=NOON), at=LATER)
    assert caught.value.facts == {"why": "code-expired"}
    assert registry.devices.everyone() == []


def test_asking_twice_is_asking_once(stranger: Store, registry: Store) -> None:
    requested(stranger, registry)
    held = registry.ledger.count()
    take_request(registry, make_request(stranger, at=LATER), at=LATER)
    assert registry.ledger.count() == held


def test_a_laptop_belongs_to_one_registry(laptop: Store, registry: Store) -> None:
    of_another = invited(laptop)
    before = laptop.head(laptop.own_chain)
    with pytest.raises(BundleRefused) as caught:
        join(laptop, of_another, by=WORKER, at=NOON)
    assert caught.value.facts == {"why": "other-registry"}
    assert laptop.head(laptop.own_chain) == before
    join(laptop, invited(registry), by=WORKER, at=NOON)  # a new code of the same one


def test_a_request_goes_to_the_registry_that_invited(laptop: Store, registry: Store) -> None:
    with pytest.raises(BundleNotForUs):
        take_request(laptop, make_request(laptop, at=NOON), at=NOON)


def test_one_button_asks_waits_and_sends(stranger: Store, registry: Store) -> None:
    line = Line(registry)
    join(stranger, invited(registry), by=WORKER, at=NOON)
    register(stranger, "Олена Тест")
    first = synced(stranger, line)
    assert first.problem is not None
    assert (first.problem.code, first.problem.facts) == (
        "device-not-approved",
        {"why": "requested"},
    )
    approve(registry, stranger.own_chain, by=APPROVER, at=NOON)
    assert synced(stranger, line).problem is None
    assert len(registry.cases.latest()) == 1


def test_a_revoked_laptop_stays_revoked(laptop: Store, registry: Store) -> None:
    revoke(registry, laptop.own_chain, reason="lost", by=INVITER, at=NOON)
    held = registry.ledger.count()
    revoke(registry, laptop.own_chain, reason="lost", by=INVITER, at=NOON)
    assert registry.ledger.count() == held
    with pytest.raises(AlreadyDecided):
        approve(registry, laptop.own_chain, by=APPROVER, at=NOON)
    with pytest.raises(NotFound):
        revoke(registry, "0" * 32, reason="lost", by=INVITER, at=NOON)


def asking(registry: Store, who: Identity, code: str, seal_public: bytes) -> bytes:
    """A request that a laptop signs although its program would never make it."""
    address = Address(who, registry.own_chain, registry.identity.seal_public, NOON)
    more = {"code": code, "seal_public": seal_public.hex()}
    return write_parcel(address, BundlePurpose.ENROL, Span.of(who.device, ()), **more)


def test_a_laptop_that_is_known_cannot_have_its_answers_sealed_to_another_key(
    laptop: Store, registry: Store
) -> None:
    other = new_identity(laptop.own_chain).seal_public
    with pytest.raises(BundleRefused) as caught:
        take_request(registry, asking(registry, laptop.identity, "0" * 32, other), at=NOON)
    assert caught.value.facts == {"why": "known"}
    device = registry.devices.get(laptop.own_chain)
    assert device is not None
    assert device.seal_public == laptop.identity.seal_public.hex()


def test_nobody_asks_with_a_key_they_do_not_hold(stranger: Store, registry: Store) -> None:
    class Posing(Identity):
        def sign(self, message: bytes) -> bytes:
            return new_identity(self.device).sign(message)

    join(stranger, invited(registry), by=WORKER, at=NOON)
    joined, own = stranger.devices.joined(), stranger.identity
    assert joined is not None
    posing = Posing(own.device, own.sign_private, own.seal_private)
    with pytest.raises(BundleRefused) as caught:
        take_request(registry, asking(registry, posing, joined.code, own.seal_public), at=NOON)
    assert caught.value.facts == {"why": "signature"}
    assert registry.devices.everyone() == []


def test_a_laptop_that_still_waits_can_be_turned_away(stranger: Store, registry: Store) -> None:
    name = requested(stranger, registry)
    revoke(registry, name, reason="lost", by=INVITER, at=NOON)
    with pytest.raises(AlreadyDecided):
        approve(registry, name, by=APPROVER, at=NOON)


def test_a_new_invitation_takes_the_place_of_one_that_ended(
    stranger: Store, registry: Store
) -> None:
    join(stranger, invited(registry), by=WORKER, at=NOON)
    join(stranger, invited(registry, at=LATER), by=WORKER, at=LATER)
    found = take_request(registry, make_request(stranger, at=LATER), at=LATER)
    assert found.status is DeviceStatus.REQUESTED
