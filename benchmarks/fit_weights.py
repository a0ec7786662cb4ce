"""Fit the table of weights to labelled records, and write it as a new version.

    python -m benchmarks.fit_weights FOLDER VERSION OUT [--tracing]

FOLDER is a set (see matching_sets). Arrivals of its fitting half are looked up; all who
would be compared in full are examples: whoever is meant against the others, unregistered
brothers and sisters among them, which is what keeps a family's common ground from being
taken for identity. With --tracing the requests of its fitting half are fitted instead.

FOLDER may as well be a file of verdicts, JSON lines {"left": …, "right": …, "same": true}: two
records in the contract's format and whether people found them to be one person. How rare a name
is, is counted among the records of the file; a few hundred of either kind are worth fitting.

Logistic regression on the score itself, as the engine adds it up: what relatives share
levels off below the prior. The table in use is where it starts and what it is pulled to,
so that what the set says little about stays as set by knowledge of the fields. After every
step each family of levels is put back in order (pool adjacent violators), so that a better
agreement never weighs less: the table is monotone by construction.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from benchmarks import matching_sets
from benchmarks.matching_sets import MatchSet, is_for_fitting
from intake.cli.bulk import index_of, people_of
from intake.matching.index import MemoryIndex
from intake.matching.person import from_contract
from intake.matching.score import find
from intake.matching.search import SHORTLIST, prepare, shortlist
from intake.matching.stats import Stats
from intake.matching.weights import Weights, weights_of

Floats = NDArray[np.float64]

STEPS, STEP = 600, 0.05
PULL, PULL_TRACING = 0.4, 0.1
"""Tracing tells other things (who asks, old places), so its table may go farther."""
MEANT_WEIGHT = 4.0
"""One right candidate stands against some twenty others: it counts for several."""

_BIRTHS = (
    "apart-more", "apart-14", "apart-10", "apart-5", "apart-3", "apart-2", "apart-1",
    "same-year-other-month", "same-month-other-day", "same-year", "near-day", "same-month",
    "same-day",
)  # fmt: skip
_VAGUE = (*(f"vague-apart-{n}" for n in ("more", 14, 10, 5, 3, 2, 1)), "same-year-vague")
ORDERED = (
    tuple(f"birth.{level}" for level in _BIRTHS),
    tuple(f"birth.{level}" for level in _VAGUE),
    ("birth.another-calendar", "birth.one-digit", "birth.near-day"),
    ("birth.same-month", "birth.day-and-month-swapped", "birth.same-day"),
    ("birth.dates-overlap", "birth.same-year-vague", "birth.same-year"),
    ("sex.different", "sex.same"),
)
"""Levels of one field, from what speaks most against to what speaks most for."""

LEAST_FOR, LEAST_AGAINST = 0.1, 0.0
"""An agreement weighs something, a difference never speaks for."""

MOST = {"sex.same": 1.0}
"""One of two cannot tell more than one bit, whatever a set of near records says."""

SURE = 0.99
"""Part of the candidates of the highest band that must be right: an error harms people."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Candidates of all queries: amounts of each weight, own and shared; who is meant."""

    names: tuple[str, ...]
    own: Floats
    shared: Floats
    meant: Floats
    prior: Floats


def gather(whole: MatchSet, kinds: Sequence[str]) -> Examples:
    """Compare the fitting half of some kinds of queries with all who come near."""
    index, weights = index_of(whole.people_file), weights_of()
    queries = {person.id: person for person in people_of(whole.queries_file)}
    stats = Stats(index, weights)
    own: list[dict[str, float]] = []
    shared: list[dict[str, float]] = []
    meant: list[float] = []
    for answer in whole.answers:
        if answer.kind not in kinds or not is_for_fitting(answer.id):
            continue
        query = queries[answer.id]
        people = [index.person(row) for row in shortlist(index, query, SHORTLIST).tolist()]
        prepare(query, people)
        for known in people:
            findings = find(query, known, stats)
            own.append(_amounts(term for found in findings for term in found.own))
            shared.append(_amounts(term for found in findings for term in found.shared))
            meant.append(float(known.id in answer.right))
    return _examples(own, shared, meant, stats.prior)


def gather_verdicts(path: Path) -> Examples:
    """Every pair of a file of verdicts is an example."""
    lines = list(matching_sets.read_lines(path))
    pairs = [(from_contract(line["left"]), from_contract(line["right"])) for line in lines]
    everybody = {person.id: person for pair in pairs for person in pair}
    stats = Stats(MemoryIndex.of(everybody.values()), weights_of())
    found = [find(left, right, stats) for left, right in pairs]
    own = [_amounts(term for finding in row for term in finding.own) for row in found]
    shared = [_amounts(term for finding in row for term in finding.shared) for row in found]
    return _examples(own, shared, [float(line["same"]) for line in lines], stats.prior)


def _examples(
    own: Sequence[dict[str, float]],
    shared: Sequence[dict[str, float]],
    meant: Sequence[float],
    prior: float,
) -> Examples:
    names = tuple(sorted({name for row in (*own, *shared) for name in row}))
    priors = np.full(len(meant), prior)
    return Examples(names, _table(own, names), _table(shared, names), np.array(meant), priors)


def _amounts(terms: Iterator[tuple[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, amount in terms:
        found[name] = found.get(name, 0.0) + amount
    return found


def _table(rows: Sequence[dict[str, float]], names: Sequence[str]) -> Floats:
    place = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for at, row in enumerate(rows):
        for name, amount in row.items():
            table[at, place[name]] = amount
    return table


def fit(examples: Examples, start: Weights, pull: float) -> dict[str, float]:
    """The weights of the terms that occur, and the band, fitted; others stay as they were."""
    at_first = np.array([start[name] for name in examples.names])
    scale = np.maximum(1, abs(at_first))
    bits, mean, square = at_first.copy(), np.zeros_like(at_first), np.zeros_like(at_first)
    for step in range(1, STEPS + 1):
        slope = _slope(examples, bits, start) + pull * (bits - at_first) / scale
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        bits -= STEP * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        bits = ordered(examples.names, bits, at_first)
    bits = np.round(bits, 2)
    many = _band(score(examples, bits, start)[0], examples.meant, start["band.many"])
    fitted = dict(zip(examples.names, bits.tolist(), strict=True))
    return dict(start) | fitted | {"band.many": many}


def _band(scores: Floats, meant: Floats, least: float) -> float:
    """The lowest band of which at least `SURE` are right, rounded up to half a bit."""
    falling = np.argsort(-scores, kind="stable")
    right = np.cumsum(meant[falling]) / np.arange(1, len(falling) + 1)
    enough = np.flatnonzero(right >= SURE)
    lowest = float(scores[falling[enough[-1]]]) if len(enough) else least
    return max(least, float(np.ceil(2 * lowest) / 2))


def score(examples: Examples, bits: Floats, start: Weights) -> tuple[Floats, Floats]:
    """The score of every candidate, and how much of a bit more in common it would pass on."""
    common = examples.shared @ bits
    rest = 2.0 ** (examples.prior + start["prior.family-below"])
    share = 2.0 ** -np.clip(common, 0, 200)
    levelled = np.where(common > 0, np.log2(1 + rest) - np.log2(share + rest), common)
    passed = np.where(common > 0, share / (share + rest), 1.0)
    return examples.own @ bits + levelled + examples.prior, passed


def _slope(examples: Examples, bits: Floats, start: Weights) -> Floats:
    """Of the mean loss, by each weight."""
    scores, passed = score(examples, bits, start)
    wrong = 1 / (1 + np.exp2(-np.clip(scores, -60, 60))) - examples.meant
    wrong *= np.where(examples.meant > 0, MEANT_WEIGHT, 1.0)
    slope: Floats = wrong @ examples.own + (wrong * passed) @ examples.shared
    slope /= examples.meant.sum()
    return slope


def ordered(names: Sequence[str], bits: Floats, at_first: Floats) -> Floats:
    """The same weights with every order kept and every sign as it was."""
    kept = np.where(at_first > 0, np.maximum(bits, LEAST_FOR), np.minimum(bits, LEAST_AGAINST))
    place = {name: at for at, name in enumerate(names)}
    for name, most in MOST.items():
        if name in place:
            kept[place[name]] = min(kept[place[name]], most)
    families = [[place[name] for name in levels if name in place] for levels in ORDERED]
    # Families share members (same-day): a few rounds bring most in order, and whoever
    # is then still below a lesser agreement is lifted to it.
    for here in families * 4:
        kept[here] = _rising(kept[here])
    while any((np.diff(kept[here]) < 0).any() for here in families):
        for here in families:
            kept[here] = np.maximum.accumulate(kept[here])
    return kept


def _rising(values: Floats) -> Floats:
    """The nearest values that never fall: neighbours out of order get their mean."""
    blocks: list[list[float]] = []
    for value in values.tolist():
        blocks.append([value])
        while len(blocks) > 1 and np.mean(blocks[-2]) > np.mean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    return np.array([np.mean(block) for block in blocks for _ in block])


def main(folder: str, version: str, out: str, *more: str) -> None:
    """Fit and write; tells on stderr what became of each weight."""
    tracing = "--tracing" in more
    kinds: tuple[str, ...] = ("tracing",) if tracing else ("registered", "sibling", "stranger")
    start = weights_of()
    if Path(folder).is_file():
        examples, kinds = gather_verdicts(Path(folder)), ("verdicts",)
    else:
        with TemporaryDirectory() as work:
            examples = gather(matching_sets.prepare(Path(folder), Path(work)), kinds)
    if not 0 < examples.meant.sum() < len(examples.meant):
        sys.exit("Nothing to fit: it takes pairs that are one person, and pairs that are two.")
    fitted = fit(examples, start, PULL_TRACING if tracing else PULL)
    for name in examples.names:
        print(f"{name:32} {start[name]:7.2f} {fitted[name]:7.2f}", file=sys.stderr)
    how = (
        f"Fitted by benchmarks/fit_weights.py to {int(examples.meant.sum())} right candidates "
        f"among {len(examples.meant)} of {' '.join(kinds)}, from version {start.version}."
    )
    made = datetime.now(UTC).date().isoformat()
    table = {"version": version, "made": made, "how": how, "bits": fitted}
    Path(out).write_text(json.dumps(table, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
