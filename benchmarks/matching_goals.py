"""What matching has to reach, and whether the rows of a run reach it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.matching_figures import COLUMNS
from benchmarks.matching_kin import KINDS

Row = Mapping[str, Any]

THOUSAND, MILLION = 1_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound on one column, for sets of a size (or of a name) that it speaks of."""

    of: str
    column: str
    bound: float
    people: int = 0
    named: str = ""
    at_most: bool = False

    def speaks_of(self, row: Row) -> bool:
        """Whether this row can meet or miss the goal."""
        if row.get(self.column) is None:
            return False
        if self.named or str(row["set"]).startswith("names "):
            return bool(row["set"] == self.named)
        return not self.people or bool(row.get("people") == self.people)

    def is_met(self, row: Row) -> bool:
        """Whether it is met; a bound is within."""
        value = row[self.column]
        return bool(value <= self.bound if self.at_most else value >= self.bound)


def _recall(of: str, first: float, ten: float, **sets: Any) -> tuple[Goal, Goal]:
    return Goal(of, "recall@1", first, **sets), Goal(of, "recall@10", ten, **sets)


GOALS = (
    *_recall("registered, 10,000", 0.90, 0.96, people=10 * THOUSAND),
    *_recall("registered, 100,000", 0.85, 0.93, people=100 * THOUSAND),
    Goal("registered, a million", "recall@10", 0.90, people=MILLION),
    Goal("tracing, 100,000", "tracing@1", 0.80, people=100 * THOUSAND),
    Goal("tracing, 100,000", "tracing@10", 0.92, people=100 * THOUSAND),
    Goal("a million", "query_ms_p95", 25, people=MILLION, at_most=True),
    Goal("a million", "index_s", 120, people=MILLION, at_most=True),
    Goal("a million", "peak_rss_mb", 1000, people=MILLION, at_most=True),
    Goal("a million", "index_mb", 1000, people=MILLION, at_most=True),
    Goal("unregistered siblings flagged", "siblings", 0.03, at_most=True),
    *(Goal(f"{kind} flagged", kind, 0.05, at_most=True) for kind in KINDS),
    *_recall("names in Latin script", 0.995, 0.997, named="names latin"),
    Goal("Russian names", "recall@10", 0.96, named="names russian"),
    Goal("Arabic names", "recall@10", 0.88, named="names arabic"),
)


def judged(rows: Iterable[Row]) -> Iterator[tuple[Goal, Row]]:
    """Every goal beside every row of our engine that it speaks of."""
    rows = list(rows)
    for goal in GOALS:
        yield from ((goal, row) for row in rows if goal.speaks_of(row))


def report(rows: Iterable[Row]) -> list[str]:
    """A table in Markdown: each goal that the run could tell of, by the set farthest from it."""
    worst: dict[Goal, Row] = {}
    for goal, row in judged(rows):
        least = max if goal.at_most else min
        worst[goal] = least(worst.get(goal, row), row, key=lambda r: r[goal.column])
    head = ["| goal | figure | to reach | measured | at worst in | |"]
    head += ["| --- | --- | ---: | ---: | --- | --- |"]
    return head + [_line(goal, row) for goal, row in worst.items()] if worst else []


def _line(goal: Goal, row: Row) -> str:
    digits = 3 if goal.bound < 1 else 0
    bound = f"{'≤' if goal.at_most else '≥'} {goal.bound:.{digits}f}"
    value = f"{row[goal.column]:.{max(digits, 1)}f}"
    told = "met" if goal.is_met(row) else "**missed**"
    figure = COLUMNS[goal.column]
    return f"| {goal.of} | {figure} | {bound} | {value} | {row['set']} | {told} |"
