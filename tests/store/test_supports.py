"""Supports in the tables: a relative counts once, and kin is heard in a talk of their own."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from intake.domain.codes import SupportClass
from intake.domain.event import SupportRecorded, SupportTakenBack
from intake.store import Store
from intake.store.engine import IntegrityError
from tests.builders import NOON, Group, a_group


@pytest.fixture
def group(store: Store) -> Group:
    """Two people of one group."""
    made = a_group("Олена Тест", "Petro Test")
    store.record(*made.events)
    return made


def support(group: Group, name: str = "s1", **changed: Any) -> SupportRecorded:
    made = SupportRecorded(
        case=group.case,
        support=name,
        individual=group.people[0],
        of=SupportClass.KIN,
        what="Her brother.",
        seen_on="2026-11-20",
        where="North gate",
        relative=group.people[1],
        interview="i1",
        outside_household=True,
        by="ivan",
        at=NOON,
    )
    return replace(made, **changed)


def taken_back(group: Group, name: str = "s1") -> SupportTakenBack:
    return SupportTakenBack(
        case=group.case,
        support=name,
        individual=group.people[0],
        reason="Another person.",
        by="rita",
        at=NOON,
    )


def test_a_support_is_read_back_whole(store: Store, group: Group) -> None:
    store.record(support(group, confirmed=True))
    (held,) = store.supports.of_individual(group.people[0])
    assert (held.id, held.of, held.what) == ("s1", SupportClass.KIN, "Her brother.")
    assert (held.seen_on, held.where) == ("2026-11-20", "North gate")
    assert (held.relative, held.interview) == (group.people[1], "i1")
    assert (held.outside_household, held.confirmed, held.by) == (True, True, "ivan")
    assert store.supports.of_individual(group.people[1]) == []


def test_one_taken_back_stays_in_sight_and_counts_no_more(store: Store, group: Group) -> None:
    later = support(group, "s2", of=SupportClass.RECORD, relative="", interview="")
    store.record(replace(later, at=NOON + timedelta(days=1)), support(group), taken_back(group))
    seen = store.supports.of_individual(group.people[0])
    assert [(one.id, one.taken_back) for one in seen] == [("s1", "Another person."), ("s2", "")]
    assert seen[0].taken_back_by == "rita"
    assert [one.id for one in store.supports.standing(group.people[0])] == ["s2"]


def test_a_relative_supports_the_same_person_once_at_a_time(store: Store, group: Group) -> None:
    store.record(support(group))
    with pytest.raises(IntegrityError, match="UNIQUE"):
        store.record(support(group, "s2"))
    store.record(taken_back(group), support(group, "s2"))
    assert [one.id for one in store.supports.standing(group.people[0])] == ["s2"]


def test_papers_and_records_may_be_many(store: Store, group: Group) -> None:
    for name in ("s1", "s2"):
        store.record(
            support(group, name, of=SupportClass.RECORD, relative="", interview="", what=name)
        )
    assert len(store.supports.standing(group.people[0])) == 2


def test_one_relative_can_support_two_people(store: Store, group: Group) -> None:
    other = a_group("Taras Test")
    store.record(*other.events, support(group))
    store.record(support(group, "s2", individual=other.people[0], case=other.case))
    assert [one.id for one in store.supports.standing(other.people[0])] == ["s2"]


@pytest.mark.parametrize("changed", [{"relative": "self"}, {"interview": ""}])
def test_nobody_supports_themselves_and_kin_is_heard_alone(
    store: Store, group: Group, changed: dict[str, str]
) -> None:
    if "relative" in changed:
        changed = {"relative": group.people[0]}
    with pytest.raises(IntegrityError, match="CHECK"):
        store.record(support(group, **changed))
    assert store.supports.of_individual(group.people[0]) == []
