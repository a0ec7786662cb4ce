"""What the data-protection officer can ask of the store."""

from datetime import timedelta

import pytest

from intake.domain.event import RecordViewed, SignedIn
from tests.builders import NOON, a_group, an_id


@pytest.fixture
def watched(store):
    group = a_group("Олена Приклад")
    store.record(*group.events)
    person = group.people[0]
    for minute, (user, seen) in enumerate([("anna", person), ("omar", person), ("anna", "")]):
        at = NOON + timedelta(minutes=minute)
        store.record(SignedIn(user=user, by=user, at=at))
        store.record(
            RecordViewed(
                case=group.case if seen else "",
                individual=seen,
                purpose="interview",
                by=user,
                at=at,
            )
        )
    return store, person


def test_sign_ins_come_newest_first(watched):
    store, _ = watched
    found = store.oversight.sign_ins()
    assert [s.user for s in found] == ["anna", "omar", "anna"]
    assert found[0].at == NOON + timedelta(minutes=2)


def test_sign_ins_of_one_user_are_told_apart(watched):
    store, _ = watched
    assert len(store.oversight.sign_ins("anna")) == 2
    assert store.oversight.sign_ins("nobody") == []
    assert len(store.oversight.sign_ins(limit=1)) == 1


def test_every_view_is_listed_and_a_search_names_nobody(watched):
    store, person = watched
    views = store.oversight.views()
    assert [(v.by, v.individual) for v in views] == [
        ("anna", ""),
        ("omar", person),
        ("anna", person),
    ]


def test_views_can_be_asked_from_a_moment_on(watched):
    store, _ = watched
    since = (NOON + timedelta(minutes=1)).isoformat()
    assert len(store.oversight.views(since=since)) == 2


def test_each_chain_is_told_with_its_length_and_last_clock(watched):
    store, _ = watched
    (line,) = store.oversight.chains()
    assert line.chain == store.own_chain
    assert line.entries == store.ledger.count()
    assert line.last_at >= NOON


def test_an_erased_case_leaves_nobody_to_be_named_as_seen(watched):
    store, person = watched
    store.forget_case(store.cases.of_individual(person).id)
    assert all(v.individual == "" for v in store.oversight.views())


def test_a_store_with_nothing_in_it_has_nothing_to_tell(store):
    assert store.oversight.sign_ins(an_id()) == []
    assert store.oversight.chains() == []
