"""`run.py match`: looks people of one file up among the people of another.

Nothing here is linked to a store: files in, ranked candidates out, for people who want
to try the engine on their own records or script against it.
"""

import gc
import json
import os
import sys
from pathlib import Path
from time import perf_counter
from typing import Any, TextIO

import click

from intake.cli.bulk import index_of, people_of
from intake.matching.index import MemoryIndex
from intake.matching.person import Person
from intake.matching.search import Candidate, search

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("match")
@click.option("--people", type=_FILE, required=True, help="People to be found, JSON lines.")
@click.option("--queries", type=_FILE, required=True, help="People to look for, JSON lines.")
@click.option(
    "--top",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="Most candidates a query gets.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Result file.")
@click.option(
    "--index",
    "index_dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write the index to.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
def command(
    people: Path, queries: Path, top: int, out: Path | None, index_dir: Path | None, as_json: bool
) -> None:
    """Rank, for every query, the people who may be the same person or the one sought."""
    start = perf_counter()
    index = index_of(people)
    index_bytes = _keep(index, index_dir)
    figures: dict[str, float] = {"people": index.people(), "index_s": perf_counter() - start}
    gc.disable()  # a search leaves no cycles; looking for them would hold up every other query
    click.echo(f"{index.people()} people indexed", err=True)
    spent = _answer(index, queries, top, out, quiet=as_json)
    figures |= {"queries": len(spent), "index_mb": index_bytes / 1e6, **_speed(spent)}
    figures["peak_rss_mb"] = _peak_memory() / 1e6
    click.echo(f"{len(spent)} queries answered", err=True)
    if as_json:
        click.echo(json.dumps({name: round(value, 3) for name, value in figures.items()}))


def _keep(index: MemoryIndex, directory: Path | None) -> int:
    """Write the index to `directory` if one is named; answer their size in bytes."""
    if directory is None:
        return index.size()
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = directory / "index.bin"
    with target.open("wb") as stream:
        index.write(stream)
    return target.stat().st_size


def _answer(
    index: MemoryIndex, queries: Path, top: int, out: Path | None, *, quiet: bool
) -> list[float]:
    """Answer every query in input order; returns the milliseconds each took."""
    if out is not None:
        with out.open("w", encoding="utf-8", newline="\n") as stream:
            return _write_answers(index, queries, top, stream)
    return _write_answers(index, queries, top, None if quiet else sys.stdout)


def _write_answers(
    index: MemoryIndex, queries: Path, top: int, stream: TextIO | None
) -> list[float]:
    spent = []
    for query in people_of(queries):
        start = perf_counter()
        found = search(index, query, top)
        spent.append((perf_counter() - start) * 1000)
        if stream is not None:
            line = json.dumps(as_line(query, found), ensure_ascii=False)
            # A lone surrogate, which JSON allows, cannot be written as UTF-8.
            stream.write(line.encode("utf-8", "replace").decode("utf-8") + "\n")
    return spent


def as_line(query: Person, found: list[Candidate]) -> dict[str, Any]:
    """One line of results.jsonl, as the contract has it."""
    return {"id": query.id, "candidates": [_as_candidate(candidate) for candidate in found]}


def _as_candidate(candidate: Candidate) -> dict[str, Any]:
    comparison = candidate.comparison
    evidence = [
        {
            "field": row.field,
            "outcome": row.outcome.value,
            "weight": round(row.weight, 3),
            "left": row.left,
            "right": row.right,
            "why": row.why.value,
        }
        for row in comparison.evidence
    ]
    return {
        "id": candidate.person_id,
        "score": round(comparison.score, 3),
        "band": comparison.band.value,
        "evidence": evidence,
    }


def _speed(spent: list[float]) -> dict[str, float]:
    """Percentiles of the time a query took; 0 when there was none."""
    ordered = sorted(spent) or [0.0]
    return {
        f"query_ms_p{percent}": ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]
        for percent in (50, 95, 99)
    }


def _peak_memory() -> float:
    """The most memory held, in bytes, the helping processes too; 0 where none tells."""
    if sys.platform == "win32":
        return 0.0
    import resource

    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    helpers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (os.cpu_count() or 1)
    return float(own + helpers) * (1 if sys.platform == "darwin" else 1024)
