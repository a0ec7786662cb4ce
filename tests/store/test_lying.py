"""What lies on a laptop: drafts nobody touched, and when a record had arrived."""

from datetime import datetime, timedelta

import pytest

from intake.domain.codes import Level, ReadBack
from intake.domain.event import CaseCompleted, CaseDiscarded, CaseOpened, LevelRaised, ReceiptKept
from intake.store import Store
from tests.builders import NOON, OFFICER, Group, a_group, a_statement, opened, statements

HOUR = timedelta(hours=1)


def acknowledged(store: Store, seq: int, at: datetime) -> ReceiptKept:
    return ReceiptKept(
        chain=store.own_chain, seq=seq, head="", signature="", channel="usb", by=OFFICER, at=at
    )


def begun(case: str, at: datetime = NOON) -> CaseOpened:
    made = opened(case)
    object.__setattr__(made, "at", at)
    return made


def test_a_record_arrived_when_all_of_it_was_acknowledged_first(store: Store) -> None:
    group = a_group("Олена Тест")
    store.record(*group.events)
    last = store.head(store.own_chain).seq
    assert store.lying.received_at(group.case) is None
    store.record(acknowledged(store, last - 1, NOON))
    assert store.lying.received_at(group.case) is None
    store.record(acknowledged(store, last, NOON + HOUR))
    store.record(acknowledged(store, last + 5, NOON + 2 * HOUR))
    assert store.lying.received_at(group.case) == NOON + HOUR
    assert store.lying.received_at("nothing") is None


def test_a_record_that_went_on_has_not_arrived_yet(store: Store) -> None:
    group = a_group("Олена Тест")
    store.record(*group.events)
    store.record(acknowledged(store, store.head(store.own_chain).seq, NOON))
    store.record(statements(group.case, a_statement(group.people[0], "sex", "f")))
    assert store.lying.received_at(group.case) is None


@pytest.mark.parametrize("ends", ["draft", "discarded"])
def test_a_draft_never_arrives(store: Store, ends: str) -> None:
    group = a_group("Олена Тест", complete=False)
    store.record(*group.events)
    if ends == "discarded":
        store.record(CaseDiscarded(case=group.case, reason="left", by=OFFICER, at=NOON))
    store.record(acknowledged(store, store.head(store.own_chain).seq + 9, NOON))
    assert store.lying.received_at(group.case) is None


@pytest.fixture
def draft(store: Store) -> Group:
    """A draft whose last entry is of noon."""
    group = a_group("Олена Тест", complete=False)
    store.record(*group.events)
    return group


@pytest.mark.parametrize(("hours", "is_old"), [(-1, False), (0, False), (1, True)])
def test_a_draft_is_untouched_from_its_last_entry_on(
    store: Store, draft: Group, hours: int, is_old: bool
) -> None:
    moment = NOON + timedelta(seconds=1) + hours * HOUR
    assert store.lying.untouched_since(moment) == ([draft.case] if is_old else [])


@pytest.mark.parametrize(("minutes", "is_old"), [(59, True), (60, False), (61, False)])
def test_a_letter_typed_is_a_touch(store: Store, draft: Group, minutes: int, is_old: bool) -> None:
    typed = NOON + timedelta(minutes=minutes)
    store.papers.keep_draft(draft.case + "/who", {}, rev=0, at=typed)
    store.papers.keep_draft(draft.case + "0/who", {}, rev=0, at=NOON + 9 * HOUR)
    assert store.lying.untouched_since(NOON + HOUR) == ([draft.case] if is_old else [])


def test_the_oldest_draft_comes_first_and_what_was_complete_once_is_left_alone(
    store: Store, draft: Group
) -> None:
    complete = a_group("Hodan")
    store.record(*complete.events, begun("older", NOON - HOUR), begun("a-same"))
    reopened = a_group("Abebe")
    done = CaseCompleted(
        case=reopened.case, level=Level.QUICK, read_back=ReadBack.YES, by=OFFICER, at=NOON
    )
    raised = LevelRaised(case=reopened.case, level=Level.FULL, by=OFFICER, at=NOON)
    store.record(*reopened.events[:-1], done, raised)
    found = store.lying.untouched_since(NOON + HOUR)
    assert found == ["older", *sorted(["a-same", draft.case])]
