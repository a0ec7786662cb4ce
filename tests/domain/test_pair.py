"""Two records: people judge, two for "same", a third when they disagree."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import AfterUndo, PairStatus, PairVerdict, Role
from intake.domain.event import Event, EvidenceRow
from intake.domain.machine import StepNotOpen
from intake.domain.pair import (
    LINKED,
    MACHINE,
    Pair,
    Reviewer,
    Undoing,
    Verdict,
    ask_undo,
    judge,
    keep_link,
    reopen,
    status_of,
    undo,
)
from intake.errors import AlreadyDecided, NotAllowed, ReasonMissing, SecondPersonNeeded
from tests.builders import NOON

ONE, TWO, THREE = (Reviewer(f"r{n}", (Role.REVIEWER,)) for n in (1, 2, 3))

PAIR = Pair(
    id="p",
    left="a",
    right="b",
    left_case="c",
    right_case="d",
    band="many",
    score=20.0,
    weights_version="1",
    status=PairStatus.CANDIDATE,
    verdict="",
    at="",
    evidence=(
        EvidenceRow("name", "agrees", 6.0, "same"),
        EvidenceRow("birth", "differs", -2.0, "far"),
        EvidenceRow("mother", "unknown", 0.0, "silent"),
    ),
)


def test_a_verdict_carries_its_reason_and_its_author() -> None:
    event = judge(PAIR, verdict=PairVerdict.SAME, reason="one mother", by=ONE, at=NOON)
    assert (event.case, event.by, event.reason) == ("c", "r1", "one mother")


def test_a_verdict_without_a_reason_is_refused() -> None:
    with pytest.raises(ReasonMissing):
        judge(PAIR, verdict=PairVerdict.SAME, reason="  ", by=ONE, at=NOON)


def test_nobody_judges_a_pair_twice() -> None:
    judged = replace(PAIR, verdicts=(Verdict("r1", PairVerdict.SAME, "x", ""),))
    with pytest.raises(SecondPersonNeeded):
        judge(judged, verdict=PairVerdict.SAME, reason="again", by=ONE, at=NOON)
    assert not judged.is_open_for("r1")
    assert judged.is_open_for("r2")


def test_a_settled_pair_takes_no_more_verdicts() -> None:
    settled = replace(PAIR, status=PairStatus.AGREED)
    with pytest.raises(AlreadyDecided):
        judge(settled, verdict=PairVerdict.SAME, reason="late", by=THREE, at=NOON)
    assert not settled.is_open_for("r3")


def test_same_person_needs_two_people() -> None:
    assert status_of(["same"]) == (PairStatus.FIRST_VERDICT, "same")
    assert status_of(["same", "same"]) == (PairStatus.LINKED, "same")


@pytest.mark.parametrize("verdict", ["different", "related", "interview-both"])
def test_one_person_may_say_that_two_records_differ(verdict: str) -> None:
    assert status_of([verdict]) == (PairStatus.AGREED, verdict)


def test_two_who_cannot_tell_end_there_and_one_does_not() -> None:
    assert status_of(["cannot-tell"])[0] is PairStatus.FIRST_VERDICT
    assert status_of(["cannot-tell", "cannot-tell"]) == (PairStatus.AGREED, "cannot-tell")
    torn = ["cannot-tell", "same"]
    assert status_of(torn) == (PairStatus.DISAGREED, "")
    assert status_of([*torn, "cannot-tell"]) == (PairStatus.AGREED, "cannot-tell")


def test_the_second_who_cannot_tell_takes_a_step_of_the_table() -> None:
    first = Verdict("r1", PairVerdict.CANNOT_TELL, "x", "")
    one = replace(PAIR, status=PairStatus.FIRST_VERDICT, verdicts=(first,))
    event = judge(one, verdict=PairVerdict.CANNOT_TELL, reason="no more is known", by=TWO, at=NOON)
    assert MACHINE.take(one.status, event.kind, TWO.roles, PairStatus.AGREED) is PairStatus.AGREED
    settled = replace(one, status=PairStatus.AGREED, verdict="cannot-tell")
    assert settled.is_settled
    assert not settled.is_link
    assert reopen(settled, reason="a letter came", by=ONE, at=NOON)


def test_two_who_disagree_wait_for_a_third() -> None:
    assert status_of(["same", "different"]) == (PairStatus.DISAGREED, "")
    assert status_of(["same", "different", "different"]) == (PairStatus.AGREED, "different")


@given(st.lists(st.sampled_from([v.value for v in PairVerdict]), max_size=3))
def test_two_equal_verdicts_hold_whatever_their_order(verdicts: list[str]) -> None:
    held = {status_of(order)[1] for order in permutations(verdicts)}
    doubled = [v for v in verdicts if verdicts.count(v) > 1]
    if doubled:
        assert held == {doubled[0]}


def test_rows_are_counted_by_outcome() -> None:
    assert PAIR.counts() == {"agrees": 1, "differs": 1, "unknown": 1}


LINK = replace(PAIR, status=PairStatus.LINKED, verdict="same")
WISH = Undoing("r1", "", "two mothers", AfterUndo.JUDGE_AGAIN)
ASKED = replace(LINK, status=PairStatus.UNLINK_ASKED, undoing=WISH)


def test_v16_whoever_wrote_a_record_down_links_it_with_nothing() -> None:
    wrote = replace(ONE, recorded=True)
    with pytest.raises(SecondPersonNeeded):
        judge(PAIR, verdict=PairVerdict.SAME, reason="one man", by=wrote, at=NOON)
    event = judge(PAIR, verdict=PairVerdict.DIFFERENT, reason="two men", by=wrote, at=NOON)
    assert event.verdict is PairVerdict.DIFFERENT


def test_only_reviewers_and_clerks_judge() -> None:
    stranger = replace(ONE, roles=(Role.TRACING,))
    with pytest.raises(NotAllowed):
        judge(PAIR, verdict=PairVerdict.SAME, reason="one man", by=stranger, at=NOON)


def test_a_second_reviewer_sees_nothing_a_third_sees_both() -> None:
    first = Verdict("r1", PairVerdict.SAME, "x", "")
    one = replace(PAIR, status=PairStatus.FIRST_VERDICT, verdicts=(first,))
    assert one.seen_by("r2") == ()
    assert one.seen_by("r1") == (first,)
    assert one.told is PairStatus.CANDIDATE
    other = Verdict("r2", PairVerdict.DIFFERENT, "y", "")
    both = replace(PAIR, status=PairStatus.DISAGREED, verdicts=(first, other))
    assert both.seen_by("r3") == (first, other)


def test_a_link_is_undone_by_a_second_person_alone() -> None:
    asked = ask_undo(LINK, after=AfterUndo.DIFFERENT, reason="two mothers", by=ONE, at=NOON)
    assert (asked.after, asked.reason) == (AfterUndo.DIFFERENT, "two mothers")
    with pytest.raises(SecondPersonNeeded):
        undo(ASKED, reason="yes", by=ONE, at=NOON)
    done = undo(ASKED, reason="yes", by=TWO, at=NOON)
    assert (done.asked_by, done.by, done.after) == ("r1", "r2", AfterUndo.JUDGE_AGAIN)


def test_the_wish_to_undo_can_be_refused_or_taken_back() -> None:
    for who in (ONE, TWO):
        assert keep_link(ASKED, reason="one man after all", by=who, at=NOON).by == who.id


def test_nobody_asks_twice_and_every_step_says_why() -> None:
    with pytest.raises(AlreadyDecided):
        ask_undo(ASKED, after=AfterUndo.DIFFERENT, reason="again", by=TWO, at=NOON)
    for step in (undo, keep_link):
        with pytest.raises(ReasonMissing):
            step(ASKED, reason=" ", by=TWO, at=NOON)
    with pytest.raises(ReasonMissing):
        reopen(replace(PAIR, status=PairStatus.AGREED), reason="", by=ONE, at=NOON)


@pytest.mark.parametrize("status", [PairStatus.AGREED, *LINKED, PairStatus.DISAGREED])
def test_what_is_settled_or_disputed_is_read_by_everybody(status: PairStatus) -> None:
    said = (Verdict("r1", PairVerdict.SAME, "x", ""), Verdict("r2", PairVerdict.SAME, "y", ""))
    assert replace(PAIR, status=status, verdicts=said).seen_by("r3") == said


@pytest.mark.parametrize("step", [undo, keep_link])
def test_a_wish_that_was_answered_meanwhile_is_not_answered_again(step: Callable[..., Event]):
    """A page that stood open: the pair is asked about, the wish itself is gone."""
    with pytest.raises(AlreadyDecided):
        step(replace(ASKED, undoing=None), reason="yes", by=TWO, at=NOON)


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.CLERK, Role.REVIEWER)])
def test_a_link_is_asked_about_undone_and_kept_by_those_who_judge(role: Role) -> None:
    stranger = Reviewer("r9", (role,))
    steps: tuple[Callable[[], Event], ...] = (
        lambda: ask_undo(LINK, after=AfterUndo.DIFFERENT, reason="why", by=stranger, at=NOON),
        lambda: undo(ASKED, reason="why", by=stranger, at=NOON),
        lambda: keep_link(ASKED, reason="why", by=stranger, at=NOON),
        lambda: reopen(replace(PAIR, status=PairStatus.AGREED), reason="why", by=stranger, at=NOON),
    )
    for step in steps:
        with pytest.raises(NotAllowed):
            step()


def test_a_verdict_and_a_wish_belong_to_the_first_round_until_a_link_is_undone() -> None:
    assert (PAIR.round, Verdict("r1", PairVerdict.SAME, "x", "").round, WISH.round) == (1, 1, 1)


@pytest.mark.parametrize("status", [s for s in PairStatus if s is not PairStatus.UNLINK_ASKED])
def test_what_nobody_asked_for_is_not_undone(status: PairStatus) -> None:
    with pytest.raises(StepNotOpen):
        undo(replace(ASKED, status=status), reason="yes", by=TWO, at=NOON)


def test_a_settled_pair_comes_back_and_a_link_does_not_by_that_way() -> None:
    settled = replace(PAIR, status=PairStatus.AGREED, verdict="different")
    assert reopen(settled, reason="a new statement", by=ONE, at=NOON).pair == "p"
    for pair in (PAIR, LINK, ASKED):
        with pytest.raises(StepNotOpen):
            reopen(pair, reason="because", by=ONE, at=NOON)


def test_every_step_of_people_has_a_role_and_a_reason() -> None:
    for step in MACHINE.steps:
        assert step.needs_reason is (step.event != "match-suggested")
        assert bool(step.roles) is step.needs_reason


def test_a_link_is_left_by_unlinking_alone() -> None:
    leaving = {s.event for s in MACHINE.steps if s.before in LINKED and s.after not in LINKED}
    reaching = {(s.before, s.event) for s in MACHINE.steps if s.after is PairStatus.LINKED}
    assert leaving == {"records-unlinked"}
    assert (PairStatus.CANDIDATE, "pair-judged") not in reaching


@given(st.lists(st.sampled_from([v.value for v in PairVerdict]), min_size=1, max_size=4))
def test_every_way_of_verdicts_is_in_the_table(verdicts: list[str]) -> None:
    state: PairStatus | None = PairStatus.CANDIDATE
    for n in range(1, len(verdicts) + 1):
        after = status_of(verdicts[:n])[0]
        state = MACHINE.take(state, "pair-judged", (Role.CLERK,), after)
        if state in (PairStatus.AGREED, *LINKED):
            return
