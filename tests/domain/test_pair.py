"""Two records: people judge, two for "same", a third when they disagree."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import PairStatus, PairVerdict
from intake.domain.event import EvidenceRow
from intake.domain.pair import Pair, Verdict, judge, status_of
from intake.errors import AlreadyDecided, ReasonMissing, SecondPersonNeeded
from tests.builders import NOON

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
    event = judge(PAIR, verdict=PairVerdict.SAME, reason="one mother", by="r1", at=NOON)
    assert (event.case, event.by, event.reason) == ("c", "r1", "one mother")


def test_a_verdict_without_a_reason_is_refused() -> None:
    with pytest.raises(ReasonMissing):
        judge(PAIR, verdict=PairVerdict.SAME, reason="  ", by="r1", at=NOON)


def test_nobody_judges_a_pair_twice() -> None:
    judged = replace(PAIR, verdicts=(Verdict("r1", PairVerdict.SAME, "x", ""),))
    with pytest.raises(SecondPersonNeeded):
        judge(judged, verdict=PairVerdict.SAME, reason="again", by="r1", at=NOON)
    assert not judged.is_open_for("r1")
    assert judged.is_open_for("r2")


def test_a_settled_pair_takes_no_more_verdicts() -> None:
    settled = replace(PAIR, status=PairStatus.AGREED)
    with pytest.raises(AlreadyDecided):
        judge(settled, verdict=PairVerdict.SAME, reason="late", by="r3", at=NOON)
    assert not settled.is_open_for("r3")


def test_same_person_needs_two_people() -> None:
    assert status_of(["same"]) == (PairStatus.FIRST_VERDICT, "same")
    assert status_of(["same", "same"]) == (PairStatus.AGREED, "same")


@pytest.mark.parametrize("verdict", ["different", "related", "interview-both"])
def test_one_person_may_say_that_two_records_differ(verdict: str) -> None:
    assert status_of([verdict]) == (PairStatus.AGREED, verdict)


def test_cannot_tell_never_settles_anything() -> None:
    assert status_of(["cannot-tell"])[0] is PairStatus.FIRST_VERDICT
    assert status_of(["cannot-tell", "cannot-tell"])[0] is PairStatus.DISAGREED


def test_two_who_disagree_wait_for_a_third() -> None:
    assert status_of(["same", "different"]) == (PairStatus.DISAGREED, "")
    assert status_of(["same", "different", "different"]) == (PairStatus.AGREED, "different")


@given(st.lists(st.sampled_from([v.value for v in PairVerdict]), max_size=3))
def test_two_equal_verdicts_hold_whatever_their_order(verdicts: list[str]) -> None:
    held = {status_of(order)[1] for order in permutations(verdicts)}
    doubled = [v for v in verdicts if verdicts.count(v) > 1 and v != "cannot-tell"]
    if doubled:
        assert held == {doubled[0]}


def test_rows_are_counted_by_outcome() -> None:
    assert PAIR.counts() == {"agrees": 1, "differs": 1, "unknown": 1}
