"""An individual as matching sees one: what was said, not what it may mean."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from intake.domain.individual import Individual
from intake.domain.statement import Json
from intake.matching.birth import Birth, read_birth


class NameSaid(NamedTuple):
    """A name as said or written, with its parts where they are known."""

    text: str
    given: str = ""
    patronymic: str = ""
    family: str = ""


class Companion(NamedTuple):
    """Another member of the group somebody came with."""

    names: tuple[NameSaid, ...]
    birth: Birth | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One individual; empty is unknown, and declined is the same as unknown (V-13).

    `is_sought` holds for whom a relative looks for: what is told of them is another's word.
    """

    id: str
    group: str = ""
    names: tuple[NameSaid, ...] = ()
    sex: str = ""
    birth: Birth | None = None
    birth_place: str = ""
    home_place: str = ""
    father: str = ""
    mother: str = ""
    spouse: str = ""
    lang: str = ""
    companions: tuple[Companion, ...] = ()
    is_sought: bool = False

    def as_companion(self) -> Companion:
        """What the others of the group are told apart by."""
        return Companion(self.names, self.birth)


_ASKER_FIELDS = ("mother", "father", "spouse")


def from_contract(record: Mapping[str, Json]) -> Person:
    """Read a line of people.jsonl or queries.jsonl; of tracing, the person sought."""
    said = {key: value.strip() for key, value in record.items() if isinstance(value, str)}
    told = said.get
    asker_is = told("asker_is", "")
    person = Person(
        told("id", ""),
        told("group", ""),
        tuple(_names(record.get("names"))),
        told("sex", ""),
        _birth(told("birth", "")),
        told("birth_place", ""),
        told("home_place", ""),
        told("father", ""),
        told("mother", ""),
        told("spouse", ""),
        told("lang", ""),
        is_sought=bool(asker_is),
    )
    return asked_for_by(person, asker_is, told("asker_name", ""))


def companion_from_contract(record: Mapping[str, Json]) -> Companion:
    """What a line tells of somebody as another's companion."""
    return Companion(tuple(_names(record.get("names"))), _birth(_text(record, "birth")))


def _birth(said: str) -> Birth | None:
    return read_birth(said) if said else None


def asked_for_by(person: Person, asker_is: str, asker_name: str) -> Person:
    """Add what a tracing request tells by who asks: the sought person's relative."""
    if not asker_name:
        return person
    if asker_is not in _ASKER_FIELDS:
        asker = Companion((NameSaid(asker_name),))
        return replace(person, companions=(*person.companions, asker))
    if getattr(person, asker_is):
        return person
    return replace(person, **{asker_is: asker_name})  # type: ignore[arg-type]


def from_individual(individual: Individual) -> Person:
    """Read an individual folded from statements; its case is the group."""
    answers = [s.statement.value for path in _NAME_PATHS for s in individual.current(path)]
    birth = individual.value("birth")
    edtf = birth.get("edtf") if isinstance(birth, dict) else birth
    languages = individual.value("languages")
    return Person(
        id=individual.id,
        group=individual.case,
        names=tuple(name for value in answers for name in _name_from_answer(value)),
        sex=individual.text("sex"),
        birth=read_birth(edtf) if isinstance(edtf, str) else None,
        birth_place=individual.text("birth-place"),
        home_place=individual.text("last-residence"),
        father=individual.text("father"),
        mother=individual.text("mother"),
        spouse=individual.text("spouse"),
        lang=str(languages[0]) if isinstance(languages, list) and languages else "",
    )


_NAME_PATHS = ("name", "name.latin", "name.other")
_PART_OF = {"given": "given", "patronymic": "patronymic", "father": "patronymic"}


def with_companions(people: Iterable[Person]) -> Iterator[Person]:
    """Tell every person of a file or a case who came along; order is kept."""
    everyone = list(people)
    groups: dict[str, list[Person]] = {}
    for person in everyone:
        groups.setdefault(person.group, []).append(person)
    along = {group: [m.as_companion() for m in members] for group, members in groups.items()}
    met: dict[str, int] = {}
    for person in everyone:
        others = along[person.group] if person.group else []
        at = met[person.group] = met.get(person.group, -1) + 1
        came_along = (*others[:at], *others[at + 1 :])
        yield replace(person, companions=person.companions + came_along) if came_along else person


def _text(record: Mapping[str, Json], key: str) -> str:
    value = record.get(key)
    return value.strip() if isinstance(value, str) else ""


def _names(value: Json) -> Iterator[NameSaid]:
    for entry in value if isinstance(value, list) else []:
        if not isinstance(entry, dict):
            continue
        given, patronymic, family = (_text(entry, k) for k in ("given", "patronymic", "family"))
        text = _text(entry, "text") or " ".join(filter(None, (given, patronymic, family)))
        if text:
            yield NameSaid(text, given, patronymic, family)


def _name_from_answer(value: Json) -> Iterator[NameSaid]:
    if not isinstance(value, dict):
        return
    parts: dict[str, str] = {}
    for part in value.get("parts") or []:  # type: ignore[union-attr]
        if isinstance(part, dict):
            role = _PART_OF.get(_text(part, "type"), "family")
            parts[role] = f"{parts.get(role, '')} {_text(part, 'text')}".strip()
    text = _text(value, "text") or " ".join(parts.values())
    if text:
        yield NameSaid(text, **parts)
