"""Our readings of names, places and dates as columns, so that peers start from the same ground.

Runs in the product's own environment: `python -m benchmarks.peers.columns PEOPLE OUT`.
"""

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from intake.matching.keys import given_skeletons, keys
from intake.matching.names import FAMILY, GIVEN, PATRONYMIC, Part, parts
from intake.matching.person import Companion, NameSaid, Person, from_contract, with_companions
from intake.matching.reading.given_names import forms_of
from intake.matching.reading.place_names import place_skeletons, renamings

Columns = dict[str, Any]


def columns(person: Person) -> Columns:
    """What a peer may know of one person beside the words as said."""
    words = [part for name in person.names for part in parts(name)]
    father = [*_of_role(words, PATRONYMIC), *_words_of(person.father)]
    return {
        "id": person.id,
        "keys": list(keys(person)),
        "words": _skeletons(words),
        "sex": person.sex or None,
        **_name("given", _of_role(words, GIVEN)),
        **_name("family", _of_role(words, FAMILY)),
        **_name("father", father),
        **_name("mother", _words_of(person.mother)),
        **_name("spouse", _words_of(person.spouse)),
        **_place("birth_place", person.birth_place),
        **_place("home_place", person.home_place),
        **_birth(person),
        "companions": _given(person.companions),
    }


def _given(companions: Iterable[Companion]) -> list[str]:
    names = (name for companion in companions for name in companion.names)
    return sorted({skeleton for name in names for skeleton in given_skeletons(name)})


def _of_role(words: Iterable[Part], role: str) -> list[Part]:
    return [part for part in words if part.role == role]


def _words_of(name: str) -> list[Part]:
    return list(parts(NameSaid(name))) if name else []


def _skeletons(words: Iterable[Part]) -> list[str]:
    forms = {s for part in words for s in part.skeletons}
    return sorted(forms | {f"={n}" for part in words for n in forms_of(part.stem.plain)})


def _name(column: str, words: list[Part]) -> Columns:
    """The words of one role: as folded, as sounds with vowels, and every skeleton."""
    return {
        f"{column}_said": " ".join(part.word.text for part in words) or None,
        f"{column}_plain": " ".join(part.stem.plain for part in words) or None,
        f"{column}_main": words[0].skeletons[0] if words else None,
        f"{column}_all": _skeletons(words),
    }


def _place(column: str, said: str) -> Columns:
    found = place_skeletons(said)
    return {
        f"{column}_main": found[0] if found else None,
        f"{column}_all": sorted({*found, *(f"={number}" for number in renamings(said))}),
    }


def _birth(person: Person) -> Columns:
    birth = person.birth
    if birth is None:
        return {"birth": None, "born_from": None, "born_to": None, "born_day": None}
    day = f"{birth.month:02}-{birth.day:02}" if birth.exact else None
    whole = f"{birth.earliest}-{day}" if day else None
    return {
        "birth": whole,
        "born_from": birth.earliest,
        "born_to": birth.latest,
        "born_day": day,
    }


def lines(source: TextIO) -> Iterator[str]:
    """One line of columns for each line of a contract file."""
    people = with_companions(from_contract(json.loads(line)) for line in source if line.strip())
    for person in people:
        yield json.dumps(columns(person), ensure_ascii=False) + "\n"


def export(source: Path, target: Path) -> None:
    """Write the columns of a file of people or queries, plain or compressed."""
    opener = gzip.open if source.suffix == ".gz" else open
    with opener(source, "rt", encoding="utf-8") as said, target.open("w", encoding="utf-8") as out:
        out.writelines(lines(said))


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]))
