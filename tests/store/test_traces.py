"""Candidates in the tables: two people verify a match, both sides agree to contact."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from intake.domain.codes import ContactWish, TraceSide, TraceStatus, TraceVerdict
from intake.domain.event import (
    ContactAnswered,
    ContactTold,
    ProtectionAsked,
    TraceJudged,
    TraceReleased,
)
from intake.store import Store
from intake.store.engine import IntegrityError
from tests.builders import NOON, Group, a_group

SOUGHT, ELSE, UNSURE = TraceVerdict
ASKER, FOUND = TraceSide
VERIFY = "UPDATE traces SET status = 'verified'"
CONTACT = "UPDATE traces SET status = ? WHERE request = 'q'"


@pytest.fixture
def group(store: Store) -> Group:
    """Two people, one of whom may be the one sought."""
    made = a_group("Олена Тест", "Petro Test")
    store.record(*made.events)
    return made


def common(group: Group, by: str, request: str = "q", person: int = 0) -> dict[str, Any]:
    who = group.people[person]
    return {"case": group.case, "request": request, "individual": who, "by": by, "at": NOON}


def judged(
    group: Group, by: str, verdict: TraceVerdict = SOUGHT, request: str = "q", person: int = 0
) -> TraceJudged:
    return TraceJudged(verdict=verdict, reason="Her song.", **common(group, by, request, person))


def wished(group: Group, side: TraceSide, wish: ContactWish) -> ContactAnswered:
    return ContactAnswered(side=side, wish=wish, reason="Said alone.", **common(group, "nadia"))


def handed(group: Group) -> ProtectionAsked:
    return ProtectionAsked(reason="Both verified.", **common(group, "t1"))


def told(group: Group) -> ContactTold:
    return ContactTold(reason="They spoke.", **common(group, "nadia"))


def status(store: Store, group: Group) -> TraceStatus | None:
    held = store.traces.get("q", group.people[0])
    return held.status if held else None


def test_a_match_is_verified_by_two_people_and_by_neither_twice(store: Store, group: Group) -> None:
    assert status(store, group) is None
    store.record(judged(group, "t1"))
    assert status(store, group) is TraceStatus.FIRST_VERDICT
    with pytest.raises(IntegrityError, match="UNIQUE"):
        store.record(judged(group, "t1"))
    store.record(judged(group, "t2"))
    held = store.traces.get("q", group.people[0])
    assert held is not None
    assert [(v.by, v.verdict, v.reason) for v in held.verdicts] == [
        ("t1", SOUGHT, "Her song."),
        ("t2", SOUGHT, "Her song."),
    ]
    assert held.status is TraceStatus.VERIFIED


def test_the_tables_verify_nothing_on_one_word(store: Store, group: Group) -> None:
    """Neither another's doubt, nor a word of another search or person, is the second one."""
    store.record(judged(group, "t1"))
    for beside in (
        judged(group, "t2", UNSURE),
        judged(group, "t3", request="other"),
        judged(group, "t4", person=1),
    ):
        store.record(beside)
        with pytest.raises(IntegrityError, match="two people verify"):
            store._db.execute(VERIFY + " WHERE request = 'q' AND individual = ?", [group.people[0]])
    store.record(judged(group, "t5"))
    assert status(store, group) is TraceStatus.VERIFIED


@pytest.mark.parametrize("to", ["both-agree", "contact"])
@pytest.mark.parametrize(
    "wishes",
    [
        [],
        [(ASKER, ContactWish.YES)],
        [(ASKER, ContactWish.YES), (ASKER, ContactWish.MESSAGE)],
        [(ASKER, ContactWish.YES), (FOUND, ContactWish.NO)],
        [(ASKER, ContactWish.YES), (FOUND, ContactWish.YES), (FOUND, ContactWish.NO)],
        [(FOUND, ContactWish.YES), (ASKER, ContactWish.MESSAGE), (ASKER, ContactWish.NO)],
    ],
)
def test_no_contact_on_one_sides_word(
    store: Store, group: Group, to: str, wishes: list[tuple[TraceSide, ContactWish]]
) -> None:
    store.record(judged(group, "t1"), judged(group, "t2"), handed(group))
    store.record(*(wished(group, *wish) for wish in wishes))
    with pytest.raises(IntegrityError, match="both sides agree"):
        store._db.execute(CONTACT, [to])


def test_what_a_side_says_of_another_search_or_person_is_no_word_of_this_one(
    store: Store, group: Group
) -> None:
    store.record(judged(group, "t1"), judged(group, "t2"), handed(group))
    store.record(wished(group, ASKER, ContactWish.YES))
    elsewhere = replace(wished(group, FOUND, ContactWish.YES), request="other")
    store.record(elsewhere, replace(elsewhere, request="q", individual=group.people[1]))
    with pytest.raises(IntegrityError, match="both sides agree"):
        store._db.execute(CONTACT, ["contact"])
    assert status(store, group) is TraceStatus.WITH_PROTECTION


def test_contact_is_made_when_both_agreed_be_it_to_a_message_alone(
    store: Store, group: Group
) -> None:
    store.record(judged(group, "t1"), judged(group, "t2"), handed(group))
    assert status(store, group) is TraceStatus.WITH_PROTECTION
    store.record(wished(group, FOUND, ContactWish.MESSAGE))
    assert status(store, group) is TraceStatus.WITH_PROTECTION
    store.record(wished(group, ASKER, ContactWish.YES))
    assert status(store, group) is TraceStatus.BOTH_AGREE
    held = store.traces.get("q", group.people[0])
    assert held is not None
    assert held.wishes == {FOUND: ContactWish.MESSAGE, ASKER: ContactWish.YES}
    store.record(told(group))
    assert status(store, group) is TraceStatus.CONTACT


def test_the_last_word_of_a_side_holds(store: Store, group: Group) -> None:
    store.record(judged(group, "t1"), judged(group, "t2"), handed(group))
    store.record(wished(group, ASKER, ContactWish.YES), wished(group, FOUND, ContactWish.NO))
    assert status(store, group) is TraceStatus.NO_CONTACT
    store.record(wished(group, FOUND, ContactWish.YES))
    assert status(store, group) is TraceStatus.BOTH_AGREE


def test_protection_sees_what_was_handed_over_the_longest_waiting_first(
    store: Store, group: Group
) -> None:
    for request, hours in (("late", 2), ("early", 1)):
        store.record(judged(group, "t1", request=request), judged(group, "t2", request=request))
        asked = common(group, "t1", request) | {"at": NOON + timedelta(hours=hours)}
        store.record(ProtectionAsked(reason="Both verified.", **asked))
    store.record(judged(group, "t1"))
    assert [trace.request for trace in store.traces.handed_over()] == ["early", "late"]
    assert [trace.request for trace in store.traces.of_request("early")] == ["early"]


def test_what_protection_lets_a_search_see_is_kept_for_that_search_and_person(
    store: Store, group: Group
) -> None:
    assert store.traces.released() == set()
    store.record(TraceReleased(reason="They agree.", **common(group, "nadia")))
    assert store.traces.released() == {("q", group.people[0])}
    with pytest.raises(IntegrityError, match="UNIQUE"):
        store.record(TraceReleased(reason="Again.", **common(group, "nadia")))


def test_all_of_it_is_folded_again_from_the_ledger(store: Store, group: Group) -> None:
    store.record(judged(group, "t1"), judged(group, "t2", ELSE), judged(group, "t3"), handed(group))
    store.record(wished(group, ASKER, ContactWish.YES))
    before = store.traces.get("q", group.people[0])
    store.rebuild()
    assert store.traces.get("q", group.people[0]) == before
    assert before is not None
    assert before.status is TraceStatus.WITH_PROTECTION
