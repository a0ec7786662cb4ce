"""Groups that parted or came together: their history, and the numbers that lead to them."""

from dataclasses import replace

import pytest

from intake.domain.codes import Channel, GroupKind, GroupPart, RegroupReason
from intake.domain.event import GroupsMerged, GroupSplit
from intake.domain.group import NewCases, Regroup, merge, split
from intake.store import Store
from intake.store.groups import Regrouping
from tests.builders import NOON, OFFICER, Group, a_group

ACT = Regroup(RegroupReason.FAMILY_REQUEST, "officer-2", NOON)


@pytest.fixture
def family(store: Store) -> Group:
    """A draft of three people."""
    made = a_group("Олена", "Іван", "Марія", complete=False)
    store.record(*made.events)
    return made


def parted(store: Store, family: Group) -> None:
    case = store.cases.get(family.case)
    assert case is not None
    new = NewCases("stay", "leave", "NEWNUMBER1")
    store.record(*split(case, family.events, family.people[1:2], new=new, act=ACT))


def test_both_parts_of_a_group_keep_what_happened(store: Store, family: Group) -> None:
    parted(store, family)
    assert store.cases.get(family.case) is None
    number = family.case[:10].upper()
    common = (family.people[1:2], RegroupReason.FAMILY_REQUEST, "officer-2", NOON.isoformat())
    assert store.groups.history("stay") == [Regrouping(GroupPart.STAYED, "NEWNUMBER1", *common)]
    assert store.groups.history("leave") == [Regrouping(GroupPart.LEFT, number, *common)]
    assert store.groups.history(family.case) == []


def test_each_part_is_found_by_its_number_and_has_its_own_people(
    store: Store, family: Group
) -> None:
    parted(store, family)
    stay = store.cases.by_number(family.case[:10].upper())
    leave = store.cases.by_number("NEWNUMBER1")
    assert stay is not None
    assert leave is not None
    assert [m.text("name") for m in stay.members] == ["Олена", "Марія"]
    assert [m.text("name") for m in leave.members] == ["Іван"]
    assert leave.group_kind is GroupKind.SINGLE
    assert leave.focal == family.people[1]


def test_the_number_of_a_group_that_was_taken_in_leads_to_where_it_is_now(
    store: Store, family: Group
) -> None:
    other = a_group("Hodan", complete=False)
    store.record(*other.events)
    cases = [store.cases.get(one.case) for one in (family, other)]
    assert cases[0] is not None
    assert cases[1] is not None
    store.record(*merge((cases[0], family.events), (cases[1], other.events), new="one", act=ACT))
    found = store.cases.by_number(other.case[:10].upper())
    assert found is not None
    assert (found.id, found.number) == ("one", family.case[:10].upper())
    assert [m.text("name") for m in found.members] == ["Олена", "Іван", "Марія", "Hodan"]
    (came,) = store.groups.history("one")
    assert (came.part, came.other_number) == (None, other.case[:10].upper())
    assert came.individuals == other.people


def test_history_is_told_oldest_first_and_folded_again_the_same(store: Store) -> None:
    group = a_group("Олена", complete=False)
    merged = GroupsMerged(
        case=group.case,
        number="TAKENIN001",
        group_kind=GroupKind.FAMILY,
        site="North gate",
        opened_at="",
        opened_by=OFFICER,
        notice_version="1",
        notice_language="uk",
        notice_channel=Channel.SPOKEN,
        individuals=(),
        reason=RegroupReason.FAMILY_REQUEST,
        by=OFFICER,
        at=NOON,
    )
    left = GroupSplit(
        case=group.case,
        part=GroupPart.STAYED,
        other_number="PARTED0001",
        individuals=(),
        reason=RegroupReason.FAMILY_REQUEST,
        by=OFFICER,
        at=NOON,
    )
    store.record(*group.events, left, merged, replace(merged, number="TAKENIN002"), merged)
    before = store.groups.history(group.case)
    assert [one.other_number for one in before] == [
        "PARTED0001",
        "TAKENIN001",
        "TAKENIN002",
        "TAKENIN001",
    ]
    store.rebuild()
    assert store.groups.history(group.case) == before
    for number in ("TAKENIN001", "TAKENIN002"):
        found = store.cases.by_number(number)
        assert found is not None
        assert found.id == group.case
