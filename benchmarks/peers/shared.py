"""What the scripts of the peers have in common; standard library only.

Runs in the peers' own environment, where nothing of the product is installed.
"""

import argparse
import json
import resource
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

CANDIDATES = 100
"""How many people sharing our rarest keys a peer compares in full, per query."""

Line = dict[str, Any]


def arguments(about: str) -> argparse.Namespace:
    """What every peer is told: the files to read and to write."""
    options = argparse.ArgumentParser(description=about)
    for name in ("people", "queries", "columns", "out", "model"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--train", type=Path, help="labels of the development half: fit a model")
    options.add_argument("--top", type=int, default=10)
    return options.parse_args()


def read(path: Path) -> Iterator[Line]:
    """The objects of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def write(path: Path, results: Iterable[tuple[str, list[tuple[str, float]]]]) -> None:
    """Write results as the contract has them, without the evidence."""
    with path.open("w", encoding="utf-8") as out:
        for query, found in results:
            candidates = [{"id": person, "score": score} for person, score in found]
            out.write(json.dumps({"id": query, "candidates": candidates}) + "\n")


def percentiles(spent: Iterable[float]) -> dict[str, float]:
    """The same percentiles as `run.py match --json` prints, from milliseconds."""
    ordered = sorted(spent) or [0.0]
    at = {p: min(len(ordered) - 1, len(ordered) * p // 100) for p in (50, 95, 99)}
    return {f"query_ms_p{p}": round(ordered[place], 3) for p, place in at.items()}


def tell(**figures: float) -> None:
    """Print the figures, peak memory among them, as one JSON object."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures["peak_rss_mb"] = peak / (1e6 if sys.platform == "darwin" else 1e3)
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}))


def cap(people: int) -> int:
    """Keys of more people than this are not read, as in our own index."""
    return max(400, 6 * int(people**0.5))
