"""What the page of sync shows."""

from intake.domain.codes import CaseStatus
from intake.errors import DeviceRevoked, RegistryUnreachable
from intake.store import Store
from intake.sync.enrol import revoke
from intake.sync.invitation import own_words
from intake.sync.outbox import outbox
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


def status_of(store: Store, case: str) -> CaseStatus:
    found = store.cases.get(case)
    assert found is not None
    return found.status
