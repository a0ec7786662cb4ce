"""Groups that part and come together: nothing is lost, nothing lies under two keys."""

from dataclasses import replace
from typing import Any

import pytest

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, GroupKind, GroupPart, Purpose, RegroupReason
from intake.domain.event import (
    CaseDiscarded,
    CaseOpened,
    Event,
    FocalPointNamed,
    GroupsMerged,
    GroupSplit,
    IndividualAdded,
    StatementsAdded,
)
from intake.domain.group import NewCases, Regroup, may_regroup, merge, split, stated_size
from intake.domain.individual import Individual
from intake.domain.statement import Json, Said
from intake.errors import CaseClosed, FieldMissing
from tests import builders
from tests.builders import NOON, Group, a_consent, a_group, a_statement

NEW = NewCases("stay", "leave", "NEWNUMBER1")
ACT = Regroup(RegroupReason.FAMILY_REQUEST, "officer-2", NOON)


def a_case(made: Group, **changed: Any) -> Case:
    first = made.events[0]
    assert isinstance(first, CaseOpened)
    added = [e for e in made.events if isinstance(e, IndividualAdded)]
    members = tuple(Individual(e.individual, made.case, e.number, e.position) for e in added)
    case = builders.a_case(made.case, number=first.number, focal=made.people[0], members=members)
    return replace(case, **changed)


@pytest.fixture
def family() -> Group:
    made = a_group("Олена", "Іван", "Марія", complete=False)
    agreed = a_consent(made.case, made.people[1], Purpose.TRACING)
    return Group(made.case, made.people, (*made.events, agreed))


def parted(made: Group, *leaving: str, **changed: Any) -> list[Event]:
    return split(a_case(made, **changed), made.events, leaving, new=NEW, act=ACT)


def said_in(events: list[Event], case: str) -> list[Any]:
    saved = [e for e in events if isinstance(e, StatementsAdded) and e.case == case]
    return [s for e in saved for s in e.statements]


def test_every_statement_lies_under_exactly_one_of_the_new_cases(family: Group) -> None:
    events = parted(family, family.people[1])
    before = {s.id for e in family.events if isinstance(e, StatementsAdded) for s in e.statements}
    stay = {s.id for s in said_in(events, "stay")}
    leave = {s.id for s in said_in(events, "leave")}
    assert stay | leave == before
    assert not stay & leave
    assert {s.subject for s in said_in(events, "leave")} == {family.people[1]}


def test_the_old_case_is_given_up_first_and_nothing_more_is_said_in_it(family: Group) -> None:
    first, *rest = parted(family, family.people[1])
    assert isinstance(first, CaseDiscarded)
    assert first.case == family.case
    assert {event.case for event in rest} == {"stay", "leave"}


def test_people_keep_their_numbers_and_the_part_that_stays_that_of_the_group(
    family: Group,
) -> None:
    events = parted(family, family.people[1])
    before = {e.individual: e.number for e in family.events if isinstance(e, IndividualAdded)}
    added = [e for e in events if isinstance(e, IndividualAdded)]
    assert {e.individual: e.number for e in added} == before
    assert [(e.case, e.position) for e in added] == [("stay", 1), ("stay", 2), ("leave", 1)]
    numbers = {e.case: e.number for e in events if isinstance(e, CaseOpened)}
    assert numbers == {"stay": family.case[:10].upper(), "leave": "NEWNUMBER1"}


def test_who_wrote_it_and_when_is_carried_along(family: Group) -> None:
    carried = [e for e in parted(family, family.people[1]) if isinstance(e, StatementsAdded)]
    assert {e.by for e in carried} == {"officer-1"}


def test_what_was_said_of_the_group_stays_with_its_number(family: Group) -> None:
    events = parted(family, family.people[1])
    urgent = [s for s in said_in(events, "stay") if s.path.startswith("urgent.")]
    assert {s.subject for s in urgent} == {"stay"}
    assert not [s for s in said_in(events, "leave") if s.path.startswith("urgent.")]


def test_agreements_go_with_the_one_who_gave_them(family: Group) -> None:
    events = parted(family, family.people[1])
    assert [e.case for e in events if e.kind == "consent-recorded"] == ["leave"]


def test_one_who_leaves_alone_speaks_for_themselves(family: Group) -> None:
    events = parted(family, family.people[1])
    named = [(e.case, e.individual) for e in events if isinstance(e, FocalPointNamed)]
    assert named == [("stay", family.people[0]), ("leave", family.people[1])]
    (left,) = [e for e in events if isinstance(e, CaseOpened) and e.case == "leave"]
    assert left.group_kind is GroupKind.SINGLE


def test_several_who_leave_are_asked_whom_to_talk_to(family: Group) -> None:
    events = parted(family, *family.people[1:])
    named = [(e.case, e.individual) for e in events if isinstance(e, FocalPointNamed)]
    assert named == [("stay", family.people[0])]


def test_several_who_leave_are_the_kind_of_group_they_were(family: Group) -> None:
    events = parted(family, *family.people[1:])
    kinds = {e.case: e.group_kind for e in events if isinstance(e, CaseOpened)}
    assert kinds == {"stay": GroupKind.FAMILY, "leave": GroupKind.FAMILY}


def test_no_page_is_carried_along_without_a_word_of_theirs(family: Group) -> None:
    events = parted(family, family.people[1])
    assert all(e.statements for e in events if isinstance(e, StatementsAdded))


def test_refusals_name_the_case_and_nobody(family: Group) -> None:
    done = a_case(family, status=CaseStatus.READY)
    case = a_case(family)
    for step in (
        lambda: split(done, family.events, family.people[:1], new=NEW, act=ACT),
        lambda: merge((case, family.events), (done, family.events), new="n", act=ACT),
        lambda: merge((case, family.events), (case, family.events), new="n", act=ACT),
    ):
        with pytest.raises(CaseClosed) as caught:
            step()
        assert caught.value.facts == {"case": family.case}
    with pytest.raises(FieldMissing) as missing:
        split(case, family.events, (), new=NEW, act=ACT)
    assert missing.value.facts == {"case": family.case, "path": "people"}


def test_both_parts_tell_what_happened(family: Group) -> None:
    told = [e for e in parted(family, family.people[1]) if isinstance(e, GroupSplit)]
    number = family.case[:10].upper()
    assert [(e.case, e.part, e.other_number) for e in told] == [
        ("stay", GroupPart.STAYED, "NEWNUMBER1"),
        ("leave", GroupPart.LEFT, number),
    ]
    assert {(e.individuals, e.reason, e.by) for e in told} == {
        ((family.people[1],), RegroupReason.FAMILY_REQUEST, "officer-2")
    }


@pytest.mark.parametrize("many", [0, 3])
def test_somebody_leaves_and_somebody_stays(family: Group, many: int) -> None:
    with pytest.raises(FieldMissing) as caught:
        parted(family, *family.people[:many])
    assert caught.value.facts["path"] == "people"


@pytest.mark.parametrize(
    "changed", [{"status": CaseStatus.READY}, {"completed_at": "2026-11-20T12:00:00+00:00"}]
)
def test_what_the_registry_may_be_able_to_read_is_not_parted(
    family: Group, changed: dict[str, Any]
) -> None:
    assert not may_regroup(a_case(family, **changed))
    with pytest.raises(CaseClosed):
        parted(family, family.people[1], **changed)


def joined(one: Group, two: Group) -> list[Event]:
    return merge((a_case(one), one.events), (a_case(two), two.events), new="both", act=ACT)


def test_two_groups_become_one_with_everything_that_was_said(family: Group) -> None:
    other = a_group("Назар", "Віра", complete=False)
    events = joined(family, other)
    before = {
        s.id
        for e in (*family.events, *other.events)
        if isinstance(e, StatementsAdded)
        for s in e.statements
    }
    assert {s.id for s in said_in(events, "both")} == before
    people = [(e.individual, e.position) for e in events if isinstance(e, IndividualAdded)]
    assert people == list(zip((*family.people, *other.people), range(1, 6), strict=True))


def test_the_first_group_keeps_number_and_focal_point_and_the_other_is_told(
    family: Group,
) -> None:
    other = a_group("Назар", complete=False)
    events = joined(family, other)
    (began,) = [e for e in events if isinstance(e, CaseOpened)]
    assert began.number == family.case[:10].upper()
    assert [e.individual for e in events if isinstance(e, FocalPointNamed)] == [family.people[0]]
    told = events[-1]
    assert isinstance(told, GroupsMerged)
    assert (told.number, told.individuals) == (other.case[:10].upper(), other.people)
    assert (told.notice_version, told.notice_language) == ("1", "uk")
    assert [e.case for e in events if isinstance(e, CaseDiscarded)] == [family.case, other.case]


def test_a_group_is_not_merged_with_itself_nor_with_a_complete_one(family: Group) -> None:
    with pytest.raises(CaseClosed):
        joined(family, family)
    done = a_group("Назар")
    ready = a_case(done, status=CaseStatus.READY)
    with pytest.raises(CaseClosed):
        merge((a_case(family), family.events), (ready, done.events), new="both", act=ACT)


def sized(path: str, value: Json) -> Case:
    made = a_group("Олена", complete=False)
    said = Said(a_statement(made.case, path, value), by="", device="", at="", hlc="1")
    return a_case(made, said=(said,))


@pytest.mark.parametrize(
    ("path", "value", "size"),
    [("size", 5, 5), ("tally", {"f-0-4": 2, "m-60": 1}, 3), ("call-name", "Oaks", None)],
)
def test_how_many_they_say_they_are(path: str, value: Json, size: int | None) -> None:
    assert stated_size(sized(path, value)) == size


def test_events_of_the_group_that_are_no_statements_stay_with_its_number(family: Group) -> None:
    told = GroupSplit(
        case=family.case,
        part=GroupPart.LEFT,
        other_number="BEFORE0001",
        individuals=family.people,
        reason=RegroupReason.MARRIAGE,
        by="officer-1",
        at=NOON,
    )
    again = Group(family.case, family.people, (*family.events, told))
    found = [e for e in parted(again, family.people[1]) if isinstance(e, GroupSplit)]
    assert next((e.case, e.other_number) for e in found) == ("stay", "BEFORE0001")


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize(
    "changed", [{"status": CaseStatus.READY}, {"completed_at": "2026-11-20T12:00:00+00:00"}]
)
def test_neither_of_two_groups_that_come_together_was_ever_complete(
    family: Group, which: int, changed: dict[str, Any]
) -> None:
    groups = [family, a_group("Назар", complete=False)]
    sides = [(a_case(one), one.events) for one in groups]
    sides[which] = (a_case(groups[which], **changed), groups[which].events)
    with pytest.raises(CaseClosed) as caught:
        merge(*sides, new="both", act=ACT)
    assert caught.value.facts == {"case": groups[which].case}
