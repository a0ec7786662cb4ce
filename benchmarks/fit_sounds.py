"""Fit the costs of sounds to pairs of real names, and write them as a table.

    python -m benchmarks.fit_sounds FOLDER TABLE

FOLDER holds `*_train.txt.gz`: a name in Latin letters, a tab, the same name in another
script, one pair a line. Half of the names (by a hash) are left out for judging. Two names
of two files that share their Latin spelling are a pair as well, and so are two Latin
spellings of one name. From the costs of phonetics it descends on two losses: the right
name must be likelier than those most like it, and right pairs must stand above a line.
"""

import gzip
import hashlib
import random
import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from intake.matching.reading import costs
from intake.matching.reading.romanise import Word, read_word, split
from intake.matching.reading.sounds import likenesses, places

QUERIES, CROWD, RIVALS = 3000, 3000, 24
ROUNDS, EPOCHS = 2, 12
SHARPNESS, LINE, LINE_SHARPNESS, LINE_WEIGHT = 45.0, 0.80, 20.0, 0.6
STRANGERS_WEIGHT = 6.0
STEP, PULL = 0.03, 2e-4
MIN_GAP, MIN_LOSS, MAX_COST = 0.01, 0.03, 1.6

_ARTICLE = re.compile("^ال(?=...)")

HEADING = '''\
"""Costs of sounds fitted to pairs of names by benchmarks/fit_sounds.py.

Hundredths, where they differ from what phonetics alone says: two sounds and the cost of
one for the other; a sound, its place in the word and the cost of its loss, between
scripts that write vowels alike and where the other script leaves vowels out.
"""

FITTED_VERSION = 1

'''
WORTH_TELLING, BEYOND_HELP = 0.025, 0.25

Floats = NDArray[np.float64]
Pairs = list[tuple[Word, Word]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A word, the word that is the same name, and words that are not."""

    asked: Word
    right: Word
    wrong: Sequence[Word]


def pairs(path: Path) -> Pairs:
    """The pairs of names of a file that may be learned from."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for latin, other, *_ in (line.rstrip("\n").split("\t") for line in lines):
            words = split(latin), split(other.replace(" ", ""))
            if for_learning(latin) and all(words):
                found.append((_read(words[0]), _read(words[1])))
    return found


def _read(words: list[str]) -> Word:
    return read_word(_ARTICLE.sub("", "".join(words)))


def for_learning(latin: str) -> bool:
    """Half of the names, always the same ones; the other half is for judging."""
    return hashlib.md5(latin.encode(), usedforsecurity=False).digest()[-1] % 2 == 0


def through(one: Pairs, other: Pairs) -> Pairs:
    """Pairs of words that stand beside the same first word."""
    beside: dict[str, list[Word]] = {}
    for first, second in one:
        beside.setdefault(first.said, []).append(second)
    return [(a, b) for first, b in other for a in beside.get(first.said, ()) if a != b]


def all_pairs(files: Sequence[Path]) -> Iterator[tuple[Pairs, float]]:
    """The pairs of each file, of each two files, and of spellings; with their weight."""
    told = [pairs(path) for path in files]
    yield from ((each, 1.0) for each in told)
    for one, other in combinations(told, 2):
        yield through(one, other), 0.1
    for each in told:
        turned = [(other, latin) for latin, other in each]
        yield through(turned, turned), 0.15


def lessons(known: Pairs, weight: float, chance: random.Random) -> Iterator[Lesson]:
    """Names asked for in each of the two scripts, with the words most like them."""
    for way in (known, [(b, a) for a, b in known]):
        answers: dict[str, set[str]] = {}
        for answer, asked in way:
            answers.setdefault(asked.said, set()).add(answer.said)
        crowd = sorted(
            {answer for answer, _ in chance.sample(way, min(len(way), CROWD))}, key=lambda w: w.said
        )
        crowd.sort(key=lambda w: len(w.codes))
        for answer, asked in chance.sample(way, min(len(way), round(weight * QUERIES))):
            if not answer.codes or not asked.codes:
                continue
            alike = np.array(likenesses(asked, crowd))
            best = np.argsort(-alike)[: RIVALS + 8]
            wrong = [crowd[i] for i in best if crowd[i].said not in answers[asked.said]]
            yield Lesson(asked, answer, wrong[:RIVALS])


class Costs:
    """The numbers being fitted, in thousandths as the product has them."""

    def __init__(self) -> None:
        self.gaps: Floats = costs.gaps_by_phonetics() / 1000
        self.losses: Floats = costs.losses_by_phonetics() / 1000
        self.first_gaps, self.first_losses = self.gaps.copy(), self.losses.copy()
        self.publish()
        self._seen_gaps = np.full_like(self.gaps, 1e-3)
        self._seen_losses = np.full_like(self.losses, 1e-3)

    def step(self, gaps: Floats, losses: Floats, size: float) -> None:
        """Go down one slope; numbers seen often move carefully."""
        gaps = gaps + gaps.T + PULL * (self.gaps - self.first_gaps)
        losses = losses + PULL * (self.losses - self.first_losses)
        self._seen_gaps += gaps**2
        self._seen_losses += losses**2
        self.gaps -= size * gaps / np.sqrt(self._seen_gaps)
        self.losses -= size * losses / np.sqrt(self._seen_losses)
        inner = self.gaps[1:, 1:]
        np.clip(inner, MIN_GAP, MAX_COST, out=inner)
        np.fill_diagonal(self.gaps, 0)
        real = self.losses[:, costs.PLACES :]
        np.clip(real, MIN_LOSS, MAX_COST, out=real)
        self.publish()

    def publish(self) -> None:
        """Let the product's own comparison go by these numbers."""
        costs.GAPS[1:, 1:] = np.rint(self.gaps[1:, 1:] * 1000)
        costs.LOSSES[:, costs.PLACES :] = np.rint(self.losses[:, costs.PLACES :] * 1000)


def padded(words: Sequence[Word]) -> NDArray[np.uint8]:
    """Their sounds by number, one word a row."""
    width = max(len(word.codes) for word in words)
    joined = b"".join(word.codes.ljust(width, b"\0") for word in words)
    return np.frombuffer(joined, dtype=np.uint8).reshape(len(words), width)


class Batch:
    """Pairs of words laid beside each other, all at once."""

    def __init__(self, left: Sequence[Word], right: Sequence[Word]) -> None:
        self.left, self.right = padded(left), padded(right)
        a = np.array([w.abjad for w in left]), np.array([w.abjad for w in right])
        width = costs.LOSSES.shape[1]
        self.left_lost = places(self.left) + width * (a[1] & ~a[0])[:, None]
        self.right_lost = places(self.right) + width * (a[0] & ~a[1])[:, None]
        self.length = (costs.HEFTS[self.left].sum(1) + costs.HEFTS[self.right].sum(1)) / 2000

    def align(self) -> Floats:
        """The least cost of each pair; keeps the way there."""
        losses = costs.LOSSES.ravel()
        gone, come = losses[self.left_lost], losses[self.right_lost]
        rows, n, m = len(self.left), self.left.shape[1], self.right.shape[1]
        self.table = np.zeros((n + 1, rows, m + 1), dtype=np.int64)
        np.cumsum(come, axis=1, out=self.table[0, :, 1:])
        skipped = self.table[0].copy()
        for i in range(n):
            above, row = self.table[i], self.table[i + 1]
            paired = above[:, :-1] + costs.GAPS[self.left[:, i, None], self.right]
            row[:] = above + gone[:, i, None]
            np.minimum(row[:, 1:], paired, out=row[:, 1:])
            row -= skipped
            np.minimum.accumulate(row, axis=1, out=row)
            row += skipped
        return self.table[-1, :, -1] / 1000

    def slope(self, pull: Floats) -> tuple[Floats, Floats]:
        """How the costs on the way of each pair bear on the loss, given each pair's pull."""
        gaps, losses = np.zeros(costs.GAPS.shape), np.zeros(costs.LOSSES.size)
        flat = costs.LOSSES.ravel()
        rows = np.arange(len(self.left))
        i = np.full(len(rows), self.left.shape[1])
        j = np.full(len(rows), self.right.shape[1])
        while len(rows):
            here = self.table[i, rows, j]
            left, right = self.left[rows, i - 1], self.right[rows, j - 1]
            met = (i > 0) & (j > 0)
            met &= here == self.table[i - 1, rows, j - 1] + costs.GAPS[left, right]
            gone = self.left_lost[rows, i - 1]
            lost = ~met & (i > 0) & (here == self.table[i - 1, rows, j] + flat[gone])
            came = ~met & ~lost
            np.add.at(gaps, (left[met], right[met]), pull[rows[met]])
            np.add.at(losses, gone[lost], pull[rows[lost]])
            np.add.at(losses, self.right_lost[rows, j - 1][came], pull[rows[came]])
            i, j = i - (met | lost), j - (met | came)
            going = (i > 0) | (j > 0)
            rows, i, j = rows[going], i[going], j[going]
        return gaps, losses.reshape(costs.LOSSES.shape)


def _same_script(lesson: Lesson) -> bool:
    return lesson.asked.text.isascii() and lesson.right.text.isascii()


def teach(numbers: Costs, group: Sequence[Lesson], size: float) -> tuple[float, float]:
    """Learn from some lessons; the loss, and the share of them got right, before."""
    words = [(each.asked, word) for each in group for word in (each.right, *each.wrong)]
    batch = Batch([a for a, _ in words], [b for _, b in words])
    alike = (1 - batch.align() / batch.length).reshape(len(group), -1)
    shares = np.exp(SHARPNESS * (alike - alike.max(axis=1, keepdims=True)))
    shares /= shares.sum(axis=1, keepdims=True)
    wanted = np.zeros_like(shares)
    wanted[:, 0] = 1
    above = 1 / (1 + np.exp(-LINE_SHARPNESS * (alike - LINE)))
    pull = SHARPNESS * (wanted - shares)
    pull[:, 0] += LINE_WEIGHT * LINE_SHARPNESS * (1 - above[:, 0])
    # Within one script, other names must stay below the line; across scripts many sound the same.
    same = np.array([_same_script(each) for each in group])[:, np.newaxis]
    pull[:, 1:] -= same * STRANGERS_WEIGHT * LINE_SHARPNESS * above[:, 1:] / RIVALS
    # Pairs beyond help are mistakes of the list: they must not teach.
    pull[alike[:, 0] < alike.max(axis=1) - BEYOND_HELP] = 0
    gaps, losses = batch.slope((pull.ravel() / batch.length) / len(group))
    numbers.step(gaps, losses, size)
    right = alike[:, 0] >= alike[:, 1:].max(axis=1)
    return float(-np.log(shares[:, 0] + 1e-2).mean()), float(right.mean())


def as_module(numbers: Costs) -> str:
    """The numbers that fitting moved away from phonetics, as the product reads them."""
    moved = np.triu(np.abs(numbers.gaps - numbers.first_gaps))[1:, 1:]
    names = costs.SOUNDS
    gaps = [
        f"{names[i]}~{names[j]}{round(100 * numbers.gaps[i + 1, j + 1])}"
        for i, j in zip(*np.nonzero(moved >= WORTH_TELLING), strict=True)
    ]
    sections = [_section("FITTED_GAPS", gaps)]
    for name, row in zip(("FITTED_LOSSES", "FITTED_LOSSES_UNWRITTEN"), (0, 1), strict=True):
        values = numbers.losses[row]
        moved = np.abs(values - numbers.first_losses[row])
        losses = [
            f"{names[k // costs.PLACES - 1]}/{k % costs.PLACES}={round(100 * values[k])}"
            for k in np.nonzero(moved >= WORTH_TELLING)[0]
        ]
        sections.append(_section(name, losses))
    return HEADING + "\n".join(sections)


def _section(name: str, entries: list[str]) -> str:
    return f'{name} = """\n' + textwrap.fill(" ".join(entries), 100) + '\n"""\n'


def main(folder: str, table: str) -> None:
    """Fit to every file of a folder and write the table."""
    chance = random.Random(20)  # noqa: S311 - a lottery, not a secret
    numbers = Costs()
    known = list(all_pairs(sorted(Path(folder).glob("*_train.txt.gz"))))
    for turn in range(ROUNDS):
        taught = [lesson for each in known for lesson in lessons(*each, chance)]
        taught = [each for each in taught if len(each.wrong) == RIVALS]
        print(f"round {turn}: {len(taught)} lessons", flush=True)
        for epoch in range(EPOCHS):
            chance.shuffle(taught)
            size = STEP / (1 + turn + epoch / EPOCHS)
            told = [teach(numbers, taught[k : k + 150], size) for k in range(0, len(taught), 150)]
            loss, right = np.mean(told, axis=0)
            print(f"  epoch {epoch}: loss {loss:.4f}, right {right:.4f}", flush=True)
    Path(table).write_text(as_module(numbers), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
