"""What a registry refuses from a laptop, and that a refusal changes nothing."""

import dataclasses
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from intake.domain.clock import MAX_DRIFT, wall_time
from intake.domain.codes import PairVerdict
from intake.domain.event import PairJudged
from intake.errors import (
    BundleNotForUs,
    BundleRefused,
    BundleTooNew,
    BundleTorn,
    ChainBroken,
    ChainGap,
    DeviceNotApproved,
    IntakeError,
)
from intake.security.chain import Entry, checkpoint_message, link
from intake.security.identity import Identity, new_identity
from intake.store import Store
from intake.sync.outbox import outbox
from intake.sync.parcel import Address, Span, content_lines, write_parcel
from intake.sync.receive import Arrival, take_entries
from intake.sync.reply import make_pull, make_receipt, make_reply
from intake.sync.send import make_push
from intake.sync.statement import BundlePurpose
from tests.builders import NOON, a_group, an_id, opened
from tests.sync.parties import Line, a_store, let_in, register, synced

ARRIVED = Arrival(NOON)


def forged(
    laptop: Store,
    registry: Store,
    entries: Sequence[Entry],
    *,
    keys: dict[str, bytes] | None = None,
    checkpoint: str | None = None,
    to: str = "",
    sender: Identity | None = None,
) -> bytes:
    """A bundle the laptop signs although its program would never make it."""
    signer = sender or laptop.identity
    address = Address(signer, to or registry.own_chain, registry.identity.seal_public, NOON)
    span = Span.of(laptop.own_chain, entries)
    message = checkpoint_message(span.chain, span.last, span.head)
    return write_parcel(
        address,
        BundlePurpose.ENTRIES,
        span,
        content_lines(entries, laptop.keys_for(entries) if keys is None else keys),
        checkpoint=signer.sign(message).hex() if checkpoint is None else checkpoint,
        replies=0,
    )


def everything(laptop: Store) -> list[Entry]:
    """All entries of a laptop's own chain."""
    return laptop.entries_after(laptop.own_chain, 0, 1000)


def refused(registry: Store, data: bytes) -> IntakeError:
    """The refusal of these bytes, after checking that nothing was changed by them."""
    before = (registry.ledger.count(), registry.cases.latest(), registry.devices.quarantined())
    with pytest.raises(IntakeError) as caught:
        take_entries(registry, data, ARRIVED)
    after = (registry.ledger.count(), registry.cases.latest(), registry.devices.quarantined())
    assert before == after
    return caught.value


def test_a_replayed_bundle_adds_nothing_at_all(laptop: Store, registry: Store) -> None:
    register(laptop, "Олена Тест")
    push = make_push(laptop, 0, at=NOON)
    assert push is not None
    first = take_entries(registry, push.bundle, ARRIVED)
    held = registry.ledger.count()
    again = take_entries(registry, push.bundle, ARRIVED)
    assert (first.head, again.added, registry.ledger.count()) == (again.head, 0, held)


def test_an_overlapping_bundle_adds_only_the_new(laptop: Store, registry: Store) -> None:
    register(laptop, "Олена Тест")
    first = make_push(laptop, 0, at=NOON)
    register(laptop, "Petro Test")
    both = make_push(laptop, 0, at=NOON)
    assert first is not None
    assert both is not None
    take_entries(registry, first.bundle, ARRIVED)
    taken = take_entries(registry, both.bundle, ARRIVED)
    assert taken.added == both.last - first.last
    assert len(registry.cases.latest()) == 2


def test_a_gap_is_refused_with_the_number_expected(laptop: Store, registry: Store) -> None:
    register(laptop, "Олена Тест")
    push = make_push(laptop, 3, at=NOON)
    assert push is not None
    error = refused(registry, push.bundle)
    assert isinstance(error, ChainGap)
    assert error.facts == {"expected": 1}


def test_a_laptop_that_waits_for_approval_is_refused(stranger: Store, registry: Store) -> None:
    register(stranger, "Олена Тест")
    error = refused(registry, forged(stranger, registry, everything(stranger)))
    assert isinstance(error, DeviceNotApproved)
    assert error.facts == {"why": "unknown"}


def test_another_laptops_signature_is_refused(
    laptop: Store, registry: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(laptop, "Олена Тест")
    thief = new_identity(laptop.own_chain)
    monkeypatch.setattr(laptop, "identity", thief)
    error = refused(registry, forged(laptop, registry, everything(laptop)))
    assert isinstance(error, BundleRefused)
    assert error.facts == {"why": "signature"}


def test_a_bundle_for_another_registry_is_refused(laptop: Store, registry: Store) -> None:
    register(laptop, "Олена Тест")
    data = forged(laptop, registry, everything(laptop), to=an_id())
    assert isinstance(refused(registry, data), BundleNotForUs)


def test_a_receipt_a_reply_or_a_pull_is_not_taken_for_entries(
    laptop: Store, registry: Store
) -> None:
    assert refused(registry, make_pull(laptop, at=NOON)).facts == {"why": "purpose"}
    for made in (make_receipt, make_reply):
        answer = made(registry, laptop.own_chain, at=NOON)
        assert isinstance(refused(registry, answer), BundleNotForUs)


def test_a_torn_or_altered_bundle_is_refused_wherever_it_is_hurt(
    laptop: Store, registry: Store
) -> None:
    register(laptop, "Олена Тест")
    push = make_push(laptop, 0, at=NOON)
    assert push is not None
    data = push.bundle
    for at in range(0, len(data), max(1, len(data) // 60)):
        refused(registry, data[:at])
        refused(registry, data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    assert take_entries(registry, data, ARRIVED).added == push.last


ALTERED: dict[str, tuple[dict[str, str], type[IntakeError]]] = {
    "actor": ({"actor": "somebody-else"}, ChainBroken),
    "hash": ({"hash": "0" * 64}, ChainBroken),
    "chain": ({"device": "f" * 32}, BundleRefused),
    "clock": ({"hlc": "tomorrow"}, BundleTorn),
    "unknown-kind": ({"kind": "a-new-kind"}, BundleTooNew),
    "kind-of-the-registry": ({"kind": "decision-reviewed"}, BundleRefused),
}


@pytest.mark.parametrize("what", ALTERED)
def test_an_altered_entry_is_refused(laptop: Store, registry: Store, what: str) -> None:
    change, error = ALTERED[what]
    register(laptop, "Олена Тест")
    entries = everything(laptop)
    entries[2] = dataclasses.replace(entries[2], **change)
    assert isinstance(refused(registry, forged(laptop, registry, entries)), error)


def test_entries_that_leave_one_out_or_all_are_refused(laptop: Store, registry: Store) -> None:
    register(laptop, "Олена Тест")
    entries = everything(laptop)
    missing = forged(laptop, registry, entries[:3] + entries[4:])
    assert isinstance(refused(registry, missing), BundleTorn | ChainBroken)
    assert refused(registry, forged(laptop, registry, [])).facts == {"why": "empty"}


def test_a_laptop_may_not_say_what_only_a_registry_finds(laptop: Store, registry: Store) -> None:
    event = PairJudged(pair=an_id(), verdict=PairVerdict.SAME, reason="", by="officer-1", at=NOON)
    laptop.record(event)
    push = make_push(laptop, 0, at=NOON)
    assert push is not None
    assert refused(registry, push.bundle).facts == {"why": "kind", "kind": "pair-judged"}


def test_keys_of_cases_that_are_not_in_the_bundle_are_refused(
    laptop: Store, registry: Store
) -> None:
    register(laptop, "Олена Тест")
    entries = everything(laptop)
    keys = {**laptop.keys_for(entries), an_id(): bytes(32)}
    assert refused(registry, forged(laptop, registry, entries, keys=keys)).facts == {"why": "keys"}


def test_a_body_that_its_key_did_not_make_is_refused(laptop: Store, registry: Store) -> None:
    group = register(laptop, "Олена Тест")
    entries = everything(laptop)
    keys = {**laptop.keys_for(entries), group.case: bytes(32)}
    error = refused(registry, forged(laptop, registry, entries, keys=keys))
    assert error.facts["why"] == "body"


def test_nobody_writes_into_a_case_whose_key_they_do_not_hold(
    laptop: Store, registry: Store, line: Line
) -> None:
    group = register(laptop, "Олена Тест")
    synced(laptop, line)
    before = registry.cases.get(group.case)
    register(laptop, "Petro Test")
    head = laptop.head(laptop.own_chain)
    stray = link(
        head,
        device=laptop.own_chain,
        hlc="1700000000000-000000",
        kind="statements-added",
        case=group.case,
        actor="officer-1",
        body=b"\x01" + bytes(80),
    )
    data = forged(laptop, registry, [*everything(laptop), stray])
    assert refused(registry, data).facts["why"] == "body"
    assert registry.cases.get(group.case) == before


@pytest.mark.parametrize("checkpoint", ["", "zz", "00" * 64])
def test_a_checkpoint_that_was_not_signed_is_refused(
    laptop: Store, registry: Store, checkpoint: str
) -> None:
    register(laptop, "Олена Тест")
    data = forged(laptop, registry, everything(laptop), checkpoint=checkpoint)
    assert isinstance(refused(registry, data), BundleRefused | BundleTorn)


def test_the_checkpoint_is_kept_and_shows_a_cut_tail(laptop: Store, registry: Store) -> None:
    register(laptop, "Олена Тест")
    push = make_push(laptop, 0, at=NOON)
    assert push is not None
    take_entries(registry, push.bundle, ARRIVED)
    (point,) = registry.checkpoints.everything()
    assert (point.chain, point.seq) == (laptop.own_chain, push.last)
    assert point.is_genuine()


def test_new_cases_are_handed_over_once(laptop: Store, registry: Store) -> None:
    told: list[Sequence[str]] = []
    line = Line(registry, on_received=told.append)
    group = register(laptop, "Олена Тест")
    synced(laptop, line)
    synced(laptop, line)
    assert told == [(group.case,)]


def test_a_screening_that_fails_keeps_the_case_and_undoes_itself(
    laptop: Store, registry: Store, line: Line
) -> None:
    def fails(cases: Sequence[str]) -> None:
        register(registry, "Half Done")
        raise ValueError(len(cases))

    line.on_received = fails
    group = register(laptop, "Олена Тест")
    assert synced(laptop, line).problem is None
    assert registry.cases.unscreened() == [group.case]


@pytest.mark.parametrize("ahead", [MAX_DRIFT * 2, timedelta(days=4000)])
def test_a_clock_that_goes_ahead_is_told_and_moves_nobody_elses(
    laptop: Store, registry: Store, line: Line, ahead: timedelta
) -> None:
    moved = [dataclasses.replace(e, at=NOON + ahead) for e in a_group("Олена Тест").events]
    laptop.record(*moved)
    assert synced(laptop, line).problem is None
    assert outbox(laptop).ahead_s == ahead.total_seconds()
    assert len(registry.cases.latest()) == 1
    (entry, *_) = registry.record(*a_group("Petro Test").events)
    assert wall_time(entry.hlc) - NOON < timedelta(minutes=1)


def test_a_laptop_that_opens_the_case_of_another_first_gains_nothing(
    laptop: Store, registry: Store, line: Line, tmp_path: Path
) -> None:
    group = register(laptop, "Олена Тест")
    synced(laptop, line)
    other = a_store(tmp_path / "other")
    try:
        let_in(other, registry)
        other.record(opened(group.case))
        assert isinstance(synced(other, line).problem, IntakeError)
    finally:
        other.close()
    case = registry.cases.get(group.case)
    assert case is not None
    assert case.device == laptop.own_chain


def test_a_laptop_in_good_standing_cannot_speak_for_another(
    laptop: Store, registry: Store, tmp_path: Path
) -> None:
    register(laptop, "Олена Тест")
    other = a_store(tmp_path / "other")
    try:
        let_in(other, registry)
        data = forged(laptop, registry, everything(laptop), sender=other.identity)
    finally:
        other.close()
    assert refused(registry, data).facts == {"why": "chain"}
    push = make_push(laptop, 0, at=NOON)
    assert push is not None
    assert take_entries(registry, push.bundle, ARRIVED).added == push.last


def test_cases_that_come_again_in_a_longer_bundle_are_not_handed_over_again(
    laptop: Store, registry: Store
) -> None:
    told: list[Sequence[str]] = []
    arrival = Arrival(NOON, on_received=told.append)
    groups = []
    for name in ("Олена Тест", "Petro Test"):
        groups.append(register(laptop, name))
        push = make_push(laptop, 0, at=NOON)
        assert push is not None
        take_entries(registry, push.bundle, arrival)
    assert told == [(group.case,) for group in groups]


def test_what_a_laptop_says_of_itself_never_becomes_the_registrys(
    laptop: Store, registry: Store, line: Line
) -> None:
    for name in ("Олена Тест", "Petro Test", "Third Test"):
        register(laptop, name)
        assert synced(laptop, line).problem is None
    assert registry.devices.joined() is None
    assert {b.direction for b in registry.devices.bundles()} == {"in"}
    registry.rebuild()
    assert registry.devices.joined() is None
    assert len(registry.cases.latest()) == 3
