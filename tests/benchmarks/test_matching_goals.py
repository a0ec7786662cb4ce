"""Every goal is held beside the rows it speaks of, and nothing else."""

import pytest

from benchmarks.matching_figures import COLUMNS
from benchmarks.matching_goals import GOALS, Goal, judged, report


def row(name: str = "dev10k", people: int = 10_000, **columns: float) -> dict[str, object]:
    return {"set": name, "engine": "ours", "people": people, **columns}


def test_a_goal_speaks_of_a_figure_that_the_table_has():
    assert {goal.column for goal in GOALS} <= set(COLUMNS)


def test_a_bound_is_met_by_itself():
    assert Goal("", "recall@1", 0.9).is_met(row(**{"recall@1": 0.9}))
    assert not Goal("", "recall@1", 0.9).is_met(row(**{"recall@1": 0.899}))
    assert Goal("", "twin", 0.05, at_most=True).is_met(row(twin=0.05))
    assert not Goal("", "twin", 0.05, at_most=True).is_met(row(twin=0.051))


@pytest.mark.parametrize(
    ("people", "bounds"), [(10_000, [0.9, 0.96]), (100_000, [0.85, 0.93]), (1_000_000, [0.9])]
)
def test_recall_is_asked_for_by_the_size_of_the_set(people, bounds):
    found = judged([row("some set", people, **{"recall@1": 1.0, "recall@10": 1.0})])
    assert [goal.bound for goal, _ in found] == bounds


def test_names_have_their_own_goals_and_no_other():
    names = row("names russian", 10_000, **{"recall@1": 0.8, "recall@10": 0.95})
    assert [goal.of for goal, _ in judged([names])] == ["Russian names"]
    assert not list(judged([row("names hebrew", 10_000, **{"recall@10": 0.9})]))


def test_a_figure_that_was_not_measured_is_not_judged():
    assert not list(judged([row(siblings=None)]))
    assert report([]) == []


def test_the_report_says_what_is_met_and_what_is_missed():
    head, _, met, missed = report([row(siblings=0.008, twin=0.06)])
    assert head.count("|") == met.count("|") == missed.count("|")
    assert "| sibl. | ≤ 0.030 | 0.008 | dev10k | met |" in met
    assert "≤ 0.050 | 0.060 | dev10k | **missed**" in missed


def test_of_several_sets_the_one_farthest_from_the_goal_is_told():
    rows = [row(f"set {n}", siblings=part) for n, part in enumerate((0.01, 0.04, 0.02))]
    assert "| 0.040 | set 1 | **missed** |" in report(rows)[-1]
    found = [row(f"set {n}", **{"tracing@1": part}) for n, part in enumerate((0.9, 0.7))]
    assert report(found) == []
