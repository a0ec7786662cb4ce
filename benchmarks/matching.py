"""Our matching beside nomenklatura's logic-v2 and Splink: same files, one run, one table.

Run from the project's root: `python -m benchmarks.matching --data DIRECTORY`. The directory
holds `matching/dev10k_*.jsonl.gz`, the generator, and `name-pairs/wikidata_*_train.txt.gz`.
Our engine runs as its own process, `run.py match`; so does each peer, in an environment of
their own. Thresholds are fixed beforehand: ours is the band "many", a peer's is the lowest
score with 99 % precision on one half of the development queries, on which it is also
fitted; the development set is judged by the other half, for all engines alike. Our own
table of weights is fitted on the former half too, and on sets of other seeds. Ends with 1
if a goal is missed that the run could tell of.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.matching_figures import (
    Answer,
    Suggests,
    against,
    at_least,
    figures,
    in_many,
    table,
    threshold,
)
from benchmarks.matching_goals import judged, report
from benchmarks.matching_kin import with_kin
from benchmarks.matching_names import latin_names, name_pairs
from benchmarks.matching_sets import (
    MatchSet,
    generate,
    halves,
    prepare,
    read_lines,
    write_lines,
)
from benchmarks.peers import environment

ROOT = Path(__file__).parent.parent
OURS = "ours"
PEERS = {"logic-v2": "logic_v2.py", "splink": "splink_link.py"}
TOP = 10

Row = dict[str, Any]


def run_ours(chosen: MatchSet) -> tuple[Path, Row]:
    """Our engine through its command; the results and the figures it prints."""
    out = chosen.folder / "ours.jsonl"
    said = _run(
        str(ROOT / "run.py"),
        "match",
        *("--people", str(chosen.people_file), "--queries", str(chosen.queries_file)),
        *("--top", str(TOP), "--out", str(out), "--json"),
    )
    return out, said


def _run(*command: str, python: Path | str = sys.executable) -> Row:
    """Run a Python program from the root; what it prints on stdout is one JSON object."""
    done = subprocess.run(  # noqa: S603
        [str(python), *command], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    told = json.loads(done.stdout)
    assert isinstance(told, dict)
    return told


@dataclass(slots=True)
class Peer:
    """One peer: how it is run, the model it was fitted to, and its threshold."""

    name: str
    python: Path
    model: Path
    suggests: Suggests | None = field(default=None)

    def run(self, chosen: MatchSet, train: Path | None = None) -> tuple[Path, Row]:
        """Answer a set whose columns were exported."""
        out = chosen.folder / f"{self.name}.jsonl"
        command = [str(environment.HERE / PEERS[self.name])]
        for name, path in (
            ("people", chosen.people_file),
            ("queries", chosen.queries_file),
            ("columns", chosen.folder / "columns"),
            ("out", out),
            ("model", self.model),
        ):
            command += [f"--{name}", str(path)]
        if train is not None:
            command += ["--train", str(train)]
        return out, _run(*command, python=self.python)

    def fit(self, chosen: MatchSet, fitting: Sequence[Answer]) -> tuple[Path, Row]:
        """Fit on one half of the development set and fix the threshold there."""
        train = chosen.folder / "train.jsonl"
        labels = ({"id": a.id, "person": min(a.right, default=None)} for a in fitting)
        write_lines(train, labels)
        out, said = self.run(chosen, train)
        lowest = threshold(found_in(out), fitting)
        self.suggests = at_least(lowest)
        print(f"{self.name}: threshold {lowest:.3f}", flush=True)
        return out, said


def found_in(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The candidates of every query in a file of results."""
    return {line["id"]: line["candidates"] for line in read_lines(path)}


def export_columns(chosen: MatchSet) -> float:
    """Write our columns for the peers, in a process of the product.

    Answers the seconds for the people: a peer cannot index them without.
    """
    folder = chosen.folder / "columns"
    folder.mkdir(exist_ok=True)
    spent = []
    for source in (chosen.people_file, chosen.queries_file):
        start = perf_counter()
        subprocess.run(  # noqa: S603
            [sys.executable, "-m", "benchmarks.peers.columns", str(source), folder / source.name],
            cwd=ROOT,
            check=True,
        )
        spent.append(perf_counter() - start)
    return spent[0]


def with_columns(answered: tuple[Path, Row], seconds: float) -> tuple[Path, Row]:
    """A peer's answer, its building time with that of the columns it cannot do without."""
    out, said = answered
    return out, {**said, "index_s": said["index_s"] + seconds}


class Round:
    """The engines of one run and the rows they earned."""

    def __init__(self, peers: Sequence[Peer], peers_up_to: int) -> None:
        self.rows: list[Row] = []
        self.failed: list[str] = []
        self._peers = peers
        self._peers_up_to = peers_up_to

    def development(self, whole: MatchSet) -> None:
        """The development set: peers are fitted on one half, all are judged by the other."""
        fitting, judged = halves(whole)
        self._ours(judged)
        columns = export_columns(whole) if self._peers else 0.0
        for peer in self._peers:
            answered = with_columns(peer.fit(whole, fitting), columns)
            assert peer.suggests is not None
            self._enter(judged, peer.name, answered, peer.suggests)

    def judge(self, chosen: MatchSet) -> None:
        """Any other set; without peers where it has too many people for them."""
        self._ours(chosen)
        peers = [p for p in self._peers if p.suggests and chosen.people <= self._peers_up_to]
        columns = export_columns(chosen) if peers else 0.0
        for peer in peers:
            assert peer.suggests is not None
            try:
                answered = with_columns(peer.run(chosen), columns)
                self._enter(chosen, peer.name, answered, peer.suggests)
            except subprocess.CalledProcessError as stopped:
                self.failed.append(f"{peer.name} failed on {chosen.name}: {stopped.returncode}")

    def _ours(self, chosen: MatchSet) -> None:
        self._enter(chosen, OURS, run_ours(chosen), in_many)

    def _enter(
        self, chosen: MatchSet, engine: str, answered: tuple[Path, Row], suggests: Suggests
    ) -> None:
        out, said = answered
        row = {"set": chosen.name, "engine": engine, **said}
        row |= figures(found_in(out), chosen.answers, suggests)
        self.rows.append(row)
        print(table([row])[-1], flush=True)


def ratios(rows: Sequence[Row]) -> Iterator[str]:
    """Our row beside each peer's, set by set."""
    ours = {row["set"]: row for row in rows if row["engine"] == OURS}
    for row in rows:
        if row["engine"] != OURS:
            yield against(ours[row["set"]], row)


def sets(chosen: argparse.Namespace, work: Path) -> Iterator[MatchSet]:
    """The sets to be judged after the development set, laid out one at a time."""
    if chosen.only != "pairs":
        for made in record_sets(chosen, work):
            yield with_kin(made) if chosen.kin else made
    if chosen.only != "records":
        lists = sorted((chosen.data / "name-pairs").glob("wikidata_*_train.txt.gz"))
        for path in lists:
            yield name_pairs(path, chosen.names, chosen.seeds[0], work)
        yield from latin_names(lists, chosen.names, chosen.seeds[0], work)


def record_sets(chosen: argparse.Namespace, work: Path) -> Iterator[MatchSet]:
    """Sets of records from folders, and from the generator of the development data."""
    for folder in chosen.set:
        yield prepare(folder, work, f"{folder.resolve().parent.name}/{folder.name}")
    for size in chosen.sizes:
        for seed in chosen.seeds:
            yield generate(chosen.data / "matching", size, seed, work)


def options() -> argparse.ArgumentParser:
    """What can be asked of a run."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, required=True, help="the development data")
    asked.add_argument("--set", type=Path, action="append", default=[], help="one more set")
    asked.add_argument("--sizes", type=int, nargs="*", default=[], help="sets to generate")
    asked.add_argument("--seeds", type=int, nargs="+", default=[1], help="for sets and samples")
    asked.add_argument("--names", type=int, default=50_000, help="real names indexed")
    asked.add_argument("--kin", action="store_true", help="sons and twins too, see matching_kin")
    asked.add_argument("--only", choices=("records", "pairs"))
    asked.add_argument("--engines", nargs="*", choices=tuple(PEERS), default=list(PEERS))
    asked.add_argument("--peers-up-to", type=int, default=100_000, metavar="PEOPLE")
    asked.add_argument("--peers-dir", type=Path, default=environment.DEFAULT)
    asked.add_argument("--work", type=Path, help="where files stay; else a temporary folder")
    return asked


def main() -> int:
    """Run everything that was asked for; 1 if a goal is missed or a peer could not be run."""
    chosen = options().parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = (chosen.work or Path(temporary)).resolve()
        python = environment.make(chosen.peers_dir) if chosen.engines else Path(sys.executable)
        peers = [Peer(name, python, work / f"{name}.json") for name in chosen.engines]
        done = Round(peers, chosen.peers_up_to)
        if peers or chosen.only != "pairs":
            whole = prepare(chosen.data / "matching", work, "dev10k")
            done.development(with_kin(whole) if chosen.kin else whole)
        for chosen_set in sets(chosen, work):
            done.judge(chosen_set)
    ours = [row for row in done.rows if row["engine"] == OURS]
    told = ("", *report(ours), "", *ratios(done.rows), *done.failed)
    print("", *table(done.rows), *told, sep="\n")
    return 1 if done.failed or not all(goal.is_met(row) for goal, row in judged(ours)) else 0


if __name__ == "__main__":
    sys.exit(main())
