"""The keyboard alone is enough, and the keys it takes stay within their goals."""

from pathlib import Path

import pytest

from benchmarks.hand_speed import TASKS, estimate_s, judged, run, table
from benchmarks.keyboard import Count

CHEAP_TASKS = tuple(task for task in TASKS if task.name != "full family of five")


@pytest.mark.browser
def test_a_quick_group_an_adult_and_a_refusal_need_no_mouse(tmp_path: Path) -> None:
    counts = run(tmp_path, CHEAP_TASKS)
    quick, adult, refusal = (counts[task.name] for task in CHEAP_TASKS)
    assert estimate_s(quick) <= 180
    assert estimate_s(adult) <= 480
    assert refusal.inputs <= 12
    assert quick.tabs < quick.keys
    assert len(table(counts)) == 1 + len(CHEAP_TASKS)


@pytest.mark.browser
def test_the_next_of_five_people_comes_by_itself(tmp_path: Path) -> None:
    (family,) = (task for task in TASKS if task not in CHEAP_TASKS)
    count = run(tmp_path, (family,))[family.name]
    assert estimate_s(count) <= 900
    assert count.pages >= 5 * 3 + 4


def test_the_model_adds_keys_decisions_and_the_server() -> None:
    count = Count(keys=100, decisions=10, server_s=1.5)
    assert estimate_s(count) == pytest.approx(28 + 13.5 + 1.5)


def test_a_goal_that_is_missed_is_told() -> None:
    counts = {task.name: Count(keys=9, inputs=13) for task in TASKS}
    assert [line.split()[0] for line in judged(counts)] == ["met", "met", "met", "MISSED"]
