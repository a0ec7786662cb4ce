"""Two people link and two people undo a link: a rule of the tables, folded from the ledger."""

from dataclasses import replace

import pytest

from intake.domain.codes import AfterUndo, PairStatus, PairVerdict, Source
from intake.domain.event import PairReopened, RecordsUnlinked, UnlinkAsked, UnlinkDeclined
from intake.store import Store
from intake.store.engine import IntegrityError
from tests.builders import NOON, OFFICER, Group, a_group, a_statement, statements
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


def other_pair(store: Store) -> Group:
    """Two more people whose records are linked, and whose link was undone, as another pair."""
    made = a_group("Hodan", "Ayaan")
    store.record(*made.events)
    two = {"case": made.case, "pair": "p2"}
    second = replace(suggested(made), **two)
    store.record(second, *(replace(judged(made, by), **two) for by in ("r1", "r2")))
    store.record(replace(asked(made), **two), replace(undone(made, "r2"), **two))
    return made


def test_v16_words_of_an_earlier_round_link_nothing(linked: Store, group: Group) -> None:
    linked.record(asked(group), undone(group, "r2"), judged(group, "r1"))
    with pytest.raises(IntegrityError, match="two people link"):
        linked._db.execute("UPDATE pairs SET status = 'linked'")


def test_v16_an_undoing_of_an_earlier_round_undoes_nothing(linked: Store, group: Group) -> None:
    linked.record(asked(group), undone(group, "r2"), judged(group, "r1"), judged(group, "r2"))
    linked.record(asked(group))
    for to in (
        "UPDATE pairs SET status = 'candidate'",
        "UPDATE pairs SET status = 'agreed', verdict = 'different'",
    ):
        with pytest.raises(IntegrityError, match="two people undo"):
            linked._db.execute(to)


def test_v16_words_about_another_pair_neither_link_nor_undo(store: Store, group: Group) -> None:
    other_pair(store)
    store.record(suggested(group), judged(group, "r1"))
    with pytest.raises(IntegrityError, match="two people link"):
        store._db.execute("UPDATE pairs SET status = 'linked' WHERE id = 'p1'")
    store.record(judged(group, "r2"), asked(group))
    with pytest.raises(IntegrityError, match="two people undo"):
        store._db.execute("UPDATE pairs SET status = 'candidate' WHERE id = 'p1'")


def test_two_who_say_something_else_link_nothing(store: Store, group: Group) -> None:
    different = PairVerdict.CANNOT_TELL
    store.record(suggested(group), judged(group, "r1", different), judged(group, "r2", different))
    with pytest.raises(IntegrityError, match="two people link"):
        store._db.execute("UPDATE pairs SET status = 'linked'")


def test_who_recorded_other_people_or_wrote_down_a_talk_alone_can_link(
    store: Store, group: Group
) -> None:
    other = other_pair(store)
    heard = replace(a_statement(group.people[0], "birth-place", "Бахмут"), source=Source.INTERVIEW)
    third = a_group("Somebody", "Else")
    store.record(
        replace(statements(group.case, heard), by="r1"),
        *(replace(event, by="r2") for event in third.events),
        replace(suggested(third), pair="p3", right=other.people[0], right_case=other.case),
        suggested(group),
        judged(group, "r1"),
        judged(group, "r2"),
    )
    assert status(store) == (PairStatus.LINKED, "same", 1)


def test_a_wish_to_undo_that_was_refused_lets_the_link_stand(linked: Store, group: Group) -> None:
    kept = UnlinkDeclined(case=group.case, pair="p1", reason="no", by="r2", at=NOON)
    linked.record(asked(group), kept)
    assert status(linked) == (PairStatus.LINKED, "same", 1)
    with pytest.raises(IntegrityError, match="two people undo"):
        linked._db.execute("UPDATE pairs SET status = 'candidate'")
    (wish,) = linked.pairs.undoings("p1")
    assert (wish.undone, wish.answered_by, wish.answer_reason) == (False, "r2", "no")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE unlinks SET undone = 1",
        "UPDATE unlinks SET undone = 1, answered_by = asked_by",
    ],
)
def test_nothing_counts_as_undone_without_somebody_else(
    linked: Store, group: Group, change: str
) -> None:
    linked.record(asked(group))
    with pytest.raises(IntegrityError, match="CHECK"):
        linked._db.execute(change)
