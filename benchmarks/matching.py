"""Figures of the matching engine on development data: recall, siblings, speed, memory.

Run from the project's root: `python -m benchmarks.matching --data DIRECTORY`. The directory
holds `matching/dev10k_*.jsonl.gz` and `name-pairs/wikidata_*_train.txt.gz`. The threshold
is the engine's own, `weights.MANY`.
"""

import argparse
import gzip
import json
import random
import resource
import statistics
import sys
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter
from typing import Any

from intake.matching.index import Candidate, Index, search
from intake.matching.person import NameSaid, Person, from_contract, with_companions

Line = dict[str, Any]


def read_lines(path: Path) -> list[Line]:
    """The records of one compressed JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_people(path: Path) -> list[Person]:
    """The people of one file, each with those who came along."""
    return list(with_companions(from_contract(line) for line in read_lines(path)))


def build(people: Iterable[Person]) -> tuple[Index, float]:
    """An index and the seconds it took."""
    start = perf_counter()
    index = Index()
    for person in people:
        index.add(person)
    return index, perf_counter() - start


def look_up(index: Index, queries: list[Person]) -> tuple[dict[str, list[Candidate]], list[float]]:
    """What is found for every query, and the milliseconds each took."""
    found, spent = {}, []
    for query in queries:
        start = perf_counter()
        found[query.id] = search(index, query, 10)
        spent.append((perf_counter() - start) * 1000)
    return found, spent


def say(title: str, **figures: float) -> None:
    """Print one line of figures."""
    print(title.ljust(28), "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))


def recall(found: dict[str, list[Candidate]], truth: dict[str, str], top: int) -> float:
    """The share of queries whose person is among the first `top`."""
    hits = sum(truth[q] in [c.person_id for c in found[q][:top]] for q in truth)
    return hits / max(1, len(truth))


def flagged(found: dict[str, list[Candidate]], ids: list[str]) -> float:
    """The share of these queries, none of them registered, that are suggested as a pair."""
    hits = sum(any(c.comparison.is_suggested for c in found[q]) for q in ids)
    return hits / max(1, len(ids))


def speed(spent: list[float]) -> dict[str, float]:
    """Median, 95th and 99th percentile."""
    cuts = statistics.quantiles(spent, n=100)
    return {"p50_ms": cuts[49], "p95_ms": cuts[94], "p99_ms": cuts[98]}


def score_records(directory: Path) -> None:
    """The synthetic records: arriving people, then tracing requests."""
    people = read_people(directory / "dev10k_people.jsonl.gz")
    index, seconds = build(people)
    say("build", people=len(index), seconds=seconds, postings_mb=index.size() / 1e6)
    queries = read_people(directory / "dev10k_queries.jsonl.gz")
    answers = read_lines(directory / "dev10k_truth.jsonl.gz")
    found, spent = look_up(index, queries)
    truth = {a["id"]: a["person"] for a in answers if a["person"]}
    say("registered", at1=recall(found, truth, 1), at10=recall(found, truth, 10), **speed(spent))
    say("registered, suggested", share=_suggested(found, truth))
    siblings, strangers = _unregistered(answers)
    say("siblings flagged", share=flagged(found, siblings), of=len(siblings))
    say("strangers flagged", share=flagged(found, strangers), of=len(strangers))
    wanted = read_people(directory / "dev10k_tracing.jsonl.gz")
    traced, spent = look_up(index, wanted)
    truth = {a["id"]: a["person"] for a in read_lines(directory / "dev10k_tracing_truth.jsonl.gz")}
    say("tracing", at1=recall(traced, truth, 1), at10=recall(traced, truth, 10), **speed(spent))


def _suggested(found: dict[str, list[Candidate]], truth: dict[str, str]) -> float:
    hits = sum(
        any(c.comparison.is_suggested for c in found[q] if c.person_id == truth[q]) for q in truth
    )
    return hits / len(truth)


def _unregistered(answers: list[Line]) -> tuple[list[str], list[str]]:
    """Siblings and strangers; the generator numbers the queries of both in this order."""
    ids = sorted((a["id"] for a in answers if not a["person"]), key=lambda q: int(q[1:]))
    return ids[:240], ids[240:]


def score_pairs(path: Path, size: int, seed: int) -> None:
    """Real names of one word: Latin forms indexed, the other script looked up."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    random.Random(seed).shuffle(rows)  # noqa: S311 - a sample, not a secret
    names = sorted({row[0] for row in rows[: size * 2]})
    random.Random(seed).shuffle(names)  # noqa: S311
    names = names[:size]
    index, seconds = build(Person(id=name, names=(NameSaid(name),)) for name in names)
    kept = set(names)
    pairs = [(row[0], row[1].replace(" ", "")) for row in rows if row[0] in kept][:1500]
    queries = [Person(id=f"?{i}", names=(NameSaid(said),)) for i, (_, said) in enumerate(pairs)]
    found, spent = look_up(index, queries)
    truth = {f"?{i}": name for i, (name, _) in enumerate(pairs)}
    at1, at10 = recall(found, truth, 1), recall(found, truth, 10)
    say(path.name.split("_")[1], at1=at1, at10=at10, build_s=seconds, **speed(spent))


def main() -> None:
    """Run everything the directory holds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--names", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", choices=("records", "pairs"))
    chosen = options.parse_args()
    if chosen.only != "pairs":
        score_records(chosen.data / "matching")
    if chosen.only != "records":
        for path in sorted((chosen.data / "name-pairs").glob("wikidata_*_train.txt.gz")):
            score_pairs(path, chosen.names, chosen.seed)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    say("memory", peak_mb=peak / (1024 * 1024 if sys.platform == "darwin" else 1024))


if __name__ == "__main__":
    main()
