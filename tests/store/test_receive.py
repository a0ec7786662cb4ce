"""Receiving another device's chain: once, whole, or not at all."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.domain.codes import CaseStatus, ConsentAnswer, Level, Purpose, ReadBack
from intake.domain.event import CaseCompleted, CaseDiscarded, Event, LevelRaised
from intake.errors import BundleRefused, ChainBroken, ChainForked, ChainGap
from intake.security.chain import Entry
from intake.store import Store
from tests.builders import NOON, OFFICER, Group, a_consent, a_group, a_statement, statements
from tests.store.test_refolding import rows


def sent(store: Store) -> tuple[list[Entry], dict[str, bytes]]:
    """Everything a laptop would send."""
    entries = store.entries_after(store.own_chain, 0, 10_000)
    return entries, store.keys_for(entries)


def test_received_groups_read_the_same_as_where_they_were_recorded(
    store: Store, registry: Store
) -> None:
    group = a_group("Олена Тест", "Petro Test")
    store.record(*group.events)
    entries, keys = sent(store)
    received = registry.receive(store.own_chain, entries, keys, now=NOON)
    assert received.added == len(entries)
    ours, theirs = registry.cases.get(group.case), store.cases.get(group.case)
    assert ours is not None
    assert theirs is not None
    assert ours.members == theirs.members
    assert ours.status is CaseStatus.RECEIVED


def test_a_replay_adds_nothing(store: Store, registry: Store) -> None:
    store.record(*a_group("Олена Тест").events)
    entries, keys = sent(store)
    registry.receive(store.own_chain, entries, keys, now=NOON)
    before = registry.ledger.count()
    again = registry.receive(store.own_chain, entries, keys, now=NOON)
    assert again.added == 0
    assert registry.ledger.count() == before


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_overlapping_pieces_in_order_add_up_to_the_whole(
    store: Store, registry: Store, cuts: list[int]
) -> None:
    store.record(*a_group("Олена Тест").events)
    entries, keys = sent(store)
    chain = store.own_chain
    for start in sorted(cuts):
        held = registry.head(chain).seq
        begin = min(start, held)
        registry.receive(chain, entries[begin : held + 3], keys, now=NOON)
    registry.receive(chain, entries, keys, now=NOON)
    assert registry.head(chain) == store.head(chain)
    assert registry.verify() == []


def test_a_gap_is_refused_with_the_number_that_is_expected(store: Store, registry: Store) -> None:
    store.record(*a_group("Олена Тест").events)
    entries, keys = sent(store)
    registry.receive(store.own_chain, entries[:2], keys, now=NOON)
    with pytest.raises(ChainGap) as caught:
        registry.receive(store.own_chain, entries[4:], keys, now=NOON)
    assert caught.value.facts == {"expected": 3}
    assert registry.head(store.own_chain).seq == 2


def test_an_altered_entry_changes_nothing(store: Store, registry: Store) -> None:
    store.record(*a_group("Олена Тест").events)
    entries, keys = sent(store)
    entries[3] = dataclasses.replace(entries[3], actor="somebody-else")
    with pytest.raises(ChainBroken):
        registry.receive(store.own_chain, entries, keys, now=NOON)
    assert registry.ledger.count() == 0
    assert registry.cases.latest() == []


def test_a_restored_backup_shows_as_a_fork(store: Store, registry: Store) -> None:
    store.record(*a_group("Олена Тест").events)
    entries, keys = sent(store)
    registry.receive(store.own_chain, entries, keys, now=NOON)
    last = entries[-1]
    other = dataclasses.replace(last, hash="f" * 64)
    with pytest.raises(ChainForked):
        registry.receive(store.own_chain, [*entries[:-1], other], keys, now=NOON)


def test_a_draft_travels_unreadable_until_it_is_complete(store: Store, registry: Store) -> None:
    group = a_group("Олена Тест", complete=False)
    store.record(*group.events)
    entries, keys = sent(store)
    assert group.case not in keys
    registry.receive(store.own_chain, entries, keys, now=NOON)
    assert registry.cases.get(group.case) is None
    (done,) = a_group("x").events[-1:]
    store.record(dataclasses.replace(done, case=group.case))
    entries, keys = sent(store)
    registry.receive(store.own_chain, entries, keys, now=NOON)
    found = registry.cases.get(group.case)
    assert found is not None
    assert found.members[0].text("name") == "Олена Тест"
    registry.rebuild()
    assert registry.cases.get(group.case) == found


def test_a_correction_sent_later_stands_beside_what_it_saw(store: Store, registry: Store) -> None:
    group = a_group("Олена Тест", said={"sex": "f"})
    store.record(*group.events)
    person = group.people[0]
    old = store.cases.individual(person)
    assert old is not None
    seen = old.answer("sex")
    assert seen is not None
    store.record(statements(group.case, a_statement(person, "sex", "m", saw=(seen.statement.id,))))
    entries, keys = sent(store)
    registry.receive(store.own_chain, entries, keys, now=NOON)
    found = registry.cases.individual(person)
    assert found is not None
    assert found.value("sex") == "m"
    assert [s.statement.value for s in found.history("sex")] == ["f", "m"]
    assert found.contradictions() == {}


def test_a_body_made_under_another_key_is_refused_whole(store: Store, registry: Store) -> None:
    group = a_group("Олена Тест")
    store.record(*group.events)
    entries, keys = sent(store)
    with pytest.raises(BundleRefused) as caught:
        registry.receive(store.own_chain, entries, {**keys, group.case: bytes(32)}, now=NOON)
    assert caught.value.facts["why"] == "body"
    assert registry.ledger.count() == 0
    assert registry.keyring.get(group.case) is None


def test_a_statement_id_used_twice_is_refused_whole(store: Store, registry: Store) -> None:
    group = a_group("Олена Тест")
    registry.record(*group.events)
    store.record(*group.events)
    entries, keys = sent(store)
    before = registry.ledger.count()
    with pytest.raises(BundleRefused):
        registry.receive(store.own_chain, entries, keys, now=NOON)
    assert registry.ledger.count() == before


def test_no_laptop_can_make_the_registry_shred_a_complete_record(
    store: Store, registry: Store
) -> None:
    group = a_group("Олена Тест")
    store.record(*group.events)
    again = LevelRaised(case=group.case, level=Level.FULL, by=OFFICER, at=NOON)
    store.record(again, CaseDiscarded(case=group.case, reason="x", by=OFFICER, at=NOON))
    entries, keys = sent(store)
    registry.receive(store.own_chain, entries, {**keys, **key_of(store, group)}, now=NOON)
    found = registry.cases.get(group.case)
    assert found is not None
    assert found.members[0].text("name") == "Олена Тест"


def key_of(store: Store, group: Group) -> dict[str, bytes]:
    """The key of a case, as a bundle before carried it."""
    key = store.keyring.get(group.case)
    assert key is not None
    return {group.case: key}


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["open", "say", "complete", "give-up", "agree", "take-back", "send"]),
        st.integers(0, 3),
    ),
    max_size=14,
)


def taken(step: str, group: Group, done: set[str]) -> list[Event]:
    """What a laptop records at a step; nothing of a group that is closed to it."""
    person = group.people[0]
    if step == "say":
        return [statements(group.case, a_statement(person, "spouse", "Тарас Тест"))]
    if step in ("agree", "take-back"):
        answer = ConsentAnswer.YES if step == "agree" else ConsentAnswer.WITHDRAWN
        return [a_consent(group.case, person, Purpose.TRACING, answer)]
    if group.case in done:
        return []
    done.add(group.case)
    if step == "complete":
        return [CaseCompleted(case=group.case, level=Level.FULL, read_back=ReadBack.YES, **BY)]
    return [CaseDiscarded(case=group.case, reason="left", **BY)]


BY = {"by": OFFICER, "at": NOON}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_in_whatever_pieces_words_and_keys_came_they_fold_to_the_same_again(
    store: Store, registry: Store, steps: list[tuple[str, int]]
) -> None:
    """Keys of drafts come later than their words; what was shredded never comes."""
    groups: list[Group] = []
    done: set[str] = set()
    shredded: set[str] = set()
    for step, which in [*steps, ("send", 0)]:
        if step == "send":
            registry.receive(store.own_chain, *sent(store), now=NOON)
        elif step == "open" or not groups:
            groups.append(a_group("Олена Тест", complete=False))
            store.record(*groups[-1].events)
        elif (group := groups[which % len(groups)]).case not in shredded:
            events = taken(step, group, done)
            store.record(*events)
            shredded |= {e.case for e in events if isinstance(e, CaseDiscarded)}
    for one in (store, registry):
        before = rows(one)
        one.rebuild()
        assert rows(one) == before
    whole = done - shredded
    assert {g.case for g in groups if registry.cases.get(g.case) is not None} == whole
    for case in whole:
        ours, theirs = registry.cases.get(case), store.cases.get(case)
        assert ours is not None
        assert theirs is not None
        assert (ours.members, ours.consents) == (theirs.members, theirs.consents)
