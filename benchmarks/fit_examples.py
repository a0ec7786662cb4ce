"""Labelled sets and verdicts as examples that weights can be fitted to.

A set's queries are looked up as the engine does, and every candidate that it would compare
in full is an example. What a comparison finds is kept as amounts of each weight, so that
any table can be tried on it without comparing again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from benchmarks import matching_sets
from benchmarks.matching_kin import KINDS, with_kin
from benchmarks.matching_sets import MatchSet, is_for_fitting
from intake.cli.bulk import index_of, people_of
from intake.matching.evidence import Finding
from intake.matching.index import MemoryIndex
from intake.matching.levelling import are_of_one_age, namesakes_terms
from intake.matching.person import from_contract
from intake.matching.score import find
from intake.matching.search import SHORTLIST, prepare, shortlist
from intake.matching.stats import Stats
from intake.matching.weights import weights_of

Floats = NDArray[np.float64]

ARRIVING = ("registered", "sibling", "stranger")

MEANT_WEIGHT = 4.0
"""One right candidate stands against some twenty others: it counts for several."""

KIN_WEIGHT = 0.15
"""Of twins and sons there are far more here than arrive: all count as much as siblings."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Candidates of all queries, a row each; a column for each weight there is.

    How much there is of it: of the person's own, of what relatives share, and of what a
    namesake of the family has too (nothing where births tell one age). Then who is meant, the
    prior, and for how much the row counts.
    """

    names: tuple[str, ...]
    own: Floats
    shared: Floats
    alike: Floats
    meant: Floats
    prior: Floats
    counts: Floats

    def only(self, these: NDArray[np.bool_]) -> "Examples":
        """Some of the rows."""
        tables = (self.own, self.shared, self.alike, self.meant, self.prior, self.counts)
        return Examples(self.names, *(table[these] for table in tables))


class Rows:
    """Examples while they are gathered."""

    def __init__(self, names: Sequence[str]) -> None:
        self._at = {name: at for at, name in enumerate(names)}
        self._tables: tuple[list[Floats], ...] = ([], [], [])
        self._told: list[tuple[float, float, float]] = []

    def add(self, findings: Sequence[Finding], meant: bool, prior: float, counts: float) -> None:
        """One more candidate; who is meant counts for several."""
        name, places = namesakes_terms(findings)
        alike = () if are_of_one_age(findings) else (*name, *places)
        own = (term for found in findings for term in found.own)
        shared = (term for found in findings for term in found.shared)
        for table, terms in zip(self._tables, (own, shared, alike), strict=True):
            table.append(self._row(terms))
        self._told.append((float(meant), prior, MEANT_WEIGHT if meant else counts))

    def _row(self, terms: Iterable[tuple[str, float]]) -> Floats:
        row = np.zeros(len(self._at))
        for name, amount in terms:
            row[self._at[name]] += amount
        return row

    def examples(self) -> Examples:
        """All of them, with the weights that occur."""
        own, shared, alike = (np.array(t).reshape(-1, len(self._at)) for t in self._tables)
        occurs = (own.any(axis=0) | shared.any(axis=0)).nonzero()[0]
        names = tuple(np.array(list(self._at))[occurs].tolist())
        told = np.array(self._told).reshape(-1, 3).T
        return Examples(names, own[:, occurs], shared[:, occurs], alike[:, occurs], *told)


def gather(rows: Rows, whole: MatchSet, kinds: Sequence[str]) -> None:
    """Compare the fitting half of some kinds of queries with all who come near."""
    index, weights = index_of(whole.people_file), weights_of()
    queries = {person.id: person for person in people_of(whole.queries_file)}
    stats = Stats(index, weights)
    for answer in whole.answers:
        if answer.kind not in kinds or not is_for_fitting(answer.id):
            continue
        query = queries[answer.id]
        people = [index.person(row) for row in shortlist(index, query, SHORTLIST).tolist()]
        prepare(query, people)
        counts = KIN_WEIGHT if answer.kind in KINDS else 1.0
        for known in people:
            rows.add(find(query, known, stats), known.id in answer.right, stats.prior, counts)


def gather_verdicts(rows: Rows, path: Path) -> None:
    """Every pair of a file of verdicts is an example."""
    lines = list(matching_sets.read_lines(path))
    pairs = [(from_contract(line["left"]), from_contract(line["right"])) for line in lines]
    everybody = {person.id: person for pair in pairs for person in pair}
    stats = Stats(MemoryIndex.of(everybody.values()), weights_of())
    for (left, right), line in zip(pairs, lines, strict=True):
        rows.add(find(left, right, stats), line["same"], stats.prior, 1.0)


def examples_of(sources: Sequence[Path], kinds: Sequence[str]) -> Examples:
    """The examples of all sets and files of verdicts."""
    rows = Rows(tuple(weights_of()))
    for source in sources:
        if source.is_file():
            gather_verdicts(rows, source)
            continue
        with TemporaryDirectory() as work:
            whole = matching_sets.prepare(source, Path(work))
            gather(rows, with_kin(whole) if set(KINDS) & set(kinds) else whole, kinds)
    return rows.examples()
