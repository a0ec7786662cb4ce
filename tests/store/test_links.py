"""Two people link and two people undo a link: a rule of the tables, folded from the ledger."""

import pytest

from intake.domain.codes import AfterUndo, PairStatus, PairVerdict
from intake.domain.event import PairReopened, RecordsUnlinked, UnlinkAsked, UnlinkDeclined
from intake.store import Store
from intake.store.engine import IntegrityError
from tests.builders import NOON, OFFICER, Group, a_group
from tests.store.test_four_eyes import judged, suggested


@pytest.fixture
def group(store: Store) -> Group:
    """Two people of a recorded group."""
    made = a_group("Olena", "Taras")
    store.record(*made.events)
    return made


@pytest.fixture
def linked(store: Store, group: Group) -> Store:
    """A store where two people linked the two records."""
    store.record(suggested(group), judged(group, "r1"), judged(group, "r2"))
    return store


def asked(group: Group, by: str = "r1", after: AfterUndo = AfterUndo.JUDGE_AGAIN) -> UnlinkAsked:
    return UnlinkAsked(case=group.case, pair="p1", after=after, reason="why", by=by, at=NOON)


def undone(group: Group, by: str, after: AfterUndo = AfterUndo.JUDGE_AGAIN) -> RecordsUnlinked:
    return RecordsUnlinked(
        case=group.case, pair="p1", after=after, asked_by="r1", reason="yes", by=by, at=NOON
    )


def status(store: Store) -> tuple[PairStatus, str, int]:
    pair = store.pairs.get("p1")
    assert pair is not None
    return pair.status, pair.verdict, pair.round


def test_v16_the_tables_link_nothing_on_one_word(store: Store, group: Group) -> None:
    store.record(suggested(group), judged(group, "r1"))
    with pytest.raises(IntegrityError):
        store._db.execute("UPDATE pairs SET status = 'linked'")


def test_v16_the_tables_refuse_the_recorder_as_one_who_links(store: Store, group: Group) -> None:
    store.record(suggested(group))
    with pytest.raises(IntegrityError):
        store.record(judged(group, OFFICER))
    store.record(judged(group, OFFICER, PairVerdict.DIFFERENT))


def test_v16_the_tables_undo_no_link_on_one_word(linked: Store, group: Group) -> None:
    linked.record(asked(group, "r1"))
    with pytest.raises(IntegrityError):
        linked.record(undone(group, "r1"))
    with pytest.raises(IntegrityError):
        linked._db.execute("UPDATE pairs SET status = 'candidate'")
    assert status(linked)[0] is PairStatus.UNLINK_ASKED


def test_only_one_wish_to_undo_waits(linked: Store, group: Group) -> None:
    linked.record(asked(group))
    with pytest.raises(IntegrityError):
        linked.record(asked(group, "r2"))


def test_an_undone_link_is_judged_anew_by_the_same_people_if_need_be(
    linked: Store, group: Group
) -> None:
    linked.record(asked(group), undone(group, "r2"))
    assert status(linked) == (PairStatus.CANDIDATE, "", 2)
    assert linked.pairs.linked_with(group.people[0]) == []
    linked.record(judged(group, "r1"))
    assert status(linked)[0] is PairStatus.FIRST_VERDICT
    assert [v.round for v in linked.pairs.past_verdicts("p1")] == [1, 1]
    linked.record(judged(group, "r2"))
    assert status(linked) == (PairStatus.LINKED, "same", 2)


def test_an_undone_link_may_leave_two_different_people(linked: Store, group: Group) -> None:
    after = AfterUndo.DIFFERENT
    linked.record(asked(group, after=after), undone(group, "r2", after))
    assert status(linked) == (PairStatus.AGREED, "different", 2)
    assert linked.pairs.never_again(group.people[0]) >= {group.people[1]}


def test_all_of_it_is_folded_again_from_the_ledger(linked: Store, group: Group) -> None:
    kept = UnlinkDeclined(case=group.case, pair="p1", reason="no", by="r2", at=NOON)
    linked.record(asked(group), kept, asked(group), undone(group, "r3"))
    linked.record(judged(group, "r1", PairVerdict.RELATED))
    again = PairReopened(case=group.case, pair="p1", reason="a letter", by="r2", at=NOON)
    linked.record(again)
    before = status(linked), linked.pairs.undoings("p1"), linked.pairs.reopenings("p1")
    linked.rebuild()
    assert (status(linked), linked.pairs.undoings("p1"), linked.pairs.reopenings("p1")) == before
    assert before[0] == (PairStatus.CANDIDATE, "", 3)
    assert [one.undone for one in before[1]] == [False, True]


def test_an_erased_record_takes_the_history_of_its_links_along(linked: Store, group: Group) -> None:
    linked.record(asked(group), undone(group, "r2"))
    linked.forget_case(group.case)
    assert linked.pairs.get("p1") is None
    assert linked.pairs.undoings("p1") == linked.pairs.past_verdicts("p1") == []
