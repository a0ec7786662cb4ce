"""What an index holds of one person: keys, counted words and the record.

An index in memory and the table of a store file the same cards, so that both find the
same people. Companions are not on the card: the index knows who shares a group.
"""

import json
from dataclasses import dataclass
from typing import Any

from intake.matching.birth import Birth, read_birth
from intake.matching.keys import keys
from intake.matching.names import parts
from intake.matching.person import Companion, NameSaid, Person
from intake.matching.reading.heard import written
from intake.matching.stats import counted

_SEX = {"f": 1, "m": 2}
_MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen without opening the record: sex and birth; 0 where not known.

    `sex` is 1 for f and 2 for m; `day` is month times 32 plus day, where a day was said.
    """

    sex: int = 0
    earliest: int = 0
    latest: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """One person as filed.

    `keys` are 40-bit numbers (see keys.py), `words` the numbers of the names and places
    counted for rarity, `sounds` the words of the names as read, parted by blanks, and
    `record` what `person_from` reads back.
    """

    keys: tuple[int, ...]
    words: tuple[int, ...]
    glance: Glance
    sounds: str
    record: str


def card_of(person: Person) -> Card:
    """Write the card of a person; companions shape the keys but are not in the record."""
    return Card(
        keys(person),
        counted(person),
        glance_at(person),
        " ".join(sounds(person)),
        record_of(person),
    )


def sounds(person: Person) -> list[str]:
    """The words of a person's names by their sounds (see reading/heard.py), each once."""
    found = (written(part.stem) for name in person.names for part in parts(name))
    return list(dict.fromkeys(found))[:_MOST_WORDS]


def glance_at(person: Person) -> Glance:
    """The few facts that sort candidates before their records are opened."""
    birth = person.birth or Birth("", 0, 0)
    day = birth.month * 32 + birth.day if birth.exact else 0
    return Glance(_SEX.get(person.sex, 0), birth.earliest, birth.latest, day)


def record_of(person: Person) -> str:
    """What is kept of a person as text, for `person_from` to read back."""
    names = [[n.text, n.given, n.patronymic, n.family] for n in person.names]
    birth = person.birth.said if person.birth else ""
    told = (
        person.id, person.group, person.sex, birth, person.birth_place, person.home_place,
        person.father, person.mother, person.spouse, person.lang,
    )  # fmt: skip
    return json.dumps([*told, names], ensure_ascii=False, separators=(",", ":"))


def person_from(record: str | bytes, companions: tuple[Companion, ...] = ()) -> Person:
    """Read a filed record back, with the companions the index knows of."""
    told: list[Any] = json.loads(record)
    names = tuple(NameSaid(*name) for name in told[10])
    birth = read_birth(told[3]) if told[3] else None
    sex, born, lived, father, mother, spouse, lang = (told[2], *told[4:10])
    return Person(
        told[0], told[1], names, sex, birth, born, lived, father, mother, spouse, lang, companions
    )
