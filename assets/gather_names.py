"""Gathers how the given names of our own list are written in other scripts and languages.

Run from the top: `python -m assets.gather_names rigour-2.6.1.tar.gz`: the source archive
on PyPI, only needed here, which carries names of Wikidata as text. Without an archive
the forms already gathered are read anew, as is needed when the reading of words changes.

A form is only taken where Wikidata has it with two forms of one of our lines. If it sounds
like a form of the line it is another spelling; if not, two items must have it, and no
other line: that keeps names apart that neighbouring languages tell apart.
"""

import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from assets.gather_places import is_written
from intake.matching.reading.given_names import sound_of
from intake.matching.reading.romanise import Word, read_word, split
from intake.matching.reading.sounds import likeness

DATA = Path(__file__).resolve().parent.parent / "intake/matching/reading/data"
OWN, NAMES = DATA / "forms.txt", DATA / "given_names.txt"
_MEMBER = "person_names.txt"
_SPELLING = 0.85
_LEAST_ITEMS = 2
_LINE = list[Word]

_NOT_THAT_NAME_TEXT = """
shīn heng hîm him hiun hsin hṳn hṳ̆ng сінь iun make hias stacy
"""
_NOT_THAT_NAME = frozenset(_NOT_THAT_NAME_TEXT.split())
"""Forms looked at by hand and found to be names of their own."""


def own_lines() -> list[_LINE]:
    """Our own list, in its order."""
    lines = (line.split("#")[0].split() for line in OWN.read_text("utf-8").splitlines())
    return [[read_word(form) for form in forms] for forms in lines if forms]


def key(word: Word) -> str:
    """What a form is looked up by."""
    return sound_of(word.plain)


def items(archive: Path) -> Iterator[_LINE]:
    """The forms of each item of Wikidata that this program can read, one for a reading."""
    with tarfile.open(archive) as opened:
        member = next(m for m in opened.getmembers() if m.name.endswith(_MEMBER))
        text = opened.extractfile(member).read().decode("utf-8")  # type: ignore[union-attr]
    for line in text.splitlines():
        said = (split(form) for form in line.rpartition(" => ")[0].split(", "))
        single = (form[0] for form in said if len(form) == 1 and form[0] not in _NOT_THAT_NAME)
        words = [read_word(form) for form in single if is_written(form)]
        found = {key(word): word for word in words if len(word.plain) > 2}
        yield list(found.values())


def gather(archive: Path) -> list[_LINE]:
    """Our own lines, each with the spellings and forms that Wikidata adds to it."""
    lines = own_lines()
    holders: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for word in line:
            holders.setdefault(key(word), set()).add(number)
    seen: dict[int, Counter[str]] = {}
    words: dict[str, Word] = {}
    for item in items(archive):
        number = _line_of(item, holders)
        if number is None:
            continue
        for word in item:
            if key(word) not in holders:
                seen.setdefault(number, Counter())[key(word)] += 1
                words.setdefault(key(word), word)
    return [[*line, *_added(line, seen.get(n, Counter()), words)] for n, line in enumerate(lines)]


def _line_of(item: _LINE, holders: dict[str, set[int]]) -> int | None:
    """The line that an item has the most forms of, if at least two and no other as many."""
    hits = Counter(number for word in item for number in holders.get(key(word), ()))
    most = hits.most_common(2)
    if not most or most[0][1] < 2 or (len(most) > 1 and most[1][1] == most[0][1]):
        return None
    return most[0][0]


def _added(line: _LINE, seen: Counter[str], words: dict[str, Word]) -> Iterator[Word]:
    for found, times in sorted(seen.items()):
        word = words[found]
        if times >= _LEAST_ITEMS or any(_sounds_like(word, own) for own in line):
            yield word


def _sounds_like(one: Word, other: Word) -> bool:
    if set(one.skeletons).isdisjoint(other.skeletons):
        return False
    return likeness(one.sounds, other.sounds, one.abjad, other.abjad) >= _SPELLING


def written(lines: list[_LINE]) -> str:
    """A line for each name: its forms, with what they are looked up by where that differs."""
    kept = ({key(word): word for word in reversed(line)} for line in lines)
    return "".join(" ".join(map(_entry, reversed(words.values()))) + "\n" for words in kept)


def _entry(word: Word) -> str:
    return word.said if word.said == key(word) else f"{word.said}={key(word)}"


def gathered() -> list[_LINE]:
    """The lines as they were gathered before, read anew."""
    lines = NAMES.read_text("utf-8").splitlines()
    return [[read_word(entry.split("=")[0]) for entry in line.split()] for line in lines]


def main(arguments: list[str]) -> None:
    """Write the file anew."""
    lines = gather(Path(arguments[0])) if arguments else gathered()
    NAMES.write_text(written(lines), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
