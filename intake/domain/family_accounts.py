"""What members of a group say, in their own records, of one of the others.

Turned into statements about that one, each with who said it: what two people tell apart
can agree, differ, and be asked about. Nobody's own words are changed by it.
"""

from collections.abc import Iterator
from dataclasses import replace

from intake.domain.case import Case
from intake.domain.codes import Nature, Source, Tie
from intake.domain.individual import Individual
from intake.domain.relative import INVERSE, RELATIVE, inverted, line_to, tie_of
from intake.domain.statement import Json, Said

_BY_BIRTH = (None, Nature.BIOLOGICAL)


def told_by_family(case: Case, person: Individual) -> Iterator[Said]:
    """What the others of the group say of this person: ties, and names that follow."""
    for other in case.members:
        if other.id == person.id:
            continue
        line = line_to(other, person.id)
        if line is not None:
            tie = inverted(line.relative, other.id)
            yield _as_told(line.said, person, RELATIVE, tie.to_json())
        yield from _names(case, person, other)


def _names(case: Case, person: Individual, other: Individual) -> Iterator[Said]:
    tie = _tie(case, person, other)
    if tie is Tie.PARENT:
        yield from _value(other, "name", person, {"f": "mother", "m": "father"})
    elif tie is Tie.SPOUSE_PARTNER:
        yield from _value(other, "name", person, "spouse")
    elif tie is Tie.SIBLING:
        yield from _value(other, "mother", person, "mother")
        yield from _value(other, "father", person, "father")
    elif tie is Tie.CHILD:
        path = {"f": "mother", "m": "father"}.get(person.text("sex"))
        if path:
            yield from _value(other, path, person, "name")


def _value(
    other: Individual, path: str, person: Individual, about: str | dict[str, str]
) -> Iterator[Said]:
    """What `other` says of a path, as a statement about a path of this person."""
    target = about if isinstance(about, str) else about.get(other.text("sex"), "")
    said = other.answer(path)
    if target and said is not None and said.statement.value is not None:
        yield _as_told(said, person, target, said.statement.value)


def _tie(case: Case, person: Individual, other: Individual) -> Tie | None:
    """What `other` is to this person: by the person's own word, else by the other's."""
    line = line_to(person, other.id)
    if line is not None:
        return line.relative.tie if line.relative.nature in _BY_BIRTH else None
    theirs = line_to(other, person.id)
    if theirs is not None:
        fits = theirs.relative.nature in _BY_BIRTH
        return INVERSE[theirs.relative.tie] if fits else None
    if case.focal == person.id:
        return tie_of(other.value("relationship"))
    tie = tie_of(person.value("relationship")) if case.focal == other.id else None
    return INVERSE[tie] if tie else None


def _as_told(said: Said, person: Individual, path: str, value: Json) -> Said:
    """The same statement, read as one about this person; its id and hand stay."""
    statement = said.statement
    told = replace(
        statement,
        subject=person.id,
        path=path,
        value=value,
        source=Source.RELATIVE,
        source_ref=statement.subject,
        saw=(),
        why=None,
    )
    return replace(said, statement=told)
