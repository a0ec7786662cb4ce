"""Fit the table of weights to labelled records, and write it as a new version.

    python -m benchmarks.fit_weights VERSION OUT SET [SET …] [--pull 0.4] [--tracing]

Each SET is a folder (see matching_sets). Arrivals of its fitting half are looked up; all who
would be compared in full are examples: whoever is meant against the others, unregistered
brothers and sisters among them, which is what keeps a family's common ground from being
taken for identity; and twins and sons of their father's name (see matching_kin), made of the
men of that half. With --tracing the requests of the fitting half are fitted instead.

A SET may as well be a file of verdicts, JSON lines {"left": …, "right": …, "same": true}: two
records in the contract's format and whether people found them to be one person. How rare a name
is, is counted among the records of the file; a few hundred of either kind are worth fitting.

Logistic regression on the score itself, as the engine adds it up: what relatives share
levels off below the prior, and so does what a namesake of the family has too. The table in
use is where it starts and what it is pulled to, so that what the sets say little about stays
as set by knowledge of the fields; --pull tells how strongly. After every step each family of
levels is put back in order (pool adjacent violators), so that a better agreement never
weighs less: the table is monotone by construction.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from math import isfinite
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.fit_examples import ARRIVING, Examples, Floats, examples_of
from benchmarks.matching_kin import KINDS
from intake.matching.weights import NEWEST, Weights, weights_of

STEPS, STEP = 600, 0.05
PULL, PULL_TRACING = 0.4, 0.1
"""Tracing tells other things (who asks, old places), so its table may go farther."""
FAR = -15.0
"""Whoever is not meant and starts so far below teaches nothing."""

NAMESAKES_BELOW = 0.1
"""What a namesake of the family has too stays so far below the band put before people."""

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


def fit(examples: Examples, start: Weights, pull: float) -> dict[str, float]:
    """The weights of the terms that occur, and the band, fitted; others stay as they were."""
    at_first = np.array([start[name] for name in examples.names])
    examples = examples.only((examples.meant > 0) | (scored(examples, at_first, start).score > FAR))
    scale = np.maximum(1, abs(at_first))
    bits, mean, square = at_first.copy(), np.zeros_like(at_first), np.zeros_like(at_first)
    for step in range(1, STEPS + 1):
        slope = _slope(examples, bits, start) + pull * (bits - at_first) / scale
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        bits -= STEP * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        bits = ordered(examples.names, bits, at_first)
    bits = np.round(bits, 2)
    many = _band(scored(examples, bits, start).score, examples, start["band.many"])
    fitted = dict(zip(examples.names, bits.tolist(), strict=True)) | {"band.many": many}
    if isfinite(start["namesake.most"]):
        fitted["namesake.most"] = round(start["namesake.most"] + many - start["band.many"], 2)
    return dict(start) | fitted


def _band(scores: Floats, examples: Examples, least: float) -> float:
    """The lowest band of which at least `SURE` are right, rounded up to half a bit."""
    falling = np.argsort(-scores, kind="stable")
    meant = examples.meant[falling]
    met = np.where(meant > 0, 1.0, examples.counts[falling])
    enough = np.flatnonzero(np.cumsum(meant) / np.cumsum(met) >= SURE)
    lowest = float(scores[falling[enough[-1]]]) if len(enough) else least
    return max(least, float(np.ceil(2 * lowest) / 2))


class Scored(NamedTuple):
    """The score of every candidate, and the parts of a bit that are taken off again.

    A bit more of what relatives share, and of what a namesake has too.
    """

    score: Floats
    off_shared: Floats
    off_alike: Floats


def scored(examples: Examples, bits: Floats, start: Weights) -> Scored:
    """What the engine's own levelling does to all examples at once."""
    shared, alike = examples.shared @ bits, examples.alike @ bits
    least = np.exp2(examples.prior + start["prior.family-below"])
    relatives = least * np.exp2(np.clip(shared, 0, 200))
    fewer = np.exp2(examples.prior - start["namesake.most"])
    namesakes = fewer * np.exp2(np.clip(alike, -200, 200)) / (1 + relatives)
    taken = np.log2(1 + namesakes) - np.log2(1 + fewer / (1 + least))
    off_alike = np.where(taken > 0, namesakes / (1 + namesakes), 0.0)
    off_shared = np.where(shared > 0, relatives / (1 + relatives), 0.0) * (1 - off_alike)
    score = examples.prior + examples.own @ bits + shared
    score += np.log2(1 + least) - np.log2(1 + relatives) - np.maximum(0, taken)
    return Scored(score, off_shared, off_alike)


def _slope(examples: Examples, bits: Floats, start: Weights) -> Floats:
    """Of the mean loss, by each weight."""
    now = scored(examples, bits, start)
    wrong = 1 / (1 + np.exp2(-np.clip(now.score, -60, 60))) - examples.meant
    wrong *= examples.counts
    slope: Floats = wrong @ examples.own + (wrong * (1 - now.off_shared)) @ examples.shared
    slope -= (wrong * now.off_alike) @ examples.alike
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


def main(*asked: str) -> None:
    """Fit and write; tells on stderr what became of each weight."""
    chosen = options().parse_args(asked)
    start = weights_of(chosen.start)
    if not chosen.tracing:
        most = start["band.many"] - NAMESAKES_BELOW
        start = Weights(start.version, dict(start) | {"namesake.most": most})
    kinds = ("tracing",) if chosen.tracing else (*ARRIVING, *KINDS)
    examples = examples_of(chosen.sets, kinds)
    if not 0 < examples.meant.sum() < len(examples.meant):
        sys.exit("Nothing to fit: it takes pairs that are one person, and pairs that are two.")
    pull = chosen.pull or (PULL_TRACING if chosen.tracing else PULL)
    fitted = fit(examples, start, pull)
    for name in examples.names:
        print(f"{name:32} {start[name]:7.2f} {fitted[name]:7.2f}", file=sys.stderr)
    told = {name: bits for name, bits in fitted.items() if isfinite(bits)}
    made = datetime.now(UTC).date().isoformat()
    how = _how(chosen, examples, f"from version {start.version}, pull {pull}")
    table = {"version": chosen.version, "made": made, "how": how, "bits": told}
    chosen.out.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


def _how(chosen: argparse.Namespace, examples: Examples, start: str) -> str:
    kinds = "verdicts" if all(map(Path.is_file, chosen.sets)) else "labelled sets"
    names = ", ".join(path.name for path in chosen.sets)
    return (
        f"Fitted by benchmarks/fit_weights.py to {int(examples.meant.sum())} right candidates "
        f"among {len(examples.meant)} of {kinds} ({names}), {start}."
    )


def options() -> argparse.ArgumentParser:
    """What can be asked of a fit."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("version", help="the name of the new table")
    asked.add_argument("out", type=Path, help="the file it is written to")
    asked.add_argument("sets", type=Path, nargs="+", help="folders, or files of verdicts")
    asked.add_argument("--tracing", action="store_true", help="fit to requests for relatives")
    asked.add_argument("--pull", type=float, help="how strongly the table in use holds")
    asked.add_argument("--start", default=NEWEST, help="the table it is pulled to")
    return asked


if __name__ == "__main__":
    main(*sys.argv[1:])
