"""Groups that parted or came together, as the registry holds and shows them."""

import pytest

from intake.domain.codes import GroupPart, ReadBack, RegroupReason, Role
from intake.domain.event import CaseCompleted
from intake.domain.group import NewCases, Regroup, merge, split
from tests.builders import NOON, OFFICER, a_group, a_statement, an_id, statements
from tests.registry.casework import a_laptop
from tests.registry.visitor import text_of

ROLES = (Role.CLERK, Role.INTERVIEWER, Role.REVIEWER)


@pytest.fixture
def laptop(tmp_path):
    with a_laptop(tmp_path) as opened:
        yield opened


def complete(laptop, *cases):
    for case in cases:
        found = laptop.cases.get(case)
        event = CaseCompleted(
            case=case, level=found.level, read_back=ReadBack.YES, by=OFFICER, at=NOON
        )
        laptop.record(event)


def send(laptop, store):
    before = store.head(laptop.own_chain).seq
    entries = laptop.entries_after(laptop.own_chain, before)
    store.receive(laptop.own_chain, entries, laptop.keys_for(entries), now=NOON)


def a_draft(laptop, *names):
    group = a_group(*names, complete=False)
    laptop.record(*group.events)
    return group


def parted(laptop, store, reason):
    """A couple that parted on the laptop, both complete and sent; the ids of both cases."""
    group = a_draft(laptop, "Олена", "Іван")
    send(laptop, store)
    new = NewCases(an_id(), an_id(), an_id()[:10].upper())
    act = Regroup(reason, OFFICER, NOON)
    case = laptop.cases.get(group.case)
    history = laptop.events_of(group.case)
    laptop.record(*split(case, history, [group.people[0]], new=new, act=act))
    complete(laptop, new.staying, new.leaving)
    send(laptop, store)
    return group, new


def page(registry, role, person):
    visitor = registry.signed_in(f"a-{role.value}-{person[:6]}", role)
    return text_of(visitor.get(f"/people/{person}?purpose=check-recording").text)


def shown(number):
    return f"{number[:5]}-{number[5:]}"


def test_the_registry_holds_two_groups_and_nothing_of_the_one_before(laptop, store):
    group, new = parted(laptop, store, RegroupReason.FAMILY_REQUEST)
    assert store.cases.get(group.case) is None
    assert [m.id for m in store.cases.get(new.leaving).members] == [group.people[0]]
    assert [m.id for m in store.cases.get(new.staying).members] == [group.people[1]]
    assert store.verify() == []


def test_the_bytes_of_the_one_before_open_with_no_key_the_registry_has(laptop, store):
    group, _ = parted(laptop, store, RegroupReason.PROTECTION)
    entries = store.ledger.of_case(group.case)
    assert entries
    assert [store.open_event(entry) for entry in entries] == [None] * len(entries)


def test_erasing_one_part_leaves_nothing_of_it_and_all_of_the_other(laptop, store):
    group, new = parted(laptop, store, RegroupReason.PROTECTION)
    store.forget_case(new.leaving)
    store.rebuild()
    assert store.cases.individual(group.people[0]) is None
    assert store.cases.get(new.staying).members[0].text("name") == "Іван"


@pytest.mark.parametrize("role", ROLES)
def test_both_groups_tell_their_history(laptop, store, registry, role):
    group, new = parted(laptop, store, RegroupReason.FAMILY_REQUEST)
    words = page(registry, role, group.people[0])
    assert "This group parted from another" in words
    assert shown(group.case[:10].upper()) in words
    other = page(registry, role, group.people[1])
    assert "Others of this group went on apart" in other
    assert shown(new.number) in other


@pytest.mark.parametrize("role", ROLES)
def test_who_parted_to_be_safe_is_not_told_to_other_roles(laptop, store, registry, role):
    group, new = parted(laptop, store, RegroupReason.PROTECTION)
    words = page(registry, role, group.people[1])
    for secret in ("went on apart", "To protect somebody", shown(new.number)):
        assert secret not in words
    assert "parted from another" not in page(registry, role, group.people[0])


def test_protection_sees_why_and_where(laptop, store, registry):
    group, new = parted(laptop, store, RegroupReason.PROTECTION)
    words = page(registry, Role.PROTECTION, group.people[1])
    assert "To protect somebody" in words
    assert shown(new.number) in words
    history = store.groups.history(new.leaving)
    assert [(one.part, one.individuals) for one in history] == [
        (GroupPart.LEFT, (group.people[0],))
    ]


def test_the_number_of_a_merged_group_leads_to_the_one_it_came_into(laptop, store, registry):
    one, two = a_draft(laptop, "Олена"), a_draft(laptop, "Іван")
    both, act = an_id(), Regroup(RegroupReason.MARRIAGE, OFFICER, NOON)
    pairs = [(laptop.cases.get(g.case), laptop.events_of(g.case)) for g in (one, two)]
    laptop.record(*merge(pairs[0], pairs[1], new=both, act=act))
    complete(laptop, both)
    send(laptop, store)
    for group in (one, two):
        assert store.cases.by_number(group.case[:10].upper()).id == both
    assert "Another group came in" in page(registry, Role.CLERK, one.people[0])


def test_said_and_recorded_are_shown_where_they_differ(laptop, store, registry):
    group = a_draft(laptop, "Олена", "Іван")
    laptop.record(statements(group.case, a_statement(group.case, "size", 5)))
    complete(laptop, group.case)
    send(laptop, store)
    assert "They said: 5 · recorded: 2" in page(registry, Role.CLERK, group.people[0])
