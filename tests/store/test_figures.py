"""Counts of the store: by day, site and state, of complete records alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from intake.domain.codes import ConsentAnswer, IdentityState, Level, PairVerdict, Purpose, ReadBack
from intake.domain.event import CaseCompleted, CaseDiscarded, CaseOpened, Event, LevelRaised
from intake.store import Store
from tests.builders import NOON, OFFICER, Group, a_consent, a_group, opened
from tests.store.test_four_eyes import judged, planned, suggested

DAY = timedelta(days=1)
FIRST, LAST = "2026-11-20", "2026-11-21"


def at_site(group: Group, site: str, days: int = 0) -> list[Event]:
    """The events of a group registered at a site and completed some days later."""
    changed: list[Event] = []
    for event in group.events:
        if isinstance(event, CaseOpened):
            changed.append(replace(event, site=site))
        elif isinstance(event, CaseCompleted):
            changed.append(replace(event, at=NOON + days * DAY))
        else:
            changed.append(event)
    return changed


@pytest.fixture
def north(store: Store) -> Group:
    """Two people at the north gate, a draft and a record given up beside them, one south."""
    group, south = a_group("Олена", "Іван"), a_group("Hodan")
    draft, gone = a_group("Draft", complete=False), a_group("Gone", complete=False)
    store.record(*at_site(group, "North gate"), *at_site(south, "South gate", 1))
    store.record(*at_site(draft, ""), *gone.events)
    store.record(CaseDiscarded(case=gone.case, reason="left", by=OFFICER, at=NOON))
    return group


def test_sites_are_named_once_in_order(store: Store, north: Group) -> None:
    assert store.counts.sites() == ["North gate", "South gate"]


@pytest.mark.parametrize(
    ("since", "until", "site", "many"),
    [
        (FIRST, LAST, "", 3),
        (FIRST, FIRST, "", 2),
        (LAST, LAST, "", 1),
        (FIRST, LAST, "North gate", 2),
        (FIRST, LAST, "nowhere", 0),
        ("2026-11-22", "2026-12-01", "", 0),
        ("2026-11-01", "2026-11-19", "", 0),
    ],
)
def test_people_count_on_the_day_their_record_was_complete(
    store: Store, north: Group, since: str, until: str, site: str, many: int
) -> None:
    found = store.counts.registered(since, until, site)
    assert len(found) == many
    assert set(found.values()) <= {FIRST, LAST}
    if site == "North gate":
        assert found == dict.fromkeys(north.people, FIRST)


def test_whoever_nothing_happened_to_waits_unexamined_since_their_record_was_complete(
    store: Store, north: Group
) -> None:
    assert store.counts.waiting() == {IdentityState.UNEXAMINED: {FIRST: 2, LAST: 1}}
    store.record(replace(planned(north), at=NOON + 2 * DAY))
    assert store.counts.waiting("North gate") == {
        IdentityState.UNEXAMINED: {FIRST: 1},
        IdentityState.SCHEDULED: {"2026-11-22": 1},
    }


def test_what_a_laptop_sent_is_counted_in_records_and_people(store: Store, north: Group) -> None:
    assert store.counts.from_laptop(store.own_chain) == (2, 3)
    assert store.counts.from_laptop("another") == (0, 0)


def test_pairs_wait_until_they_are_settled(store: Store, north: Group) -> None:
    store.record(suggested(north))
    assert store.counts.pairs_waiting() == {FIRST: 1}
    store.record(judged(north, "r1"))
    assert store.counts.pairs_waiting() == {FIRST: 1}
    store.record(judged(north, "r2", PairVerdict.DIFFERENT))
    assert store.counts.pairs_waiting() == {FIRST: 1}
    store.record(judged(north, "r3", PairVerdict.DIFFERENT))
    assert store.counts.pairs_waiting() == {}


@pytest.mark.parametrize(
    ("read", "found"),
    [
        (lambda s: s.counts.talks(FIRST, FIRST), {"planned": 1}),
        (lambda s: s.counts.talks(FIRST, FIRST, "South gate"), {}),
        (lambda s: s.counts.talks(LAST, LAST), {}),
        (lambda s: s.counts.withdrawn(FIRST, FIRST), {"tracing": 1, "sharing": 1}),
        (lambda s: s.counts.withdrawn(FIRST, FIRST, "South gate"), {}),
        (lambda s: s.counts.withdrawn(LAST, "2027-01-01"), {}),
    ],
)
def test_talks_and_what_was_taken_back_count_on_their_day(
    store: Store,
    north: Group,
    read: Callable[[Store], dict[str, int]],
    found: dict[str, int],
) -> None:
    back = ConsentAnswer.WITHDRAWN
    store.record(
        planned(north),
        a_consent(north.case, north.people[0], Purpose.TRACING),
        a_consent(north.case, north.people[0], Purpose.TRACING, back),
        a_consent(north.case, north.people[1], Purpose.SHARING, back),
        a_consent(north.case, north.people[1], Purpose.REFERRAL, ConsentAnswer.NO),
    )
    assert read(store) == found


def test_a_record_that_is_gone_on_with_counts_nowhere_until_it_is_complete_again(
    store: Store, north: Group
) -> None:
    before = store.counts.registered(FIRST, LAST), store.counts.waiting()
    again = a_group("Abebe", complete=False)
    done = CaseCompleted(
        case=again.case, level=Level.QUICK, read_back=ReadBack.YES, by=OFFICER, at=NOON
    )
    store.record(*again.events, done)
    assert store.counts.from_laptop(store.own_chain) == (3, 4)
    store.record(LevelRaised(case=again.case, level=Level.FULL, by=OFFICER, at=NOON))
    assert (store.counts.registered(FIRST, LAST), store.counts.waiting()) == before
    assert store.counts.from_laptop(store.own_chain) == (2, 3)


def test_a_counted_group_of_whom_nobody_has_a_record_yet_is_a_record_that_was_sent(
    store: Store,
) -> None:
    done = CaseCompleted(case="q", level=Level.QUICK, read_back=ReadBack.YES, by=OFFICER, at=NOON)
    store.record(opened("q", level=Level.QUICK), done)
    assert store.counts.from_laptop(store.own_chain) == (1, 0)
    assert store.counts.sites() == ["North gate"]
