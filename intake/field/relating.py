"""The ties of one person as their page shows them, and as they are written down."""

from dataclasses import dataclass
from typing import Any

from intake.domain.case import Case
from intake.domain.codes import Agreement, Source, Tie, Why
from intake.domain.event import StatementsAdded
from intake.domain.individual import Individual
from intake.domain.relative import (
    RELATIVE,
    Line,
    Proposal,
    Relative,
    agreement,
    kin_of,
    lines,
    proposals,
)
from intake.domain.statement import Statement
from intake.errors import NotFound
from intake.field import once
from intake.field.reading import called, interpreter_of, language_of
from intake.i18n import gettext
from intake.web import access
from intake.web.fields import Answer


@dataclass(frozen=True, slots=True)
class Row:
    """One tie in the table: who it is, what the other one says of it."""

    id: str
    who: str
    relative: Relative
    agreement: Agreement
    is_here: bool

    @property
    def may_be_sought(self) -> bool:
        """Whether one button leads from here to a search."""
        return self.relative.may_be_sought


def rows(case: Case, person: Individual) -> list[Row]:
    """The ties that stand, in the order of telling; "not related" is none."""
    return [
        Row(line.id, who_is(case, line.relative), line.relative,
            agreement(case, person, line.relative), case.member(line.relative.to) is not None)
        for line in lines(person)
        if line.relative.tie is not Tie.NONE
    ]  # fmt: skip


def proposed(case: Case, person: Individual) -> list[tuple[Proposal, str]]:
    """What follows from what was said already, with what to call the other."""
    return [(p, who_is(case, p.relative)) for p in proposals(case, person)]


def who_is(case: Case, relative: Relative) -> str:
    """What to call the other one; who went to another group is not named here."""
    if not relative.to:
        return relative.called or gettext("somebody whose name is not known")
    member = case.member(relative.to)
    return called(member) if member else gettext("somebody of another group")


def line_of(person: Individual, line: str) -> Line:
    """A tie that stands; raises NotFound for one that was replaced or never was."""
    found = next((one for one in lines(person) if one.id == line), None)
    if found is None:
        raise NotFound(thing="relative")
    return found


def proposal_of(case: Case, person: Individual, source: str) -> Relative | None:
    """The tie that a proposal speaks of, if it is still open."""
    return next((p.relative for p in proposals(case, person) if p.source == source), None)


def told(
    case: Case,
    person: Individual,
    relative: Relative,
    *,
    source: Source = Source.SELF,
    instead_of: Line | None = None,
    why: Why = Why.CORRECTION,
) -> StatementsAdded:
    """The event that writes a tie down; a changed one names what it replaces.

    The same page sent twice tells one and the same tie.
    """
    statement = Statement(
        id=once.id_of_page(),
        subject=person.id,
        path=RELATIVE,
        value=relative.to_json(),
        source=source,
        said_in=language_of(case, person),
        interpreter=interpreter_of(case),
        saw=(instead_of.id,) if instead_of else (),
        why=why if instead_of else None,
    )
    return StatementsAdded(
        case=case.id, statements=(statement,), by=access.actor(), at=access.now()
    )


def search_for(person: Individual, line: str) -> dict[str, Answer]:
    """What is known of a missing relative, as the page of a search takes it."""
    relative = line_of(person, line).relative
    known = {path.replace("-", "_"): Answer(value) for path, value in relative.known.items()}
    return {
        **_of_the_family(person, relative),
        **known,
        "asker": Answer(person.id),
        "kin": Answer(kin_of(relative.tie, str(relative.known.get("sex") or ""))),
        "name": Answer(relative.name),
        "seen_when": Answer(relative.since),
        "seen_where": Answer(relative.place),
        "parted_by": Answer(relative.cause),
        "last_news": Answer(relative.news or None),
    }


def _of_the_family(person: Individual, relative: Relative) -> dict[str, Answer]:
    """Whose child the relative is by the person's own page, as far as nobody says otherwise.

    A brother has one's own parents, a child has one, one's father has the grandfather.
    """
    named: dict[str, Any] = {}
    if relative.tie is Tie.SIBLING:
        named = {path: person.value(path) for path in ("father", "mother", "grandfather")}
    elif relative.tie is Tie.PARENT and relative.known.get("sex") == "m":
        named = {"father": person.value("grandfather")}
    elif relative.tie is Tie.CHILD and person.text("sex") == "m":
        named = {"father": person.value("name"), "grandfather": person.value("father")}
    elif relative.tie is Tie.CHILD and person.text("sex") == "f":
        named = {"mother": person.value("name")}
    return {path: Answer(name) for path, name in named.items()}
