"""One sync: everything up, then what came back; broken off anywhere, done again."""

from pathlib import Path

import pytest

from intake.domain.codes import CaseStatus, DeviceStatus
from intake.domain.event import BundleMade, ReceiptKept
from intake.errors import (
    BundleRefused,
    ChainBroken,
    ChainForked,
    ChainGap,
    DeviceNotApproved,
    DeviceRevoked,
    RegistryUnreachable,
)
from intake.store import Store
from intake.sync.enrol import revoke
from intake.sync.exchange import MOST_REWINDS, Trip, sync
from intake.sync.outbox import outbox
from tests.builders import NOON
from tests.sync.parties import SMALL, WORKER, Line, a_store, copied, register, synced, tell


def count_of(store: Store, kind: str) -> int:
    """How many entries of this kind a store's own chain has."""
    return sum(entry.kind == kind for entry in store.ledger.everything(store.own_chain))


def test_what_was_recorded_arrives_and_the_receipt_is_kept(
    laptop: Store, registry: Store, line: Line
) -> None:
    group = register(laptop, "Олена Тест", "Petro Test")
    recorded = laptop.head(laptop.own_chain)
    done = synced(laptop, line)
    assert done.problem is None
    assert done.acknowledged == recorded.seq
    ours, theirs = registry.cases.get(group.case), laptop.cases.get(group.case)
    assert ours is not None
    assert theirs is not None
    assert ours.members == theirs.members
    assert ours.status is theirs.status is CaseStatus.RECEIVED
    assert laptop.verify(recorded.hash) == []
    assert registry.verify(recorded.hash) == []


def test_a_sync_with_nothing_to_send_sends_nothing(laptop: Store, line: Line) -> None:
    register(laptop, "Олена Тест")
    synced(laptop, line)
    line.carried.clear()
    before = laptop.head(laptop.own_chain)
    assert synced(laptop, line).bundles == 0
    assert [action for action, _ in line.carried] == ["pull"]
    assert laptop.head(laptop.own_chain) == before


def test_small_bundles_add_up_and_end(laptop: Store, registry: Store, line: Line) -> None:
    for number in range(4):
        register(laptop, f"Person {number}")
    last = laptop.head(laptop.own_chain)
    told: list[tuple[int, int]] = []
    trip = Trip(laptop, line, at=NOON, by=WORKER, limits=SMALL, progress=lambda *n: told.append(n))
    done = sync(trip)
    assert done.bundles == len(told) > 3
    assert [done_so_far for done_so_far, _ in told] == sorted({n for n, _ in told})
    assert registry.ledger.hash_at(laptop.own_chain, last.seq) == last.hash
    assert len(registry.cases.latest()) == 4


def test_a_lost_answer_leaves_the_case_sent_and_the_next_sync_settles_it(
    laptop: Store, registry: Store, line: Line
) -> None:
    class LosesAnswers(Line):
        def post(self, action: str, body: bytes) -> bytes:
            super().post(action, body)
            raise RegistryUnreachable(why="timeout")

    group = register(laptop, "Олена Тест")
    done = synced(laptop, LosesAnswers(registry))
    assert isinstance(done.problem, RegistryUnreachable)
    case = laptop.cases.get(group.case)
    assert case is not None
    assert case.status is CaseStatus.READY  # it had not even been let in, as far as it knew
    synced(laptop, line)
    register(laptop, "Second Test")
    for _ in range(3):
        synced(laptop, LosesAnswers(registry))
    assert outbox(laptop).sent == 1
    assert outbox(laptop).problem == "registry-unreachable"
    assert count_of(laptop, BundleMade.kind) == 2
    before = registry.ledger.count()
    assert synced(laptop, line).problem is None
    assert outbox(laptop).received == 2
    assert outbox(laptop).problem == ""
    assert registry.ledger.count() - before < 6  # only sync's own notes were new


def test_sending_goes_on_when_fetching_fails(laptop: Store, registry: Store) -> None:
    class AnswersNoPull(Line):
        def post(self, action: str, body: bytes) -> bytes:
            if action == "pull":
                raise RegistryUnreachable(why="broken")
            return super().post(action, body)

    register(laptop, "Олена Тест")
    done = synced(laptop, AnswersNoPull(registry))
    assert done.bundles == 1
    assert isinstance(done.problem, RegistryUnreachable)
    assert outbox(laptop).received == 1


def test_outcomes_come_back_to_the_laptop_that_opened_the_case(
    laptop: Store, registry: Store, line: Line
) -> None:
    group = register(laptop, "Олена Тест")
    synced(laptop, line)
    tell(registry, laptop.own_chain, group.case, group.people[0])
    assert synced(laptop, line).replies == 1
    assert synced(laptop, line).replies == 0
    (outcome,) = laptop.decisions.outcomes(group.case)
    assert outcome.message == "Come again on Monday."
    assert outbox(laptop).answered == 1


def test_many_replies_come_in_several_bundles(laptop: Store, registry: Store, line: Line) -> None:
    group = register(laptop, "Олена Тест")
    synced(laptop, line)
    with registry.together():
        for _ in range(501):
            tell(registry, laptop.own_chain, group.case, group.people[0])
    line.carried.clear()
    assert synced(laptop, line).replies == 501
    assert len(line.carried) == 2


def test_a_laptop_nobody_invited_says_so(stranger: Store, line: Line) -> None:
    register(stranger, "Олена Тест")
    with pytest.raises(DeviceNotApproved):
        synced(stranger, line)


def test_a_revoked_laptop_is_refused_and_what_it_sends_is_kept_aside(
    laptop: Store, registry: Store, line: Line
) -> None:
    register(laptop, "Олена Тест")
    synced(laptop, line)
    revoke(registry, laptop.own_chain, reason="lost", by="user-ana", at=NOON)
    held = registry.head(laptop.own_chain)
    register(laptop, "Second Test")
    for _ in range(4):
        assert isinstance(synced(laptop, line).problem, DeviceRevoked)
    assert registry.head(laptop.own_chain) == held
    kept = registry.devices.quarantined()
    assert {(k.chain, k.why) for k in kept} == {(laptop.own_chain, "revoked")}
    assert len(kept) == 2  # once as first sent, once with the note that it was sent


def test_a_registry_restored_from_its_backup_gets_again_what_it_lost(
    laptop: Store, registry: Store, line: Line, tmp_path: Path
) -> None:
    register(laptop, "Олена Тест")
    synced(laptop, line)
    copy = copied(registry, tmp_path / "backup")
    lost = register(laptop, "Second Test")
    synced(laptop, line)
    restored = a_store(copy)
    try:
        assert restored.cases.get(lost.case) is None
        register(laptop, "Third Test")
        assert synced(laptop, Line(restored)).problem is None
        assert restored.cases.get(lost.case) is not None
        assert restored.verify() == []
    finally:
        restored.close()


def test_a_registry_that_lost_its_answers_still_gets_records_and_the_laptop_says_so(
    laptop: Store, registry: Store, line: Line, tmp_path: Path
) -> None:
    group = register(laptop, "Олена Тест")
    synced(laptop, line)
    copy = copied(registry, tmp_path / "backup")
    tell(registry, laptop.own_chain, group.case, group.people[0])
    synced(laptop, line)
    held = laptop.decisions.outcomes(group.case)
    restored = a_store(copy)
    try:
        for _ in range(2):
            tell(restored, laptop.own_chain, group.case, group.people[0])
        register(laptop, "Second Test")
        done = synced(laptop, Line(restored))
        assert isinstance(done.problem, ChainBroken)
        assert (done.bundles, done.replies) == (1, 0)
        assert len(restored.cases.latest()) == 2
    finally:
        restored.close()
    assert laptop.decisions.outcomes(group.case) == held
    assert outbox(laptop).problem == ChainBroken.code


@pytest.mark.parametrize("expected", [-3, 0, 10_000, None, "1"])
def test_a_gap_that_makes_no_sense_ends_the_sync_and_loses_nothing(
    laptop: Store, registry: Store, line: Line, expected: int | str | None
) -> None:
    class AsksForNonsense(Line):
        def post(self, action: str, body: bytes) -> bytes:
            if action == "push":
                self.carried.append((action, body))
                raise ChainGap(expected=expected)  # type: ignore[arg-type]
            return super().post(action, body)

    register(laptop, "Олена Тест")
    synced(laptop, line)
    register(laptop, "Second Test")
    odd = AsksForNonsense(registry)
    assert isinstance(synced(laptop, odd).problem, ChainGap)
    assert [action for action, _ in odd.carried].count("push") == 1
    assert synced(laptop, line).problem is None
    assert outbox(laptop).received == 2


def test_a_registry_that_always_finds_a_gap_is_left_after_a_few_tries(
    laptop: Store, registry: Store, line: Line
) -> None:
    class AlwaysBack(Line):
        def post(self, action: str, body: bytes) -> bytes:
            if action == "push":
                self.carried.append((action, body))
                raise ChainGap(expected=1)
            return super().post(action, body)

    register(laptop, "Олена Тест")
    synced(laptop, line)
    register(laptop, "Second Test")
    back = AlwaysBack(registry)
    assert isinstance(synced(laptop, back).problem, ChainGap)
    assert [action for action, _ in back.carried].count("push") <= MOST_REWINDS + 1
    assert synced(laptop, line).problem is None


def test_what_stopped_the_sending_is_told_before_what_stopped_the_fetching(
    laptop: Store, registry: Store
) -> None:
    class RefusesAll(Line):
        def post(self, action: str, body: bytes) -> bytes:
            if action == "push":
                raise BundleRefused(why="keys")
            raise RegistryUnreachable(why="broken")

    synced(laptop, Line(registry))
    register(laptop, "Олена Тест")
    assert isinstance(synced(laptop, RefusesAll(registry)).problem, BundleRefused)
    assert outbox(laptop).refused == 1


def test_a_laptop_restored_from_its_backup_says_that_it_is_a_copy(
    laptop: Store, registry: Store, line: Line, tmp_path: Path
) -> None:
    copy = copied(laptop, tmp_path / "backup")
    register(laptop, "Олена Тест")
    synced(laptop, line)
    held = registry.head(laptop.own_chain)
    restored = a_store(copy)
    try:
        assert isinstance(synced(restored, line).problem, ChainForked)
        register(restored, "Somebody Else")
        assert isinstance(synced(restored, line).problem, ChainForked)
    finally:
        restored.close()
    device = registry.devices.get(laptop.own_chain)
    assert device is not None
    assert device.status is DeviceStatus.FORKED
    assert registry.head(laptop.own_chain) == held
    assert {kept.why for kept in registry.devices.quarantined()} == {"forked"}
    register(laptop, "Second Test")
    assert isinstance(synced(laptop, line).problem, ChainForked)


def test_a_receipt_that_goes_nowhere_is_refused(laptop: Store, registry: Store) -> None:
    class AnswersOld(Line):
        first: bytes = b""

        def post(self, action: str, body: bytes) -> bytes:
            answer = super().post(action, body)
            if action == "push":
                self.first = self.first or answer
                return self.first
            return answer

    old = AnswersOld(registry)
    register(laptop, "Олена Тест")
    assert synced(laptop, old).problem is None
    register(laptop, "Second Test")
    assert isinstance(synced(laptop, old).problem, BundleRefused)
    assert count_of(laptop, ReceiptKept.kind) == 2  # the pull told the truth
    assert outbox(laptop).received == 2
