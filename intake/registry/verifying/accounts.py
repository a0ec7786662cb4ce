"""What others say of a person, gathered for an interview: family, links, vouchers.

What says the same, in whatever script or spelling, is no question and stays out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from intake.domain.case import Case
from intake.domain.codes import Purpose
from intake.domain.contradiction import differ, differs
from intake.domain.family_accounts import told_by_family
from intake.domain.individual import Individual
from intake.domain.questions import QUESTIONS
from intake.domain.relative import RELATIVE
from intake.domain.statement import Json, Said, current
from intake.domain.vouching import statements_of
from intake.matching.compare import compare_place
from intake.matching.compare_names import compare_relative
from intake.matching.stats import Stats
from intake.matching.weights import weights_of
from intake.matching.why import Outcome
from intake.registry.grouping import hidden_from
from intake.registry.linking import linked_statements
from intake.registry.vouching import of_person
from intake.store import Store

_NAMED = ("name", "father", "mother", "grandfather", "spouse")
_AS_FATHER = ("name", "grandfather")
_PLACED = {"birth-place": "birth_place", "last-residence": "home_place"}


def with_accounts(store: Store, case: Case, person: Individual) -> Individual:
    """The person with what others say of them and does not agree with their own words."""
    told = tuple(accounts_of(store, case, person))
    stats = Stats(store.filing.agreed_to(Purpose.VERIFICATION), weights_of())
    others = tuple(said for said in told if not _is_said(person, said, stats))
    return replace(person, others=others)


def unlike_across_records(store: Store) -> Callable[[Said, Said], bool]:
    """Whether two statements differ, when they may stand in two records of one person.

    Within a record a difference is as it was written down; between two, a name or a place
    in another script or spelling is the same one, as it is when records are compared.
    """
    stats = Stats(store.filing.agreed_to(Purpose.VERIFICATION), weights_of())

    def unlike(one: Said, other: Said) -> bool:
        a, b = one.statement, other.statement
        if a.subject == b.subject:
            return differs(one, other)
        return not _agree(a.path, a.value, b.value, stats)

    return unlike


def accounts_of(store: Store, case: Case, person: Individual) -> Iterator[Said]:
    """Everything that others say of a person, whether it agrees or not."""
    yield from told_by_family(case, person)
    yield from _linked(store, person)
    for vouch in of_person(store, person.id, ()):
        yield from statements_of(vouch, person.id)


def _linked(store: Store, person: Individual) -> Iterable[Said]:
    """What linked records say where only one thing can be right."""
    hidden = hidden_from(store, person.id)
    for said in current(list(linked_statements(store, person.id))):
        statement = said.statement
        if statement.subject in hidden:
            continue
        question = QUESTIONS.get(statement.path)
        if question is not None and question.single and statement.value is not None:
            about = replace(statement, subject=person.id, source_ref=statement.subject)
            yield replace(said, statement=replace(about, saw=(), why=None))


def _is_said(person: Individual, said: Said, stats: Stats) -> bool:
    """Whether the person says as much, so that there is nothing to ask."""
    path, value = said.statement.path, said.statement.value
    if path == RELATIVE:
        return False
    own = (s.statement.value for s in person.current(path))
    return any(_agree(path, one, value, stats) for one in own if one is not None)


def _agree(path: str, one: Json, other: Json, stats: Stats) -> bool:
    if not differ(path, one, other):
        return True
    a, b = _text(one), _text(other)
    if path in _NAMED:
        found = compare_relative("father" if path in _AS_FATHER else path, a, b, stats)
    elif path in _PLACED:
        found = compare_place(_PLACED[path], a, b, stats)
    else:
        return False
    return found.evidence(stats.weights, 1.0).outcome is not Outcome.DIFFERS


def _text(value: Json) -> str:
    text = value.get("text") if isinstance(value, dict) else value
    return text if isinstance(text, str) else ""
