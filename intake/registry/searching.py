"""Finds people by number or name, of those whom the searcher may open."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from intake.domain.case import Case
from intake.domain.codes import Role
from intake.domain.ids import parse_number
from intake.domain.individual import Individual
from intake.errors import NumberInvalid
from intake.registry.masking import may_open
from intake.store import Store
from intake.store.terms import terms_of

MOST = 20
"""A list longer than this is no search any more: more words make it shorter."""

_NAMES = ("name", "name.latin", "name.other")


@dataclass(frozen=True, slots=True)
class Found:
    """People found, and whether there were more than are shown."""

    people: tuple[tuple[Case, Individual], ...]
    more: bool


def search(store: Store, words: str, roles: Collection[Role]) -> Found:
    """People with this number, or whose name has words that begin so."""
    found = _by_number(store, words) or _by_name(store, words)
    open_ones = ((c, m) for c, m in found if may_open(roles, c.consents, m.id))
    some = tuple(islice(open_ones, MOST + 1))
    return Found(some[:MOST], more=len(some) > MOST)


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
    wanted = terms_of(words)
    lines = store.cases.find(words, limit=4 * MOST)
    cases = (case for line in lines if (case := store.cases.get(line.id)) is not None)
    return ((c, m) for c in cases for m in c.members if wanted and _is_called(m, wanted))


def _is_called(member: Individual, wanted: Collection[str]) -> bool:
    texts = [_text(s.statement.value) for s in member.said if s.statement.path in _NAMES]
    terms = {term for text in texts for term in terms_of(text)}
    return all(any(term.startswith(want) for term in terms) for want in wanted)


def _text(value: object) -> str:
    return str(value.get("text") or "") if isinstance(value, dict) else ""
