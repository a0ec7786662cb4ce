"""Candidates of a search for a relative, for tracing and for protection."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.domain.case import Case
from intake.domain.codes import Purpose, TracingStatus
from intake.domain.consent import agreed
from intake.domain.individual import Individual
from intake.domain.trace import Trace
from intake.domain.tracing import TracingRequest
from intake.errors import NotFound
from intake.i18n import gettext as _
from intake.matching.search import Candidate
from intake.matching.why import Band, Outcome
from intake.registry.screening import evidence_rows
from intake.registry.tracing import as_told, candidates, everybody_alike, must_hide
from intake.registry.verifying.side_by_side import Cell, Piece, Row, Side, rows_of, side_of
from intake.store import Store
from intake.web import labels
from intake.web.wording import in_words

MOST = 10
_BESIDE = ("name.other", "grandfather")
"""Names for the eye: the machine weighs them with the name, or not at all."""
_NOT_WEIGHED = ""

_UNTOLD = frozenset({"lang"})


@dataclass(frozen=True, slots=True)
class Search:
    """A standing search: what is asked, and who asks."""

    request: TracingRequest
    case: Case
    asker: Individual


@dataclass(frozen=True, slots=True)
class Found:
    """One candidate, with what people said of it so far."""

    person: Individual
    candidate: Candidate
    trace: Trace


def standing(store: Store) -> list[Search]:
    """Every open search whose asker still agrees to it, oldest first."""
    found = (_search(store, request) for request in store.cases.tracing())
    return [search for search in found if search is not None]


def search_of(store: Store, sought: str) -> Search:
    """One standing search; raises NotFound otherwise."""
    for request in store.cases.tracing():
        if request.id == sought and (search := _search(store, request)):
            return search
    raise NotFound(thing="search")


def found_by(store: Store, search: Search) -> list[Found]:
    """The candidates that may be shown, best first; few agreements left out."""
    alike = candidates(store, search.request, MOST)
    return [f for c in alike if (f := _found(store, search, c)) is not None]


def one_found(store: Store, search: Search, individual: str) -> Found:
    """One candidate of a search; raises NotFound for whom the search may not see."""
    for found in found_by(store, search):
        if found.person.id == individual:
            return found
    raise NotFound(thing="candidate")


def hidden(store: Store) -> list[tuple[Search, Individual]]:
    """Searches that touch somebody who must hide, for protection to look at."""
    released = store.traces.released()
    touched = (
        (search, person)
        for search in standing(store)
        for c in everybody_alike(store, search.request, MOST)
        if c.comparison.band is Band.MANY and (search.request.id, c.person_id) not in released
        if must_hide(store, c.person_id) and (person := store.cases.individual(c.person_id))
    )
    return list(touched)


def rows(store: Store, search: Search, found: Found, latin: bool) -> list[Row]:
    """What the asker told beside what the candidate says; no address, no contact."""
    alone = replace(search.case, members=(search.asker,))
    told = Side(alone, as_told(search.request, search.asker))
    says = side_of(store, found.person.id)
    evidence = (e for e in evidence_rows(found.candidate.comparison) if e.field not in _UNTOLD)
    shown = rows_of(evidence, told, says, latin=latin)
    shown += _beside(told, says)
    return sorted(shown, key=lambda row: row.outcome == Outcome.UNKNOWN)


def _beside(told: Side, says: Side) -> Iterator[Row]:
    for path in _BESIDE:
        left, right = _names(path, told), _names(path, says)
        if left.pieces or right.pieces:
            why = _("to be read beside the name; no weight of its own")
            yield Row(str(labels.question(path)), left, right, _NOT_WEIGHED, 0.0, why)


def _names(path: str, side: Side) -> Cell:
    """Every such name of a record and of those linked with it, each once."""
    people = (side.person, *side.linked)
    values = (said.statement.value for one in people for said in one.current(path))
    words = dict.fromkeys(in_words(path, value) for value in values if value is not None)
    if not words:
        return Cell(absent=_("Not provided"))
    return Cell((Piece(" · ".join(words)),))


def _search(store: Store, request: TracingRequest) -> Search | None:
    case = store.cases.get(request.case)
    asker = case.member(request.individual) if case else None
    if case is None or asker is None or request.status is not TracingStatus.OPEN:
        return None
    return (
        Search(request, case, asker) if agreed(case.consents, asker.id, Purpose.TRACING) else None
    )


def _found(store: Store, search: Search, candidate: Candidate) -> Found | None:
    person = store.cases.individual(candidate.person_id)
    trace = store.traces.get(search.request.id, candidate.person_id)
    if person is None or (trace is None and candidate.comparison.band is Band.FEW):
        return None
    fresh = Trace(search.case.id, search.request.id, candidate.person_id)
    return Found(person, candidate, trace or fresh)
