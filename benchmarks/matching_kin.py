"""Relatives easily taken for each other, of any set: sons named as their father, and twins.

They are made of the registered men of a set who arrive: of every other man as he arrives, so
that a son or twin is spelt as an arrival is, and of the rest as they are filed, which is
harder. None of them is registered: whoever is suggested for one is another person.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.matching_figures import KIN, Answer
from benchmarks.matching_sets import OF, Line, MatchSet, read_lines, write_lines

KINDS = SON, SON_WITH_FAMILY, SON_FATHER_UNNAMED, TWIN = KIN

MEN = 400
"""So many men at the most; each has one of every kind."""

_NO_BIRTH, _FATHER_TOLD = 1 / 12, 4 / 5
_YOUNGER = (17, 36)
_THIS_YEAR = 2026


@dataclass(frozen=True, slots=True)
class _Man:
    """A registered man: as he speaks for his kin, his year of birth, whom he was filed with."""

    said: Line
    year: int
    family: Sequence[Line]

    @property
    def given(self) -> str:
        return str(self.said["names"][0]["given"])


def with_kin(chosen: MatchSet, seed: int = 1, men: int = MEN) -> MatchSet:
    """The set, in a folder of its own, with sons and twins of its registered men among the queries.

    Sons with family arrive with all who were filed with the man; those others are asked
    for nobody, and only stand in the file.
    """
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    known = _registered_men(chosen)
    chance.shuffle(known)
    given = _given_names(known)
    lines, answers = [], []
    for man in known[:men]:
        for kind in KINDS:
            made = _make(kind, man, given, chance)
            lines += made
            answers.append(Answer(made[0]["id"], kind))
    folder = chosen.folder.parent / f"{chosen.folder.name}-kin"
    folder.mkdir(parents=True, exist_ok=True)
    _link(chosen.people_file, folder / "people.jsonl")
    write_lines(folder / "queries.jsonl", [*read_lines(chosen.queries_file), *lines])
    return replace(chosen, folder=folder, answers=(*chosen.answers, *answers))


def _link(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    target.hardlink_to(source)


def _registered_men(chosen: MatchSet) -> list[_Man]:
    """Registered men among the arrivals whose given name and year of birth are told."""
    right = {a.id: min(a.right) for a in chosen.answers if a.kind == "registered"}
    arriving = [q for q in read_lines(chosen.queries_file) if q["id"] in right and _is_man(q)]
    wanted = {right[q["id"]] for q in arriving}
    filed, families = _filed(chosen.people_file, wanted)
    men = []
    for said in arriving:
        own = filed[right[said["id"]]]
        year = _year(own)
        if _is_man(own) and 0 < year <= _THIS_YEAR - _YOUNGER[0]:
            mates = families.get(own.get("group", ""), [])
            speaks = said if len(men) % 2 else {**own, "id": said["id"]}
            men.append(_Man(speaks, year, [m for m in mates if m["id"] != own["id"]]))
    return men


def _is_man(line: Line) -> bool:
    return line.get("sex") == "m" and bool(line["names"] and line["names"][0].get("given"))


def _year(line: Line) -> int:
    said = str(line.get("birth", ""))[:4]
    return int(said) if said.isdigit() else 0


def _filed(people: Path, wanted: set[str]) -> tuple[dict[str, Line], dict[str, list[Line]]]:
    """The records of these people, and everybody of their groups."""
    filed = {line["id"]: line for line in read_lines(people) if line["id"] in wanted}
    groups = {line["group"] for line in filed.values() if line.get("group")}
    families: dict[str, list[Line]] = defaultdict(list)
    for line in read_lines(people):
        if line.get("group") in groups:
            families[line["group"]].append(line)
    return filed, families


def _given_names(men: Sequence[_Man]) -> dict[str, list[str]]:
    """Given names of men as arrivals of one language spell them."""
    found: dict[str, set[str]] = defaultdict(set)
    for man in men:
        found[man.said.get("lang", "")].add(man.given)
    return {lang: sorted(names) for lang, names in found.items()}


def _make(
    kind: str, man: _Man, given: dict[str, list[str]], chance: random.Random
) -> Iterator[Line] | list[Line]:
    own_id = f"{man.said['id']}{OF}{kind}"
    line = {**man.said, "id": own_id, "group": own_id}
    line.pop("spouse", None)
    if kind == TWIN:
        others = given[man.said.get("lang", "")]
        return [line | {"names": [_called(man, _another(man.given, others, chance))]}]
    _become_son(line, man, chance)
    if kind == SON_FATHER_UNNAMED or chance.random() >= _FATHER_TOLD:
        line.pop("father", None)
    if kind != SON_WITH_FAMILY:
        return [line]
    mates = ({**mate, "id": f"{own_id}-{n}", "group": own_id} for n, mate in enumerate(man.family))
    return [line, *mates]


def _become_son(line: Line, man: _Man, chance: random.Random) -> None:
    """Of his father's name, his father's wife's child, born where his father was."""
    line["names"] = [_called(man, man.given, patronymic=False)]
    line["father"] = man.given
    line.pop("mother", None)
    if man.said.get("spouse"):
        line["mother"] = man.said["spouse"]
    line.pop("birth", None)
    born = man.year + chance.randint(_YOUNGER[0], min(_YOUNGER[1], _THIS_YEAR - man.year))
    day = f"-{chance.randint(1, 12):02}-{chance.randint(2, 28):02}"
    if chance.random() >= _NO_BIRTH:
        line["birth"] = (
            f"{born}{day}" if len(man.said.get("birth", "")) == len("1986-02-09") else f"{born}"
        )


def _another(given: str, names: Sequence[str], chance: random.Random) -> str:
    """Another given name of the language, in the same script, that begins otherwise."""
    fit = [n for n in names if n[:1].casefold() != given[:1].casefold() and _near(n, given)]
    return chance.choice(fit or [given[::-1]])


def _near(name: str, other: str) -> bool:
    """Whether two names are of one script, as blocks of the alphabet tell it."""
    return ord(name[0]) // 0x300 == ord(other[0]) // 0x300


def _called(man: _Man, given: str, *, patronymic: bool = True) -> Line:
    """A name made of the man's, in its order."""
    name = man.said["names"][0]
    middle = name.get("patronymic", "") if patronymic else ""
    parts = {"given": given, "patronymic": middle, "family": name.get("family", "")}
    text = " ".join(filter(None, parts.values()))
    return {"text": text} | {role: part for role, part in parts.items() if part}
