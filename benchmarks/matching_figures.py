"""What a file of results is worth: recall, precision, siblings, and the table of all engines.

Nothing here runs an engine; it reads what engines wrote and counts.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

KIN = ("son", "son with family", "son, father unnamed", "twin")
"""Relatives easily taken for one another, see `matching_kin`."""

PRECISION = 0.99
"""A peer's threshold is the lowest score with this precision on the development half."""

Candidate = Mapping[str, Any]
Found = Mapping[str, Sequence[Candidate]]
Suggests = Callable[[Candidate], bool]


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom a query means: everybody who would be right, nobody if unregistered.

    `kind` is "registered", "tracing", "sibling" (unregistered, of somebody who is
    registered; twins and sons of the same name too where a set has such), "stranger", or
    one of the relatives that `matching_kin` makes.
    """

    id: str
    kind: str
    right: frozenset[str] = frozenset()


def in_many(candidate: Candidate) -> bool:
    """Our engine's own threshold, which stands in the product."""
    return bool(candidate.get("band") == "many")


def at_least(threshold: float) -> Suggests:
    """A peer's threshold."""
    return lambda candidate: bool(candidate["score"] >= threshold)


def threshold(found: Found, answers: Iterable[Answer], precision: float = PRECISION) -> float:
    """The lowest score at which all pairs that high are right as often as asked.

    Pairs of one score stand or fall together; infinite if no score is good enough.
    """
    pairs = [(c["score"], c["id"] in a.right) for a in answers for c in found.get(a.id, ())]
    pairs.sort(key=lambda pair: -pair[0])
    lowest, right = math.inf, 0
    for number, (score, is_right) in enumerate(pairs, start=1):
        right += is_right
        is_last = number == len(pairs) or pairs[number][0] < score
        if is_last and right >= precision * number:
            lowest = score
    return float(lowest)


def recall(found: Found, answers: Sequence[Answer], top: int) -> float | None:
    """The share of queries with a right person among the first `top`; None without queries."""
    hits = (any(c["id"] in a.right for c in found.get(a.id, ())[:top]) for a in answers)
    return _share(sum(hits), len(answers))


def suggested(found: Found, answers: Sequence[Answer], suggests: Suggests) -> float | None:
    """The share of queries with a right person suggested."""
    hits = (any(c["id"] in a.right and suggests(c) for c in found.get(a.id, ())) for a in answers)
    return _share(sum(hits), len(answers))


def flagged(found: Found, answers: Sequence[Answer], suggests: Suggests) -> float | None:
    """The share of queries, none of them registered, for whom anybody is suggested."""
    return _share(sum(any(map(suggests, found.get(a.id, ()))) for a in answers), len(answers))


def precision(found: Found, answers: Iterable[Answer], suggests: Suggests) -> float | None:
    """The share of suggested pairs that are right."""
    pairs = [c["id"] in a.right for a in answers for c in found.get(a.id, ()) if suggests(c)]
    return _share(sum(pairs), len(pairs))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def figures(found: Found, answers: Iterable[Answer], suggests: Suggests) -> dict[str, float | None]:
    """All that is told of one engine on one set."""
    of: dict[str, list[Answer]] = {}
    for answer in answers:
        of.setdefault(answer.kind, []).append(answer)
    registered, tracing = of.get("registered", []), of.get("tracing", [])
    siblings, strangers = of.get("sibling", []), of.get("stranger", [])
    arriving = [*registered, *siblings, *strangers]
    kin = {kind: flagged(found, answers, suggests) for kind, answers in of.items() if kind in KIN}
    return kin | {
        "recall@1": recall(found, registered, 1),
        "recall@10": recall(found, registered, 10),
        "precision": precision(found, arriving, suggests),
        "recall": suggested(found, registered, suggests),
        "siblings": flagged(found, siblings, suggests),
        "strangers": flagged(found, strangers, suggests),
        "tracing@1": recall(found, tracing, 1),
        "tracing@10": recall(found, tracing, 10),
    }


COLUMNS = {
    "set": "set",
    "engine": "engine",
    "recall@1": "R@1",
    "recall@10": "R@10",
    "precision": "prec.",
    "recall": "recall",
    "siblings": "sibl.",
    "strangers": "str.",
    **dict(zip(KIN, ("son", "son fam.", "son unn.", "twin"), strict=True)),
    "tracing@1": "tr. R@1",
    "tracing@10": "tr. R@10",
    "index_s": "build s",
    "query_ms_p50": "p50 ms",
    "query_ms_p95": "p95 ms",
    "query_ms_p99": "p99 ms",
    "batch_ms_per_query": "batch ms",
    "peak_rss_mb": "RAM MB",
    "index_mb": "file MB",
}
"""What stands in the table, and how it is headed there."""
_SHARES = set(list(COLUMNS)[2 : list(COLUMNS).index("index_s")])

Row = Mapping[str, Any]


def table(rows: Iterable[Row]) -> list[str]:
    """A table in Markdown, one line an engine and set; kin only where some row tells of them."""
    rows = list(rows)
    shown = [c for c in COLUMNS if c not in KIN or any(c in row for row in rows)]
    titles = " | ".join(COLUMNS[column] for column in shown)
    head = [f"| {titles} |", "| --- | --- |" + " ---: |" * (len(shown) - 2)]
    return head + [
        f"| {' | '.join(_cell(column, row.get(column)) for column in shown)} |" for row in rows
    ]


def _cell(column: str, value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    if column in _SHARES:
        return f"{value:.3f}"
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def against(ours: Row, peer: Row) -> str:
    """Our row beside a peer's of the same set: points of recall, times of time and memory."""
    points = [
        f"{COLUMNS[column]} {(ours[column] - peer[column]) * 100:+.1f}"
        for column in ("recall@1", "recall@10", "recall", "siblings", "tracing@1", "tracing@10")
        if ours.get(column) is not None and peer.get(column) is not None
    ]
    times = [
        f"{COLUMNS[column]} {ours[column] / peer[column]:.2f}x"
        for column in ("index_s", "query_ms_p50", "query_ms_p95", "peak_rss_mb")
        if ours.get(column) and peer.get(column)
    ]
    return (
        f"{ours['set']}: {ours['engine']} against {peer['engine']}: "
        f"points {', '.join(points)}; times {', '.join(times)}"
    )
