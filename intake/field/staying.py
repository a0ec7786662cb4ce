"""The places of one person's life as they are written down, line by line."""

from intake.domain.case import Case
from intake.domain.codes import Source, Why
from intake.domain.event import StatementsAdded
from intake.domain.individual import Individual
from intake.domain.statement import Json, Statement
from intake.domain.stay import PATH, Stay, stays
from intake.errors import NotFound
from intake.field.forms.stays import StayForm
from intake.field.reading import interpreter_of, language_of
from intake.web import access


def line_of(person: Individual, line: str) -> Stay:
    """The line that stands under this id; raises NotFound for one that is gone."""
    found = dict(stays(person)).get(line)
    if found is None:
        raise NotFound(thing="stay")
    return found


def told(case: Case, person: Individual, form: StayForm, *, line: str = "") -> StatementsAdded:
    """A new line, or another one in place of `line`; the words as they were typed."""
    return _added(
        case,
        person,
        form.stay().to_json(),
        line=line,
        why=form.reason,
        source=form.source,
        verbatim=form.place.raw["text"],
    )


def taken_out(case: Case, person: Individual, line: str) -> StatementsAdded:
    """An empty line in place of one that the person takes back."""
    return _added(case, person, {}, line=line, why=Why.CORRECTION)


def _added(
    case: Case, person: Individual, value: Json, *, line: str, why: Why, **more: Source | str
) -> StatementsAdded:
    statement = Statement(
        id=access.new_id(),
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
