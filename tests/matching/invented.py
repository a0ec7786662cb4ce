"""Invented people for the tests of matching: one family in three spellings, and others."""

from dataclasses import replace

from intake.matching.birth import read_birth
from intake.matching.evidence import Terms, weigh
from intake.matching.index import MemoryIndex
from intake.matching.person import NameSaid, Person, with_companions
from intake.matching.stats import Stats
from intake.matching.weights import weights_of


def person(id: str, name: str = "", birth: str = "", **facts: str) -> Person:
    """A person in one line; `given`, `patronymic`, `family` may name the parts."""
    parts = {k: facts.pop(k) for k in ("given", "patronymic", "family") if k in facts}
    names = (NameSaid(name, **parts),) if name else ()
    return Person(id=id, names=names, birth=read_birth(birth) if birth else None, **facts)


OLENA = person(
    "olena",
    "Олена Петрівна Коваленко",
    "1987-05-14",
    given="Олена",
    patronymic="Петрівна",
    family="Коваленко",
    sex="f",
    birth_place="Бахмут",
    home_place="Бахмут",
    father="Петро",
    mother="Галина",
    spouse="Сергій",
    lang="uk",
)

OLENA_AGAIN = person(
    "olena-again",
    "Kowalenko Jelena",
    "1987-05-14",
    given="Jelena",
    family="Kowalenko",
    sex="f",
    birth_place="Artemivsk",
    home_place="Bachmut",
    mother="Halyna",
    lang="ru",
)

SISTER = replace(
    OLENA,
    id="sister",
    names=(NameSaid("Тетяна Петрівна Коваленко", "Тетяна", "Петрівна", "Коваленко"),),
    birth=read_birth("1990-11-02"),
    spouse="",
)

AHMAD = person(
    "ahmad",
    "أحمد خالد الحلبي",
    "1979-03-21",
    given="أحمد",
    patronymic="خالد",
    family="الحلبي",
    sex="m",
    birth_place="حلب",
    home_place="حمص",
    father="خالد",
    mother="سميرة",
    spouse="هدى",
    lang="ar",
)

AHMAD_AGAIN = person(
    "ahmad-again",
    "Ahmed Halabi",
    "1979",
    given="Ahmed",
    family="Halabi",
    sex="m",
    birth_place="Aleppo",
    home_place="Homs",
    father="Khaled",
    lang="ar",
)

ABRAHA = person(
    "abraha",
    "ኣብርሃ ተስፋይ ገብረ",
    "1995-01-01",
    given="ኣብርሃ",
    patronymic="ተስፋይ",
    family="ገብረ",
    sex="m",
    birth_place="ኣስመራ",
    mother="ለተብርሃን",
    lang="ti",
)

MONONYM = person("mononym", "عبدالله", "1984/1988", sex="m", birth_place="غزنی", lang="fa")

SHORT = person("short", "Ko Tae Hun", "2001-09-09", sex="m")

UNREAD = person("unread", "田中 花子", "1999", sex="f")

EVERYONE = (OLENA, SISTER, AHMAD, ABRAHA, MONONYM, SHORT, UNREAD)


def index_of(*people: Person) -> MemoryIndex:
    """An index of these people; of one group if they share it."""
    return MemoryIndex.of(with_companions(people))


W = weights_of()
"""The weight table in use."""


def stats_of(*people: Person) -> Stats:
    """How common names are among these people."""
    return Stats(MemoryIndex.of(people), W)


def bits(terms: Terms) -> float:
    """What these terms weigh."""
    return weigh(terms, W)
