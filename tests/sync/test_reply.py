"""What a laptop takes from its registry, and what it does not."""

import dataclasses

import pytest

from intake.domain.event import CaseScreened, Event, MoveTold, OutcomeTold, ReceiptKept
from intake.domain.statement import Json
from intake.errors import (
    BundleNotForUs,
    BundleRefused,
    BundleTorn,
    ChainForked,
    DeviceNotApproved,
    DeviceRevoked,
    IntakeError,
)
from intake.security.chain import RECEIPT, START, Head
from intake.security.identity import Identity, new_identity
from intake.store import Store
from intake.sync.enrol import join, make_request, revoke, take_request
from intake.sync.parcel import Address, Receipt, Span, content_lines, reply_chain, write_parcel
from intake.sync.receive import FORKED
from intake.sync.reply import answer_pull, make_pull, make_receipt, make_reply, take_reply
from intake.sync.send import make_push
from intake.sync.statement import BundlePurpose
from intake.sync.stick import export_reply
from tests.builders import NOON, an_id
from tests.sync.parties import WORKER, Line, invited, register, synced, tell


def refused(laptop: Store, data: bytes) -> IntakeError:
    """The refusal of these bytes, after checking that no entry came of them."""
    before = laptop.ledger.count()
    with pytest.raises(IntakeError) as caught:
        take_reply(laptop, data, at=NOON)
    assert laptop.ledger.count() == before
    return caught.value


def reply(
    laptop: Store,
    registry: Store,
    *lines: dict[str, Json],
    sender: Identity | None = None,
    span: Span | None = None,
) -> bytes:
    """A reply that a registry signs although its program would never make it."""
    address = Address(
        sender or registry.identity, laptop.own_chain, laptop.identity.seal_public, NOON
    )
    chain = reply_chain(registry.own_chain, laptop.own_chain)
    return write_parcel(address, BundlePurpose.REPLY, span or Span.of(chain, ()), lines)


def receipt_of(laptop: Store, registry: Store) -> Receipt:
    """A true receipt for nothing yet."""
    return Receipt.sign(registry.identity, laptop.own_chain, registry.head(laptop.own_chain))


def test_the_receipt_is_kept_once_with_its_signature(
    laptop: Store, registry: Store, line: Line
) -> None:
    register(laptop, "Олена Тест")
    synced(laptop, line)
    again = make_receipt(registry, laptop.own_chain, at=NOON)
    take_reply(laptop, again, at=NOON)
    kept = [e for e in laptop.ledger.everything() if e.kind == ReceiptKept.kind]
    assert len(kept) == 1
    (point,) = [p for p in laptop.checkpoints.everything() if p.label == RECEIPT]
    assert point.is_genuine()
    assert point.head == registry.head(laptop.own_chain).hash


def test_an_older_receipt_takes_nothing_back(laptop: Store, registry: Store, line: Line) -> None:
    early = make_receipt(registry, laptop.own_chain, at=NOON)
    register(laptop, "Олена Тест")
    done = synced(laptop, line)
    take_reply(laptop, early, at=NOON)
    last = laptop.devices.last_receipt(laptop.own_chain)
    assert last is not None
    assert last.seq == done.acknowledged
    assert synced(laptop, line).problem is None


def test_a_receipt_for_more_than_the_laptop_holds_shows_a_restored_copy(
    laptop: Store, registry: Store
) -> None:
    receipt = Receipt.sign(registry.identity, laptop.own_chain, Head(99, "a" * 64))
    assert isinstance(refused(laptop, reply(laptop, registry, receipt.line())), ChainForked)


@pytest.mark.parametrize("change", [{"seq": 1}, {"signature": b"\0" * 64}, {"chain": "0" * 32}])
def test_a_receipt_that_the_registry_did_not_sign_is_refused(
    laptop: Store, registry: Store, change: dict[str, object]
) -> None:
    receipt = dataclasses.replace(receipt_of(laptop, registry), **change)  # type: ignore[arg-type]
    error = refused(laptop, reply(laptop, registry, receipt.line()))
    assert error.facts == {"why": "receipt"}


@pytest.mark.parametrize("seq", [0, 99])
def test_a_true_receipt_of_another_laptop_is_not_taken_for_ours(
    laptop: Store, registry: Store, seq: int
) -> None:
    head = Head(seq, "a" * 64) if seq else START
    receipt = Receipt.sign(registry.identity, an_id(), head)
    error = refused(laptop, reply(laptop, registry, receipt.line()))
    assert error.facts == {"why": "receipt"}


@pytest.mark.parametrize("value", [{}, {"chain": 1, "seq": 0, "head": "", "signature": ""}])
def test_a_receipt_of_another_shape_is_torn(
    laptop: Store, registry: Store, value: dict[str, Json]
) -> None:
    data = reply(laptop, registry, {"receipt": value})
    assert isinstance(refused(laptop, data), BundleTorn)


def test_a_reply_without_a_receipt_or_with_two_or_with_keys_is_refused(
    laptop: Store, registry: Store
) -> None:
    line = receipt_of(laptop, registry).line()
    assert refused(laptop, reply(laptop, registry)).facts == {"why": "content"}
    assert isinstance(refused(laptop, reply(laptop, registry, line, line)), BundleTorn)
    key: dict[str, Json] = {"key": {"case": an_id(), "key": "A" * 43 + "="}}
    assert refused(laptop, reply(laptop, registry, line, key)).facts == {"why": "content"}


def test_only_the_joined_registry_is_believed(laptop: Store, registry: Store) -> None:
    line = receipt_of(laptop, registry).line()
    stranger = new_identity(an_id())
    assert refused(laptop, reply(laptop, registry, line, sender=stranger)).facts == {
        "why": "sender"
    }
    posing = new_identity(registry.own_chain)
    assert refused(laptop, reply(laptop, registry, line, sender=posing)).facts == {
        "why": "signature"
    }


def test_a_bundle_of_entries_is_not_taken_for_a_reply(laptop: Store, registry: Store) -> None:
    register(laptop, "Олена Тест")
    push = make_push(laptop, 0, at=NOON)
    assert push is not None
    assert isinstance(refused(laptop, push.bundle), BundleNotForUs)


def test_a_reply_for_another_laptop_is_not_for_us(laptop: Store, registry: Store) -> None:
    address = Address(registry.identity, an_id(), laptop.identity.seal_public, NOON)
    line = receipt_of(laptop, registry).line()
    data = write_parcel(address, BundlePurpose.REPLY, Span.of("", ()), [line])
    assert isinstance(refused(laptop, data), BundleNotForUs)


def entries_reply(laptop: Store, registry: Store, *events: Event, chain: str = "") -> bytes:
    """A reply with these events in it, in the reply chain or another."""
    chain = chain or reply_chain(registry.own_chain, laptop.own_chain)
    entries = registry.record(*events, chain=chain)
    lines = [receipt_of(laptop, registry).line(), *content_lines(entries, {})]
    return reply(laptop, registry, *map(dict, lines), span=Span.of(chain, entries))


def test_a_registry_cannot_send_what_is_no_outcome(laptop: Store, registry: Store) -> None:
    group = register(laptop, "Олена Тест")
    event = CaseScreened(case=group.case, suggestions=0, by="system", at=NOON)
    error = refused(laptop, entries_reply(laptop, registry, event))
    assert error.facts == {"why": "kind", "kind": "case-screened"}


@pytest.mark.parametrize("number", ["ABCDE12345", ""])
def test_a_laptop_is_told_in_which_group_somebody_is_now(
    laptop: Store, registry: Store, number: str
) -> None:
    group = register(laptop, "Олена Тест", "Іван Тест")
    synced(laptop, Line(registry))
    told = MoveTold(case=group.case, individual=group.people[0], number=number, by="b", at=NOON)
    registry.record(told, chain=reply_chain(registry.own_chain, laptop.own_chain))
    assert synced(laptop, Line(registry)).replies == 1
    assert laptop.moves.told(group.case) == {group.people[0]: number}
    laptop.rebuild()
    assert laptop.moves.told(group.case) == {group.people[0]: number}
    assert {m.id for m in laptop.cases.get(group.case).members} == set(group.people)  # type: ignore[union-attr]


def test_an_outcome_of_a_case_that_was_not_opened_here_is_refused(
    laptop: Store, registry: Store
) -> None:
    event = tell(registry, laptop.own_chain, an_id(), an_id())
    assert isinstance(event, OutcomeTold)
    error = refused(laptop, make_reply(registry, laptop.own_chain, at=NOON))
    assert error.facts == {"why": "case"}


def test_entries_of_another_chain_do_not_come_as_a_reply(laptop: Store, registry: Store) -> None:
    group = register(laptop, "Олена Тест")
    event = dataclasses.replace(tell(registry, laptop.own_chain, group.case, group.people[0]))
    data = entries_reply(laptop, registry, event, chain=registry.own_chain)
    assert refused(laptop, data).facts == {"why": "chain"}


def test_a_bad_reply_leaves_the_good_receipt(laptop: Store, registry: Store) -> None:
    register(laptop, "Олена Тест")
    line = Line(registry)
    push = make_push(laptop, 0, at=NOON)
    assert push is not None
    line.post("push", push.bundle)
    tell(registry, laptop.own_chain, an_id(), an_id())
    with pytest.raises(BundleRefused):
        take_reply(laptop, make_reply(registry, laptop.own_chain, at=NOON), at=NOON)
    receipt = laptop.devices.last_receipt(laptop.own_chain)
    assert receipt is not None
    assert receipt.seq == push.last


def test_a_pull_is_answered_only_to_a_laptop_in_good_standing(
    laptop: Store, registry: Store
) -> None:
    pull = make_pull(laptop, at=NOON)
    assert take_reply(laptop, answer_pull(registry, pull, at=NOON), at=NOON).until == 0
    revoke(registry, laptop.own_chain, reason="lost", by="user-ana", at=NOON)
    with pytest.raises(DeviceRevoked):
        answer_pull(registry, pull, at=NOON)
    assert registry.devices.quarantined() == []


def test_a_registry_writes_to_nobody_it_did_not_let_in(registry: Store) -> None:
    with pytest.raises(DeviceNotApproved):
        make_reply(registry, an_id(), at=NOON)


def test_no_answer_is_written_for_a_laptop_that_still_waits(
    stranger: Store, registry: Store
) -> None:
    join(stranger, invited(registry), by=WORKER, at=NOON)
    take_request(registry, make_request(stranger, at=NOON), at=NOON)
    with pytest.raises(DeviceNotApproved) as caught:
        export_reply(registry, stranger.own_chain, at=NOON)
    assert caught.value.facts == {"why": "requested"}


def test_no_answer_is_written_for_a_laptop_that_is_lost(
    laptop: Store, registry: Store, line: Line
) -> None:
    group = register(laptop, "Олена Тест")
    synced(laptop, line)
    tell(registry, laptop.own_chain, group.case, group.people[0])
    revoke(registry, laptop.own_chain, reason="lost", by="user-ana", at=NOON)
    made = registry.ledger.count()
    with pytest.raises(DeviceRevoked):
        export_reply(registry, laptop.own_chain, at=NOON)
    assert registry.ledger.count() == made


def test_no_answer_is_written_for_a_laptop_whose_ledger_has_split(
    laptop: Store, registry: Store
) -> None:
    revoke(registry, laptop.own_chain, reason=FORKED, by="system", at=NOON)
    with pytest.raises(ChainForked):
        export_reply(registry, laptop.own_chain, at=NOON)


def test_a_pull_for_the_chain_of_another_is_refused(laptop: Store, registry: Store) -> None:
    address = Address(laptop.identity, registry.own_chain, registry.identity.seal_public, NOON)
    chain = reply_chain(registry.own_chain, an_id())
    data = write_parcel(address, BundlePurpose.PULL, Span.of(chain, ()))
    with pytest.raises(BundleRefused) as caught:
        answer_pull(registry, data, at=NOON)
    assert caught.value.facts == {"why": "chain"}
