"""Which cases a list takes in: by what was said, by their day, by what has arrived."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from intake.domain.case import forget_content
from intake.domain.codes import Absent, CaseStatus, IdentityLevel, NextStep
from intake.domain.event import (
    CaseDiscarded,
    CaseOpened,
    ContentForgotten,
    OutcomeTold,
    ReceiptKept,
)
from intake.store import Store
from intake.store.papers import REFUSED
from tests.builders import NOON, OFFICER, Group, a_group, a_statement, opened, statements
from tests.store.test_cases import bundle

SECOND = timedelta(seconds=1)


def acknowledged(store: Store, seq: int, at: datetime = NOON) -> ReceiptKept:
    return ReceiptKept(
        chain=store.own_chain, seq=seq, head="", signature="", channel="usb", by=OFFICER, at=at
    )


def all_acknowledged(store: Store, at: datetime = NOON) -> None:
    store.record(acknowledged(store, store.head(store.own_chain).seq, at))


def forgotten(store: Store, group: Group) -> ContentForgotten:
    case = store.cases.get(group.case)
    assert case is not None
    return forget_content(case, by=OFFICER, at=NOON)


def given_up(group: Group) -> CaseDiscarded:
    return CaseDiscarded(case=group.case, reason="left", by=OFFICER, at=NOON)


def told(group: Group) -> OutcomeTold:
    return OutcomeTold(
        case=group.case,
        individual=group.people[0],
        level=IdentityLevel.A1,
        facts=(),
        next_step=NextStep.NOTHING_NEEDED,
        message="",
        by="rita",
        at=NOON,
    )


@pytest.fixture
def group(store: Store) -> Group:
    made = a_group("Олена Тест", "Petro Test", said={"sex": "f", "mother": {"text": "Ганна"}})
    store.record(*made.events)
    return made


@pytest.fixture
def draft(store: Store) -> Group:
    made = a_group("Hodan", complete=False, said={"sex": "f"})
    store.record(*made.events)
    return made


@pytest.mark.parametrize(("seconds", "found"), [(-1, False), (0, True), (1, True)])
def test_a_record_is_due_to_be_forgotten_by_when_all_of_it_had_arrived(
    store: Store, group: Group, draft: Group, seconds: int, found: bool
) -> None:
    all_acknowledged(store)
    moment = (NOON + seconds * SECOND).isoformat()
    assert store.cases.received_before(moment) == ([group.case] if found else [])


def test_what_did_not_arrive_whole_or_was_forgotten_already_is_not_due(
    store: Store, group: Group
) -> None:
    later = (NOON + SECOND).isoformat()
    store.record(acknowledged(store, store.head(store.own_chain).seq - 1))
    assert store.cases.received_before(later) == []
    all_acknowledged(store)
    store.record(statements(group.case, a_statement(group.people[0], "spouse", "Тарас")))
    assert store.cases.received_before(later) == []
    all_acknowledged(store)
    assert store.cases.received_before(later) == [group.case]
    store.record(forgotten(store, group))
    assert store.cases.received_before(later) == []


def test_what_came_from_another_laptop_is_never_due(
    store: Store, registry: Store, group: Group
) -> None:
    entries = store.entries_after(store.own_chain, 0)
    registry.receive(store.own_chain, entries, store.keys_for(entries), now=NOON)
    registry.record(*a_group("Abebe").events)
    all_acknowledged(registry)
    assert group.case in registry.cases.complete_ids()
    assert group.case not in registry.cases.received_before((NOON + SECOND).isoformat())


def begun(case: str, at: datetime) -> CaseOpened:
    return replace(opened(case, number=case.upper().ljust(10, "0")), at=at)


def test_a_day_takes_in_its_first_and_its_last_moment_and_no_other(store: Store) -> None:
    day = NOON.replace(hour=0)
    end = day + timedelta(days=1)
    store.record(
        begun("e", end - timedelta(microseconds=1)),
        begun("d", end - SECOND),
        begun("c", end),
        begun("b", day),
        begun("a", day - timedelta(microseconds=1)),
    )
    assert store.cases.opened_on(day.date().isoformat()) == ["b", "d", "e"]
    assert store.cases.opened_on(end.date().isoformat()) == ["c"]
    assert store.cases.opened_on("2026-11-19") == ["a"]


def test_whoever_gave_a_value_to_one_of_the_questions_has_answered(
    store: Store, group: Group, draft: Group
) -> None:
    first, second = group.people
    assert store.cases.answered("sex") == {first}
    assert store.cases.answered("sex", "name") == {first, second}
    assert store.cases.answered("father") == store.cases.answered() == set()


def test_who_ever_gave_a_code_is_found_by_exactly_that_code(
    store: Store, group: Group, draft: Group
) -> None:
    first, second = group.people
    (held,) = store.cases.outlines([first], "sex")[first].said
    saw = (held.statement.id,)
    store.record(
        statements(
            group.case,
            a_statement(first, "sex", "m", saw=saw),
            a_statement(second, "sex", "fm"),
            a_statement(group.case, "urgent.doctor", "f"),
        )
    )
    assert store.cases.saying("sex", "f") == {first}
    assert store.cases.saying("sex", "m") == {first}
    assert store.cases.saying("urgent.doctor", "f") == {group.case}
    assert store.cases.saying("sex", "") == set()


def test_an_outline_holds_what_was_asked_for_of_whoever_is_here_and_nothing_else(
    store: Store, group: Group, draft: Group
) -> None:
    first, second = group.people
    found = store.cases.outlines([second, first, "stranger"], "sex", "mother")
    assert set(found) == {first, second}
    assert {s.statement.path for one in found.values() for s in one.said} == {"sex", "mother"}
    assert (found[first].value("sex"), found[first].text("mother")) == ("f", "Ганна")
    whole = store.cases.individual(first)
    assert whole is not None
    assert found[first].number == whole.number
    assert found[first].history("sex") == whole.history("sex")
    assert store.cases.outlines([first])[first].said == ()


def test_a_key_stays_here_while_its_case_is_a_draft_or_given_up(
    store: Store, group: Group, draft: Group
) -> None:
    gone = a_group("Zahra", complete=False)
    store.record(*gone.events, given_up(gone))
    assert store.cases.unfinished() == {draft.case}
    entries = store.entries_after(store.own_chain, 0, 10_000)
    assert set(store.keys_for(entries)) == {group.case}


def line_of(store: Store, case: str) -> CaseStatus:
    (line,) = [line for line in store.cases.latest() if line.id == case]
    found = store.cases.get(case)
    assert found is not None
    assert found.status is line.status
    assert store.cases.latest(line.status) == [line]
    return line.status


def test_what_the_registry_refuses_stands_as_refused_until_it_takes_it(
    store: Store, group: Group
) -> None:
    store.papers.keep_setting(REFUSED, "device-revoked")
    assert line_of(store, group.case) is CaseStatus.READY
    seq = store.head(store.own_chain).seq
    store.record(bundle(seq))
    assert line_of(store, group.case) is CaseStatus.REFUSED
    assert store.cases.oldest_waiting() == NOON.isoformat()
    store.record(acknowledged(store, seq))
    assert line_of(store, group.case) is CaseStatus.RECEIVED


def test_a_record_is_answered_once_it_arrived_and_an_outcome_was_told(
    store: Store, group: Group
) -> None:
    seq = store.head(store.own_chain).seq
    store.record(told(group))
    assert line_of(store, group.case) is CaseStatus.READY
    store.record(acknowledged(store, seq + 1))
    assert line_of(store, group.case) is CaseStatus.ANSWERED


def test_the_newest_case_with_something_left_to_ask_comes_first(
    store: Store, group: Group, draft: Group
) -> None:
    later = a_statement(group.people[1], "spouse", absent=Absent.LATER)
    newest = begun("n", NOON + SECOND)
    store.record(statements(group.case, later), newest)
    assert store.cases.put_off([], limit=9) == ["n", draft.case]
    assert store.cases.put_off([Absent.LATER], limit=9) == ["n", draft.case, group.case]
    assert store.cases.put_off([Absent.LATER], limit=1) == ["n"]
    assert group.case not in store.cases.put_off([Absent.DECLINED], limit=9)
    all_acknowledged(store)
    store.record(forgotten(store, group))
    assert group.case not in store.cases.put_off([Absent.LATER], limit=9)


def test_the_case_begun_last_is_listed_first_whatever_was_recorded_last(store: Store) -> None:
    store.record(*(begun(name, NOON + hours * 60 * 60 * SECOND) for name, hours in LISTED))
    assert [line.id for line in store.cases.latest()] == ["late", "a-same", "b-same", "early"]


LISTED = [("b-same", 1), ("late", 2), ("early", 0), ("a-same", 1)]


def test_what_left_in_any_bundle_is_sent_though_a_shorter_one_was_made_after_it(
    store: Store, group: Group
) -> None:
    seq = store.head(store.own_chain).seq
    store.record(bundle(seq - 1))
    assert line_of(store, group.case) is CaseStatus.READY
    store.record(bundle(seq), bundle(seq - 1))
    assert line_of(store, group.case) is CaseStatus.SENT
