"""Sets of real names alone: across scripts, and in Latin script written otherwise.

The lists hold a Latin form and the letters of another script on each line.
"""

import gzip
import random
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.matching_figures import Answer
from benchmarks.matching_sets import Line, MatchSet, write_lines

ASKED = 1500
"""So many names are looked up at the most."""


def name_pairs(path: Path, size: int, seed: int, work: Path) -> MatchSet:
    """Real names of one word: Latin forms to be found, the other script looked up."""
    rows = _rows(path)
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    chance.shuffle(rows)
    names = sorted({row[0] for row in rows[: size * 2]})
    chance.shuffle(names)
    rank = {name: place for place, name in enumerate(names[:size])}
    asked = [(rank[row[0]], row[1].replace(" ", "")) for row in rows if row[0] in rank]
    return _laid_out(f"names {path.name.split('_')[1]}", list(rank), asked[:ASKED], work)


def latin_names(paths: Sequence[Path], size: int, seed: int, work: Path) -> list[MatchSet]:
    """Two real words at random for a name: written as filed or otherwise, and with a slip.

    Otherwise is in capitals, without marks, or with the last word first. A slip is one
    letter changed, lost or added.
    """
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    words = sorted({row[0] for path in paths for row in _rows(path)})
    made = (f"{chance.choice(words)} {chance.choice(words)}".title() for _ in range(size * 2))
    names = list(dict.fromkeys(made))[:size]
    ways = (str, str.upper, _without_marks, _last_first)
    asked = [(at, ways[at % len(ways)](names[at])) for at in range(min(ASKED, len(names)))]
    slips = [(at, _with_slip(names[at], chance)) for at, _ in asked]
    return [
        _laid_out("names latin", names, asked, work),
        _laid_out("names latin, one slip", names, slips, work),
    ]


def _rows(path: Path) -> list[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


def _without_marks(name: str) -> str:
    apart = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _last_first(name: str) -> str:
    first, last = name.split(" ", 1)
    return f"{last} {first}"


def _with_slip(name: str, chance: random.Random) -> str:
    at = chance.randrange(len(name))
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    slips: tuple[Callable[[], str], ...] = (
        lambda: name[:at] + letter + name[at + 1 :],
        lambda: name[:at] + name[at + 1 :],
        lambda: name[:at] + letter + name[at:],
    )
    return chance.choice(slips)()


def _laid_out(
    title: str, names: Sequence[str], asked: Sequence[tuple[int, str]], work: Path
) -> MatchSet:
    """The names as people, those asked for as queries, and the place of who is meant."""
    folder = work / title.replace(" ", "-")
    folder.mkdir(parents=True, exist_ok=True)
    people = (_named(f"n{at}", name) for at, name in enumerate(names))
    write_lines(folder / "people.jsonl", people)
    write_lines(folder / "queries.jsonl", (_named(f"q{n}", s) for n, (_, s) in enumerate(asked)))
    answers = (
        Answer(f"q{n}", "registered", frozenset([f"n{meant}"]))
        for n, (meant, _) in enumerate(asked)
    )
    return MatchSet(title, folder, tuple(answers), len(names))


def _named(record: str, name: str) -> Line:
    return {"id": record, "names": [{"text": name}]}
