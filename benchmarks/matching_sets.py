"""The sets that matching is measured on: people, queries, and who is meant.

A set is a folder with `people`, `queries`, `truth` and perhaps `tracing` and
`tracing_truth`, JSON lines, plain or compressed, perhaps with a prefix (`dev10k_people`).
"""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zlib import crc32

from benchmarks.matching_figures import Answer

Line = dict[str, Any]
_SIBLING_WORDS = ("sibling", "brother", "sister", "twin", "son", "daughter")


@dataclass(frozen=True, slots=True)
class MatchSet:
    """Files in the contract's format, arrivals and tracing requests as one file of queries."""

    name: str
    folder: Path
    answers: tuple[Answer, ...]
    people: int

    @property
    def people_file(self) -> Path:
        """Whom to index."""
        return self.folder / "people.jsonl"

    @property
    def queries_file(self) -> Path:
        """Whom to look up."""
        return self.folder / "queries.jsonl"


def read_lines(path: Path) -> Iterator[Line]:
    """The records of a JSON-lines file, plain or compressed."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write_lines(path: Path, records: Iterable[Line]) -> int:
    """Write records; answers how many."""
    with path.open("w", encoding="utf-8") as out:
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        return sum(bool(out.write(line)) for line in lines)


def find(folder: Path, name: str) -> Path | None:
    """The file of that name in a set, whatever stands before and after the name."""
    fits = [p for p in folder.glob(f"*{name}.jsonl*") if _bare(p) == name]
    return min(fits, default=None)


def _bare(path: Path) -> str:
    """`tracing_truth` for `dev10k_tracing_truth.jsonl.gz`."""
    stem = path.name.partition(".")[0]
    names = ("tracing_truth", "truth", "tracing", "queries", "people")
    return next((n for n in names if stem == n or stem.endswith("_" + n)), stem)


def prepare(source: Path, work: Path, name: str = "") -> MatchSet:
    """Lay a folder's set out in `work`: one file of people and one of all queries."""
    name = name or source.name
    target = work / name.replace(" ", "-").replace("/", "-")
    target.mkdir(parents=True, exist_ok=True)
    count = write_lines(target / "people.jsonl", _records(source, "people"))
    write_lines(target / "queries.jsonl", _queries(source))
    return MatchSet(name, target, (*_arrivals(source), *_tracing(source)), count)


def _records(source: Path, name: str) -> Iterator[Line]:
    path = find(source, name)
    if path is not None:
        yield from read_lines(path)
    elif not name.startswith("tracing"):
        raise FileNotFoundError(source / f"{name}.jsonl")


def _queries(source: Path) -> Iterator[Line]:
    """Arrivals, then tracing requests; their groups have nothing to do with each other."""
    yield from _records(source, "queries")
    for request in _records(source, "tracing"):
        yield request | {"group": f"tracing {request.get('group') or request['id']}"}


def _right(line: Line) -> frozenset[str]:
    return frozenset([line["person"], *line.get("also", [])] if line["person"] else [])


def _tracing(source: Path) -> Iterator[Answer]:
    return (Answer(a["id"], "tracing", _right(a)) for a in _records(source, "tracing_truth"))


def _arrivals(source: Path) -> list[Answer]:
    """Who is meant; of those unregistered, the siblings told from the strangers."""
    lines = list(_records(source, "truth"))
    known = [Answer(a["id"], "registered", _right(a)) for a in lines if a["person"]]
    unknown = [a for a in lines if not a["person"]]
    siblings = _siblings(unknown)
    return known + [Answer(a["id"], "sibling" if siblings(a) else "stranger") for a in unknown]


def _siblings(unknown: list[Line]) -> Callable[[Line], bool]:
    """By the kind or tags told; else the generator's order, which numbers siblings first.

    The generator makes two fifths of the unregistered brothers and sisters of somebody.
    """
    told = {a["id"] for a in unknown if _is_told_sibling(a)}
    if told or any(a.get("kind") for a in unknown):
        return lambda line: line["id"] in told
    ids = sorted((a["id"] for a in unknown), key=lambda q: (len(q), q))
    first = set(ids[: len(ids) * 2 // 5])
    return lambda line: line["id"] in first


def _is_told_sibling(line: Line) -> bool:
    words = " ".join([line.get("kind") or "", *line.get("tags", [])]).lower()
    apart = words.replace("-", " ").replace("_", " ").split()
    return any(word.removesuffix("s") in _SIBLING_WORDS for word in apart)


OF = "~"
"""Stands after the query a relative was made of, in the relative's own id."""


def is_for_fitting(query: str) -> bool:
    """Whether a query is of the half that is fitted on; kin go with whom they were made of."""
    return crc32(query.partition(OF)[0].encode()) % 2 == 1


def halves(whole: MatchSet) -> tuple[tuple[Answer, ...], MatchSet]:
    """The arrivals to fit on, and the set judged by the others; tracing is all judged.

    Relatives made of those to fit on are neither: peers are not fitted on them, our table is.
    """
    ours = {a for a in whole.answers if a.kind != "tracing" and is_for_fitting(a.id)}
    fitting = tuple(a for a in whole.answers if a in ours and OF not in a.id)
    judged = tuple(a for a in whole.answers if a not in ours)
    return fitting, replace(whole, answers=judged)


def generate(generator: Path, size: int, seed: int, work: Path) -> MatchSet:
    """A set of that many people from the generator beside the development data."""
    raw, made = work / f"raw-{size}-{seed}", work / f"made-{size}-{seed}"
    if not made.exists():
        asked = [str(size), str(raw), "--seed", str(seed), "--q", "2000"]
        _run(generator / "generate_people.py", *asked)
        _run(generator / "to_contract.py", str(raw), str(made))
    return prepare(made, work, f"{size // 1000}k seed {seed}")


def _run(script: Path, *arguments: str) -> None:
    subprocess.run([sys.executable, str(script), *arguments], check=True)  # noqa: S603
