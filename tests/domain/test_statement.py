"""A statement is a value or a reason for none, and replaces only what it saw."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import Absent, Certainty, Source, Why
from intake.domain.statement import Said, Statement, StatementMalformed, current


def said(number, *, saw=(), hlc=None, value="так"):
    statement = Statement(
        f"s{number}", "p1", "name", value, saw=tuple(saw), why=Why.CORRECTION if saw else None
    )
    return Said(statement, "o1", "dev1", "2026-11-22T09:00:00+00:00", hlc or f"{number:04d}")


def ids(several):
    return [one.statement.id for one in several]


def test_v01_a_statement_has_a_value_or_a_reason_for_none():
    assert Statement("s1", "p1", "sex", "f").absent is None
    assert Statement("s1", "p1", "sex", absent=Absent.DECLINED).value is None


@pytest.mark.parametrize("value", [False, 0, "", [], {}])
def test_an_empty_answer_is_still_a_value(value):
    assert Statement("s1", "p1", "tally", value).value == value


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"value": "f", "absent": Absent.UNKNOWN},
        {"value": "f", "saw": ("s0",)},
        {"value": "f", "why": Why.CORRECTION},
    ],
    ids=["neither", "both", "replaces-without-why", "why-without-replacing"],
)
def test_v01_a_statement_that_says_too_little_or_too_much_is_refused(change):
    with pytest.raises(StatementMalformed) as caught:
        Statement("s1", "p1", "sex", **change)
    assert caught.value.facts == {"path": "sex"}


def test_nothing_is_claimed_that_was_not_said():
    plain = Statement("s1", "p1", "sex", "f")
    assert (plain.source, plain.certainty) == (Source.SELF, Certainty.NOT_STATED)
    assert (plain.said_in, plain.interpreter, plain.verbatim, plain.saw) == ("", "", "", ())


def test_a_correction_takes_the_place_of_what_it_saw():
    assert ids(current([said(1), said(2, saw=["s1"])])) == ["s2"]


def test_two_people_who_disagree_both_stand():
    assert ids(current([said(1), said(2)])) == ["s1", "s2"]


def test_two_corrections_of_one_statement_both_stand():
    both = [said(1), said(2, saw=["s1"]), said(3, saw=["s1"])]
    assert ids(current(both)) == ["s2", "s3"]


def test_a_correction_of_a_correction_leaves_one():
    chain = [said(1), said(2, saw=["s1"]), said(3, saw=["s2"])]
    assert ids(current(chain)) == ["s3"]


def test_a_correction_may_arrive_before_what_it_corrects():
    early = said(2, saw=["s1"])
    assert ids(current([early])) == ["s2"]
    assert ids(current([early, said(1)])) == ["s2"]


def test_one_correction_may_settle_several():
    assert ids(current([said(1), said(2), said(3, saw=["s1", "s2"])])) == ["s3"]


@st.composite
def histories(draw):
    count = draw(st.integers(1, 8))
    several = []
    for number in range(count):
        earlier = [f"s{n}" for n in range(number)]
        saw = draw(st.lists(st.sampled_from(earlier), unique=True)) if earlier else []
        several.append(said(number, saw=saw))
    return several


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(several, random):
    shuffled = list(several)
    random.shuffle(shuffled)
    assert current(shuffled) == current(several)


@given(histories())
def test_the_last_word_always_stands_and_nothing_is_invented(several):
    standing = current(several)
    assert several[-1] in standing
    assert set(ids(standing)) <= set(ids(several))
    assert current(standing) == standing
