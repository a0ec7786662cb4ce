"""What the page of sync shows."""

import pytest

from intake.domain.codes import CaseStatus
from intake.errors import (
    BundleRefused,
    BundleTooNew,
    BundleTorn,
    ChainForked,
    ChainGap,
    ClockAhead,
    DeviceNotApproved,
    DeviceRevoked,
    IntakeError,
    RegistryUnreachable,
    SignatureInvalid,
)
from intake.store import Store
from intake.sync.enrol import revoke
from intake.sync.invitation import own_words
from intake.sync.outbox import keep_problem, outbox
from intake.sync.send import make_push, note_sent
from intake.sync.stick import export_reply, import_reply
from tests.builders import NOON, a_group
from tests.sync.parties import Line, register, synced


def test_a_laptop_of_no_registry_shows_what_waits(stranger: Store) -> None:
    register(stranger, "Олена Тест")
    stranger.record(*a_group("Petro Test", complete=False).events)
    state = outbox(stranger)
    assert (state.drafts, state.waiting, state.sent) == (1, 1, 0)
    assert state.registry is None
    assert not state.is_approved
    assert state.words == own_words(stranger)
    assert state.last_contact == ""
    assert state.oldest_waiting == NOON.isoformat()


def test_after_a_sync_it_shows_when_and_with_whom(
    laptop: Store, registry: Store, line: Line
) -> None:
    register(laptop, "Олена Тест")
    synced(laptop, line)
    state = outbox(laptop)
    assert (state.waiting, state.received) == (0, 1)
    assert state.oldest_waiting == ""
    assert state.last_contact == NOON.isoformat()
    assert state.is_approved
    assert state.registry is not None
    assert state.registry.id == registry.own_chain
    assert state.registry.words == own_words(registry)
    assert (state.problem, state.problem_at, state.ahead_s) == ("", "", 0)


def test_what_the_registry_refuses_is_told_record_by_record_until_it_is_taken(
    laptop: Store, registry: Store, line: Line
) -> None:
    taken = register(laptop, "Олена Тест")
    synced(laptop, line)
    revoke(registry, laptop.own_chain, reason="lost", by="user-ana", at=NOON)
    held = register(laptop, "Second Test")
    synced(laptop, line)
    state = outbox(laptop)
    assert (state.sent, state.refused, state.received) == (0, 1, 1)
    assert (state.problem, state.oldest_waiting) == (DeviceRevoked.code, NOON.isoformat())
    assert status_of(laptop, taken.case) is CaseStatus.RECEIVED
    assert status_of(laptop, held.case) is CaseStatus.REFUSED


def test_a_line_that_breaks_refuses_nothing(laptop: Store, registry: Store, line: Line) -> None:
    class Breaks(Line):
        def deliver(self, action: str, body: bytes) -> bytes:
            super().deliver(action, body)
            raise RegistryUnreachable()

    synced(laptop, line)
    register(laptop, "Олена Тест")
    synced(laptop, Breaks(registry))
    state = outbox(laptop)
    assert (state.sent, state.refused, state.problem) == (1, 0, RegistryUnreachable.code)
    synced(laptop, line)
    assert outbox(laptop).received == 1


@pytest.mark.parametrize(
    ("problem", "refused"),
    [
        (BundleRefused(why="keys"), 1),
        (BundleTooNew(kind="later"), 1),
        (ChainForked(), 1),
        (ClockAhead(ahead_s=90_000), 1),
        (DeviceRevoked(), 1),
        (SignatureInvalid(), 1),
        (BundleTorn(part="chunk"), 0),
        (ChainGap(expected=1), 0),
        (DeviceNotApproved(why="requested"), 0),
        (RegistryUnreachable(), 0),
    ],
    ids=lambda value: getattr(value, "code", str(value)),
)
def test_only_what_sending_again_does_not_mend_counts_as_refused(
    laptop: Store, registry: Store, problem: IntakeError, refused: int
) -> None:
    register(laptop, "Олена Тест")
    push = make_push(laptop, 0, at=NOON)
    assert push is not None
    note_sent(laptop, push, channel="wire", at=NOON)
    keep_problem(laptop, problem, at=NOON)
    state = outbox(laptop)
    assert (state.refused, state.sent, state.problem) == (refused, 1 - refused, problem.code)


def test_an_answer_on_a_stick_ends_what_was_wrong_and_is_a_contact(
    laptop: Store, registry: Store
) -> None:
    register(laptop, "Олена Тест")
    push = make_push(laptop, 0, at=NOON)
    assert push is not None
    note_sent(laptop, push, channel="wire", at=NOON)
    keep_problem(laptop, BundleRefused(why="keys"), at=NOON)
    import_reply(laptop, export_reply(registry, laptop.own_chain, at=NOON), at=NOON)
    state = outbox(laptop)
    assert (state.refused, state.sent, state.problem, state.problem_at) == (0, 1, "", "")
    assert (state.last_contact, state.is_approved) == (NOON.isoformat(), True)


def test_a_torn_answer_on_a_stick_leaves_the_problem_told(laptop: Store, registry: Store) -> None:
    keep_problem(laptop, BundleRefused(why="keys"), at=NOON)
    answer = export_reply(registry, laptop.own_chain, at=NOON)
    with pytest.raises(BundleTorn):
        import_reply(laptop, answer[:-1], at=NOON)
    state = outbox(laptop)
    assert (state.problem, state.last_contact) == (BundleRefused.code, "")
    assert not state.is_approved


def status_of(store: Store, case: str) -> CaseStatus:
    found = store.cases.get(case)
    assert found is not None
    return found.status
