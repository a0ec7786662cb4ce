"""Candidates for a missing relative, for tracing staff alone; nobody else is told.

The same search as for duplicates, asked with what the one who looks for them told. It
sees only people who agreed to tracing themselves, never the asker's own group. Whoever it
finds decides whether the asker learns of it (domain chapter 7).
"""

from dataclasses import replace

from intake.domain.codes import Kin, Purpose, TracingStatus
from intake.domain.consent import agreed
from intake.domain.individual import Individual
from intake.domain.statement import Json, Said, Statement
from intake.domain.tracing import TracingRequest
from intake.matching.names import after_grandfather
from intake.matching.person import Person, asked_for_by, from_individual
from intake.matching.search import Candidate, search
from intake.store import Store

_ASKER_OF = {Kin.SPOUSE: "spouse", Kin.SIBLING: "sibling", Kin.MOTHER: "child", Kin.FATHER: "child"}
_NAMED = ("mother", "father", "spouse")
_HIDING = ("must-not-know", "withheld-from")
_HIDDEN = 10
"""So many of those found may have to stay hidden before the list grows shorter by it."""
_PARENT = {"f": "mother", "m": "father"}


def candidates(store: Store, request: TracingRequest, top: int = 10) -> list[Candidate]:
    """People who may be the one sought, best first.

    Nobody once the request is withdrawn or the asker no longer agrees to tracing; and
    nobody who must stay hidden from somebody, unless protection let this search see them:
    who asks may be the one they hide from, and the screen is that of no match.
    """
    released = store.traces.released()
    found = everybody_alike(store, request, top + _HIDDEN)
    return [
        c
        for c in found
        if (request.id, c.person_id) in released or not must_hide(store, c.person_id)
    ][:top]


def must_hide(store: Store, individual: str) -> bool:
    """Whether somebody must not find a person: they said so, or were parted.

    By any of their records.
    """
    records = (individual, *store.pairs.linked_with(individual))
    if store.moves.apart(records):
        return True
    for one in records:
        person = store.cases.individual(one)
        if person is None:
            continue
        if any(person.value(path) for path in _HIDING):
            return True
        asked = store.cases.tracing(person.case)
        if any(t.must_not_know for t in asked if t.individual == one):
            return True
    return False


def everybody_alike(store: Store, request: TracingRequest, top: int) -> list[Candidate]:
    """Whoever may be the one sought, those too who must stay hidden: for protection."""
    with store.together():
        case = store.cases.get(request.case)
        asker = case.member(request.individual) if case else None
        if case is None or asker is None or not agreed(case.consents, asker.id, Purpose.TRACING):
            return []
        if request.status is not TracingStatus.OPEN:
            return []
        return search(
            store.filing.agreed_to(Purpose.TRACING),
            sought(request, asker),
            top=top,
            leave_out={asker.id, *store.moves.once_with(asker.id)},
        )


def sought(request: TracingRequest, asker: Individual) -> Person:
    """The person sought as matching sees one: what was told, and who asks."""
    told = as_told(request)
    looked_for = replace(from_individual(told), is_sought=True)
    named = asked_for_by(looked_for, asker_is(request, asker), asker.text("name"))
    return _grandchild(named, told.text("grandfather"))


def _grandchild(person: Person, grandfather: str) -> Person:
    """Known also by own and grandfather's name, in whose place a record has a family name.

    Of all names the two that agree best count, and the father counts for himself: one more
    name never speaks against anybody.
    """
    if not (person.names and grandfather):
        return person
    named = after_grandfather(person.names[0], grandfather)
    return replace(person, names=(*person.names, named))


def as_told(request: TracingRequest, asker: Individual | None = None) -> Individual:
    """The person sought as an individual of whom only the asker tells.

    With an asker, they stand where they belong: as mother, father or spouse.
    """
    values = {path: value for path, value in request.sought.items() if value is not None}
    tie = asker_is(request, asker) if asker else ""
    name = asker.value("name") if asker is not None and tie in _NAMED else None
    if name is not None:
        values.setdefault(tie, name)
    told = tuple(
        Said(Statement(id=f"{path} {n}", subject=request.id, path=path, value=one), "", "", "", "")
        for path, value in values.items()
        for n, one in enumerate(_each(value))
    )
    return Individual(request.id, case="", number="", position=0, said=told)


def _each(value: Json) -> list[Json]:
    """Other names stand in one list; a record has a statement for each."""
    values = value if isinstance(value, list) else [value]
    return [one for one in values if one is not None]


def asker_is(request: TracingRequest, asker: Individual) -> str:
    """What the one who asks is to the one sought; a parent by their sex, where known."""
    if request.kin is Kin.CHILD:
        return _PARENT.get(asker.text("sex"), "")
    return _ASKER_OF.get(request.kin, "")
