"""What the page of sync shows."""

from intake.store import Store
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
