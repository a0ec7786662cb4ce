"""Plans are short, start with the person's own story and never lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.questions import QUESTIONS
from intake.interview.bank import QUESTION_BANK
from intake.interview.plan import (
    CLOSING,
    ENOUGH,
    MOST,
    NARRATIVE,
    plan,
    questions_for,
)
from intake.interview.script import Never, Theme
from intake.interview.telling_apart import OWN, Candidate, Holding

PATHS = st.sampled_from(list(QUESTIONS))
IDS = st.text("0123456789abcdef", min_size=4, max_size=4)
HOLDINGS = st.builds(
    Holding, st.integers(0, 3), st.floats(0.5, 12), st.floats(-9, -0.5), st.booleans()
)
CANDIDATES = st.builds(
    Candidate,
    IDS,
    st.floats(-20, 20),
    st.dictionaries(PATHS, HOLDINGS, max_size=4),
    st.floats(0, 1),
)
SITUATIONS = st.fixed_dictionaries(
    {
        "gaps": st.lists(PATHS, max_size=8),
        "contradictions": st.dictionaries(PATHS, st.lists(IDS, min_size=2, max_size=3), max_size=6),
        "candidates": st.lists(CANDIDATES, max_size=3),
        "child": st.booleans(),
        "age_years": st.none() | st.tuples(st.integers(0, 60), st.integers(60, 90)),
        "seed": IDS,
        "told": st.sets(PATHS, max_size=5),
        "avoid": st.sets(st.sampled_from(Never)),
        "limit": st.integers(1, MOST),
    }
)


def planned(**change):
    situation = {
        "gaps": (),
        "contradictions": {},
        "candidates": (),
        "child": False,
        "age_years": (30, 30),
        "seed": "a1",
    }
    return plan(**(situation | change))


def record(pair="p1", **groups):
    """A record that holds these paths: 0 as the person says, else another value."""
    paths = {path.replace("_", "-"): group for path, group in groups.items()}
    return Candidate(pair, 0.0, {p: Holding(group, 6.0, -3.0) for p, group in paths.items()})


def ids(questions, why=None):
    return [p.question for p in questions if why is None or p.why == why]


@given(SITUATIONS)
def test_every_plan_begins_with_the_narrative_and_ends_with_closing(situation):
    chosen = ids(plan(**situation))
    assert chosen[0] == NARRATIVE
    assert tuple(chosen[-len(CLOSING) :]) == CLOSING == ("CL1", "CL2", "CL3")


@given(SITUATIONS)
def test_no_plan_is_too_long_or_asks_twice(situation):
    chosen = ids(plan(**situation))
    assert len(chosen) - len(CLOSING) <= situation["limit"]
    assert len(set(chosen)) == len(chosen)


@given(SITUATIONS)
def test_nothing_that_may_hurt_is_chosen_for_anyone(situation):
    assert all(QUESTION_BANK[name].risk < 2 for name in ids(plan(**situation)))


@given(SITUATIONS)
def test_everyone_gets_only_what_was_written_for_their_age(situation):
    lowest = situation["age_years"][0] if situation["age_years"] else None
    for name in ids(plan(**situation))[1 : -len(CLOSING)]:
        question = QUESTION_BANK[name]
        if not situation["child"]:
            assert not question.child
        elif lowest is None or lowest <= 12:
            assert question.child or question.theme in (Theme.OPENING, Theme.CLOSING)
        if lowest is not None:
            assert question.min_age <= lowest


@given(SITUATIONS)
def test_the_same_interview_gets_the_same_plan(situation):
    assert plan(**situation) == plan(**situation)


@given(SITUATIONS)
def test_details_are_ids_and_never_words(situation):
    allowed = {i for several in situation["contradictions"].values() for i in several}
    allowed |= {c.pair for c in situation["candidates"]}
    for chosen in plan(**situation):
        assert set(chosen.detail.split()) <= allowed
        assert chosen.why in {"gap", "contradiction", "discriminating", "standard"}
        assert chosen.path == "" or chosen.path in QUESTION_BANK[chosen.question].paths


def test_a_contradiction_becomes_an_open_question_about_that_path():
    chosen = planned(contradictions={"birth-place": ("s1", "s2")})
    (question,) = [p for p in chosen if p.why == "contradiction"]
    assert question.path == "birth-place"
    assert question.detail == "s1 s2"
    assert "birth-place" in QUESTION_BANK[question.question].paths
    assert "s1" not in QUESTION_BANK[question.question].text


def test_one_question_may_serve_two_contradictions():
    chosen = planned(contradictions={"mother": ("s1", "s2"), "father": ("s3", "s4")})
    (question,) = [p for p in chosen if p.why == "contradiction"]
    assert (question.question, question.detail) == ("FA2", "s1 s2 s3 s4")


def test_a_contradiction_nobody_can_ask_about_is_left_to_the_interviewer():
    assert not ids(planned(contradictions={"private-moment": ("s1", "s2")}), "contradiction")


@given(SITUATIONS)
def test_nothing_is_asked_that_does_not_fit_this_interview(situation):
    for name in ids(plan(**situation)):
        assert not set(QUESTION_BANK[name].never_if) & situation["avoid"]


@pytest.mark.parametrize("path", ["name", "birth", "mother", "last-residence", "sex"])
def test_what_tells_two_records_apart_is_asked(path):
    holding = {"nationality": Holding(OWN, 2.0, -1.0), path: Holding(1, 6.0, -3.0)}
    candidates = [Candidate("p1", 0.0, holding)]
    chosen = planned(candidates=candidates, told={"nationality", path})
    (question,) = [p for p in chosen if p.why == "discriminating"]
    assert (question.path, question.detail) == (path, "p1")
    assert path in QUESTION_BANK[question.question].paths


def test_what_all_records_agree_on_tells_nothing_apart():
    same = record(name=OWN, birth=OWN)
    assert not ids(planned(candidates=[same], told={"name", "birth"}), "discriminating")


def test_what_splits_the_records_comes_before_what_both_hold_alike():
    candidates = [record("p1", mother=1, birth=1), record("p2", mother=1, birth=2)]
    chosen = [p for p in planned(candidates=candidates) if p.why == "discriminating"]
    assert [p.path for p in chosen] == ["birth", "mother"]
    assert [p.detail for p in chosen] == ["p1 p2", "p1 p2"]


def test_the_whole_bank_is_weighed_for_telling_apart():
    candidates = [record("p1", languages=1, documents=1), record("p2", languages=2, documents=2)]
    chosen = planned(candidates=candidates)
    asked = {p.path for p in chosen if p.why == "discriminating"}
    assert asked == {"languages", "documents"}


@pytest.mark.parametrize("never", list(Never))
def test_what_may_not_be_asked_here_is_not_even_offered(never):
    offered = questions_for(child=False, lowest_age=30, avoid=[never])
    everything = questions_for(child=False, lowest_age=30)
    assert {q.id for q in everything} - {q.id for q in offered} == {
        q.id for q in everything if never in q.never_if
    }


def test_gaps_are_asked_once_even_if_another_question_covers_them():
    chosen = planned(gaps=["mother", "father"])
    assert ids(chosen, "gap") == ["FA2"]
    assert not ids(planned(gaps=["mother"], contradictions={"father": ("a", "b")}), "gap")


def test_contradictions_come_before_candidates_before_gaps():
    chosen = planned(
        gaps=["documents"],
        contradictions={"mother": ("a", "b")},
        candidates=[record(birth=1)],
    )
    order = [p.why for p in chosen if p.why != "standard"]
    assert order == ["contradiction", "discriminating", "gap"]


def test_a_plan_without_open_points_is_short_and_holds_the_way_home():
    chosen = planned()
    assert len(chosen) == ENOUGH + len(CLOSING)
    assert chosen[1].question == "PL1"
    themes = {QUESTION_BANK[p.question].theme for p in chosen}
    assert len(themes) >= 6
    assert Theme.CULTURE not in themes


def test_questions_rotate_from_interview_to_interview():
    seen = {tuple(ids(planned(seed=f"interview-{n}"))) for n in range(20)}
    assert len(seen) > 10


def test_a_young_child_gets_the_variants_for_children():
    chosen = ids(planned(child=True, age_years=(8, 9), gaps=["mother", "documents"]))
    middle = chosen[1 : -len(CLOSING)]
    assert middle
    assert all(name.startswith("CH") for name in middle)


def test_a_very_young_child_is_only_listened_to():
    assert ids(planned(child=True, age_years=(3, 3))) == [NARRATIVE, *CLOSING]
    assert ids(planned(child=True, age_years=None)) == [NARRATIVE, *CLOSING]


def test_an_adolescent_may_be_asked_what_suits_their_age():
    names = {q.id for q in questions_for(child=True, lowest_age=16)}
    assert {"PL1", "FA3", "CH5"} <= names
    assert "FA8" not in names


def test_the_narrative_stays_when_there_is_room_for_nothing_else():
    assert ids(planned(limit=1, gaps=["mother"])) == [NARRATIVE, *CLOSING]
    assert ids(planned(limit=0)) == [NARRATIVE, *CLOSING]


def test_what_may_hurt_is_offered_only_to_somebody_trained_in_protection():
    everybody = set(questions_for(child=False, lowest_age=30))
    trained = set(questions_for(child=False, lowest_age=30, protection=True))
    assert everybody < trained
    assert {q.risk for q in trained - everybody} == {2}


@pytest.mark.parametrize("question", [q for q in QUESTION_BANK.values() if q.child])
def test_a_question_for_children_is_offered_from_its_very_age_on(question):
    assert question in questions_for(child=True, lowest_age=question.min_age)
    assert question not in questions_for(child=True, lowest_age=question.min_age - 1)


def test_what_no_question_speaks_to_is_left_out_of_the_plan():
    assert planned(gaps=["private-moment"]) == planned()


def test_each_contradiction_keeps_its_own_statements():
    chosen = planned(contradictions={"mother": ("s1", "s2"), "documents": ("s3", "s4")})
    held = {p.path: p.detail for p in chosen if p.why == "contradiction"}
    assert held == {"mother": "s1 s2", "documents": "s3 s4"}


def test_what_a_contradiction_asks_already_is_not_asked_again_to_tell_records_apart():
    alone = planned(candidates=[record(mother=1)])
    assert ids(alone, "discriminating")
    both = planned(candidates=[record(mother=1)], contradictions={"mother": ("s1", "s2")})
    assert not ids(both, "discriminating")


@pytest.mark.parametrize("seed", ["a1", "b2", "c3"])
def test_after_the_way_home_no_theme_comes_twice_while_another_waits(seed):
    standard = ids(planned(seed=seed), "standard")[2 : -len(CLOSING)]
    assert len({QUESTION_BANK[name].theme for name in standard}) == len(standard) == ENOUGH - 2


def test_a_young_child_without_open_points_is_still_asked_something():
    assert len(ids(planned(child=True, age_years=(8, 9)), "standard")) > 1
