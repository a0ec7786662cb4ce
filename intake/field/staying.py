"""The places of one person's life as they are written down, line by line."""

from collections.abc import Collection
from dataclasses import replace

from intake.domain.case import Case
from intake.domain.codes import Source, StayRole, Why
from intake.domain.event import StatementsAdded
from intake.domain.individual import Individual
from intake.domain.statement import Json, Statement
from intake.domain.stay import PATH, Stay, stays
from intake.errors import NotFound
from intake.field import once
from intake.field.forms.stays import StayForm
from intake.field.reading import interpreter_of, language_of
from intake.web import access

SHARED = (
    StayRole.LAST_RESIDENCE,
    StayRole.TRANSIT,
    StayRole.SITE,
    StayRole.CURRENT,
    StayRole.INTENDED,
)
"""What members of a household often share: home last, and the way from there."""


def line_of(person: Individual, line: str) -> Stay:
    """The line that stands under this id; raises NotFound for one that is gone."""
    found = dict(stays(person)).get(line)
    if found is None:
        raise NotFound(thing="stay")
    return found


def told(case: Case, person: Individual, form: StayForm, *, line: str = "") -> StatementsAdded:
    """A new line, or another one in place of `line`; the words as they were typed.

    The same page sent twice tells one and the same line.
    """
    return _added(
        case,
        person,
        form.stay().to_json(),
        id=once.id_of_page(),
        line=line,
        why=form.reason,
        source=form.source,
        verbatim=form.place.raw["text"],
    )


def to_copy(case: Case, person: Individual) -> tuple[Individual, list[tuple[str, Stay]]] | None:
    """Whose journey may be this person's too, with the lines this person has not told.

    The member recorded just before comes first, then those before that, then the others.
    """
    own = [_shared(stay) for _, stay in stays(person)]
    for other in _nearest(case, person):
        open_lines = [
            (line, stay)
            for line, stay in stays(other)
            if stay.role in SHARED and _shared(stay) not in own
        ]
        if open_lines:
            return other, open_lines
    return None


def copied(case: Case, person: Individual, wanted: Collection[str]) -> list[Statement]:
    """The chosen lines of the other's journey, naming whose they repeat."""
    offered = to_copy(case, person)
    if offered is None:
        return []
    return [
        Statement(
            id=access.new_id(),
            subject=person.id,
            path=PATH,
            value=_shared(stay).to_json(),
            source_ref=line,
            said_in=language_of(case, person),
            interpreter=interpreter_of(case),
        )
        for line, stay in offered[1]
        if line in wanted
    ]


def _shared(stay: Stay) -> Stay:
    """A line without company and reason: those of one are not those of the other."""
    return replace(stay, with_whom="", why_left=None)


def _nearest(case: Case, person: Individual) -> list[Individual]:
    own = person.position
    others = [m for m in case.members if m.id != person.id]
    return sorted(others, key=lambda m: (m.position > own, abs(m.position - own)))


def taken_out(case: Case, person: Individual, line: str) -> StatementsAdded:
    """An empty line in place of one that the person takes back."""
    return _added(case, person, {}, id=access.new_id(), line=line, why=Why.CORRECTION)


def _added(
    case: Case, person: Individual, value: Json, *, line: str, why: Why, **more: Source | str
) -> StatementsAdded:
    statement = Statement(
        subject=person.id,
        path=PATH,
        value=value,
        said_in=language_of(case, person),
        interpreter=interpreter_of(case),
        saw=(line,) if line else (),
        why=why if line else None,
        **more,  # type: ignore[arg-type]
    )
    by, at = access.actor(), access.now()
    return StatementsAdded(case=case.id, statements=(statement,), by=by, at=at)
