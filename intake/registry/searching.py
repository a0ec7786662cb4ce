"""Finds people by number or name, of those whom the searcher may open."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from intake.domain.case import Case
from intake.domain.codes import RecordState, Role
from intake.domain.ids import parse_number
from intake.domain.individual import Individual
from intake.errors import NumberInvalid
from intake.registry.linking import records_of
from intake.registry.masking import may_open
from intake.store import Store
from intake.store.terms import is_heard_as, terms_of, ways_of

MOST = 20
"""A list longer than this is no search any more: more words make it shorter."""

_NAMES = ("name", "name.latin", "name.other")


@dataclass(frozen=True, slots=True)
class Found:
    """People found, and whether there were more than are shown."""

    people: tuple[tuple[Case, Individual], ...]
    more: bool
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The numbers of the records linked with somebody, by their id."""
    states: Mapping[str, RecordState] = field(default_factory=dict)
    """Records found that are not in use: they are opened again, never made anew."""


def search(store: Store, words: str, roles: Collection[Role]) -> Found:
    """People with this number, or with names that begin so; linked records once."""
    found = _by_number(store, words) or _by_name(store, words)
    open_ones = ((c, m) for c, m in found if may_open(roles, c.consents, m.id))
    also: dict[str, tuple[str, ...]] = {}
    some = tuple(islice(_once(store, open_ones, roles, also), MOST + 1))
    states = store.records.states([m.id for _case, m in some])
    return Found(some[:MOST], more=len(some) > MOST, also=also, states=states)


def _once(
    store: Store,
    found: Iterable[tuple[Case, Individual]],
    roles: Collection[Role],
    also: dict[str, tuple[str, ...]],
) -> Iterator[tuple[Case, Individual]]:
    """Each person once, by whichever record; the other numbers are noted in `also`."""
    told: set[str] = set()
    for case, member in found:
        if member.id not in told:
            records = records_of(store, case, member, roles)
            told.update(m.id for _c, m in records)
            also[member.id] = tuple(m.number for _c, m in records if m.id != member.id)
            yield case, member


def _by_number(store: Store, words: str) -> list[tuple[Case, Individual]]:
    try:
        number = parse_number(words)
    except NumberInvalid:
        return []
    case = store.cases.by_number(number)
    if case is None:
        return []
    named = [(case, m) for m in case.members if m.number == number]
    return named or [(case, m) for m in case.members]


def _by_name(store: Store, words: str) -> Iterator[tuple[Case, Individual]]:
    """Whoever is called so; a case is opened only when a page still has room for it."""
    ways = ways_of(words)
    lines = store.cases.find(words, limit=4 * MOST)
    cases = (case for line in lines if (case := store.cases.get(line.id)) is not None)
    called = ((c, m) for c in cases for m in c.members if _is_called(m, ways))
    return ((store.cases.now(c, m.id), m) for c, m in called)


def _is_called(member: Individual, ways: Collection[Collection[str]]) -> bool:
    texts = [_text(s.statement.value) for s in member.said if s.statement.path in _NAMES]
    terms = {term for text in texts for term in terms_of(text)}
    return any(all(_is_answered(want, terms) for want in way) for way in ways)


def _is_answered(want: str, terms: Collection[str]) -> bool:
    return any(term.startswith(want) or is_heard_as(want, term) for term in terms)


def _text(value: object) -> str:
    return str(value.get("text") or "") if isinstance(value, dict) else ""
