"""How many questions tell records apart: by expected information, by bank order, at random.

    python -m benchmarks.telling_apart FOLDER [--each 150] [--seed 1]

FOLDER is a set of invented people (see matching_sets). Arrivals are met with the records
that search finds most like them: those registered before (the right record is among them),
unregistered brothers and sisters, and strangers of like names (it is nobody of them). Each
arrival told a part at registration; in the interview they answer one question after the
other, sometimes wrongly, sometimes not at all. It is told apart once one possibility, a
record or nobody, has 95 of 100; all orders ask the same people and hear the same answers.
"""

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from benchmarks import matching_sets
from benchmarks.matching_sets import MatchSet
from intake.cli.bulk import index_of, people_of
from intake.interview.plan import MOST, questions_for
from intake.interview.telling_apart import (
    OWN,
    Candidate,
    Channel,
    Holding,
    channel,
    learn,
    prior,
    rank,
    who,
)
from intake.matching.person import Person
from intake.matching.score import find
from intake.matching.search import search
from intake.matching.stats import Stats
from intake.matching.weights import weights_of
from intake.matching.why import Outcome
from intake.matching.worth import DIFFERENCE, SHARED, prospects
from intake.registry.verifying.paths import path_of

WRONG = 0.10
"""How often an answer is not what is true: it is what is true of somebody else."""

SILENT = 0.15
"""How often somebody does not know, or would rather not say."""

TOLD = 0.5
"""How often a fact besides name and sex was told at registration."""

SURE = 0.95
RECORDS = 3
"""How many records most like the arrival they are to be told from."""

_ELSE = -1
_MOST_ASKED = MOST - 1
_FIELDS = tuple(field for field in DIFFERENCE if field not in ("name", "sex"))
_BANK = tuple((q.id, q.paths) for q in questions_for(child=False, lowest_age=30))


@dataclass(frozen=True, slots=True)
class Meeting:
    """One arrival and the records like it; `right` is one of them or, after all, nobody."""

    kind: str
    candidates: tuple[Candidate, ...]
    right: int
    told: frozenset[str]
    answers: Mapping[str, int]
    """The group of the answer about each path; a path without one stays unanswered."""


@dataclass(frozen=True, slots=True)
class Run:
    """When it stood apart (0: never), and whether for the right one."""

    questions: int
    is_right: bool


def meetings(whole: MatchSet, each: int, seed: int) -> Iterator[Meeting]:
    """Up to `each` arrivals of every kind, with the answers they will give."""
    chance = random.Random(seed)  # noqa: S311 - a simulation, no secret
    index = index_of(whole.people_file)
    stats = Stats(index, weights_of())
    filed = {person.id: person for person in people_of(whole.people_file)}
    arrivals = {person.id: person for person in people_of(whole.queries_file)}
    others = list(arrivals.values())
    left = {"registered": each, "sibling": each, "stranger": each}
    answers = list(whole.answers)
    chance.shuffle(answers)
    for answer in answers:
        if not left.get(answer.kind):
            continue
        arrival = arrivals[answer.id]
        shown = _at_registration(arrival, chance)
        found = search(index, shown, top=RECORDS)
        records = [filed[candidate.person_id] for candidate in found]
        right = [at for at, record in enumerate(records) if record.id in answer.right]
        if records and bool(right) == bool(answer.right):
            left[answer.kind] -= 1
            is_one = right[0] if right else len(records)
            stranger = chance.choice(others)
            yield _meeting(answer.kind, arrival, shown, records, is_one, stranger, stats, chance)


def _at_registration(arrival: Person, chance: random.Random) -> Person:
    """What was told then: the name, the sex, and some of the rest."""
    kept = {f: getattr(arrival, f) for f in _FIELDS if chance.random() < TOLD}
    nothing = {f: None if f == "birth" else "" for f in _FIELDS}
    return replace(arrival, companions=(), **(nothing | kept))  # type: ignore[arg-type]


def _meeting(  # noqa: PLR0913 - one situation, each part named
    kind: str,
    arrival: Person,
    shown: Person,
    records: Sequence[Person],
    right: int,
    stranger: Person,
    stats: Stats,
    chance: random.Random,
) -> Meeting:
    candidates = tuple(
        Candidate(
            record.id,
            told.odds,
            {
                path_of(field): Holding(w.group, w.agrees, w.differs, field in SHARED)
                for field, w in told.fields.items()
            },
            told.kin,
        )
        for record, told in zip(records, prospects(shown, records, stats), strict=True)
    )
    told = frozenset(path_of(f) for f in DIFFERENCE if _has(shown, f))
    answers = {}
    for field in DIFFERENCE:
        speaker = stranger if chance.random() < WRONG else arrival
        if chance.random() < SILENT:
            continue
        answers[path_of(field)] = _answer(
            field, speaker, arrival, candidates, records, right, told, stats
        )
    known = {path: group for path, group in answers.items() if group is not None}
    return Meeting(kind, candidates, right, told, known)


def _answer(  # noqa: PLR0913 - one answer, each part named
    field: str,
    speaker: Person,
    arrival: Person,
    candidates: Sequence[Candidate],
    records: Sequence[Person],
    right: int,
    told: frozenset[str],
    stats: Stats,
) -> int | None:
    """The group of what is said; None if nobody ever told this of the arrival."""
    path = path_of(field)
    if not _has(speaker, field):
        held = candidates[right].holds.get(path) if right < len(candidates) else None
        return held.group if held is not None and speaker is arrival else None
    for candidate, record in zip(candidates, records, strict=True):
        rows = (found.evidence(stats.weights, 1.0) for found in find(speaker, record, stats))
        if any(row.field == field and row.outcome is Outcome.AGREES for row in rows):
            return candidate.holds[path].group if path in candidate.holds else _ELSE
    return OWN if path in told and speaker is arrival else _ELSE


def _has(person: Person, field: str) -> bool:
    return bool(person.names if field == "name" else getattr(person, field))


def orders(meeting: Meeting, chance: random.Random) -> dict[str, list[tuple[str, ...]]]:
    """What each way of choosing asks, one question after the other: the paths of each."""
    held = {path for c in meeting.candidates for path in c.holds}
    speaking = [(name, paths) for name, paths in _BANK if held & set(paths)]
    mixed = chance.sample(speaking, len(speaking))
    about = dict(_BANK)
    ranked = rank(meeting.candidates, mixed, told=meeting.told)
    return {
        "expected information": [about[telling.question] for telling in ranked],
        "bank order, speaking questions": [paths for _, paths in speaking],
        "random, speaking questions": [paths for _, paths in mixed],
        "bank order, whole bank": [paths for _, paths in _BANK],
        "random, whole bank": [paths for _, paths in chance.sample(_BANK, len(_BANK))],
    }


def run(meeting: Meeting, asked: Sequence[tuple[str, ...]]) -> Run:
    """Ask one question after the other until one possibility stands apart."""
    records, chances = len(meeting.candidates), prior(meeting.candidates)
    heard = set[str]()
    for number, paths in enumerate(asked[:_MOST_ASKED], 1):
        for path in paths:
            if path not in heard and path in meeting.answers:
                told = channel(path, meeting.candidates, is_told=path in meeting.told)
                chances = learn(chances, told[_line(told, meeting.answers[path])])
            heard.add(path)
        ways = who(chances, records)
        if max(ways) >= SURE:
            return Run(number, ways.index(max(ways)) == meeting.right)
    return Run(0, is_right=False)


def _line(told: Channel, group: int) -> int:
    return group if group in told else _ELSE


def table(whole: MatchSet, each: int, seed: int) -> str:
    """One line for each way of choosing and each kind of arrival."""
    chance = random.Random(seed)  # noqa: S311 - a simulation, no secret
    runs: dict[tuple[str, str], list[Run]] = {}
    for meeting in meetings(whole, each, seed):
        for order, asked in orders(meeting, chance).items():
            runs.setdefault((meeting.kind, order), []).append(run(meeting, asked))
    lines = [
        "| arrivals | order | n | after 1 | 2 | 3 | 5 | 11 | mean questions | wrong |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for (kind, order), found in sorted(runs.items(), key=lambda item: item[0][0]):
        lines.append(f"| {kind} | {order} | {len(found)} | {figures(found)} |")
    return "\n".join(lines)


def figures(runs: Sequence[Run]) -> str:
    """Told apart rightly after 1, 2, 3, 5 and 11 questions; their mean; told wrongly."""
    right = [one.questions for one in runs if one.questions and one.is_right]
    parts = [f"{sum(q <= most for q in right) / len(runs):.2f}" for most in (1, 2, 3, 5, 11)]
    wrong = sum(bool(one.questions) and not one.is_right for one in runs) / len(runs)
    return " | ".join([*parts, f"{mean(right):.1f}" if right else "–", f"{wrong:.2f}"])


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--each", type=int, default=150)
    asked.add_argument("--seed", type=int, default=1)
    chosen = asked.parse_args()
    with TemporaryDirectory() as work:
        whole = matching_sets.prepare(chosen.folder, Path(work))
        print(table(whole, chosen.each, chosen.seed))


if __name__ == "__main__":
    main()
