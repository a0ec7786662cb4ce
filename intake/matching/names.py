"""A name taken apart: words with roles, without particles, titles and endings."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from intake.matching.person import NameSaid
from intake.matching.reading.romanise import Word, fold, read_anew, read_word, split

GIVEN, PATRONYMIC, FAMILY = "given", "patronymic", "family"

_PARTICLES_TEXT = """
al el ul ol as ad ar an at az es ed er bin ben ibn bint bent abu abou abi umm oum ould
wuld uld von van de del della di da dos das do du le la los las der den ten ter zu y e
mr mrs ms dr prof haji hajji hadji hajj haj sheikh shaykh sayed sayyid seyed mulla mullah
аль эль ель ас ад ар бин бен ибн ібн бинт абу умм фон ван де хаджи хаджі шейх
ال بن ابن بنت ابو أبو أم ام ولد حاج حاجي الحاج شيخ الشيخ سيد السيد ملا دكتور
בן בת אל אבו ወልድ
"""
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_SERVANT = frozenset(
    ("abd", "abdul", "abdel", "abdal", "abdol", "abdur", "عبد", "абд", "абдул", "абдель", "абдуль")
)
_SERVANT_START = re.compile(
    r"^(?:(?P<latin>ab[td])[aeou]?(?:l(?=..)|(?=([rsnzd])\2))|(?P<arabic>عبد)ال(?=..)"
    r"|(?P<cyrillic>абд)[уеоэ]?(?:ль?(?=..)|(?=([рснзд])\5)))"
)
_MOST_WORDS = 8
_COMMA = re.compile("[,،，]")
_ARTICLE = re.compile("^ال(?=...)")
_ATTACHED = re.compile("^(?:[ae]l|[аеэ]ль?)(?=[^aeiouyаеиоуыэюяєії].{2})")
_PATRONYMIC_END = re.compile("(?:[oe]?[vw][iye]*[CcZ]|[oeiy]*[vw]na|i[nC]na|iC)$")


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name and what it is in the name.

    `stem` is the father's name in a patronymic, and a family name without an article
    written on to it (Alhalabi); any other word is its own stem.
    """

    word: Word
    role: str
    stem: Word

    @property
    def skeletons(self) -> tuple[str, ...]:
        """How the stem may sound."""
        return self.stem.skeletons


@lru_cache(maxsize=20_000)
def parts(name: NameSaid) -> tuple[Part, ...]:
    """The words that tell people apart; every word if there are only particles."""
    labelled = [(word, role) for role, said in _told(name) for word in _words(said)]
    if not labelled or labelled[0][1] != GIVEN:
        # A name of one word is put in any box; somewhere in it is what they are called by.
        labelled = _by_writing(name.text) or _by_position(_words(name.text)) or labelled
    elif _is_told_in_full(name, labelled):
        return _with_roles(labelled)
    known = {word for word, _ in labelled}
    labelled += [(word, PATRONYMIC) for word in _words(name.text) if word not in known]
    return _with_roles(labelled)


def _with_roles(labelled: list[tuple[str, str]]) -> tuple[Part, ...]:
    return tuple([_part(word, role) for word, role in labelled[:_MOST_WORDS]])


def _told(name: NameSaid) -> list[tuple[str, str]]:
    boxes = ((GIVEN, name.given), (PATRONYMIC, name.patronymic), (FAMILY, name.family))
    return [(role, said) for role, said in boxes if said]


def _is_told_in_full(name: NameSaid, labelled: list[tuple[str, str]]) -> bool:
    """Whether the text surely holds no word beside those of the boxes, at a first look."""
    boxes = [said for _, said in _told(name)]
    in_order = name.text in (" ".join(boxes), " ".join((*boxes[-1:], *boxes[:-1])))
    return in_order and _SERVANT.isdisjoint(word for word, _ in labelled)


def given_parts(given: str) -> tuple[Part, ...]:
    """The words of a given name told by itself, as `parts` finds them in a name."""
    return tuple([_part(word, GIVEN) for word in _words(given)[:_MOST_WORDS]])


def after_grandfather(name: NameSaid, grandfather: str) -> NameSaid:
    """The name of somebody registered by their own and their father's father's name."""
    given = " ".join(part.word.said for part in parts(name) if part.role == GIVEN)
    return NameSaid(f"{given} {grandfather}".strip(), given, family=grandfather)


def with_two_as_one(name: tuple[Part, ...], at: int) -> tuple[Part, ...]:
    """The same name with the word at `at` and the one after it written as one."""
    one, other = name[at], name[at + 1]
    whole = _part(one.word.said + other.word.said, one.role)
    return (*name[:at], whole, *name[at + 2 :])


def joint(one: Part, other: Part) -> Part:
    """Two words as one, not remembered: hardly anybody else is called by both."""
    return _made(one.word.said + other.word.said, one.role, read_anew)


@lru_cache(maxsize=30_000)
def _part(word: str, role: str) -> Part:
    return _made(word, role, read_word)


def _made(said: str, role: str, read: Callable[[str], Word]) -> Part:
    word = read(said)
    if role == PATRONYMIC:
        return Part(word, role, _father_in(word))
    bare = _ATTACHED.sub("", said) if role == FAMILY else said
    return Part(word, role, word if bare == said else read(bare))


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    said = split(text)
    joined = said if _SERVANT.isdisjoint(said) else _join_servants(said)
    kept = [_bare(word) for word in joined if word not in _PARTICLES]
    return tuple(kept or said)


def _join_servants(words: list[str]) -> list[str]:
    """Abd al Rahman is one word, however many it was written in."""
    found: list[str] = []
    servant = ""
    for word in words:
        if word in _SERVANT:
            servant = servant or word
        elif servant and word not in _PARTICLES:
            found.append(servant + word)
            servant = ""
        else:
            found.append(word)
    return [*found, servant] if servant else found


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    short = _SERVANT_START.sub(_servant, word)
    return _ARTICLE.sub("", short) if len(short) > 3 else short


def _servant(found: re.Match[str]) -> str:
    """Abd without its article; a silent sign keeps d and h from being read as dh."""
    latin = found["latin"]
    return latin + "ʿ" if latin else found["arabic"] or found["cyrillic"]


def _by_writing(text: str) -> list[tuple[str, str]]:
    """Roles as lists write them: "Family, Given", or the family name in capitals."""
    family, _, rest = _COMMA.sub(",", text).partition(",")
    if not (_words(family) and _words(rest)):
        said = text.split()
        capitals = [word for word in said if len(word) > 1 and word.isupper()]
        family = " ".join(capitals)
        rest = " ".join(word for word in said if word != word.upper())
    first = _words(rest)[:1]
    if not family or not first:
        return []
    middle = [(word, PATRONYMIC) for word in _words(rest)[1:]]
    return [(first[0], GIVEN), *middle, *((word, FAMILY) for word in _words(family))]


def _by_position(words: Sequence[str]) -> list[tuple[str, str]]:
    """Guess roles where none were said: given first, family last, others between."""
    if len(words) < 2:
        return [(word, GIVEN) for word in words]
    if len(words) > 2 and ends_as_patronymic(read_word(words[-1])):
        return [(words[0], FAMILY), (words[1], GIVEN)] + [(w, PATRONYMIC) for w in words[2:]]
    return [(words[0], GIVEN), *((w, PATRONYMIC) for w in words[1:-1]), (words[-1], FAMILY)]


def ends_as_patronymic(word: Word) -> bool:
    """Whether a word ends as East Slavic patronymics do: -ovych, -ivna and the like."""
    return len(word.plain) > 5 and _PATRONYMIC_END.search(word.plain) is not None


@lru_cache(maxsize=10_000)
def _father_in(word: Word) -> Word:
    """The father's name a patronymic is made of; any other word stays as it is."""
    if not ends_as_patronymic(word):
        return word
    cut = len(_PATRONYMIC_END.sub("", word.plain))
    letters = max(3, round(len(word.said) * cut / len(word.plain)))
    return read_word(word.said[:letters])


@lru_cache(maxsize=5_000)
def as_written(name: NameSaid) -> str:
    """The whole name in an order-free folded form: what an exact search goes by."""
    return " ".join(sorted(fold(name.text).split()))
