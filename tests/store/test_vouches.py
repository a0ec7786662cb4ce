"""Vouches in the tables: nobody for themselves, agreed to by another, withdrawn in sight."""

from dataclasses import replace
from typing import Any

import pytest

from intake.domain.codes import (
    IdentityLevel,
    VouchCapacity,
    VouchFact,
    VouchMethod,
    VouchStatus,
)
from intake.domain.event import VouchAgreed, VouchRecorded, VouchTold, VouchWithdrawn
from intake.store import Store
from intake.store.engine import IntegrityError
from tests.builders import NOON, Group, a_group


@pytest.fixture
def group(store: Store) -> Group:
    """Two people of one group."""
    made = a_group("Олена Тест", "Petro Test")
    store.record(*made.events)
    return made


def vouch(group: Group, number: str = "v1", /, **changed: Any) -> VouchRecorded:
    made = VouchRecorded(
        case=group.case,
        vouch=number,
        individual=group.people[0],
        voucher=group.people[1],
        capacity=VouchCapacity.NEIGHBOUR,
        level=IdentityLevel.A3,
        facts=(VouchFact.NAME, VouchFact.PLACE),
        method=VouchMethod.LETTER,
        known_since="2009",
        known_how="One street.",
        statement="I know her.",
        by="ivan",
        at=NOON,
        told=(VouchTold("birth-place", {"text": "Бахмут"}),),
    )
    return replace(made, **changed)


def agreed(group: Group, by: str) -> VouchAgreed:
    return VouchAgreed(case=group.case, vouch="v1", reason="A teacher.", by=by, at=NOON)


def withdrawn(group: Group, name: str = "v1", by: str = "petra") -> VouchWithdrawn:
    return VouchWithdrawn(case=group.case, vouch=name, reason="Mistaken.", by=by, at=NOON)


OUTSIDE = {"voucher": "", "name": "Марія", "contact": "the school"}


@pytest.mark.parametrize("flag", ["same_household", "authority", "met", "separately", "signed"])
def test_a_vouch_is_read_back_whole(store: Store, group: Group, flag: str) -> None:
    store.record(vouch(group, **{flag: True}))
    held = store.vouches.get("v1")
    assert held is not None
    assert (held.individual, held.voucher) == group.people
    assert (held.capacity, held.level) == (VouchCapacity.NEIGHBOUR, IdentityLevel.A3)
    assert (held.facts, held.method) == ((VouchFact.NAME, VouchFact.PLACE), VouchMethod.LETTER)
    assert (held.known_since, held.known_how, held.statement) == (
        "2009",
        "One street.",
        "I know her.",
    )
    assert held.told == (VouchTold("birth-place", {"text": "Бахмут"}),)
    flags = ("same_household", "authority", "met", "separately", "signed")
    assert [one for one in flags if getattr(held, one)] == [flag]
    assert (held.status, held.withdrawn_reason) == (VouchStatus.STANDS, "")


@pytest.mark.parametrize("changed", [{"voucher": "self"}, {"voucher": "", "name": ""}])
def test_nobody_vouches_for_themselves_nor_without_a_name(
    store: Store, group: Group, changed: dict[str, str]
) -> None:
    if changed["voucher"]:
        changed = {"voucher": group.people[0]}
    with pytest.raises(IntegrityError, match="CHECK"):
        store.record(vouch(group, **changed))
    store.record(vouch(group, **OUTSIDE))


def test_a_further_vouch_stands_when_somebody_else_agrees(store: Store, group: Group) -> None:
    store.record(vouch(group, crowded=True))
    assert [one.id for one in store.vouches.waiting()] == ["v1"]
    with pytest.raises(IntegrityError, match="CHECK"):
        store.record(agreed(group, "ivan"))
    store.record(agreed(group, "rita"))
    held = store.vouches.get("v1")
    assert held is not None
    assert held.status is VouchStatus.STANDS
    assert store.vouches.waiting() == []


def test_one_withdrawn_stays_in_sight_and_tells_who_took_it_back(
    store: Store, group: Group
) -> None:
    store.record(vouch(group), vouch(group, "v2", **OUTSIDE), withdrawn(group))
    mine = store.vouches.of_individual(group.people[0])
    assert [(one.id, one.status) for one in mine] == [
        ("v2", VouchStatus.STANDS),
        ("v1", VouchStatus.WITHDRAWN),
    ]
    assert mine[1].withdrawn_reason == "Mistaken."
    for change in (
        "UPDATE vouches SET withdrawn_by = '' WHERE id = 'v1'",
        "UPDATE vouches SET withdrawn_by = 'petra' WHERE id = 'v2'",
    ):
        with pytest.raises(IntegrityError, match="CHECK"):
            store._db.execute(change)


def test_the_lines_of_who_vouches_for_whom_leave_out_outsiders_and_what_was_withdrawn(
    store: Store, group: Group
) -> None:
    store.record(vouch(group), vouch(group, "v2", **OUTSIDE), vouch(group, "v3", crowded=True))
    back = vouch(group, "v4", individual=group.people[1], voucher=group.people[0])
    store.record(back, withdrawn(group, "v4"))
    assert store.vouches.lines() == [(group.people[1], group.people[0])] * 2
    assert store.vouches.of_individual(group.people[1])[0].id == "v4"


def test_active_vouches_are_counted_by_record_or_by_name_and_contact(
    store: Store, group: Group
) -> None:
    store.record(vouch(group), vouch(group, "v2", **OUTSIDE), vouch(group, "v3", **OUTSIDE))
    store.record(withdrawn(group, "v3"))
    count = store.vouches.active
    assert count(frozenset({group.people[1]})) == 1
    assert count(frozenset({group.people[1]}), "Марія", "the school") == 2
    assert count(frozenset(), "Марія", "the school") == 1
    assert count(frozenset(), "Марія", "elsewhere") == 0
    assert count(frozenset({group.people[0]})) == 0
    store.record(vouch(group, "v4", voucher=group.people[1], name="Марія", contact="the school"))
    assert count(frozenset(), "Марія", "the school") == 1


def test_all_of_it_is_folded_again_from_the_ledger(store: Store, group: Group) -> None:
    store.record(vouch(group, crowded=True), agreed(group, "rita"), vouch(group, "v2", **OUTSIDE))
    store.record(withdrawn(group, "v2"))
    before = store.vouches.of_individual(group.people[0])
    store.rebuild()
    assert store.vouches.of_individual(group.people[0]) == before
