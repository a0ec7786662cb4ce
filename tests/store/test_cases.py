"""Reading cases: whole, listed, counted, found; and what a list never shows."""

from datetime import timedelta

import pytest

from intake.domain.codes import CaseStatus, Kin, Purpose
from intake.domain.event import (
    BundleMade,
    CaseDiscarded,
    CaseScreened,
    ReceiptKept,
    RecordViewed,
    TracingRequested,
)
from intake.store import Store
from tests.builders import (
    NOON,
    OFFICER,
    Group,
    a_consent,
    a_group,
    a_name,
    a_statement,
    an_id,
    statements,
)


def receipt(store: Store, seq: int) -> ReceiptKept:
    """The registry acknowledged our chain up to there."""
    return ReceiptKept(
        chain=store.own_chain,
        seq=seq,
        head="0" * 64,
        signature="00",
        channel="wire",
        by=OFFICER,
        at=NOON,
    )


def bundle(last: int) -> BundleMade:
    """A bundle left this machine with everything up to there."""
    return BundleMade(bundle=an_id(), channel="wire", last_seq=last, by=OFFICER, at=NOON)


def status(store: Store, group: Group) -> CaseStatus:
    found = store.cases.get(group.case)
    assert found is not None
    return found.status


@pytest.fixture
def group(store: Store) -> Group:
    """A complete group on the laptop."""
    made = a_group("Олена Тест", "Petro Test")
    store.record(*made.events)
    return made


def test_a_record_goes_from_ready_to_sent_to_received(store: Store, group: Group) -> None:
    seq = store.head(store.own_chain).seq
    assert status(store, group) is CaseStatus.READY
    store.record(bundle(seq))
    assert status(store, group) is CaseStatus.SENT
    store.record(receipt(store, seq))
    assert status(store, group) is CaseStatus.RECEIVED


def test_a_receipt_for_less_leaves_the_record_waiting(store: Store, group: Group) -> None:
    seq = store.head(store.own_chain).seq
    store.record(receipt(store, seq - 1))
    assert status(store, group) is CaseStatus.READY


def test_an_addition_after_the_receipt_waits_again(store: Store, group: Group) -> None:
    store.record(receipt(store, store.head(store.own_chain).seq))
    store.record(statements(group.case, a_statement(group.people[0], "mother", a_name("Ганна"))))
    assert status(store, group) is CaseStatus.READY


def test_counts_and_lists_say_the_same(store: Store, group: Group) -> None:
    draft = a_group("Nobody Yet", complete=False)
    store.record(*draft.events)
    assert store.cases.counts() == {CaseStatus.READY: 1, CaseStatus.DRAFT: 1}
    for wanted, expected in ((CaseStatus.READY, group), (CaseStatus.DRAFT, draft)):
        assert [line.id for line in store.cases.latest(wanted)] == [expected.case]
    assert {line.id for line in store.cases.latest()} == {group.case, draft.case}


def test_a_list_holds_numbers_and_no_words(store: Store, group: Group) -> None:
    (line,) = store.cases.latest()
    assert line.size == 2
    assert "Олена" not in repr(line)


def test_lists_come_in_pages(store: Store) -> None:
    groups = [a_group(f"Person {n}") for n in range(5)]
    for made in groups:
        store.record(*made.events)
    pages = [store.cases.latest(limit=2, offset=offset) for offset in (0, 2, 4)]
    found = [line.id for page in pages for line in page]
    assert sorted(found) == sorted(g.case for g in groups)
    assert [len(page) for page in pages] == [2, 2, 1]


def test_a_case_is_found_by_its_number_and_by_those_of_its_members(
    store: Store, group: Group
) -> None:
    whole = store.cases.get(group.case)
    assert whole is not None
    for number in (whole.number, *(m.number for m in whole.members)):
        found = store.cases.by_number(number)
        assert found is not None
        assert found.id == group.case
    assert store.cases.by_number("ZZZZZZZZZZ") is None


def test_an_individual_leads_to_the_case(store: Store, group: Group) -> None:
    found = store.cases.of_individual(group.people[1])
    assert found is not None
    assert found.member(group.people[1]) is not None
    assert store.cases.of_individual(an_id()) is None
    assert store.cases.individual(an_id()) is None
    assert store.cases.get(an_id()) is None


@pytest.mark.parametrize("typed", ["олен", "ОЛЕНА тес", "petro", "тест олена", "  Олена  "])
def test_a_name_is_found_by_the_beginnings_of_its_words(
    store: Store, group: Group, typed: str
) -> None:
    assert [line.id for line in store.cases.find(typed)] == [group.case]


@pytest.mark.parametrize("typed", ["", "  ", "'", "лена", "олена петро хтось", "%", "*", '"'])
def test_what_nobody_is_called_finds_nobody(store: Store, group: Group, typed: str) -> None:
    assert store.cases.find(typed) == []


def test_the_oldest_that_waits_is_told(store: Store, group: Group) -> None:
    assert store.cases.oldest_waiting() == NOON.isoformat()
    store.record(receipt(store, store.head(store.own_chain).seq))
    assert store.cases.oldest_waiting() == ""


def test_a_discarded_draft_counts_nowhere(store: Store) -> None:
    draft = a_group("Nobody", complete=False)
    store.record(*draft.events)
    store.record(CaseDiscarded(case=draft.case, reason="left", by=OFFICER, at=NOON))
    assert store.cases.counts() == {}
    assert store.cases.complete_ids() == []
    assert not store.cases.was_complete(draft.case)


def test_only_complete_cases_wait_for_screening_and_only_once(store: Store, group: Group) -> None:
    store.record(*a_group("Nobody", complete=False).events)
    assert store.cases.unscreened() == [group.case]
    assert store.cases.complete_ids() == [group.case]
    store.record(CaseScreened(case=group.case, suggestions=0, by="screening", at=NOON))
    assert store.cases.unscreened() == []


def test_a_tracing_request_is_read_back_as_it_was_made(store: Store, group: Group) -> None:
    request = TracingRequested(
        case=group.case,
        request=an_id(),
        individual=group.people[0],
        kin=Kin.SPOUSE,
        sought={"name": a_name("Тарас"), "last-news": "a call in May"},
        must_not_know="the cousin",
        by=OFFICER,
        at=NOON,
    )
    store.record(a_consent(group.case, group.people[0], Purpose.TRACING), request)
    (read,) = store.cases.tracing(group.case)
    assert (read.kin, read.sought, read.must_not_know) == (
        Kin.SPOUSE,
        request.sought,
        "the cousin",
    )
    assert store.cases.tracing() == [read]
    assert store.cases.tracing(an_id()) == []


def test_whoever_looked_is_told_newest_first(store: Store, group: Group) -> None:
    for minute, who in enumerate(("rita", "ivan")):
        store.record(
            RecordViewed(
                case=group.case,
                individual=group.people[0],
                purpose="compare-records",
                by=who,
                at=NOON + timedelta(minutes=minute),
            )
        )
    assert [view.by for view in store.cases.views(group.people[0])] == ["ivan", "rita"]
    assert store.cases.views(group.people[1]) == []


def test_the_read_back_is_kept(store: Store, group: Group) -> None:
    assert store.cases.read_back(group.case) == "yes"
    assert store.cases.read_back(an_id()) == ""
