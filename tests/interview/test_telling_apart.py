"""Questions are chosen by what their answer is expected to tell, and by nothing else."""

from itertools import product
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.interview.telling_apart import (
    MOST_ODDS,
    OWN,
    Candidate,
    Holding,
    channel,
    entropy,
    learn,
    prior,
    rank,
    who,
)

PATHS = ("birth", "mother", "father", "spouse", "birth-place")
HOLDINGS = st.builds(
    Holding,
    st.integers(0, 3),
    st.floats(0.2, 13),
    st.floats(-12, -0.2),
    st.booleans(),
)
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        st.uuids().map(str),
        st.floats(-30, 30),
        st.dictionaries(st.sampled_from(PATHS), HOLDINGS, max_size=5),
        st.floats(0, 1),
    ),
    min_size=1,
    max_size=3,
)
QUESTIONS = tuple((f"Q{path}", (path,)) for path in PATHS)


def holds(group, agrees=6.0, differs=-3.0, *, shared=False):
    return Holding(group, agrees, differs, shared)


def two(**paths):
    """Two records as likely as each other; each path names the group of either."""
    told = {path.replace("_", "-"): groups for path, groups in paths.items()}
    return tuple(
        Candidate(f"p{n}", 0.0, {path: holds(groups[n]) for path, groups in told.items()})
        for n in (0, 1)
    )


@given(HOLDINGS)
def test_the_bits_of_the_table_give_back_how_often_records_agree(holding):
    same, other = holding.rates
    assert 0 < other <= same < 1
    if other > 0.001 and same < 0.99:
        assert log2(same / other) == pytest.approx(holding.agrees, abs=0.01)
        assert log2((1 - same) / (1 - other)) == pytest.approx(holding.differs, abs=0.01)


@given(CANDIDATES, st.sampled_from(PATHS), st.booleans())
def test_whoever_it_is_some_answer_comes(candidates, path, is_told):
    lines = channel(path, candidates, is_told=is_told).values()
    for total in map(sum, zip(*lines, strict=True)):
        assert total == pytest.approx(1)


@given(CANDIDATES)
def test_a_comparison_never_settles_it_before_anything_is_asked(candidates):
    chances = prior(candidates)
    assert sum(chances) == pytest.approx(1)
    nobody = who(chances, len(candidates))[-1]
    for chance in chances[: len(candidates)]:
        assert -MOST_ODDS - 1e-9 <= log2(chance / nobody) <= MOST_ODDS + 1e-9


@given(CANDIDATES, st.sets(st.sampled_from(PATHS)))
def test_every_question_chosen_tells_something_and_none_is_chosen_twice(candidates, told):
    chosen = rank(candidates, QUESTIONS, told=told)
    assert all(0.05 <= telling.bits <= log2(len(candidates) + 1) + 1e-9 for telling in chosen)
    assert len({telling.question for telling in chosen}) == len(chosen)
    for telling in chosen:
        speaking = {c.pair for c in candidates if telling.path in c.holds}
        assert set(telling.pairs) == speaking


@given(CANDIDATES, st.sets(st.sampled_from(PATHS)))
def test_all_answers_together_tell_no_more_than_was_open(candidates, told):
    open_before = entropy(who(prior(candidates), len(candidates)))
    chosen = rank(candidates, QUESTIONS, told=told, least=1e-6)
    # Rare runs of answers are left aside, which may count a little twice.
    assert sum(telling.bits for telling in chosen) <= open_before + 0.1


@given(CANDIDATES, st.sampled_from(PATHS))
def test_the_first_question_is_worth_its_mutual_information(candidates, path):
    """Counted once more, from the joint chances of who it is and what is answered."""
    chances, lines = prior(candidates), channel(path, candidates, is_told=False)
    records = len(candidates)
    total = 0.0
    for line, way in product(lines.values(), range(records + 1)):
        joint = [p * t for p, t in zip(chances, line, strict=True)]
        here = who(tuple(joint), records)[way]
        if here > 0:
            total += here * log2(here / (sum(joint) * who(chances, records)[way]))
    chosen = rank(candidates, [("Q", (path,))], least=1e-9)
    assert (chosen[0].bits if chosen else 0.0) == pytest.approx(total, abs=1e-6)


def test_what_tells_the_records_apart_comes_before_what_both_hold_alike():
    candidates = two(mother=(1, 1), birth=(1, 2))
    assert rank(candidates, QUESTIONS)[0].path == "birth"


def test_an_answer_that_weighs_more_in_the_table_comes_first():
    candidates = (
        Candidate("p1", 0.0, {"mother": holds(1, 2.0, -0.5), "spouse": holds(1, 7.0, -4.0)}),
    )
    assert [t.path for t in rank(candidates, QUESTIONS)][:1] == ["spouse"]


def test_what_the_person_told_as_the_record_does_is_not_worth_asking_again():
    candidates = (Candidate("p1", 0.0, {"mother": holds(OWN)}),)
    assert rank(candidates, QUESTIONS, told={"mother"}) == ()
    assert rank(candidates, QUESTIONS) != ()


def test_what_the_record_says_otherwise_may_be_asked_once_more():
    candidates = (Candidate("p1", 0.0, {"mother": holds(1)}),)
    again = rank(candidates, QUESTIONS, told={"mother"})
    fresh = rank(candidates, QUESTIONS)
    assert 0 < again[0].bits < fresh[0].bits


def test_a_path_that_is_asked_anyway_is_not_asked_for_this():
    candidates = two(mother=(1, 2), birth=(1, 2))
    assert "birth" not in [t.path for t in rank(candidates, QUESTIONS, asked={"birth"})]


def test_after_a_telling_question_the_next_one_tells_less():
    candidates = two(mother=(1, 2), birth=(1, 2))
    first, second = rank(candidates, QUESTIONS)[:2]
    assert second.bits < first.bits
    alone = rank(candidates, [("Q", (second.path,))])
    assert second.bits < alone[0].bits


def test_one_question_about_two_things_is_worth_both():
    candidates = two(mother=(1, 2), father=(1, 2))
    both = rank(candidates, [("FA2", ("mother", "father"))])[0]
    one = rank(candidates, [("Q", ("mother",))])[0]
    assert both.bits > one.bits


def test_what_a_family_shares_does_not_tell_a_sister_from_her_sister():
    """Her mother's name fits both; when she was born fits one of them."""
    record = {"mother": holds(1, 7.0, shared=True), "birth": holds(1, 4.0, -2.0)}
    strange = Candidate("p1", 0.0, record, kin=0.0)
    near = Candidate("p1", 0.0, record, kin=1.0)
    assert rank([strange], QUESTIONS)[0].path == "mother"
    assert [t.path for t in rank([near], QUESTIONS)] == ["birth"]


def test_nobody_to_tell_apart_needs_no_question():
    assert rank((), QUESTIONS) == ()
    assert rank([Candidate("p1")], QUESTIONS) == ()


def test_equal_questions_keep_the_order_they_came_in():
    candidates = two(mother=(1, 2))
    for order in (("A", "B"), ("B", "A")):
        chosen = rank(candidates, [(name, ("mother",)) for name in order])
        assert [t.question for t in chosen] == [order[0]]


def test_an_answer_moves_what_is_thought_and_silence_does_not():
    candidates = two(mother=(1, 2))
    lines = channel("mother", candidates, is_told=False)
    before = prior(candidates)
    first = who(learn(before, lines[1]), 2)
    assert first[0] > 0.6 > first[1]
    silent = channel("spouse", candidates, is_told=False)
    assert [who(learn(before, line), 2) for line in silent.values()] == [
        pytest.approx(who(before, 2))
    ]
